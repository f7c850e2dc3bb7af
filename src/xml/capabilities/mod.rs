//! `<capabilities>`: what a host has and which guests it can run.

pub mod guest;
pub mod host;
pub mod resource;
pub mod topology;

pub use guest::Guest;
pub use host::Host;

use crate::error::Origin;
use crate::types::*;
use crate::walk;
use crate::xml::storage::source::PoolKind;
use crate::xml::{Dump, Root, format};

/// The whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capabilities {
    pub host: Option<Host>,
    pub guests: Vec<Guest>,
    /// Types of storage pools, where a driver of storage tells them.
    pub pools: Vec<PoolKind>,
}

walk!(Capabilities, |capabilities, xml| {
    xml.apart();
    capabilities.host.child("host", xml);
    capabilities.guests.child("guest", xml);
    if xml.is_reading() || !capabilities.pools.is_empty() {
        xml.element("pool", |xml| {
            xml.element("enum", |xml| {
                xml.word("name", "type");
                capabilities.pools.leaf("value", xml);
            });
        });
    }
});

impl Root for Capabilities {
    const NAME: &'static str = "capabilities";
    const LABEL: &'static str = "capabilities";
    const ORIGIN: Origin = VIR_FROM_CAPABILITIES;
}

impl Capabilities {
    /// The document, as libvirt writes it.
    pub fn format(&self) -> String {
        format(self, Dump::default())
    }
}

#[cfg(test)]
mod tests;
