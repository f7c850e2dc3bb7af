//! What is wrong with a document: said once, with its place, and what nobody asked for.

use roxmltree::Attribute;

use super::{MOST_UNKNOWN, Reader};
use crate::error::excerpt;
use crate::types::{VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML};
use crate::xml::fault::nearest;
use crate::xml::{Expected, Fault, Unknown, Value};

impl<'d> Reader<'d> {
    pub(in crate::xml) fn missing(&mut self, name: &'static str) {
        if self.ignoring {
            return;
        }
        if let Some((code, sentence)) = self.lack {
            return self.complain_strictly(Fault::new(code, sentence), None, None);
        }
        let text = format!("Missing required attribute '{name}' in element '{}'", self.element_name());
        self.complain_of("", Fault::xml(text).with_origin(VIR_FROM_XML), None, None);
    }

    /// Complains about an attribute that libvirt's schema does not take, although its parser would.
    #[cold]
    pub(super) fn conforms<V: Value>(&mut self, name: &'static str) -> bool {
        let Some(attribute) = self.here.node.attributes().find(|a| a.name() == name && a.namespace().is_none()) else {
            return true;
        };
        let text = attribute.value();
        let parsed = V::parse(text).is_some();
        let fits = match self.shape {
            Some(shape) if parsed => shape.fits(text),
            _ => parsed && V::fits_schema(text),
        };
        // What the parser refuses is told by whoever reads it, unless it would not be looked at.
        let told = !(parsed || self.filled && text.is_empty());
        if self.ignoring || fits || told {
            return true;
        }
        let expected = self.shape.map_or(V::EXPECTED, |shape| Expected::Kind(shape.described()));
        self.find(name);
        self.bad_attribute(&attribute, expected, V::refusal(text));
        false
    }

    /// libvirt's complaint about the value of an attribute of this element, or `own` where its type has one.
    pub(super) fn bad_attribute(&mut self, attribute: &Attribute<'d, 'd>, expected: Expected, own: Option<Fault>) {
        let (name, value) = (attribute.name(), attribute.value());
        let element = self.element_name();
        let fault = own.unwrap_or_else(|| {
            let found = expected.complaint(&excerpt(value));
            let text = format!("Invalid value for attribute '{name}' in element '{element}': {found}");
            Fault::xml(text).with_origin(VIR_FROM_XML)
        });
        self.complain_of(value, fault, Some(attribute), Some(expected));
    }

    /// A complaint of the reader's own about `value`, or what [`Reader::refuse`] says instead.
    #[cold]
    pub(super) fn complain_of(
        &mut self,
        value: &str,
        fault: Fault,
        attribute: Option<&Attribute<'d, 'd>>,
        expected: Option<Expected>,
    ) {
        let name = attribute.map_or(self.element_name(), Attribute::name);
        let fault = match self.refusal {
            Some((code, sentence)) => Fault::new(code, sentence.replacen("{}", &excerpt(value), 1)),
            None => Fault { text: fault.text.replacen("{attribute}", name, 1), ..fault },
        };
        self.complain_strictly(fault, attribute, expected);
    }

    /// What is wrong with one value or name is, in strict reading, against the schema, as libvirt finds it there first.
    #[cold]
    pub(super) fn complain_strictly(
        &mut self,
        fault: Fault,
        attribute: Option<&Attribute<'d, 'd>>,
        expected: Option<Expected>,
    ) {
        let fault = match self.options.strict {
            true => Fault { code: VIR_ERR_XML_INVALID_SCHEMA, origin: Some(VIR_FROM_XML), ..fault },
            false => fault,
        };
        self.complain(fault, attribute, expected);
    }

    #[cold]
    pub(super) fn complain(
        &mut self,
        mut fault: Fault,
        attribute: Option<&Attribute<'d, 'd>>,
        expected: Option<Expected>,
    ) {
        if self.fault.is_some() {
            return;
        }
        let owner = if fault.code == VIR_ERR_XML_INVALID_SCHEMA { VIR_FROM_XML } else { self.origin };
        fault.origin.get_or_insert(owner);
        fault = fault.named(&self.object);
        fault.place = self.place(attribute.map_or(self.here.node.range().start, |a| a.range().start));
        fault.path = self.paths.of(self.here.node, attribute.map(Attribute::name));
        fault.hint = fault.hint.or_else(|| {
            let expected = expected?;
            let near = match expected {
                Expected::OneOf(words) => attribute.and_then(|a| nearest(a.value(), words.iter().copied())),
                _ => None,
            };
            let near = near.map_or(String::new(), |word| format!("; did you mean '{word}'?"));
            Some(format!("{}{near}", expected.hint()))
        });
        self.fault = Some(Box::new(fault));
    }

    pub(super) fn report_unknown(&mut self) {
        let attributes = self.here.node.attributes().len();
        let missed = self.children[self.here.children..].iter().any(|child| !child.read);
        if missed || (self.here.attributes.count_ones() as usize) < attributes {
            self.collect_unknown();
        }
        if self.options.strict && !self.here.is_text {
            self.refuse_text();
        }
    }

    /// Complains about text in an element that only has attributes and children.
    #[cold]
    fn refuse_text(&mut self) {
        let texts = self.here.node.children().filter(|child| child.is_text()).filter_map(|child| child.text());
        if self.fault.is_none()
            && let Some(text) = texts.map(str::trim_ascii).find(|text| !text.is_empty())
        {
            let text =
                format!("Element '{}' has the text '{}', where none may stand", self.element_name(), excerpt(text));
            self.complain_strictly(Fault::xml(text), None, None);
        }
    }

    #[cold]
    fn collect_unknown(&mut self) {
        let (node, read) = (self.here.node, self.here.attributes);
        let unread = |at: usize| read & (1 << at.min(63)) == 0;
        let attributes = node.attributes().enumerate().filter(|(at, _)| unread(*at));
        let attributes = attributes.map(|(_, a)| (node, Some(a.name()), a.name(), a.range().start));
        let elements = self.children[self.here.children..].iter().filter(|child| !child.read);
        let elements = elements.map(|child| (child.node, None, child.name, child.node.range().start));
        let asked = &self.asked[self.here.asked..];
        let mut unknown = Vec::new();
        for (node, attribute, name, at) in
            attributes.chain(elements).take(MOST_UNKNOWN.saturating_sub(self.unknown.len()))
        {
            unknown.push(Unknown {
                path: self.paths.of(node, attribute),
                place: self.place(at),
                nearest: nearest(name, asked.iter().copied().filter(|known| *known != name)),
            });
        }
        if self.options.strict
            && self.fault.is_none()
            && let Some(first) = unknown.first()
        {
            self.fault = Some(Box::new(Fault {
                origin: Some(VIR_FROM_XML),
                place: first.place,
                path: first.path.clone(),
                hint: first.nearest.map(|name| format!("did you mean '{name}'?")),
                ..Fault::new(VIR_ERR_XML_INVALID_SCHEMA, format!("{} is not known", first.path))
            }));
        }
        self.unknown.extend(unknown);
    }
}
