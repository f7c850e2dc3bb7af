//! `<bond>`: several cards that are one interface.

use super::{Ethernet, Kind, Link, NO_NAME};
use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::{Fault, Shape, Variant};
use crate::{variants, walk, words};

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
    xml.check_value(|| if given { Ok(()) } else { Err(Fault::xml("bond interface misses the bond element")) });
    bond.link.child("link", xml);
    xml.element("bond", |xml| {
        xml.refuse(VIR_ERR_XML_ERROR, "unknown bonding mode {}", |xml| {
            xml.filled(|xml| bond.mode.attr("mode", xml));
        });
        xml.open();
        bond.mii.child("miimon", xml);
        bond.arp.child("arpmon", xml);
        bond.slaves.child("interface", xml);
    });
});

/// By the state that the card's driver sees. Milliseconds; what is below 0 counts as not given in the delays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MiiMonitor {
    pub frequency: i32,
    pub down_delay: i32,
    pub up_delay: i32,
    pub carrier: Option<MiiCarrier>,
}

walk!(MiiMonitor, |mii, xml| {
    let code = VIR_ERR_XML_ERROR;
    xml.filled(|xml| {
        let sentence = "bond interface miimon freq missing or invalid";
        xml.refuse(code, sentence, |xml| xml.shaped(Shape::Digits, |xml| mii.frequency.required("freq", xml)));
        xml.refuse(code, "bond interface miimon downdelay invalid", |xml| {
            xml.shaped(Shape::Digits, |xml| mii.down_delay.sparse("downdelay", xml))
        });
        xml.refuse(code, "bond interface miimon updelay invalid", |xml| {
            xml.shaped(Shape::Digits, |xml| mii.up_delay.sparse("updelay", xml))
        });
        xml.refuse(code, "unknown mii bonding carrier {}", |xml| mii.carrier.attr("carrier", xml));
    });
});

/// By asking for the address `target`, every `interval` milliseconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArpMonitor {
    pub interval: i32,
    pub target: String,
    pub validate: Option<ArpValidate>,
}

walk!(ArpMonitor, |arp, xml| {
    let code = VIR_ERR_XML_ERROR;
    xml.filled(|xml| {
        let sentence = "bond interface arpmon interval missing or invalid";
        xml.refuse(code, sentence, |xml| xml.shaped(Shape::Digits, |xml| arp.interval.required("interval", xml)));
        xml.refuse(code, "bond interface arpmon target missing", |xml| {
            xml.shaped(Shape::Ip, |xml| arp.target.required("target", xml));
        });
        xml.refuse(code, "unknown arp bonding validate {}", |xml| arp.validate.attr("validate", xml));
    });
});

variants! { pub enum SlaveKind { Ethernet(Ethernet) = "ethernet" } }

/// A card of the bond.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slave {
    pub kind: SlaveKind,
    pub name: String,
}

walk!(Slave, |slave, xml| {
    if xml.says("type", Kind::TAGS) {
        let sentence = "interface has unsupported type '{}'";
        xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| slave.kind.required_tag("type", xml));
    } else {
        slave.kind.required_tag("type", xml);
    }
    xml.lacking(VIR_ERR_XML_ERROR, NO_NAME, |xml| {
        xml.shaped(Shape::DeviceName, |xml| slave.name.required("name", xml));
    });
    xml.open();
    slave.kind.inline(xml);
});

impl Bond {
    pub(super) fn settle(&mut self) {
        if let Some(mii) = &mut self.mii {
            (mii.down_delay, mii.up_delay) = (mii.down_delay.max(0), mii.up_delay.max(0));
            self.arp = None;
        }
    }
}
