//! `<capability type='ccw'>` and `<capability type='css'>`: devices and subchannels of an S390 machine.

use super::mdev::MdevTypes;
use crate::types::*;
use crate::xml::{Base16, Fault, Hex, Variant};
use crate::{element, variants, walk, words};

/// Where a device is: channel subsystem, subchannel set and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ccw {
    pub cssid: Option<Hex<1>>,
    pub ssid: Option<Hex<1>>,
    pub devno: Option<Base16<4>>,
}

walk!(Ccw, |ccw, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid cssid value '{}' for '{name}'", |xml| {
        ccw.cssid.leaf("cssid", xml);
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid ssid value '{}' for '{name}'", |xml| ccw.ssid.leaf("ssid", xml));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid devno value '{}' for '{name}'", |xml| {
        ccw.devno.leaf("devno", xml);
    });
    xml.check(|| {
        let needed = [(ccw.cssid.is_some(), "cssid"), (ccw.ssid.is_some(), "ssid"), (ccw.devno.is_some(), "devno")];
        match needed.iter().find(|(given, _)| !given) {
            Some((_, what)) => Err(Fault::unsupported(format!("missing {what} value for '{{name}}'"))),
            None => Ok(()),
        }
    });
});

/// A device on a channel, which may belong to a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CcwDevice {
    pub address: Ccw,
    pub capabilities: Vec<CcwCapability>,
}

walk!(CcwDevice, |device, xml| {
    device.address.inline(xml);
    xml.newer(|xml| device.capabilities.child("capability", xml));
});

variants! {
    pub enum CcwCapability by "type" missing VIR_ERR_XML_ERROR "Missing capability type" {
        GroupMember(GroupMember) = "ccwgroup_member",
    }
}

element! {
    pub struct GroupMember {
        /// The name of the group's device.
        group: Option<String> = leaf("group_device"),
    }
}

words! { pub enum GroupState { Online = "online", Offline = "offline" } }

/// `<capability type='ccwgroup'>`: several devices that are used as one, such as a network card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CcwGroup {
    pub state: Option<GroupState>,
    pub address: Ccw,
    pub members: Members,
    pub capabilities: Vec<GroupCapability>,
}

walk!(CcwGroup, |group, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "invalid state '{}' for '{name}'", |xml| group.state.leaf("state", xml));
    group.address.inline(xml);
    group.members.child("members", xml);
    group.capabilities.child("capability", xml);
});

element! {
    pub struct Members {
        devices: Vec<Member> = child("ccw_device"),
    }
}

element! {
    pub struct Member {
        /// The link to it in the group's folder below `/sys`.
        reference: Option<String> = attr("ref"),
        /// Its device's name.
        name: Option<String> = text(),
    }
}

variants! {
    /// What a group is.
    pub enum GroupCapability by "type" missing VIR_ERR_XML_ERROR "Missing capability type" {
        Qeth(Qeth) = "qeth_generic",
    }
}

element! {
    /// A network card of the family OSA.
    pub struct Qeth {
        card_type: Option<String> = leaf("card_type"),
        /// The channel path's number.
        channel_path: Option<String> = leaf("chpid"),
    }
}

/// A subchannel, and the device behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Css {
    pub address: Ccw,
    pub channel_device: Option<Ccw>,
    pub capabilities: Vec<CssCapability>,
}

walk!(Css, |css, xml| {
    css.address.inline(xml);
    css.channel_device.child("channel_dev_addr", xml);
    xml.each_needs("capability", "type", VIR_ERR_XML_ERROR, "Missing capability type");
    xml.only("type", CssCapability::TAGS, |xml| css.capabilities.child("capability", xml));
});

impl CssCapability {
    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        let Self::MdevTypes(types) = self;
        types.types.is_empty()
    }
}

variants! {
    /// What a subchannel, or the matrix of cryptographic queues, can be made of.
    pub enum CssCapability by "type" {
        MdevTypes(MdevTypes) = "mdev_types",
    }
}
