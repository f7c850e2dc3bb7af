//! `<virtualport>`: how a switch knows a port.

use crate::uuid::Uuid;
use crate::xml::AnyBase;
use crate::{walk, words};

words! {
    pub enum PortType { Q802Dot1Qbg = "802.1Qbg", Q802Dot1Qbh = "802.1Qbh", OpenVSwitch = "openvswitch", Midonet = "midonet" }
}

/// Which parameters there are depends on the type; without one any of them may be given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualPort {
    pub kind: Option<PortType>,
    pub manager: Option<AnyBase>,
    pub type_id: Option<AnyBase>,
    pub type_version: Option<AnyBase>,
    pub instance: Option<Uuid>,
    pub interface: Option<Uuid>,
    pub profile: Option<String>,
}

walk!(VirtualPort, |port, xml| {
    port.kind.attr("type", xml);
    xml.group("parameters", |xml| {
        port.manager.attr("managerid", xml);
        port.type_id.attr("typeid", xml);
        port.type_version.attr("typeidversion", xml);
        port.instance.attr("instanceid", xml);
        port.interface.attr("interfaceid", xml);
        port.profile.attr("profileid", xml);
    });
});
