//! What is wrong with a document: libvirt's code and text, and what libvirt does not say: where, and what was expected.

use std::fmt;

use crate::error::{Code, Error, Origin, excerpt_of};
use crate::types::*;

/// Bytes of a complaint, without place and hint.
const LONGEST_TEXT: usize = 4096;

/// An error in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    /// Who says so: `VIR_FROM_XML` for what the reader itself finds, otherwise whoever owns the kind of document.
    pub origin: Option<Origin>,
    /// libvirt's own sentence, without that of the code; empty where the code says enough.
    pub text: String,
    /// Line and column, both from 1; zeros where the fault is not in one place.
    pub place: (u32, u32),
    /// `/domain/devices/disk[2]/driver/@cache`
    pub path: String,
    /// What would have been accepted, when that can be told.
    pub hint: Option<String>,
}

impl Fault {
    /// A complaint whose place the reader fills in.
    pub fn new(code: Code, text: impl Into<String>) -> Self {
        Self { code, origin: None, text: text.into(), place: (0, 0), path: String::new(), hint: None }
    }

    /// The document asks for what does not exist.
    pub fn unsupported(text: impl Into<String>) -> Self {
        Self::new(VIR_ERR_CONFIG_UNSUPPORTED, text)
    }

    /// The document contradicts itself or lacks something.
    pub fn xml(text: impl Into<String>) -> Self {
        Self::new(VIR_ERR_XML_ERROR, text)
    }

    /// libvirt's code for everything else.
    pub fn internal(text: impl Into<String>) -> Self {
        Self::new(VIR_ERR_INTERNAL_ERROR, text)
    }

    /// A sentence that needs no prefix.
    pub fn detail(text: impl Into<String>) -> Self {
        Self::new(VIR_ERR_XML_DETAIL, text)
    }

    pub fn with_origin(self, origin: Origin) -> Self {
        Self { origin: Some(origin), ..self }
    }

    /// Where a check of the whole found it: a path whose line is not known any more.
    pub fn at(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// In that element, to which the path that is known is relative.
    pub fn within(self, element: &str) -> Self {
        let path = if self.path.is_empty() { element.to_owned() } else { format!("{element}/{}", self.path) };
        Self { path, ..self }
    }

    /// What would be taken instead.
    pub fn expecting(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// With the name of what the document describes where `{name}` stands.
    pub fn named(mut self, name: &str) -> Self {
        self.text = self.text.replacen("{name}", name, 1);
        self
    }

    /// What libvirt says, and no more.
    pub fn sentence(&self) -> String {
        self.error(self.told()).to_string()
    }

    /// Where it is and what was expected; empty when neither is known.
    fn addition(&self) -> String {
        let place = match self.path.as_str() {
            "" => String::new(),
            path if self.place == (0, 0) => format!(" ({path})"),
            path => format!(" (line {}, column {}, {path})", self.place.0, self.place.1),
        };
        self.hint.as_ref().map_or(place.clone(), |hint| format!("{place}; {hint}"))
    }

    /// What is wrong, at a length that a program can show: names and values in it may be as long as the document.
    fn told(&self) -> String {
        excerpt_of(&self.text, LONGEST_TEXT).into_owned()
    }

    fn error(&self, text: String) -> Error {
        let error = match text.as_str() {
            "" => Error::bare(self.code),
            _ => Error::new(self.code, text),
        };
        match self.origin {
            Some(origin) => error.from_origin(origin),
            None => error,
        }
    }
}

/// libvirt's sentence first, so that programs that match on it still do; then the place and the hint.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.sentence(), self.addition())
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let text = if fault.text.is_empty() { String::new() } else { fault.told() + &fault.addition() };
        fault.error(text)
    }
}

impl std::error::Error for Fault {}

/// An element or attribute that the model does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    pub path: String,
    /// Line and column, both from 1.
    pub place: (u32, u32),
    /// The known name that is nearest, if any is near.
    pub nearest: Option<&'static str>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {} is not known", self.place.0, self.place.1, self.path)?;
        self.nearest.map_or(Ok(()), |name| write!(f, ", did you mean '{name}'?"))
    }
}

/// Bytes of a word that is compared with others; no name is longer.
const LONGEST_WORD: usize = 64;

/// The name in `known` that differs least from `word`, at most by a third of its letters.
pub fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let limit = word.chars().count() / 3 + 1;
    let distances = known.into_iter().map(|name| (distance(word, name), name));
    distances.filter(|(d, _)| *d <= limit).min_by_key(|(d, _)| *d).map(|(_, name)| name)
}

/// Letters to add, drop or change.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.chars().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names() {
        assert_eq!(nearest("writebak", ["none", "writeback", "writethrough"]), Some("writeback"));
        assert_eq!(nearest("xyz", ["none", "writeback"]), None);
        assert_eq!(nearest("", ["no"]), None);
    }
}
