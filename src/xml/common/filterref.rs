//! `<filterref>`: the use of a network filter, with values for its variables.

use std::collections::BTreeMap;

use crate::walk;
use crate::xml::{Element, Reader, Shape, Writer};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filterref {
    /// The name of the filter.
    pub filter: String,
    pub parameters: Parameters,
}

walk!(Filterref, |filterref, xml| {
    xml.shaped(Shape::Name, |xml| filterref.filter.required("filter", xml));
    filterref.parameters.inline(xml);
});

/// Values of variables by their names, those of one name in the order of the document. What can be no name or no value of a
/// variable is dropped, as libvirt does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters(pub BTreeMap<String, Vec<String>>);

impl Element for Parameters {
    fn read(&mut self, xml: &mut Reader) {
        xml.every("parameter", &mut |xml| {
            if xml.is_strict() {
                xml.need("name");
                xml.need("value");
            }
            let (mut name, mut value): (Option<String>, Option<String>) = (None, None);
            xml.shaped(Shape::Identifier, |xml| name = xml.attribute("name").filter(|name: &String| is_name(name)));
            xml.shaped(Shape::Parameter, |xml| value = xml.attribute("value").filter(|value: &String| is_value(value)));
            if let Some((name, value)) = name.zip(value) {
                self.0.entry(name).or_default().push(value);
            }
        });
    }

    fn write(&self, xml: &mut Writer) {
        for (name, value) in self.0.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))) {
            xml.element("parameter", |xml| {
                xml.attribute("name", name);
                xml.attribute("value", value);
            });
        }
    }
}

/// Whether a variable may be called so; libvirt takes the empty name too.
pub(crate) fn is_name(text: &str) -> bool {
    text.bytes().all(is_name_byte)
}

pub(crate) fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| is_name_byte(byte) || matches!(byte, b'.' | b':'))
}
