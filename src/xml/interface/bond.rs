//! `<bond>`: several cards that are one interface.

use super::{Ethernet, Link, NO_NAME};
use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::Fault;
use crate::{element, variants, walk, words};

words! {
    /// As the kernel's bonding driver names them.
    pub enum BondMode {
        BalanceRr = "balance-rr", ActiveBackup = "active-backup", BalanceXor = "balance-xor", Broadcast = "broadcast",
        Dot3Ad = "802.3ad", BalanceTlb = "balance-tlb", BalanceAlb = "balance-alb",
    }
}

words! { pub enum MiiCarrier { Ioctl = "ioctl", Netif = "netif" } }

words! { pub enum ArpValidate { Active = "active", Backup = "backup", All = "all" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bond {
    pub link: Link,
    pub mode: Option<BondMode>,
    /// How it is seen that a card has lost its link; of both ways, this one counts.
    pub mii: Option<MiiMonitor>,
    pub arp: Option<ArpMonitor>,
    pub slaves: Vec<Slave>,
}

walk!(Bond, |bond, xml| {
    let given = xml.has("bond");
    xml.check(|| if given { Ok(()) } else { Err(Fault::xml("bond interface misses the bond element")) });
    bond.link.child("link", xml);
    xml.element("bond", |xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "unknown bonding mode {}", |xml| bond.mode.attr("mode", xml));
        xml.open();
        bond.mii.child("miimon", xml);
        bond.arp.child("arpmon", xml);
        bond.slaves.child("interface", xml);
    });
});

element! {
    /// By the state that the card's driver sees. Milliseconds.
    pub struct MiiMonitor {
        frequency: u32 = required("freq") else VIR_ERR_XML_ERROR "bond interface miimon freq missing or invalid",
        down_delay: u32 = sparse("downdelay") else VIR_ERR_XML_ERROR "bond interface miimon downdelay invalid",
        up_delay: u32 = sparse("updelay") else VIR_ERR_XML_ERROR "bond interface miimon updelay invalid",
        carrier: Option<MiiCarrier> = attr("carrier") else VIR_ERR_XML_ERROR "unknown mii bonding carrier {}",
    }
}

element! {
    /// By asking for the address `target`, every `interval` milliseconds.
    pub struct ArpMonitor {
        interval: u32 = required("interval") else VIR_ERR_XML_ERROR "bond interface arpmon interval missing or invalid",
        target: String = required("target") else VIR_ERR_XML_ERROR "bond interface arpmon target missing",
        validate: Option<ArpValidate> = attr("validate") else VIR_ERR_XML_ERROR "unknown arp bonding validate {}",
    }
}

variants! { pub enum SlaveKind { Ethernet(Ethernet) = "ethernet" } }

/// A card of the bond.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slave {
    pub kind: SlaveKind,
    pub name: String,
}

walk!(Slave, |slave, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "interface has unsupported type '{}'", |xml| slave.kind.required_tag("type", xml));
    xml.lacking(VIR_ERR_XML_ERROR, NO_NAME, |xml| slave.name.required("name", xml));
    xml.open();
    slave.kind.inline(xml);
});

impl Bond {
    pub(super) fn settle(&mut self) {
        if self.mii.is_some() {
            self.arp = None;
        }
    }
}
