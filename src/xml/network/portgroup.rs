//! `<portgroup>`: settings for a class of cards.

use crate::types::*;
use crate::walk;
use crate::xml::common::bandwidth::Bandwidth;
use crate::xml::common::virtualport::VirtualPort;
use crate::xml::common::vlan::Vlan;
use crate::xml::{Expected, Fault, Shape, Text, Value, YesNo};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortGroup {
    pub name: String,
    /// Whether cards belong to it that name no class.
    pub default: IsDefault,
    pub trust_guest_rx_filters: Option<YesNo>,
    pub vlan: Option<Vlan>,
    pub virtualport: VirtualPort,
    pub bandwidth: Option<Bandwidth>,
}

walk!(PortGroup, |group, xml| {
    let sentence = "Missing required name attribute in portgroup";
    xml.lacking(VIR_ERR_XML_ERROR, sentence, |xml| {
        xml.shaped(Shape::DeviceName, |xml| group.name.required("name", xml));
    });
    let nameless = group.name.is_empty();
    xml.check(|| if nameless { Err(Fault::xml(sentence)) } else { Ok(()) });
    group.default.sparse("default", xml);
    group.trust_guest_rx_filters.attr("trustGuestRxFilters", xml);
    xml.open();
    group.vlan.child("vlan", xml);
    group.virtualport.child("virtualport", xml);
    group.bandwidth.child("bandwidth", xml);
});

/// Nothing but `yes` is yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IsDefault(pub bool);

impl Value for IsDefault {
    const EXPECTED: Expected = YesNo::EXPECTED;
    fn parse(text: &str) -> Option<Self> {
        Some(Self(text == "yes"))
    }
    fn write(&self, out: &mut Text) {
        YesNo::from(self.0).write(out);
    }
}
