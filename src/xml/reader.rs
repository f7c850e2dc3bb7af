//! Reading: elements and attributes are asked for by name; what nobody asked for is unknown.

mod complaint;
mod scope;

use std::borrow::Cow;

use roxmltree::{Attribute, Document, Node};

#[cfg(test)]
use super::coverage;
use super::place::{Paths, position};
use super::{Expected, Fault, Shape, Unknown, Value, Variant};
use crate::error::{Code, Origin, excerpt};
use crate::types::VIR_FROM_XML;

/// More unknown names of one document are not told: finding out where each stands takes time.
const MOST_UNKNOWN: usize = 100;

/// Children that are searched one by one; where there are more, by [`bit`].
const FEW: usize = 32;

/// Reads one document. The first error is kept and reading goes on with defaults, so that a walk needs no `?`.
pub struct Reader<'d> {
    document: &'d Document<'d>,
    /// Where the root element begins.
    root_at: usize,
    options: Read,
    /// Who complains where a check does not say it.
    origin: Origin,
    namespaces: Vec<(&'static str, &'static str)>,
    fault: Option<Box<Fault>>,
    unknown: Vec<Unknown>,
    /// The element being read.
    here: Frame<'d>,
    /// Child elements of all open elements, innermost last.
    children: Vec<Child<'d>>,
    /// For each open element with more than [`FEW`] children, the first child for each [`bit`].
    chains: Vec<[u32; 64]>,
    /// Names that were asked for in all open elements, innermost last.
    asked: Vec<&'static str>,
    /// What to say instead of the reader's own sentence, see [`Reader::refuse`].
    refusal: Option<(Code, &'static str)>,
    /// What to say of an attribute that is not there, see [`Reader::lacking`].
    lack: Option<(Code, &'static str)>,
    /// Names are known here, but nothing is read.
    ignoring: bool,
    /// Attributes with nothing in them are not there, see [`Reader::filled`].
    filled: bool,
    /// Which children of the next name are meant, see [`Reader::only`].
    only: Option<(&'static str, &'static [&'static str])>,
    /// What strict reading wants texts to look like, see [`Reader::shaped`].
    shape: Option<Shape>,
    /// What `{name}` is in complaints, see [`Reader::named`].
    object: String,
    paths: Paths<'d>,
    #[cfg(test)]
    walk: coverage::Walk<'d>,
}

/// How a document is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Read {
    /// Unknown names are an error (`VIR_DOMAIN_DEFINE_VALIDATE` and its like).
    pub strict: bool,
    /// The document describes a running object: what exists only there is read too.
    pub active: bool,
    /// Accepts and refuses what libvirt 9.0.0 does: what came later is as unknown as to it.
    pub as_9_0: bool,
}

#[derive(Clone, Copy)]
struct Frame<'d> {
    node: Node<'d, 'd>,
    /// Where this element's children and names begin.
    children: usize,
    asked: usize,
    /// Whether the last of [`Reader::chains`] is this element's.
    is_chained: bool,
    /// Whether somebody asked for its text.
    is_text: bool,
    /// One bit for each attribute that was read.
    attributes: u64,
    /// Which names there are, see [`bit`].
    attribute_names: u64,
    child_names: u64,
}

#[derive(Clone, Copy)]
struct Child<'d> {
    node: Node<'d, 'd>,
    name: &'d str,
    /// That of its name, see [`bit`]; all of them in a namespace of someone's.
    bit: u64,
    /// In a chain, the next child with the same bit; all ones at its end.
    next: u32,
    read: bool,
    /// In a namespace of someone's.
    foreign: bool,
}

/// How often an element may stand in its parent.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Many {
    /// libvirt takes the first one and ignores the others.
    First,
    All,
}

impl<'d> Frame<'d> {
    fn new(node: Node<'d, 'd>, children: usize, asked: usize) -> Self {
        Self {
            node,
            children,
            asked,
            is_chained: false,
            is_text: false,
            attributes: 0,
            attribute_names: 0,
            child_names: 0,
        }
    }
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document<'d>, origin: Origin, options: Read) -> Self {
        let node = document.root_element();
        Self {
            document,
            root_at: node.range().start,
            options,
            origin,
            namespaces: Vec::new(),
            fault: None,
            unknown: Vec::new(),
            here: Frame::new(node, 0, 0),
            children: Vec::with_capacity(64),
            chains: Vec::new(),
            asked: Vec::with_capacity(64),
            refusal: None,
            lack: None,
            ignoring: false,
            filled: false,
            only: None,
            shape: None,
            object: String::new(),
            paths: Paths::default(),
            #[cfg(test)]
            walk: coverage::Walk::new("", node),
        }
    }

    pub(super) fn root(&mut self, body: impl FnOnce(&mut Self)) {
        self.enter(self.document.root_element(), body);
    }

    pub(super) fn finish(self) -> Result<Vec<Unknown>, Fault> {
        self.fault.map_or(Ok(self.unknown), |fault| Err(*fault))
    }

    /// Whether this is the [`Reader`], for walks that write less than they read.
    pub fn is_reading(&self) -> bool {
        true
    }

    /// Whether the document describes a running object.
    pub fn is_active(&self) -> bool {
        self.options.active
    }

    /// Everything may be read.
    pub fn migratable(&self) -> bool {
        false
    }

    /// Secrets may always be read.
    pub fn secure(&self) -> bool {
        true
    }

    /// Checks the element once its fields are read. Does nothing when writing.
    pub fn check(&mut self, check: impl FnOnce() -> Result<(), Fault>) {
        if self.fault.is_none()
            && let Err(fault) = check()
        {
            self.complain(fault, None, None);
        }
    }

    /// As [`Reader::check`], where what is wrong is one value or name: in strict reading it is against the schema.
    pub fn check_value(&mut self, check: impl FnOnce() -> Result<(), Fault>) {
        if self.fault.is_none()
            && let Err(fault) = check()
        {
            self.complain_strictly(fault, None, None);
        }
    }

    /// From here on, complaints say this where `{name}` stands: what the document describes.
    pub fn named(&mut self, name: &str) {
        self.object = excerpt(name).into_owned();
    }

    /// As [`Reader::named`], with the text of a child.
    pub fn named_by(&mut self, child: &str) {
        let children = &self.children[self.here.children..];
        let name = children.iter().find(|one| self.is_called(one, child)).map(|one| text_of(one.node));
        self.object = excerpt(&name.unwrap_or_default()).into_owned();
    }

    /// Complains about a child of that name that has no such attribute.
    pub fn each_needs(&mut self, name: &str, attribute: &str, code: Code, sentence: &'static str) {
        let mut children = self.children[self.here.children..].iter();
        if children.any(|child| self.is_called(child, name) && child.node.attribute(attribute).is_none()) {
            self.complain_strictly(Fault::new(code, sentence), None, None);
        }
    }

    /// Complains about a second child of that name.
    pub fn single(&mut self, name: &str, code: Code, sentence: &'static str) {
        if self.here.child_names & bit(name) == 0 {
            return;
        }
        let children = &self.children[self.here.children..];
        if children.iter().filter(|child| self.is_called(child, name)).count() > 1 {
            self.complain_strictly(Fault::new(code, sentence), None, None);
        }
    }

    /// From here on, names with this prefix are names of that namespace, whatever prefix the document uses.
    pub fn namespace(&mut self, prefix: &'static str, uri: &'static str, _used: bool) {
        self.namespaces.push((prefix, uri));
    }

    pub fn open(&mut self) {}

    pub fn apart(&mut self) {}

    /// An element that the parent's struct holds in fields of its own.
    pub fn group(&mut self, name: &'static str, mut body: impl FnMut(&mut Self)) {
        self.each(name, Many::First, &mut body);
    }

    /// As [`Reader::group`]; when writing, the element is there even when it is empty.
    pub fn element(&mut self, name: &'static str, body: impl FnMut(&mut Self)) {
        self.group(name, body);
    }

    /// Whether there is a child of that name. Does not count as reading it; always true when writing.
    pub fn has(&self, name: &str) -> bool {
        self.children[self.here.children..].iter().any(|child| self.is_called(child, name))
    }

    /// Whether there is a child of that name without text; never when writing.
    pub fn blank(&self, name: &str) -> bool {
        let mut children = self.children[self.here.children..].iter();
        children.find(|child| self.is_called(child, name)).is_some_and(|child| text_of(child.node).is_empty())
    }

    /// Whether there is an attribute of that name. Does not count as reading it; always true when writing.
    pub fn given(&self, name: &str) -> bool {
        self.here.node.attribute(name).is_some()
    }

    /// Whether the attribute of that name has one of these words. Does not count as reading it; never true when writing.
    pub fn says(&self, name: &str, words: &[&str]) -> bool {
        self.here.node.attribute(name).is_some_and(|value| words.contains(&value))
    }

    /// All children of that name.
    pub(super) fn every(&mut self, name: &'static str, body: &mut dyn FnMut(&mut Self)) {
        self.each(name, Many::All, body);
    }

    pub(super) fn each(&mut self, name: &'static str, many: Many, body: &mut dyn FnMut(&mut Self)) {
        self.asked.push(name);
        #[cfg(test)]
        self.walk.name(self.here.node, name, self.has(name));
        let wanted = bit(name);
        if self.here.child_names & wanted == 0 {
            return;
        }
        let mut found = false;
        let meant = self.only.take();
        let mut next = self.first(name);
        while let Some(child) = self.children.get(next) {
            let at = next;
            next = if self.here.is_chained { child.next as usize } else { at + 1 };
            if child.read || child.bit & wanted == 0 || !self.is_called(child, name) {
                continue;
            }
            let child = *child;
            if let Some((attribute, words)) = meant
                && !child.node.attribute(attribute).is_some_and(|word| words.contains(&word))
            {
                continue;
            }
            self.children[at].read = true;
            if !self.ignoring && (many == Many::All || !found) {
                self.enter(child.node, &mut *body);
            }
            if self.options.strict && many == Many::First && found && self.fault.is_none() {
                let text = format!("{} must stand there once", self.paths.of(child.node, None));
                self.complain_strictly(Fault::xml(text), None, None);
            }
            found = true;
        }
    }

    /// Children of any of these names in the order of the document; `body` is told which name it is.
    pub(super) fn among(&mut self, names: &'static [&'static str], body: &mut dyn FnMut(usize, &mut Self)) {
        self.asked.extend(names);
        for at in self.here.children..self.children.len() {
            let child = self.children[at];
            let Some(name) = names.iter().position(|name| !child.read && self.is_called(&child, name)) else {
                continue;
            };
            self.children[at].read = true;
            if !self.ignoring {
                self.enter(child.node, |xml| body(name, xml));
            }
        }
    }

    /// Which of these names the first child has that has any of them.
    pub(super) fn first_among(&mut self, names: &'static [&'static str]) -> Option<usize> {
        let mut children = self.children[self.here.children..].iter();
        let first = children.find_map(|child| names.iter().position(|name| self.is_called(child, name)));
        if first.is_none() {
            self.asked.extend(names);
        }
        first
    }

    /// Where to begin to search for children of that name. Those of this element end where those of the elements below it
    /// will begin.
    fn first(&self, name: &str) -> usize {
        match self.chains.last() {
            Some(chains) if self.here.is_chained => {
                let local = name.split_once(':').map_or(name, |(_, local)| local);
                chains[bit(local).trailing_zeros() as usize] as usize
            }
            _ => self.here.children,
        }
    }

    fn is_called(&self, child: &Child, name: &str) -> bool {
        if !child.foreign {
            return child.name == name;
        }
        let Some((prefix, local)) = name.split_once(':') else { return false };
        let uri = self.namespaces.iter().find(|(ours, _)| *ours == prefix).map(|(_, uri)| *uri);
        local == child.name && uri.is_some() && child.node.tag_name().namespace() == uri
    }

    fn enter(&mut self, node: Node<'d, 'd>, body: impl FnOnce(&mut Self)) {
        let outer = self.here;
        self.here = Frame::new(node, self.children.len(), self.asked.len());
        self.here.attribute_names = node.attributes().fold(0, |names, a| names | bit(a.name()));
        // As in libvirt, elements are no elements that an entity puts here: they stand before the root.
        let root_at = self.root_at;
        for child in node.children().filter(|child| child.is_element() && child.range().start >= root_at) {
            let tag = child.tag_name();
            let foreign = tag.namespace().is_some_and(|uri| !uri.is_empty());
            let bit = if foreign { u64::MAX } else { bit(tag.name()) };
            self.here.child_names |= bit;
            self.children.push(Child { node: child, name: tag.name(), bit, next: u32::MAX, read: false, foreign });
        }
        if self.children.len() - self.here.children > FEW {
            self.chain();
        }
        body(self);
        self.report_unknown();
        self.children.truncate(self.here.children);
        self.asked.truncate(self.here.asked);
        if self.here.is_chained {
            self.chains.pop();
        }
        self.here = outer;
    }

    /// Links the children whose names have the same bit, in their order.
    #[cold]
    fn chain(&mut self) {
        let mut first = [u32::MAX; 64];
        for at in (self.here.children..self.children.len()).rev() {
            let child = &mut self.children[at];
            let chain = &mut first[bit(child.name).trailing_zeros() as usize];
            (child.next, *chain) = (*chain, at as u32);
        }
        self.chains.push(first);
        self.here.is_chained = true;
    }

    /// This whole element, all of it known.
    pub(super) fn whole(&mut self) -> Node<'d, 'd> {
        (self.here.attributes, self.here.is_text) = (u64::MAX, true);
        self.children[self.here.children..].iter_mut().for_each(|child| child.read = true);
        self.here.node
    }

    pub(super) fn attribute<V: Value>(&mut self, name: &'static str) -> Option<V> {
        if self.options.strict && !self.conforms::<V>(name) {
            return None;
        }
        let value = self.attribute_as(name, V::EXPECTED, V::parse, V::refusal)?;
        if self.options.as_9_0 && value.is_newer() {
            let attribute = self.find(name)?;
            self.bad_attribute(&attribute, Expected::Kind("a word that libvirt 9.0.0 knows"), None);
            return None;
        }
        Some(value)
    }

    /// An attribute whose type is known only here: what `parse` makes of it, or else a complaint, that of `refusal` if it has one.
    pub(super) fn attribute_as<T>(
        &mut self,
        name: &'static str,
        expected: Expected,
        parse: impl FnOnce(&str) -> Option<T>,
        refusal: impl FnOnce(&str) -> Option<Fault>,
    ) -> Option<T> {
        #[cfg(test)]
        self.cover_words(name, expected);
        let attribute = self.find(name)?;
        let value = parse(attribute.value());
        if value.is_none() {
            self.bad_attribute(&attribute, expected, refusal(attribute.value()));
        }
        value
    }

    fn find(&mut self, name: &'static str) -> Option<Attribute<'d, 'd>> {
        self.asked.push(name);
        #[cfg(test)]
        self.walk.name(self.here.node, &format!("@{name}"), self.given(name));
        if self.here.attribute_names & bit(name) == 0 {
            return None;
        }
        let mut attributes = self.here.node.attributes().enumerate();
        let (at, found) = attributes.find(|(_, a)| a.name() == name && a.namespace().is_none())?;
        self.here.attributes |= 1 << at.min(63);
        let absent = self.ignoring || self.filled && found.value().is_empty();
        (!absent).then_some(found)
    }

    /// The text of the element with that of all below it; none when it is empty.
    pub(super) fn content<V: Value>(&mut self) -> Option<V> {
        let text = text_of(self.here.node);
        self.here.is_text = true;
        #[cfg(test)]
        self.walk.words(self.here.node, "", V::EXPECTED, Some(&text));
        let may_be_empty = !self.options.strict || V::parse("").is_some();
        if self.ignoring || text.is_empty() && may_be_empty {
            return None;
        }
        let fits = !self.options.strict || self.shape.map_or_else(|| V::fits_schema(&text), |shape| shape.fits(&text));
        let known = |value: &V| fits && !(self.options.as_9_0 && value.is_newer());
        let value = V::parse(&text).filter(known);
        if value.is_none() {
            let fault = V::refusal(&text).unwrap_or_else(|| {
                let name = self.element_name();
                let sentence = format!("Invalid value '{}' for element or attribute './{name}[1]'", excerpt(&text));
                Fault::xml(sentence).with_origin(VIR_FROM_XML)
            });
            self.complain_of(&text, fault, None, Some(V::EXPECTED));
        }
        value
    }

    /// An attribute with only one possible word.
    pub fn word(&mut self, name: &'static str, _word: &'static str) {
        self.find(name);
    }

    /// Complains unless there is such an attribute.
    pub fn need(&mut self, name: &'static str) {
        if self.find(name).is_none() {
            self.missing(name);
        }
    }

    /// As [`Reader::need`], also where the attribute is empty.
    pub fn need_filled(&mut self, name: &'static str) {
        if self.find(name).is_none_or(|attribute| attribute.value().is_empty()) {
            self.missing(name);
        }
    }

    /// For the attribute that says which variant of an enum the element is.
    pub(super) fn choice<E: Variant>(&mut self, name: &'static str) -> Option<usize> {
        #[cfg(test)]
        self.cover_words(name, Expected::OneOf(E::TAGS));
        let attribute = self.find(name)?;
        let words = if self.options.as_9_0 { &E::TAGS[..E::OLDER] } else { E::TAGS };
        let choice = words.iter().position(|word| *word == attribute.value());
        if choice.is_none() {
            self.bad_attribute(&attribute, Expected::OneOf(words), None);
        }
        choice
    }

    fn element_name(&self) -> &'d str {
        self.here.node.tag_name().name()
    }

    fn place(&self, at: usize) -> (u32, u32) {
        let place = position(self.document.input_text(), at);
        (place.row, place.col)
    }

    /// What the element is called, for a root that may have several names.
    pub fn name(&self) -> &'d str {
        self.element_name()
    }

    pub(super) fn expect_name(&mut self, name: &'static str) {
        let tag = self.here.node.tag_name();
        if tag.name() == name {
            return;
        }
        let text = format!("expecting root element of '{name}', not '{}'", excerpt(tag.name()));
        self.complain(Fault::xml(text).with_origin(VIR_FROM_XML), None, None);
    }
}

/// The text of an element and of all elements below it.
fn text_of<'d>(node: Node<'d, 'd>) -> Cow<'d, str> {
    let first = node.first_child();
    match first {
        None => Cow::Borrowed(""),
        Some(text) if text.is_text() && text.next_sibling().is_none() => Cow::Borrowed(text.text().unwrap_or_default()),
        Some(_) => node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect(),
    }
}

/// A bit that tells most names apart, so that most names that are not there are not searched for.
fn bit(name: &str) -> u64 {
    let bytes = name.as_bytes();
    match bytes {
        [first, .., last] => 1 << ((usize::from(*first) + 7 * usize::from(*last) + 3 * bytes.len()) & 63),
        _ => 1,
    }
}
