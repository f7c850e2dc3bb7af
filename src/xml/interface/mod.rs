//! `<interface>`: a network interface of the host, with what it is made of.
//!
//! Source: <https://libvirt.org/formatinterface.html> is silent on most of it; what stands here is what libvirt 9.0.0 takes and writes.

mod bond;
mod bridge;
mod ethernet;
mod protocol;
mod vlan;

pub use bond::{ArpMonitor, ArpValidate, Bond, BondMode, MiiCarrier, MiiMonitor, Slave, SlaveKind};
pub use bridge::{Bridge, Member, MemberKind};
pub use ethernet::Ethernet;
pub use protocol::{Dhcp, Family, IpAddress, Protocol};
pub use vlan::Vlan;

use super::common::link::Link;
use super::{Fault, Read, Root, Shape, parse};
use crate::error::Origin;
use crate::types::*;
use crate::{variants, walk, words};

words! {
    /// When the interface comes up.
    pub enum StartMode { OnBoot = "onboot", None = "none", HotPlug = "hotplug" }
}

variants! {
    pub enum Kind {
        Ethernet(Ethernet) = "ethernet",
        Bridge(Bridge) = "bridge",
        Bond(Bond) = "bond",
        Vlan(Vlan) = "vlan",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    pub mode: Option<StartMode>,
}

walk!(Start, |start, xml| {
    if xml.is_strict() {
        xml.need("mode");
    }
    xml.refuse(VIR_ERR_XML_ERROR, "unknown interface startmode {}", |xml| {
        xml.filled(|xml| start.mode.attr("mode", xml));
    });
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interface {
    pub kind: Kind,
    pub name: String,
    pub start: Start,
    /// In bytes; 0 is not given.
    pub mtu: u32,
    pub protocols: Vec<Protocol>,
}

walk!(Interface, |interface, xml| {
    interface.kind.required_tag("type", xml);
    xml.lacking(VIR_ERR_XML_ERROR, NO_NAME, |xml| {
        xml.shaped(Shape::DeviceName, |xml| interface.name.required("name", xml));
    });
    xml.open();
    interface.start.child("start", xml);
    xml.complaining(VIR_FROM_NONE, |xml| {
        xml.refuse(VIR_ERR_INTERNAL_ERROR, "'{}' is no size of an mtu", |xml| {
            xml.filled(|xml| interface.mtu.sparse_via("mtu", "size", xml));
        });
    });
    let mtu = interface.mtu;
    xml.check(|| match mtu {
        0..=MAX_MTU => Ok(()),
        _ => {
            let text = format!("value of the 'size' attribute of 'mtu' element must be at most {MAX_MTU}");
            Err(Fault::xml(text))
        }
    });
    interface.protocols.child("protocol", xml);
    interface.kind.inline(xml);
});

/// The largest MTU, in bytes.
const MAX_MTU: u32 = 100_000;

const NO_NAME: &str = "interface has no name";

impl Root for Interface {
    const NAME: &'static str = "interface";
    const LABEL: &'static str = "interface_definition";
    const ORIGIN: Origin = VIR_FROM_INTERFACE;
}

impl Interface {
    /// Reads a document; what contradicts itself there counts as libvirt counts it.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str, options: Read) -> Result<Self, Fault> {
        let (mut interface, _) = parse::<Self>(text, options)?;
        interface.protocols.iter_mut().for_each(Protocol::settle);
        match &mut interface.kind {
            Kind::Bond(bond) => bond.settle(),
            Kind::Bridge(bridge) => bridge.settle(),
            Kind::Ethernet(_) | Kind::Vlan(_) => {}
        }
        Ok(interface)
    }

    /// The address of the card; empty for what is made of several.
    pub fn mac(&self) -> &str {
        match &self.kind {
            Kind::Ethernet(ethernet) => &ethernet.mac,
            Kind::Bridge(_) | Kind::Bond(_) | Kind::Vlan(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::{Dump, format};

    fn read(text: &str) -> Result<Interface, Fault> {
        Interface::parse(text, Read::default())
    }

    fn comes_back(text: &str) {
        let (interface, unknown) = parse::<Interface>(text, Read { strict: true, active: false, ..Read::default() })
            .unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(unknown, []);
        assert_eq!(format(&interface, Dump::default()), text);
    }

    #[test]
    fn all_kinds_come_back() {
        comes_back(
            "<interface type='ethernet' name='eth0'>\n  <start mode='none'/>\n  <mtu size='1492'/>\n  <protocol family='ipv6'>\n    \
             <autoconf/>\n    <dhcp peerdns='no'/>\n    <ip address='::1' prefix='64'/>\n    <route gateway='::2'/>\n  </protocol>\n  \
             <link speed='10' state='down'/>\n  <mac address='aa:bb:cc:dd:ee:ff'/>\n</interface>\n",
        );
        comes_back(
            "<interface type='bridge' name='br0'>\n  <bridge stp='off' delay='0.01'>\n    <interface type='ethernet' name='eth0'>\n    \
             </interface>\n    <interface type='vlan' name='eth0.42'>\n      <link state='up'/>\n      <vlan tag='42'>\n        \
             <interface name='eth0'/>\n      </vlan>\n    </interface>\n  </bridge>\n</interface>\n",
        );
        comes_back(
            "<interface type='bond' name='bond0'>\n  <bond mode='active-backup'>\n    <miimon freq='100' updelay='10' \
             carrier='ioctl'/>\n    <interface type='ethernet' name='eth1'>\n    </interface>\n  </bond>\n</interface>\n",
        );
        comes_back(
            "<interface type='bond' name='bond0'>\n  <link state='up'/>\n  <bond>\n    <arpmon interval='100' \
             target='192.168.50.1' validate='active'/>\n  </bond>\n</interface>\n",
        );
    }

    #[test]
    fn what_is_wrong_is_said_as_libvirt_does() {
        for (text, sentence) in [
            ("<interface/>", "XML error: Missing required attribute 'type' in element 'interface'"),
            ("<interface type='ethernet'/>", "XML error: interface has no name"),
            ("<interface type='bond' name='b'/>", "XML error: bond interface misses the bond element"),
            (
                "<interface type='vlan' name='b'><vlan tag='1'/></interface>",
                "XML error: vlan interface misses name attribute",
            ),
            (
                "<interface type='ethernet' name='e'><protocol/></interface>",
                "XML error: protocol misses the family attribute",
            ),
            (
                "<interface type='bond' name='b'><bond><interface type='vlan' name='e'/></bond></interface>",
                "XML error: interface has unsupported type 'vlan'",
            ),
            (
                "<interface type='bond' name='b'><bond><miimon freq='x'/></bond></interface>",
                "XML error: bond interface miimon freq missing or invalid",
            ),
        ] {
            assert_eq!(read(text).expect_err(text).sentence(), sentence);
        }
    }

    #[test]
    fn of_two_monitors_the_first_counts() {
        let text = "<interface type='bond' name='b'><bond><miimon freq='5'/><arpmon interval='5' target='t'/></bond></interface>";
        let written = format(&read(text).expect("valid"), Dump::default());
        assert!(written.contains("miimon") && !written.contains("arpmon"));
    }

    #[test]
    fn an_unknown_stp_is_none() {
        let interface = read(
            "<interface type='bridge' name='b'><bridge stp='maybe' delay='4'><interface type='ethernet' \
             name='e'/></bridge></interface>",
        )
        .expect("valid");
        assert_eq!(
            format(&interface, Dump::default()),
            "<interface type='bridge' name='b'>\n  <bridge>\n  </bridge>\n</interface>\n"
        );
    }
}
