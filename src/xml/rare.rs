//! Parts that most documents do not have: a word of memory while there is nothing in them, and read as if they were there.

use std::fmt;
use std::ops::{Deref, DerefMut};

use super::element::{ChildField, Element};
use super::{Expected, Fault, Reader, Text, Value, Writer};

/// What a part looks like that is not there; implemented by [`rare!`](crate::rare).
pub trait Absent: Default + PartialEq + 'static {
    fn absent() -> &'static Self;
}

/// Says of types that they may be [`Rare`].
#[macro_export]
macro_rules! rare {
    ($($part:ty),+ $(,)?) => {
        $(
            impl $crate::xml::Absent for $part {
                fn absent() -> &'static Self {
                    static ABSENT: std::sync::LazyLock<$part> = std::sync::LazyLock::new(Default::default);
                    &ABSENT
                }
            }
        )+
    };
}

/// A part that mostly is as its default. Whoever asks for it to change it gets one of its own, [`Rare::there`] only one that
/// is there already.
pub struct Rare<E>(Option<Box<E>>);

impl<E> Rare<E> {
    /// The part, unless it is absent and therefore as its default.
    pub fn there(&mut self) -> Option<&mut E> {
        self.0.as_deref_mut()
    }
}

impl<E> Default for Rare<E> {
    fn default() -> Self {
        Self(None)
    }
}

impl<E: Clone> Clone for Rare<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E: Absent> Deref for Rare<E> {
    type Target = E;
    fn deref(&self) -> &E {
        self.0.as_deref().unwrap_or_else(|| E::absent())
    }
}

impl<E: Absent> DerefMut for Rare<E> {
    fn deref_mut(&mut self) -> &mut E {
        self.0.get_or_insert_default()
    }
}

impl<E: Absent> From<E> for Rare<E> {
    fn from(part: E) -> Self {
        Self((part != *E::absent()).then(|| Box::new(part)))
    }
}

impl<E: Absent> PartialEq for Rare<E> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            _ => **self == **other,
        }
    }
}

impl<E: Absent + fmt::Debug> fmt::Debug for Rare<E> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl<E: Element + Absent> Element for Rare<E> {
    fn read(&mut self, xml: &mut Reader) {
        let mut part = E::default();
        part.read(xml);
        *self = Self::from(part);
    }
    fn write(&self, xml: &mut Writer) {
        (**self).write(xml);
    }
}

/// A list that mostly is empty.
#[allow(clippy::box_collection)] // Three words of a list that is empty are what this is there to save.
pub struct Few<T>(Option<Box<Vec<T>>>);

impl<T> Few<T> {
    pub fn push(&mut self, item: T) {
        self.list().push(item);
    }

    /// # Panics
    /// When there is none at that place.
    pub fn remove(&mut self, at: usize) -> T {
        self.list().remove(at)
    }

    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        if let Some(list) = &mut self.0 {
            list.retain(keep);
        }
    }

    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// The list itself, which from here on takes memory.
    pub fn list(&mut self) -> &mut Vec<T> {
        self.0.get_or_insert_default()
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone> Clone for Few<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self.0.as_ref().map_or(&[], |list| list)
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.0.as_mut().map_or(&mut [], |list| list)
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(list: Vec<T>) -> Self {
        Self((!list.is_empty()).then(|| Box::new(list)))
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(Vec::from_iter(items))
    }
}

impl<T> Extend<T> for Few<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.map(|list| *list).unwrap_or_default().into_iter()
    }
}

impl<'f, T> IntoIterator for &'f Few<T> {
    type Item = &'f T;
    type IntoIter = std::slice::Iter<'f, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'f, T> IntoIterator for &'f mut Few<T> {
    type Item = &'f mut T;
    type IntoIter = std::slice::IterMut<'f, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Few<T> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl<E: Element> ChildField for Few<E> {
    const LIST: bool = true;
    fn read(&mut self, xml: &mut Reader) {
        ChildField::read(self.list(), xml);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        self.iter().for_each(|element| xml.element(name, |xml| element.write(xml)));
    }
}

/// A text or a set that mostly is not there: `Option<Box<String>>` is one word.
impl<V: Value> Value for Box<V> {
    const EXPECTED: Expected = V::EXPECTED;
    fn parse(text: &str) -> Option<Self> {
        V::parse(text).map(Self::new)
    }
    fn write(&self, out: &mut Text) {
        (**self).write(out);
    }
    fn fits_schema(text: &str) -> bool {
        V::fits_schema(text)
    }
    fn refusal(text: &str) -> Option<Fault> {
        V::refusal(text)
    }
    fn is_newer(&self) -> bool {
        (**self).is_newer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    rare!(String);

    #[test]
    fn what_is_absent_reads_as_its_default() {
        let mut part = Rare::<String>::default();
        assert_eq!(part.as_str(), "");
        assert!(part.there().is_none());
        part.push('x');
        assert_eq!((part.as_str(), part.clone() == part), ("x", true));
        part.clear();
        assert_eq!((part.there().is_some(), &part), (true, &Rare::default()));
        assert!(Rare::from(String::new()).there().is_none());
    }

    #[test]
    fn a_list_that_is_empty_is_one_word() {
        let mut list = Few::default();
        list.retain(|_| false);
        assert_eq!((list.iter_mut().count(), list.0.is_none(), size_of_val(&list)), (0, true, size_of::<usize>()));
        list.extend([3, 1, 2]);
        list.sort_unstable();
        assert_eq!((list.remove(0), &list[..]), (1, &[2, 3][..]));
        list.retain(|number| *number == 3);
        assert_eq!(list.into_iter().collect::<Vec<_>>(), [3]);
    }
}
