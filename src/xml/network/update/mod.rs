//! Changes of a part of a network's document (`virNetworkUpdate`): which parts can be changed, and how.

mod dhcp;
mod dns;
mod forward;
mod portgroup;

use super::{Ip, Network, check};
use crate::types::*;
use crate::xml::{Element, Fault, Read, parse_with};

/// One change.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// A `VIR_NETWORK_UPDATE_COMMAND_…`.
    pub command: u32,
    /// A `VIR_NETWORK_SECTION_…`.
    pub section: u32,
    /// In which of several parents, counted from 0; negative where it does not matter.
    pub parent_index: i32,
    /// The element.
    pub xml: &'a str,
}

/// What is done with the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Modify,
    Delete,
    AddFirst,
    AddLast,
    /// A number that libvirt does not know; told once the element has been read.
    Unknown(u32),
}

impl Network {
    /// Changes a part of the document; nothing where it fails.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_UNSUPPORTED` for what cannot be changed so, `VIR_ERR_OPERATION_INVALID` where the element is there or
    /// is not, and what is wrong with the element or with the document that would come of it.
    pub fn update(&mut self, change: &Change) -> Result<(), Fault> {
        let mut changed = self.clone();
        let result = changed.apply(change).and_then(|()| {
            changed.settle();
            changed.check()
        });
        result.map_err(|fault| {
            let fault = fault.named(&self.name);
            Fault { origin: fault.origin.or(Some(VIR_FROM_NETWORK)), ..fault }
        })?;
        *self = changed;
        Ok(())
    }

    fn apply(&mut self, change: &Change) -> Result<(), Fault> {
        // A document that is none is told first.
        parse_with(change.xml, LABEL, VIR_FROM_NETWORK, Read::default(), |_| ())?;
        let section = virNetworkUpdateSection::try_from(change.section).unwrap_or(VIR_NETWORK_SECTION_LAST);
        match section {
            VIR_NETWORK_SECTION_IP_DHCP_HOST => self.update_dhcp_host(change),
            VIR_NETWORK_SECTION_IP_DHCP_RANGE => self.update_dhcp_range(change),
            VIR_NETWORK_SECTION_FORWARD_INTERFACE => self.update_forward_interface(change),
            VIR_NETWORK_SECTION_PORTGROUP => self.update_portgroup(change),
            VIR_NETWORK_SECTION_DNS_HOST => self.update_dns_host(change),
            VIR_NETWORK_SECTION_DNS_TXT => self.update_dns_txt(change),
            VIR_NETWORK_SECTION_DNS_SRV => self.update_dns_srv(change),
            VIR_NETWORK_SECTION_BRIDGE => Err(fixed("bridge")),
            VIR_NETWORK_SECTION_DOMAIN => Err(fixed("domain")),
            VIR_NETWORK_SECTION_IP => Err(fixed("ip")),
            VIR_NETWORK_SECTION_FORWARD => Err(fixed("forward")),
            VIR_NETWORK_SECTION_FORWARD_PF => Err(fixed("forward pf")),
            _ => Err(unsupported("can't update unrecognized section of network")),
        }
    }

    /// What has to fit together, as after reading.
    fn check(&self) -> Result<(), Fault> {
        check::network(self)?;
        self.dns.check()?;
        self.ips.iter().try_for_each(Ip::check)
    }
}

/// What errors call the element's document.
const LABEL: &str = "network_update_xml";

impl Change<'_> {
    fn command(&self) -> Command {
        match virNetworkUpdateCommand::try_from(self.command) {
            Ok(VIR_NETWORK_UPDATE_COMMAND_MODIFY) => Command::Modify,
            Ok(VIR_NETWORK_UPDATE_COMMAND_DELETE) => Command::Delete,
            Ok(VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST) => Command::AddFirst,
            Ok(VIR_NETWORK_UPDATE_COMMAND_ADD_LAST) => Command::AddLast,
            _ => Command::Unknown(self.command),
        }
    }

    /// Reads the element, which has to be called so. `name` is the network's.
    fn read<E: Element>(&self, element: &str, name: &str) -> Result<E, Fault> {
        let mut model = E::default();
        parse_with(self.xml, LABEL, VIR_FROM_NETWORK, Read::default(), |xml| {
            xml.named(name);
            let found = xml.name();
            if found == element {
                return model.read(xml);
            }
            let text =
                format!("unexpected element <{found}>, expecting <{element}>, while updating network '{{name}}'");
            xml.check(|| Err(Fault::xml(text)));
        })?;
        Ok(model)
    }
}

impl Command {
    /// Puts an element into a list.
    fn add<T>(self, list: &mut Vec<T>, element: T) {
        let at = if self == Self::AddFirst { 0 } else { list.len() };
        list.insert(at, element);
    }
}

fn unsupported(text: impl Into<String>) -> Fault {
    Fault::new(VIR_ERR_OPERATION_UNSUPPORTED, text)
}

fn invalid(text: impl Into<String>) -> Fault {
    Fault::new(VIR_ERR_OPERATION_INVALID, text)
}

fn unknown_command(number: u32) -> Fault {
    unsupported(format!("unrecognized network update command code {number}"))
}

/// A part that cannot be changed.
fn fixed(section: &str) -> Fault {
    unsupported(format!("can't update '{section}' section of network '{{name}}'"))
}

#[cfg(test)]
mod tests;
