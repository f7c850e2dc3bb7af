//! `<capability type='ccw'>` and `<capability type='css'>`: devices and subchannels of an S390 machine.

use super::mdev::MdevTypes;
use crate::types::VIR_ERR_CONFIG_UNSUPPORTED;
use crate::xml::{Base16, Fault, Hex};
use crate::{variants, walk};

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
    css.capabilities.child("capability", xml);
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
    pub enum CssCapability by "type" missing VIR_ERR_XML_ERROR "Missing capability type" {
        MdevTypes(MdevTypes) = "mdev_types",
    }
}
