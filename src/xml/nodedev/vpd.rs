//! `<capability type='vpd'>`: what a PCI device says of itself (vital product data).

use crate::xml::Fault;
use crate::{element, walk, words};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vpd {
    pub name: Option<String>,
    pub fields: Vec<Fields>,
}

walk!(Vpd, |vpd, xml| {
    vpd.name.leaf("name", xml);
    vpd.fields.child("fields", xml);
    xml.check(|| match vpd.name {
        Some(_) => Ok(()),
        None => Err(Fault::xml("Could not read a device name from the <name> element")),
    });
});

words! { pub enum Access { ReadOnly = "readonly", ReadWrite = "readwrite" } }

element! {
    pub struct Fields {
        access: Access = required("access") else VIR_ERR_XML_ERROR "Unsupported VPD field access type specified {}",
        change_level: Option<String> = leaf("change_level"),
        manufacture_id: Option<String> = leaf("manufacture_id"),
        part_number: Option<String> = leaf("part_number"),
        serial_number: Option<String> = leaf("serial_number"),
        asset_tag: Option<String> = leaf("asset_tag"),
        vendor: Vec<Field> = child("vendor_field"),
        system: Vec<Field> = child("system_field"),
    }
}

element! {
    pub struct Field {
        /// A digit or a letter.
        index: String = required("index"),
        value: String = text(),
    }
}
