//! `<vlan>`: a virtual LAN on another interface.

use super::Link;
use crate::types::VIR_ERR_XML_ERROR;
use crate::walk;
use crate::xml::{Fault, Shape};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vlan {
    pub link: Link,
    /// As it was written.
    pub tag: String,
    /// The interface below.
    pub device: String,
}

walk!(Vlan, |vlan, xml| {
    let given = xml.has("vlan");
    xml.check_value(|| if given { Ok(()) } else { Err(Fault::xml("vlan interface misses the vlan element")) });
    vlan.link.child("link", xml);
    xml.element("vlan", |xml| {
        xml.lacking(VIR_ERR_XML_ERROR, "vlan interface misses the tag attribute", |xml| {
            xml.filled(|xml| xml.shaped(Shape::VlanTag, |xml| vlan.tag.required("tag", xml)));
        });
        let given = xml.has("interface");
        xml.check_value(|| if given { Ok(()) } else { Err(Fault::xml(NO_DEVICE)) });
        xml.element("interface", |xml| {
            xml.lacking(VIR_ERR_XML_ERROR, NO_DEVICE, |xml| {
                xml.filled(|xml| xml.shaped(Shape::DeviceName, |xml| vlan.device.required("name", xml)));
            });
        });
    });
});

const NO_DEVICE: &str = "vlan interface misses name attribute";
