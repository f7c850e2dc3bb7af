//! `<forward>`: how a network is connected to others.

use std::collections::HashSet;
use std::net::IpAddr;

use crate::address;
use crate::types::*;
use crate::xml::domain::device::address::PciAddress;
use crate::xml::{Fault, Lenient, Shape, YesNo};
use crate::{walk, words};

words! {
    pub enum ForwardMode {
        Nat = "nat", Route = "route", Open = "open", Bridge = "bridge", Private = "private", Vepa = "vepa",
        Passthrough = "passthrough", Hostdev = "hostdev", None = "none",
    }
}

impl ForwardMode {
    /// Whether libvirt makes a bridge with addresses of its own.
    pub fn has_own_bridge(self) -> bool {
        match self {
            Self::None | Self::Nat | Self::Route | Self::Open => true,
            Self::Bridge | Self::Private | Self::Vepa | Self::Passthrough | Self::Hostdev => false,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forward {
    /// The first of the interfaces.
    pub device: Option<String>,
    pub mode: ForwardMode,
    /// Whether the host's driver is taken from a card that a machine gets.
    pub managed: Lenient<YesNo>,
    pub driver: Driver,
    pub nat: Nat,
    /// The card whose virtual functions the machines get.
    pub pf: Option<Pf>,
    pub interfaces: Vec<ForwardInterface>,
    pub addresses: Vec<ForwardAddress>,
}

walk!(Forward, |forward, xml| {
    xml.filled(|xml| {
        xml.shaped(Shape::DeviceName, |xml| forward.device.attr("dev", xml));
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown forwarding type '{}'", |xml| forward.mode.attr("mode", xml));
    });
    forward.managed.attr("managed", xml);
    forward.driver.child("driver", xml);
    let sentence = "Only one <nat> element is allowed in <forward> of network {name}";
    xml.single("nat", VIR_ERR_XML_ERROR, sentence);
    let has_nat = xml.has("nat");
    forward.nat.child("nat", xml);
    let sentence = "Only one <pf> element is allowed in <forward> of network {name}";
    xml.single("pf", VIR_ERR_XML_ERROR, sentence);
    forward.pf.child("pf", xml);
    forward.interfaces.child("interface", xml);
    forward.addresses.child("address", xml);
    xml.check(|| forward.check(has_nat));
});

/// What drives a card that a machine gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Driver {
    pub name: Option<DriverName>,
    /// A module of the kernel.
    pub model: Option<String>,
}

walk!(Driver, |driver, xml| {
    xml.filled(|xml| {
        let sentence = "Unknown forward <driver name='{}'/> in network {name}";
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, sentence, |xml| driver.name.attr("name", xml));
        xml.newer(|xml| driver.model.attr("model", xml));
    });
});

words! { pub enum DriverName { Kvm = "kvm", Vfio = "vfio" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pf {
    pub device: String,
    /// How many machines use it, while the network runs.
    pub connections: u32,
}

walk!(Pf, |pf, xml| {
    let sentence = "Missing required dev attribute in <pf> element of network '{name}'";
    xml.lacking(VIR_ERR_XML_ERROR, sentence, |xml| {
        xml.shaped(Shape::DeviceName, |xml| pf.device.required("dev", xml));
    });
    xml.live(|xml| pf.connections.sparse("connections", xml));
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForwardInterface {
    pub device: String,
    /// How many machines use it, while the network runs.
    pub connections: u32,
}

walk!(ForwardInterface, |interface, xml| {
    let sentence = "Missing required dev attribute in <forward> <interface> element of network {name}";
    xml.lacking(VIR_ERR_XML_ERROR, sentence, |xml| {
        xml.shaped(Shape::DeviceName, |xml| interface.device.required("dev", xml));
    });
    xml.live(|xml| interface.connections.sparse("connections", xml));
});

/// A virtual function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForwardAddress {
    pub kind: AddressKind,
    pub pci: PciAddress,
    /// How many machines use it, while the network runs.
    pub connections: u32,
}

words! { pub enum AddressKind { Pci = "pci" } }

walk!(ForwardAddress, |address, xml| {
    let sentence = "unknown address type '{}' in network {name}";
    xml.lacking(VIR_ERR_XML_ERROR, "missing address type in network {name}", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, sentence, |xml| address.kind.attr("type", xml));
    address.pci.inline(xml);
    xml.live(|xml| address.connections.sparse("connections", xml));
});

/// What the senders of packets become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nat {
    /// Also in IPv6.
    pub ipv6: Option<YesNo>,
    pub address: Option<NatAddress>,
    pub port: Option<NatPorts>,
}

walk!(Nat, |nat, xml| {
    nat.ipv6.attr("ipv6", xml);
    let sentence = "Only one <address> element is allowed in <nat> in <forward> in network {name}";
    xml.single("address", VIR_ERR_XML_ERROR, sentence);
    nat.address.child("address", xml);
    let sentence = "Only one <port> element is allowed in <nat> in <forward> in network {name}";
    xml.single("port", VIR_ERR_XML_ERROR, sentence);
    nat.port.child("port", xml);
});

/// Of these IPv4 addresses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatAddress {
    pub start: Option<IpAddr>,
    pub end: Option<IpAddr>,
}

walk!(NatAddress, |range, xml| {
    let code = VIR_ERR_XML_ERROR;
    let sentence = "missing 'start' attribute in <address> element in <nat> in <forward> in network {name}";
    xml.lacking(code, sentence, |xml| xml.need("start"));
    let sentence = "Bad ipv4 start address '{}' in <nat> in <forward> in network '{name}'";
    xml.refuse(code, sentence, |xml| range.start.attr("start", xml));
    let sentence = "missing 'end' attribute in <address> element in <nat> in <forward> in network {name}";
    xml.lacking(code, sentence, |xml| xml.need("end"));
    let sentence = "Bad ipv4 end address '{}' in <nat> in <forward> in network '{name}'";
    xml.refuse(code, sentence, |xml| range.end.attr("end", xml));
    xml.check(|| range.check());
});

impl NatAddress {
    fn check(&self) -> Result<(), Fault> {
        let (Some(start), Some(end)) = (self.start, self.end) else { return Ok(()) };
        for (which, address) in [("start", start), ("end", end)] {
            if address.is_ipv6() {
                let text = format!("Bad ipv4 {which} address '{address}' in <nat> in <forward> in network '{{name}}'");
                return Err(Fault::xml(text));
            }
        }
        match address::distance(start, end) {
            Some(0..) => Ok(()),
            _ => Err(Fault::internal(format!("range {start} - {end} is reversed ")).with_origin(VIR_FROM_NONE)),
        }
    }
}

/// Of these TCP and UDP ports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatPorts {
    pub start: u16,
    pub end: u16,
}

walk!(NatPorts, |ports, xml| {
    let code = VIR_ERR_XML_DETAIL;
    let sentence = "Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {name}";
    xml.refuse(code, sentence, |xml| ports.start.required("start", xml));
    let bad_end = "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {name}";
    xml.refuse(code, bad_end, |xml| ports.end.required("end", xml));
    let reversed = ports.end < ports.start;
    xml.check(|| if reversed { Err(Fault::detail(bad_end)) } else { Ok(()) });
});

impl Forward {
    /// Of several kinds of devices, only the first counts.
    pub(super) fn settle(&mut self) {
        if let (Some(device), []) = (&self.device, self.interfaces.as_slice()) {
            self.interfaces.push(ForwardInterface { device: device.clone(), connections: 0 });
        }
        self.device = self.interfaces.first().map(|interface| interface.device.clone());
        if !self.interfaces.is_empty() {
            self.addresses.clear();
        }
        if !self.interfaces.is_empty() || !self.addresses.is_empty() {
            self.pf = None;
        }
        self.managed.0 = match (self.mode, self.managed.0) {
            (ForwardMode::Hostdev, managed) => Some(managed.unwrap_or(YesNo::No)),
            _ => None,
        };
    }

    fn check(&self, has_nat: bool) -> Result<(), Fault> {
        if has_nat && self.mode != ForwardMode::Nat {
            let text = "The <nat> element can only be used when <forward> 'mode' is 'nat' in network {name}";
            return Err(Fault::xml(text));
        }
        if let Some(device) = &self.device {
            if self.pf.is_some() || !self.addresses.is_empty() {
                let text = "the <forward> 'dev' attribute cannot be used when <address> or <pf> sub-elements are present in \
                            network {name}";
                return Err(Fault::xml(text));
            }
            if let Some(first) = self.interfaces.first().filter(|first| first.device != *device) {
                let first = &first.device;
                let text =
                    format!("<forward dev='{device}'> must match first <interface dev='{first}'/> in network {{name}}");
                return Err(Fault::xml(text));
            }
        }
        let mut devices = HashSet::new();
        for ForwardInterface { device, .. } in &self.interfaces {
            if !devices.insert(device) {
                return Err(Fault::xml(format!("interface '{device}' can only be listed once in network {{name}}")));
            }
        }
        let mut places = HashSet::new();
        for address in &self.addresses {
            if !places.insert(address.pci) {
                let PciAddress { domain, bus, slot, function } = address.pci;
                let (domain, bus, slot, function) = (domain.0, bus.0, slot.0, function.0);
                let text = format!(
                    "PCI device '{domain:04x}:{bus:02x}:{slot:02x}.{function}' can only be listed once in network {{name}}"
                );
                return Err(Fault::xml(text));
            }
        }
        Ok(())
    }
}
