//! What can stand in an element, and the walk over it: `walk!` in plain Rust, `element!` as a table.

use super::reader::Many;
use super::{Reader, Value, Variant, Writer};

/// A model that knows how to stand in an element. Implemented by [`walk!`](crate::walk) and
/// [`variants!`](crate::variants).
pub trait Element: Default {
    fn read(&mut self, xml: &mut Reader);
    fn write(&self, xml: &mut Writer);
}

/// Implements [`Element`] from one body that is compiled in both directions.
///
/// In the body `$this` is `&mut Self` or `&Self` and `$xml` the [`Reader`] or the [`Writer`]; the fields' methods are those
/// of [`read::Field`] or [`write::Field`], which have the same names. After the body, `then settle` names a method that brings
/// what was read into the form in which it is written.
#[macro_export]
macro_rules! walk {
    ($element:ty, |$this:ident, $xml:ident| $body:block $(then $settle:ident)?) => {
        impl $crate::xml::Element for $element {
            fn read(&mut self, $xml: &mut $crate::xml::Reader) {
                #[allow(unused_imports)]
                use $crate::xml::read::Field as _;
                #[cfg(test)]
                let outer = $xml.begin_walk(std::any::type_name::<Self>());
                let $this = self;
                $body
                $($this.$settle();)?
                #[cfg(test)]
                $xml.end_walk(outer);
            }
            fn write(&self, $xml: &mut $crate::xml::Writer) {
                #[allow(unused_imports)]
                use $crate::xml::write::Field as _;
                let $this = self;
                $body
            }
        }
    };
}

/// A struct and its walk in one table, for elements whose fields simply follow one another:
/// `field: Type = method("name")`, where the method is one of [`read::Field`].
/// With `else VIR_ERR_CODE "sentence {}"` after it, that is what a bad value gives instead of the usual sentence; with
/// `missing VIR_ERR_CODE "sentence"` before that, what a missing attribute gives. With `@newer` after the method it is
/// vocabulary that libvirt 9.0.0 does not have, see [`Reader::newer`].
#[macro_export]
macro_rules! element {
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty = $method:ident $arguments:tt $(@$newer:ident)?
            $(missing $absent:ident $missing:literal)? $(else $code:ident $sentence:literal)?),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }

        $crate::walk!($name, |this, xml| {
            $(
                $(xml.refuse($crate::types::$absent, $missing, |xml| xml.need $arguments);)?
                $crate::newer!(xml $($newer)?, $crate::field!(this.$field, $method $arguments, xml $(, $code $sentence)?));
            )+
        });
    };
}

/// One line of [`element!`](crate::element).
#[doc(hidden)]
#[macro_export]
macro_rules! field {
    ($this:ident $(.$field:ident)?, $method:ident($($argument:literal),*), $xml:ident) => {
        $this$(.$field)?.$method($($argument,)* $xml)
    };
    ($this:ident $(.$field:ident)?, $method:ident($($argument:literal),*), $xml:ident, $code:ident $sentence:literal) => {
        $xml.refuse($crate::types::$code, $sentence, |xml| $this$(.$field)?.$method($($argument,)* xml))
    };
}

/// One line of [`element!`](crate::element), which may be newer vocabulary.
#[doc(hidden)]
#[macro_export]
macro_rules! newer {
    ($xml:ident, $field:expr) => {
        $field
    };
    ($xml:ident newer, $field:expr) => {
        $xml.newer(|$xml| $field)
    };
}

/// A field that is an attribute: `Option<V>` where it may be absent, `V` where the default is always written.
pub trait AttrField {
    fn read(&mut self, name: &'static str, xml: &mut Reader);
    fn write(&self, name: &'static str, xml: &mut Writer);
}

impl<V: Value> AttrField for V {
    fn read(&mut self, name: &'static str, xml: &mut Reader) {
        if let Some(value) = xml.attribute(name) {
            *self = value;
        }
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        xml.attribute(name, self);
    }
}

impl<V: Value> AttrField for Option<V> {
    fn read(&mut self, name: &'static str, xml: &mut Reader) {
        *self = xml.attribute(name);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        if let Some(value) = self {
            xml.attribute(name, value);
        }
    }
}

/// A field that is chosen by a word: an enum of elements, or one that may be absent.
pub trait TagField {
    fn read(&mut self, name: &'static str, xml: &mut Reader);
    fn write(&self, name: &'static str, xml: &mut Writer);
}

impl<E: Variant> TagField for E {
    fn read(&mut self, name: &'static str, xml: &mut Reader) {
        if let Some(choice) = xml.choice::<E>(name) {
            *self = E::of(choice);
        }
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        xml.word(name, self.tag_word());
    }
}

impl<E: Variant> TagField for Option<E> {
    fn read(&mut self, name: &'static str, xml: &mut Reader) {
        *self = xml.choice::<E>(name).map(E::of);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        if let Some(choice) = self {
            xml.word(name, choice.tag_word());
        }
    }
}

/// A size that stands in an attribute, its unit in another.
pub trait UnitField {
    fn read(&mut self, name: &'static str, unit: &'static str, xml: &mut Reader);
    fn write(&self, name: &'static str, unit: &'static str, xml: &mut Writer);
}

/// A field that is the text of an element: `<name>text</name>`.
pub trait LeafField {
    fn read(&mut self, xml: &mut Reader);
    fn write(&self, xml: &mut Writer);
    /// Whether each element of that name is one more value.
    const LIST: bool = false;
    fn each(&self, name: &'static str, xml: &mut Writer) {
        xml.group(name, |xml| self.write(xml));
    }
}

impl<V: Value> LeafField for V {
    fn read(&mut self, xml: &mut Reader) {
        if let Some(value) = xml.content() {
            *self = value;
        }
    }
    fn write(&self, xml: &mut Writer) {
        xml.content(self);
    }
}

impl<V: Value> LeafField for Option<V> {
    fn read(&mut self, xml: &mut Reader) {
        *self = xml.content();
    }
    fn write(&self, xml: &mut Writer) {
        if let Some(value) = self {
            xml.content(value);
        }
    }
}

impl<V: Value> LeafField for Vec<V> {
    const LIST: bool = true;
    fn read(&mut self, xml: &mut Reader) {
        self.extend(xml.content());
    }
    fn write(&self, _: &mut Writer) {}
    fn each(&self, name: &'static str, xml: &mut Writer) {
        self.iter().for_each(|value| xml.group(name, |xml| xml.content(value)));
    }
}

/// A field that is an element: `Option<E>` and `Vec<E>` are written for each that is there, a plain `E` when something
/// stands in it.
pub trait ChildField {
    const LIST: bool = false;
    fn read(&mut self, xml: &mut Reader);
    fn write(&self, name: &'static str, xml: &mut Writer);
}

impl<E: Element> ChildField for E {
    fn read(&mut self, xml: &mut Reader) {
        Element::read(self, xml);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        xml.group(name, |xml| Element::write(self, xml));
    }
}

impl<E: Element> ChildField for Option<E> {
    fn read(&mut self, xml: &mut Reader) {
        Element::read(self.get_or_insert_default(), xml);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        if let Some(element) = self {
            xml.element(name, |xml| element.write(xml));
        }
    }
}

impl<E: Element> ChildField for Vec<E> {
    const LIST: bool = true;
    fn read(&mut self, xml: &mut Reader) {
        let mut element = E::default();
        element.read(xml);
        // Most lists are short, and have no room to spare.
        if self.len() < 4 {
            self.reserve_exact(1);
        }
        self.push(element);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        self.iter().for_each(|element| xml.element(name, |xml| element.write(xml)));
    }
}

/// A field that is all children of several names, in the order of the document: a list of an enum whose words are the names.
pub trait AmongField {
    fn read(&mut self, xml: &mut Reader);
    fn write(&self, xml: &mut Writer);
}

impl<E: Element + Variant> AmongField for Vec<E> {
    fn read(&mut self, xml: &mut Reader) {
        xml.among(E::TAGS, &mut |choice, xml| {
            let mut element = E::of(choice);
            element.read(xml);
            self.push(element);
        });
    }
    fn write(&self, xml: &mut Writer) {
        self.iter().for_each(|element| xml.element(element.tag_word(), |xml| element.write(xml)));
    }
}

/// `<readonly/>`: there or not.
impl ChildField for bool {
    fn read(&mut self, _: &mut Reader) {
        *self = true;
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        if *self {
            xml.element(name, |_| ());
        }
    }
}

impl<E: Element> Element for Box<E> {
    fn read(&mut self, xml: &mut Reader) {
        (**self).read(xml);
    }
    fn write(&self, xml: &mut Writer) {
        (**self).write(xml);
    }
}

impl Element for () {
    fn read(&mut self, _: &mut Reader) {}
    fn write(&self, _: &mut Writer) {}
}

fn many(list: bool) -> Many {
    if list { Many::All } else { Many::First }
}

/// What a field does while its element is read.
pub mod read {
    use super::*;

    pub trait Field {
        /// An attribute.
        fn attr(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: AttrField,
        {
            AttrField::read(self, name, xml);
        }

        /// An attribute that must be there.
        fn required(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: Value,
        {
            match xml.attribute(name) {
                Some(value) => *self = value,
                None => xml.missing(name),
            }
        }

        /// An attribute that must be there, in an element that may be missing.
        fn required_attr(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: AttrField,
        {
            xml.need(name);
            AttrField::read(self, name, xml);
        }

        /// An attribute whose default is not written.
        fn sparse(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: Value,
        {
            AttrField::read(self, name, xml);
        }

        /// A child that is only text, its default not written.
        fn sparse_leaf(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: Value,
        {
            self.leaf(name, xml);
        }

        /// A child that is only one attribute, its default not written.
        fn sparse_via(&mut self, element: &'static str, name: &'static str, xml: &mut Reader)
        where
            Self: Value,
        {
            self.via(element, name, xml);
        }

        /// The attribute that says which variant this is.
        fn tag(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: TagField,
        {
            TagField::read(self, name, xml);
        }

        /// The word that chooses the variant, which must be there.
        fn required_tag(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: TagField,
        {
            xml.need(name);
            TagField::read(self, name, xml);
        }

        /// A size as an attribute, with another one, `unit`, for its unit.
        fn attr_with(&mut self, name: &'static str, unit: &'static str, xml: &mut Reader)
        where
            Self: UnitField,
        {
            UnitField::read(self, name, unit, xml);
        }

        /// The text of the element itself.
        fn text(&mut self, xml: &mut Reader)
        where
            Self: LeafField,
        {
            LeafField::read(self, xml);
        }

        /// A child that is only text.
        fn leaf(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: LeafField,
        {
            xml.each(name, many(Self::LIST), &mut |xml| LeafField::read(self, xml));
        }

        /// A child that is only one attribute: `<mac address='…'/>`.
        fn via(&mut self, element: &'static str, name: &'static str, xml: &mut Reader)
        where
            Self: AttrField,
        {
            xml.each(element, Many::First, &mut |xml| {
                if xml.is_strict() {
                    xml.need(name);
                }
                AttrField::read(self, name, xml);
            });
        }

        /// A child, or all children of that name.
        fn child(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: ChildField,
        {
            xml.each(name, many(Self::LIST), &mut |xml| ChildField::read(self, xml));
        }

        /// A child that may be absent, and is left out when nothing stands in it.
        fn slim(&mut self, name: &'static str, xml: &mut Reader)
        where
            Self: ChildField,
        {
            self.child(name, xml);
        }

        /// All children of the names that an enum has for its variants, in their order.
        fn among(&mut self, xml: &mut Reader)
        where
            Self: AmongField,
        {
            AmongField::read(self, xml);
        }

        /// What stands in the same element.
        fn inline(&mut self, xml: &mut Reader)
        where
            Self: Element,
        {
            Element::read(self, xml);
        }
    }

    impl<T> Field for T {}
}

/// What a field does while its element is written; the same methods as in [`read`].
pub mod write {
    use super::*;

    pub trait Field {
        fn attr(&self, name: &'static str, xml: &mut Writer)
        where
            Self: AttrField,
        {
            AttrField::write(self, name, xml);
        }

        fn required(&self, name: &'static str, xml: &mut Writer)
        where
            Self: Value,
        {
            xml.attribute(name, self);
        }

        fn required_attr(&self, name: &'static str, xml: &mut Writer)
        where
            Self: AttrField,
        {
            AttrField::write(self, name, xml);
        }

        fn sparse(&self, name: &'static str, xml: &mut Writer)
        where
            Self: Value + Default + PartialEq,
        {
            if *self != Self::default() {
                xml.attribute(name, self);
            }
        }

        fn sparse_leaf(&self, name: &'static str, xml: &mut Writer)
        where
            Self: Value + Default + PartialEq,
        {
            if *self != Self::default() {
                self.leaf(name, xml);
            }
        }

        fn sparse_via(&self, element: &'static str, name: &'static str, xml: &mut Writer)
        where
            Self: Value + Default + PartialEq,
        {
            if *self != Self::default() {
                self.via(element, name, xml);
            }
        }

        fn tag(&self, name: &'static str, xml: &mut Writer)
        where
            Self: TagField,
        {
            TagField::write(self, name, xml);
        }

        fn required_tag(&self, name: &'static str, xml: &mut Writer)
        where
            Self: TagField,
        {
            TagField::write(self, name, xml);
        }

        fn attr_with(&self, name: &'static str, unit: &'static str, xml: &mut Writer)
        where
            Self: UnitField,
        {
            UnitField::write(self, name, unit, xml);
        }

        fn text(&self, xml: &mut Writer)
        where
            Self: LeafField,
        {
            LeafField::write(self, xml);
        }

        fn leaf(&self, name: &'static str, xml: &mut Writer)
        where
            Self: LeafField,
        {
            self.each(name, xml);
        }

        fn via(&self, element: &'static str, name: &'static str, xml: &mut Writer)
        where
            Self: AttrField,
        {
            xml.group(element, |xml| AttrField::write(self, name, xml));
        }

        fn child(&self, name: &'static str, xml: &mut Writer)
        where
            Self: ChildField,
        {
            ChildField::write(self, name, xml);
        }

        fn slim<E: Element>(&self, name: &'static str, xml: &mut Writer)
        where
            for<'a> &'a Self: IntoIterator<Item = &'a E>,
        {
            self.into_iter().for_each(|element| xml.group(name, |xml| element.write(xml)));
        }

        fn among(&self, xml: &mut Writer)
        where
            Self: AmongField,
        {
            AmongField::write(self, xml);
        }

        fn inline(&self, xml: &mut Writer)
        where
            Self: Element,
        {
            Element::write(self, xml);
        }
    }

    impl<T> Field for T {}
}
