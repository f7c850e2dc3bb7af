//! libvirt's layout: two spaces, single quotes, `<empty/>`.

use std::fmt::{Display, Write};

use super::{Fault, Shape, Value};
use crate::error::{Code, Origin};

/// What a dump shows (`virDomainXMLFlags`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Dump {
    /// The running machine: ids, aliases, labels that were chosen at start.
    pub active: bool,
    /// Passwords.
    pub secure: bool,
    /// Without what another host's libvirt might not understand.
    pub migratable: bool,
}

/// The text being written.
#[derive(Debug, Default)]
pub struct Text {
    out: String,
    /// Whether what is written is an attribute's value.
    attribute: bool,
}

impl Text {
    pub fn as_str(&self) -> &str {
        &self.out
    }

    /// Words that need no escaping.
    pub fn plain(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// libvirt's escaping, and that of blanks which XML's readers replace: libvirt forgets these. Control characters that XML
    /// forbids are left out.
    pub fn escaped(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let entity = match byte {
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'&' => "&amp;",
                b'"' => "&quot;",
                b'\'' => "&apos;",
                b'\r' => "&#13;",
                b'\t' if self.attribute => "&#9;",
                b'\n' if self.attribute => "&#10;",
                b'\t' | b'\n' | 0x20.. => continue,
                _ => "",
            };
            self.out.push_str(&text[from..at]);
            self.out.push_str(entity);
            from = at + 1;
        }
        self.out.push_str(&text[from..]);
    }

    /// What a type writes of itself, which needs no escaping.
    pub fn displayed(&mut self, value: &impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{value}");
    }

    pub fn number(&mut self, number: i128) {
        if number < 0 {
            self.out.push('-');
        }
        self.digits(number.unsigned_abs() as u64, 10, 1);
    }

    pub fn octal(&mut self, number: u64, width: usize) {
        self.digits(number, 8, width);
    }

    pub fn hex(&mut self, number: u64, width: usize) {
        self.out.push_str("0x");
        self.digits(number, 16, width);
    }

    fn digits(&mut self, mut number: u64, base: u64, width: usize) {
        let mut digits = [b'0'; 22];
        let mut at = digits.len();
        while number > 0 {
            at -= 1;
            digits[at] = b"0123456789abcdef"[(number % base) as usize];
            number /= base;
        }
        let at = at.min(digits.len() - width);
        self.out.extend(digits[at..].iter().map(|digit| *digit as char));
    }
}

/// How much of the innermost element is written.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// `<name a='b'`
    Tag,
    /// `<name>text`
    Inline,
    /// Children, each on its own lines.
    Children,
}

/// Writes elements. What is read only (checks, required values) does nothing here.
pub struct Writer {
    text: Text,
    depth: usize,
    state: State,
    dump: Dump,
    /// Elements of this depth have empty lines between them, see [`Writer::apart`].
    apart: Option<usize>,
}

impl Writer {
    pub(super) fn new(dump: Dump) -> Self {
        Self {
            text: Text { out: String::with_capacity(8192), attribute: false },
            depth: 0,
            state: State::Children,
            dump,
            apart: None,
        }
    }

    pub(super) fn finish(self) -> String {
        self.text.out
    }

    /// What exists only in a running object.
    pub fn live(&mut self, body: impl FnOnce(&mut Self)) {
        if self.dump.active {
            body(self);
        }
    }

    pub fn is_reading(&self) -> bool {
        false
    }

    /// Whether what exists only in a running object is part of the document.
    pub fn is_active(&self) -> bool {
        self.dump.active
    }

    pub fn need(&mut self, _: &'static str) {}

    pub fn need_filled(&mut self, _: &'static str) {}

    pub fn read_if(&mut self, _: bool, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn reported(&mut self, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn newer(&mut self, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn older(&mut self, _: impl FnOnce(&mut Self)) {}
    pub fn is_strict(&self) -> bool {
        false
    }

    pub fn shaped(&mut self, _: Shape, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn filled(&mut self, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn only(&mut self, _: &str, _: &[&str], body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn each_needs(&mut self, _: &str, _: &str, _: Code, _: &'static str) {}

    pub fn says(&self, _: &str, _: &[&str]) -> bool {
        false
    }

    /// What is asked for.
    pub fn dump(&self) -> Dump {
        self.dump
    }

    /// Whether it is written so that older versions understand it too.
    pub fn migratable(&self) -> bool {
        self.dump.migratable
    }

    /// Whether secrets are part of the document.
    pub fn secure(&self) -> bool {
        self.dump.secure
    }

    pub fn check(&mut self, _: impl FnOnce() -> Result<(), Fault>) {}

    pub fn check_value(&mut self, _: impl FnOnce() -> Result<(), Fault>) {}

    pub fn no_others(&mut self, _: Code, _: &'static str) {}

    pub fn named(&mut self, _: &str) {}

    pub fn named_by(&mut self, _: &str) {}

    pub fn single(&mut self, _: &str, _: Code, _: &'static str) {}

    pub fn complaining(&mut self, _: Origin, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn has(&self, _: &str) -> bool {
        true
    }

    pub fn blank(&self, _: &str) -> bool {
        false
    }

    pub fn given(&self, _: &str) -> bool {
        true
    }

    pub fn refuse(&mut self, _: Code, _: &'static str, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    pub fn lacking(&mut self, _: Code, _: &'static str, body: impl FnOnce(&mut Self)) {
        body(self);
    }

    /// Declares a namespace on this element where `used`.
    pub fn namespace(&mut self, prefix: &'static str, uri: &str, used: bool) {
        if used {
            self.text.out.extend([" xmlns:", prefix, "='", uri, "'"]);
        }
    }

    /// An element that the parent's struct holds in fields of its own; left out when nothing stands in it.
    pub fn group(&mut self, name: &'static str, body: impl FnOnce(&mut Self)) {
        let before = self.start(name);
        let empty = self.text.out.len();
        body(self);
        if self.state == State::Tag && self.text.out.len() == empty {
            self.text.out.truncate(before.0);
            (self.state, self.depth) = (before.1, self.depth - 1);
        } else {
            self.end(name);
        }
    }

    /// An element that is written even when it is empty.
    pub fn element(&mut self, name: &'static str, body: impl FnOnce(&mut Self)) {
        self.start(name);
        body(self);
        self.end(name);
    }

    /// From here on only children: the element has an end tag even when there are none.
    pub fn open(&mut self) {
        if self.state == State::Tag {
            self.close(">\n");
        }
    }

    pub(super) fn attribute(&mut self, name: &'static str, value: &impl Value) {
        self.attribute_as(name, |text| value.write(text));
    }

    /// An attribute whose type is known only here.
    pub(super) fn attribute_as(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        debug_assert!(self.state == State::Tag, "attribute {name} after a child");
        self.text.out.push(' ');
        self.text.out.push_str(name);
        self.text.out.push_str("='");
        self.text.attribute = true;
        write(&mut self.text);
        self.text.attribute = false;
        self.text.out.push('\'');
    }

    pub(super) fn content(&mut self, value: &impl Value) {
        self.text.out.push('>');
        self.state = State::Inline;
        value.write(&mut self.text);
    }

    /// From here on an empty line stands before each child of this element, and before its end.
    pub fn apart(&mut self) {
        self.open();
        self.apart = Some(self.depth);
    }

    /// A word that needs no escaping.
    pub fn word(&mut self, name: &'static str, word: &'static str) {
        self.text.out.extend([" ", name, "='", word, "'"]);
    }

    /// An element in somebody else's layout, which is told how deep it stands.
    pub(super) fn raw(&mut self, write: impl FnOnce(&mut String, usize)) {
        self.open();
        self.indent();
        write(&mut self.text.out, self.depth);
        self.close("\n");
    }

    /// Returns where and in which state the text was, to undo.
    fn start(&mut self, name: &str) -> (usize, State) {
        let before = (self.text.out.len(), self.state);
        self.open();
        self.space();
        self.indent();
        self.text.out.push('<');
        self.text.out.push_str(name);
        self.state = State::Tag;
        self.depth += 1;
        before
    }

    /// The empty line of [`Writer::apart`].
    fn space(&mut self) {
        if self.apart == Some(self.depth) {
            self.text.out.push('\n');
        }
    }

    fn indent(&mut self) {
        const SPACES: &str = "                                                                ";
        let width = 2 * self.depth;
        match SPACES.get(..width) {
            Some(spaces) => self.text.out.push_str(spaces),
            None => self.text.out.extend(std::iter::repeat_n(' ', width)),
        }
    }

    fn end(&mut self, name: &str) {
        if self.state == State::Children {
            self.space();
        }
        self.depth -= 1;
        match self.state {
            State::Tag => return self.close("/>\n"),
            State::Inline => {}
            State::Children => self.indent(),
        }
        self.text.out.push_str("</");
        self.text.out.push_str(name);
        self.close(">\n");
    }

    fn close(&mut self, text: &str) {
        self.text.out.push_str(text);
        self.state = State::Children;
    }
}
