//! `<plug>`: what a port is on the host.

use crate::types::*;
use crate::xml::domain::device::address::PciAddress;
use crate::xml::network::MacTableManager;
use crate::xml::{Fault, YesNo};
use crate::{element, variants, walk, words};

variants! {
    /// A new port is nothing yet; `Network` is a bridge that libvirt made, `Bridge` one of the host's.
    pub enum Plug by "type" {
        None(()) = "none",
        Network(BridgePlug) = "network",
        Bridge(BridgePlug) = "bridge",
        Direct(DirectPlug) = "direct",
        HostdevPci(HostdevPlug) = "hostdev-pci",
    }
}

/// A port of a bridge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BridgePlug {
    pub bridge: String,
    pub mac_table_manager: Option<MacTableManager>,
}

walk!(BridgePlug, |plug, xml| {
    xml.lacking(VIR_ERR_XML_ERROR, "Missing network port bridge name", |xml| plug.bridge.required("bridge", xml));
    let sentence = "Invalid macTableManager setting '{}' in network port";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| plug.mac_table_manager.attr("macTableManager", xml));
});

words! {
    /// How cards on one card of the host reach each other.
    pub enum DirectMode { Vepa = "vepa", Private = "private", Bridge = "bridge", Passthrough = "passthrough" }
}

/// A card of the host's, shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectPlug {
    pub device: String,
    pub mode: DirectMode,
}

walk!(DirectPlug, |plug, xml| {
    let sentence = "Missing network port link device name";
    xml.lacking(VIR_ERR_XML_ERROR, sentence, |xml| plug.device.required("dev", xml));
    let sentence = "Invalid mode setting '{}' in network port";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| plug.mode.attr("mode", xml));
});

/// A card of the host's that the machine gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostdevPlug {
    /// Whether the host's driver is taken from it.
    pub managed: Option<YesNo>,
    pub driver: HostdevDriver,
    pub address: PciAddress,
}

words! { pub enum DriverName { Kvm = "kvm", Vfio = "vfio" } }

element! {
    /// What drives it on the host.
    pub struct HostdevDriver {
        name: Option<DriverName> = attr("name") else VIR_ERR_XML_ERROR "Missing network port driver name",
        /// A module of the kernel.
        model: Option<String> = attr("model") @newer,
    }
}

walk!(HostdevPlug, |plug, xml| {
    plug.managed.attr("managed", xml);
    plug.driver.child("driver", xml);
    let given = xml.has("address");
    xml.check(|| if given { Ok(()) } else { Err(Fault::xml("Missing network port PCI address")) });
    xml.element("address", |xml| plug.address.inline(xml));
});
