//! `<virtualport>`: how a switch knows a port.

use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{AnyBase, Fault};
use crate::{walk, words};

words! {
    pub enum PortType { Q802Dot1Qbg = "802.1Qbg", Q802Dot1Qbh = "802.1Qbh", OpenVSwitch = "openvswitch", Midonet = "midonet" }
}

/// Which parameters there are depends on the type; without one any of them may be given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualPort {
    pub kind: Option<PortType>,
    /// Eight bits, of 802.1Qbg as the three that follow.
    pub manager: Option<AnyBase>,
    /// 24 bits.
    pub type_id: Option<AnyBase>,
    /// Eight bits.
    pub type_version: Option<AnyBase>,
    pub instance: Option<Uuid>,
    pub interface: Option<Uuid>,
    /// Empty is none.
    pub profile: String,
}

walk!(VirtualPort, |port, xml| {
    xml.complaining(VIR_FROM_NONE, |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown virtualport type {}", |xml| port.kind.attr("type", xml));
        let all = xml.is_reading() || port.kind != Some(PortType::Midonet);
        xml.group("parameters", |xml| {
            if all {
                let sentence = "cannot parse value of managerid parameter";
                xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| port.manager.attr("managerid", xml));
                let sentence = "cannot parse value of typeid parameter";
                xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| port.type_id.attr("typeid", xml));
                let sentence = "cannot parse value of typeidversion parameter";
                xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| port.type_version.attr("typeidversion", xml));
                let sentence = "cannot parse instanceid parameter as a uuid";
                xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| port.instance.attr("instanceid", xml));
            }
            let sentence = "cannot parse interfaceid parameter as a uuid";
            xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| port.interface.attr("interfaceid", xml));
            if all {
                port.profile.sparse("profileid", xml);
            }
        });
        xml.check(|| port.check());
    });
});

impl VirtualPort {
    /// The longest profile, in bytes.
    const MAX_PROFILE: usize = 39;

    /// Complains about a port that does not say its type.
    ///
    /// # Errors
    /// `VIR_ERR_XML_ERROR`.
    pub fn require_type(&self) -> Result<(), Fault> {
        match self.kind {
            Some(_) => Ok(()),
            None => Err(Fault::xml("missing required virtualport type").with_origin(VIR_FROM_NONE)),
        }
    }

    fn check(&self) -> Result<(), Fault> {
        let above = |number: Option<AnyBase>, most: u32| number.is_some_and(|number| number.0 > most);
        if above(self.manager, 0xff) {
            return Err(Fault::xml("value of managerid out of range"));
        }
        if above(self.type_id, 0xff_ffff) {
            return Err(Fault::xml("value for typeid out of range"));
        }
        if above(self.type_version, 0xff) {
            return Err(Fault::xml("value of typeidversion out of range"));
        }
        if self.profile.len() > Self::MAX_PROFILE {
            return Err(Fault::xml("profileid parameter too long"));
        }
        self.kind.map_or(Ok(()), |kind| self.refuse_others(kind))
    }

    /// Complains about parameters that a type does not have. Those of a Midonet port are ignored.
    fn refuse_others(&self, kind: PortType) -> Result<(), Fault> {
        let (qbg, interface, profile) = match kind {
            PortType::Q802Dot1Qbg => (true, false, false),
            PortType::Q802Dot1Qbh => (false, false, true),
            PortType::OpenVSwitch => (false, true, true),
            PortType::Midonet => return Ok(()),
        };
        let extra = [
            (self.manager.is_some() && !qbg, "managerid"),
            (self.type_id.is_some() && !qbg, "typeid"),
            (self.type_version.is_some() && !qbg, "typeidversion"),
            (self.instance.is_some() && !qbg, "instanceid"),
            (!self.profile.is_empty() && !profile, "profileid"),
            (self.interface.is_some() && !interface, "interfaceid"),
        ];
        match extra.iter().find(|(there, _)| *there) {
            Some((_, name)) => {
                let text = format!("extra {name} unsupported in <virtualport type='{}'>", kind.word());
                Err(Fault::xml(text).with_origin(VIR_FROM_NET))
            }
            None => Ok(()),
        }
    }
}
