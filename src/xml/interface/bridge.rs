//! `<bridge>`: a bridge and what is plugged into it.

use super::{Bond, Ethernet, Kind, NO_NAME, Vlan};
use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::{Fault, Lenient, OnOff, Shape, Variant};
use crate::{variants, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bridge {
    pub stp: Lenient<OnOff>,
    /// Seconds, as it was written.
    pub delay: Option<String>,
    pub members: Vec<Member>,
}

walk!(Bridge, |bridge, xml| {
    let given = xml.has("bridge");
    xml.check_value(|| if given { Ok(()) } else { Err(Fault::xml("bridge interface misses the bridge element")) });
    xml.element("bridge", |xml| {
        bridge.stp.attr("stp", xml);
        // libvirt reads no further where it does not understand this.
        let understood = bridge.stp.0.is_some() || !xml.given("stp");
        xml.read_if(understood, |xml| {
            xml.shaped(Shape::Decimal, |xml| bridge.delay.attr("delay", xml));
        });
        xml.open();
        xml.read_if(understood, |xml| bridge.members.child("interface", xml));
    });
});

variants! {
    /// What may be plugged into a bridge.
    pub enum MemberKind { Ethernet(Ethernet) = "ethernet", Bond(Bond) = "bond", Vlan(Vlan) = "vlan" }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    pub kind: MemberKind,
    pub name: String,
}

walk!(Member, |member, xml| {
    if xml.says("type", Kind::TAGS) {
        let sentence = "interface has unsupported type '{}'";
        xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| member.kind.required_tag("type", xml));
    } else {
        member.kind.required_tag("type", xml);
    }
    xml.lacking(VIR_ERR_XML_ERROR, NO_NAME, |xml| {
        xml.shaped(Shape::DeviceName, |xml| member.name.required("name", xml));
    });
    xml.open();
    member.kind.inline(xml);
});

impl Bridge {
    pub(super) fn settle(&mut self) {
        for member in &mut self.members {
            if let MemberKind::Bond(bond) = &mut member.kind {
                bond.settle();
            }
        }
    }
}
