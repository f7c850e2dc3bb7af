//! `<bridge>`: the bridge on the host that a network is.

use crate::types::VIR_ERR_XML_ERROR;
use crate::xml::{Expected, Shape, Text, Value};
use crate::{walk, words};

words! { pub enum MacTableManager { Kernel = "kernel", Libvirt = "libvirt" } }

/// Whether the spanning tree protocol is spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stp {
    #[default]
    On,
    Off,
}

/// Everything but `off` is on.
impl Value for Stp {
    const EXPECTED: Expected = Expected::OneOf(&["on", "off"]);
    fn parse(text: &str) -> Option<Self> {
        Some(if text == "off" { Self::Off } else { Self::On })
    }
    fn write(&self, out: &mut Text) {
        out.plain(match self {
            Self::On => "on",
            Self::Off => "off",
        });
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bridge {
    /// Empty is not given.
    pub name: String,
    /// Of firewalld. Empty is not given.
    pub zone: String,
    pub stp: Option<Stp>,
    /// Seconds until a new port forwards.
    pub delay: Option<u64>,
    pub mac_table_manager: Option<MacTableManager>,
}

walk!(Bridge, |bridge, xml| {
    xml.filled(|xml| {
        xml.shaped(Shape::DeviceName, |xml| bridge.name.sparse("name", xml));
        xml.shaped(Shape::Zone, |xml| bridge.zone.sparse("zone", xml));
        bridge.stp.attr("stp", xml);
        let sentence = "Invalid delay value in network '{name}'";
        xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| bridge.delay.attr("delay", xml));
        let sentence = "Invalid macTableManager setting '{}' in network '{name}'";
        xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| bridge.mac_table_manager.attr("macTableManager", xml));
    });
});

impl Bridge {
    /// `own`: libvirt makes the bridge, and says how it is set up.
    pub(super) fn settle(&mut self, own: bool) {
        if own {
            self.stp.get_or_insert_default();
            self.delay.get_or_insert_default();
        } else {
            (self.stp, self.delay) = (None, None);
        }
    }
}
