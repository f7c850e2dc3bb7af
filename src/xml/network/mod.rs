//! `<network>`: a virtual network.
//!
//! Source: <https://libvirt.org/formatnetwork.html>, and what libvirt 9.0.0 takes and writes.

mod bridge;
mod check;
mod dhcp;
mod dns;
mod domain;
mod forward;
mod ip;
mod options;
mod portgroup;
mod update;

pub use bridge::{Bridge, MacTableManager, Stp};
pub use dhcp::{Bootp, Dhcp, DhcpHost, DhcpRange, Lease, LeaseUnit};
pub use dns::{Dns, DnsHost, Forwarder, Srv, Txt};
pub use domain::Domain;
pub use forward::{
    Driver, DriverName, Forward, ForwardAddress, ForwardInterface, ForwardMode, Nat, NatAddress, NatPorts, Pf,
};
pub use ip::Ip;
pub use options::DnsmasqOption;
pub use portgroup::PortGroup;
pub use update::Change;

use super::common::bandwidth::Bandwidth;
use super::common::ip::Route;
use super::common::virtualport::VirtualPort;
use super::common::vlan::Vlan;
use super::{Fault, Metadata, Read, Root, Unknown, YesNo, parse};
use crate::error::Origin;
use crate::mac::Mac;
use crate::types::*;
use crate::uuid::Uuid;
use crate::walk;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// How many cards are plugged in, while it runs.
    pub connections: u32,
    /// Machines reach each other by IPv6 though the host has no such address there.
    pub ipv6: Option<YesNo>,
    pub trust_guest_rx_filters: Option<YesNo>,
    pub name: String,
    /// Some once it is parsed.
    pub uuid: Option<Uuid>,
    pub title: String,
    pub description: String,
    pub metadata: Option<Box<Metadata>>,
    /// None is isolated from other networks.
    pub forward: Option<Forward>,
    pub bridge: Bridge,
    /// 0 is not given.
    pub mtu: u32,
    /// Of the bridge.
    pub mac: Option<Mac>,
    pub domain: Domain,
    pub dns: Dns,
    pub vlan: Option<Vlan>,
    pub bandwidth: Option<Bandwidth>,
    /// Whether cards cannot reach each other.
    pub isolated: Option<YesNo>,
    pub ips: Vec<Ip>,
    pub routes: Vec<Route>,
    pub virtualport: VirtualPort,
    pub portgroups: Vec<PortGroup>,
    /// Lines for dnsmasq's configuration, which only the driver that runs dnsmasq knows.
    pub options: Vec<DnsmasqOption>,
}

walk!(Network, |network, xml| {
    xml.namespace("dnsmasq", options::NAMESPACE, !network.options.is_empty());
    xml.named_by("name");
    xml.live(|xml| network.connections.sparse("connections", xml));
    xml.refuse(VIR_ERR_XML_ERROR, "Invalid ipv6 setting '{}' in network '{name}'", |xml| {
        xml.filled(|xml| network.ipv6.attr("ipv6", xml));
    });
    network.trust_guest_rx_filters.attr("trustGuestRxFilters", xml);
    network.name.leaf("name", xml);
    xml.check_value(|| check::name(&network.name));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "malformed uuid element", |xml| network.uuid.leaf("uuid", xml));
    network.title.sparse_leaf("title", xml);
    network.description.sparse_leaf("description", xml);
    network.metadata.child("metadata", xml);
    network.forward.child("forward", xml);
    network.bridge.child("bridge", xml);
    let sentence = "Invalid mtu size '{}' in network '{name}'";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| {
        xml.filled(|xml| network.mtu.sparse_via("mtu", "size", xml));
    });
    let sentence = "Invalid bridge mac address '{}' in network '{name}'";
    xml.refuse(VIR_ERR_XML_ERROR, sentence, |xml| {
        xml.filled(|xml| network.mac.via("mac", "address", xml));
    });
    network.domain.child("domain", xml);
    network.dns.child("dns", xml);
    network.vlan.child("vlan", xml);
    network.bandwidth.child("bandwidth", xml);
    network.isolated.via("port", "isolated", xml);
    network.ips.child("ip", xml);
    network.routes.child("route", xml);
    let typed = xml.has("virtualport");
    network.virtualport.child("virtualport", xml);
    xml.check(|| if typed { network.virtualport.require_type() } else { Ok(()) });
    network.portgroups.child("portgroup", xml);
    xml.group("dnsmasq:options", |xml| network.options.child("dnsmasq:option", xml));
    xml.check(|| check::network(network));
});

impl Root for Network {
    const NAME: &'static str = "network";
    const LABEL: &'static str = "network_definition";
    const ORIGIN: Origin = VIR_FROM_NETWORK;
}

impl Network {
    /// Reads a document; fills in what it leaves open, and its UUID.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str, options: Read) -> Result<(Self, Vec<Unknown>), Fault> {
        let (mut network, unknown) = parse::<Self>(text, options)?;
        network.settle();
        if network.uuid.is_none() {
            let random = Uuid::random().map_err(|error| Fault::internal(error.to_string()))?;
            network.uuid = Some(random);
        }
        Ok((network, unknown))
    }

    pub fn uuid(&self) -> Uuid {
        self.uuid.unwrap_or_default()
    }

    /// What it is for; isolated where nothing is said.
    pub fn mode(&self) -> ForwardMode {
        self.forward.as_ref().map_or(ForwardMode::None, |forward| forward.mode)
    }

    /// Brings everything into the form in which it is written.
    pub(super) fn settle(&mut self) {
        self.forward.take_if(|forward| forward.mode == ForwardMode::None);
        if let Some(forward) = &mut self.forward {
            forward.settle();
        }
        self.ipv6.take_if(|ipv6| *ipv6 == YesNo::No);
        self.bridge.settle(self.mode().has_own_bridge());
        if self.domain.name.is_none() {
            self.domain = Domain::default();
        }
        self.dns.settle();
        self.bandwidth.take_if(|bandwidth| bandwidth.is_empty());
        for group in &mut self.portgroups {
            group.bandwidth.take_if(|bandwidth| bandwidth.is_empty());
        }
        self.ips.iter_mut().for_each(Ip::settle);
    }
}

#[cfg(test)]
mod tests;
