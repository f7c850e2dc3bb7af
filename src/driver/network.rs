//! What a driver does with virtual networks and their ports.

use std::net::IpAddr;
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Network, NetworkPort};
use crate::typed_param::TypedParams;
use crate::uuid::Uuid;

/// One change of a part of a network's document.
pub use crate::xml::network::Change as NetworkChange;

/// An address that a network's DHCP server gave out.
#[derive(Clone, Debug)]
pub struct Lease {
    /// The bridge.
    pub interface: String,
    /// Seconds since the epoch.
    pub expiry: i64,
    pub mac: Option<String>,
    /// Of DHCPv6: which of the client's associations.
    pub iaid: Option<String>,
    pub address: IpAddr,
    pub prefix: u32,
    pub hostname: Option<String>,
    /// Client id, or DUID in DHCPv6.
    pub client_id: Option<String>,
}

/// Virtual networks and their ports. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait NetworkDriver {
    /// How many networks run, or do not.
    fn count(&self, active: bool) -> Result<usize> {
        let _ = active;
        unsupported()
    }

    /// Names of the networks that run, or do not.
    fn names(&self, active: bool) -> Result<Vec<String>> {
        let _ = active;
        unsupported()
    }

    /// Networks that fit the `VIR_CONNECT_LIST_NETWORKS_…` flags.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<Network>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The network of that name.
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Network>> {
        let _ = (connection, name);
        unsupported()
    }

    /// The network of that UUID.
    fn by_uuid(&self, connection: &Arc<Connection>, uuid: &Uuid) -> Result<Arc<Network>> {
        let _ = (connection, uuid);
        unsupported()
    }

    /// Starts a network that is not kept. `flags`: `VIR_NETWORK_CREATE_…`.
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Network>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Keeps a definition. `flags`: `VIR_NETWORK_DEFINE_…`.
    fn define_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Network>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Forgets a definition.
    fn undefine(&self, network: &Network) -> Result<()> {
        let _ = network;
        unsupported()
    }

    /// Starts a defined network.
    fn create(&self, network: &Network) -> Result<()> {
        let _ = network;
        unsupported()
    }

    /// Stops a network.
    fn destroy(&self, network: &Network) -> Result<()> {
        let _ = network;
        unsupported()
    }

    /// Changes a part of the document. `flags`: `VIR_NETWORK_UPDATE_AFFECT_…`.
    fn update(&self, network: &Network, change: &NetworkChange, flags: u32) -> Result<()> {
        let _ = (network, change, flags);
        unsupported()
    }

    /// The document. `flags`: `VIR_NETWORK_XML_…`.
    fn xml(&self, network: &Network, flags: u32) -> Result<String> {
        let _ = (network, flags);
        unsupported()
    }

    /// The name of the bridge on the host.
    fn bridge_name(&self, network: &Network) -> Result<String> {
        let _ = network;
        unsupported()
    }

    /// Whether it starts with the host.
    fn autostart(&self, network: &Network) -> Result<bool> {
        let _ = network;
        unsupported()
    }

    fn set_autostart(&self, network: &Network, autostart: bool) -> Result<()> {
        let _ = (network, autostart);
        unsupported()
    }

    fn is_active(&self, network: &Network) -> Result<bool> {
        let _ = network;
        unsupported()
    }

    fn is_persistent(&self, network: &Network) -> Result<bool> {
        let _ = network;
        unsupported()
    }

    /// Addresses that are given out, of one card where `mac` is given.
    fn leases(&self, network: &Network, mac: Option<&str>, flags: u32) -> Result<Vec<Lease>> {
        let _ = (network, mac, flags);
        unsupported()
    }

    /// What the network carries. `kind`: a `VIR_NETWORK_METADATA_…`; `uri`: of an element; `flags`:
    /// `VIR_NETWORK_UPDATE_AFFECT_…`.
    fn metadata(&self, network: &Network, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        let _ = (network, kind, uri, flags);
        unsupported()
    }

    /// Sets what the network carries, or takes it away where `text` is none. `key`: the prefix of an element's namespace `uri`.
    fn set_metadata(
        &self,
        network: &Network,
        kind: i32,
        text: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        let _ = (network, kind, text, key, uri, flags);
        unsupported()
    }

    /// Ports of a network.
    fn list_ports(&self, network: &Arc<Network>, flags: u32) -> Result<Vec<Arc<NetworkPort>>> {
        let _ = (network, flags);
        unsupported()
    }

    /// The port of that UUID.
    fn port_by_uuid(&self, network: &Arc<Network>, uuid: &Uuid) -> Result<Arc<NetworkPort>> {
        let _ = (network, uuid);
        unsupported()
    }

    /// Makes a port. `flags`: `VIR_NETWORK_PORT_CREATE_…`.
    fn create_port(&self, network: &Arc<Network>, xml: &str, flags: u32) -> Result<Arc<NetworkPort>> {
        let _ = (network, xml, flags);
        unsupported()
    }

    fn delete_port(&self, port: &NetworkPort, flags: u32) -> Result<()> {
        let _ = (port, flags);
        unsupported()
    }

    /// The port's document.
    fn port_xml(&self, port: &NetworkPort, flags: u32) -> Result<String> {
        let _ = (port, flags);
        unsupported()
    }

    /// The port's parameters, named `VIR_NETWORK_PORT_BANDWIDTH_…`.
    fn port_params(&self, port: &NetworkPort, flags: u32) -> Result<TypedParams> {
        let _ = (port, flags);
        unsupported()
    }

    fn set_port_params(&self, port: &NetworkPort, params: &TypedParams, flags: u32) -> Result<()> {
        let _ = (port, params, flags);
        unsupported()
    }
}
