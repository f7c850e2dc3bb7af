//! What holds for a part of a walk: who complains and how, what is read, and what counts as being there.

use super::Reader;
use crate::error::{Code, Origin, excerpt};
#[cfg(test)]
use crate::xml::{Expected, coverage};
use crate::xml::{Fault, Shape};

impl Reader<'_> {
    /// What exists only in a running object; in the document of another it is known, but not read.
    pub fn live(&mut self, body: impl FnOnce(&mut Self)) {
        let ignoring = self.ignoring;
        self.ignoring |= !self.options.active;
        body(self);
        self.ignoring = ignoring;
    }

    /// What libvirt writes and never reads: it is known, but ignored.
    pub fn reported(&mut self, body: impl FnOnce(&mut Self)) {
        self.read_if(false, body);
    }

    /// What is read under a condition; otherwise it is known, but ignored. It is always written.
    pub fn read_if(&mut self, condition: bool, body: impl FnOnce(&mut Self)) {
        let ignoring = self.ignoring;
        self.ignoring |= !condition;
        body(self);
        self.ignoring = ignoring;
    }

    /// Vocabulary that libvirt 9.0.0 does not have.
    pub fn newer(&mut self, body: impl FnOnce(&mut Self)) {
        if !self.options.as_9_0 {
            body(self);
        }
    }

    /// Rules of libvirt 9.0.0 that later versions do not have.
    pub fn older(&mut self, body: impl FnOnce(&mut Self)) {
        if self.options.as_9_0 {
            body(self);
        }
    }

    /// In strict reading, what `body` reads has to look like that.
    pub fn shaped(&mut self, shape: Shape, body: impl FnOnce(&mut Self)) {
        let outer = self.shape.replace(shape);
        body(self);
        self.shape = outer;
    }

    /// Whether everything has to be as libvirt's schema wants it.
    pub fn is_strict(&self) -> bool {
        self.options.strict
    }

    /// In `body` an attribute with nothing in it counts as one that is not there.
    pub fn filled(&mut self, body: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.filled, true);
        body(self);
        self.filled = outer;
    }

    /// Of the children that `body` reads, those are meant that have one of these words in the attribute. The others are not
    /// known.
    pub fn only(&mut self, attribute: &'static str, words: &'static [&'static str], body: impl FnOnce(&mut Self)) {
        self.only = Some((attribute, words));
        body(self);
        self.only = None;
    }

    /// A complaint about what is read in `body` uses this code and this sentence; a `{}` in it stands for the bad value.
    pub fn refuse(&mut self, code: Code, sentence: &'static str, body: impl FnOnce(&mut Self)) {
        let outer = self.refusal.replace((code, sentence));
        body(self);
        self.refusal = outer;
    }

    /// A complaint in `body` that a required attribute is missing uses this code and this sentence.
    pub fn lacking(&mut self, code: Code, sentence: &'static str, body: impl FnOnce(&mut Self)) {
        let outer = self.lack.replace((code, sentence));
        body(self);
        self.lack = outer;
    }

    /// Who complains in `body`, where a complaint does not say it.
    pub fn complaining(&mut self, origin: Origin, body: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.origin, origin);
        body(self);
        self.origin = outer;
    }

    /// Complains about the first child that nobody has asked for; a `{}` in the sentence stands for its name.
    pub fn no_others(&mut self, code: Code, sentence: &'static str) {
        let other = self.children[self.here.children..].iter().find(|child| !child.read && !child.foreign);
        if let Some(name) = other.map(|child| child.name) {
            self.complain_strictly(Fault::new(code, sentence.replacen("{}", &excerpt(name), 1)), None, None);
        }
    }
}

/// Which names and words the samples have.
#[cfg(test)]
impl<'d> Reader<'d> {
    /// Returns whose walk it was before.
    pub(in crate::xml) fn begin_walk(&mut self, model: &'static str) -> coverage::Walk<'d> {
        std::mem::replace(&mut self.walk, coverage::Walk::new(model, self.here.node))
    }

    pub(in crate::xml) fn end_walk(&mut self, outer: coverage::Walk<'d>) {
        self.walk = outer;
    }

    pub(super) fn cover_words(&self, name: &str, expected: Expected) {
        let value = self.here.node.attribute(name);
        self.walk.words(self.here.node, &format!("@{name}"), expected, value);
    }
}
