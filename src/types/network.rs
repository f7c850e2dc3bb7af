//! What `<libvirt/libvirt-network.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use super::*;

/// A virtual network: opaque, counted by reference.
#[repr(C)]
pub struct _virNetwork {
    _opaque: [u8; 0],
}
pub type virNetwork = _virNetwork;
pub type virNetworkPtr = *mut virNetwork;

/// A port of a virtual network: opaque, counted by reference.
#[repr(C)]
pub struct _virNetworkPort {
    _opaque: [u8; 0],
}
pub type virNetworkPort = _virNetworkPort;
pub type virNetworkPortPtr = *mut virNetworkPort;

/// An address that a virtual network gave out; what is not known is NULL or 0.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNetworkDHCPLease {
    pub iface: *mut c_char,
    pub expirytime: c_longlong,
    pub r#type: c_int,
    pub mac: *mut c_char,
    pub iaid: *mut c_char,
    pub ipaddr: *mut c_char,
    pub prefix: c_uint,
    pub hostname: *mut c_char,
    pub clientid: *mut c_char,
}
pub type virNetworkDHCPLease = _virNetworkDHCPLease;
pub type virNetworkDHCPLeasePtr = *mut virNetworkDHCPLease;

/// Which networks are listed.
pub type virConnectListAllNetworksFlags = c_uint;
pub const VIR_CONNECT_LIST_NETWORKS_INACTIVE: virConnectListAllNetworksFlags = 1;
pub const VIR_CONNECT_LIST_NETWORKS_ACTIVE: virConnectListAllNetworksFlags = 2;
pub const VIR_CONNECT_LIST_NETWORKS_PERSISTENT: virConnectListAllNetworksFlags = 1 << 2;
pub const VIR_CONNECT_LIST_NETWORKS_TRANSIENT: virConnectListAllNetworksFlags = 1 << 3;
pub const VIR_CONNECT_LIST_NETWORKS_AUTOSTART: virConnectListAllNetworksFlags = 1 << 4;
pub const VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART: virConnectListAllNetworksFlags = 1 << 5;

/// The kind of an IP address.
pub type virIPAddrType = c_int;
pub const VIR_IP_ADDR_TYPE_IPV4: virIPAddrType = 0;
pub const VIR_IP_ADDR_TYPE_IPV6: virIPAddrType = 1;
pub const VIR_IP_ADDR_TYPE_LAST: virIPAddrType = 2;

/// How a network's description is taken.
pub type virNetworkCreateFlags = c_uint;
pub const VIR_NETWORK_CREATE_VALIDATE: virNetworkCreateFlags = 1;

/// How a definition is taken.
pub type virNetworkDefineFlags = c_uint;
pub const VIR_NETWORK_DEFINE_VALIDATE: virNetworkDefineFlags = 1;

/// What happened in a network's life.
pub type virNetworkEventLifecycleType = c_int;
pub const VIR_NETWORK_EVENT_DEFINED: virNetworkEventLifecycleType = 0;
pub const VIR_NETWORK_EVENT_UNDEFINED: virNetworkEventLifecycleType = 1;
pub const VIR_NETWORK_EVENT_STARTED: virNetworkEventLifecycleType = 2;
pub const VIR_NETWORK_EVENT_STOPPED: virNetworkEventLifecycleType = 3;
pub const VIR_NETWORK_EVENT_LAST: virNetworkEventLifecycleType = 4;

/// What can be listened to.
pub type virNetworkEventID = c_int;
pub const VIR_NETWORK_EVENT_ID_LIFECYCLE: virNetworkEventID = 0;
pub const VIR_NETWORK_EVENT_ID_METADATA_CHANGE: virNetworkEventID = 1;
pub const VIR_NETWORK_EVENT_ID_LAST: virNetworkEventID = 2;

/// Which of a network's notes is meant.
pub type virNetworkMetadataType = c_int;
pub const VIR_NETWORK_METADATA_DESCRIPTION: virNetworkMetadataType = 0;
pub const VIR_NETWORK_METADATA_TITLE: virNetworkMetadataType = 1;
pub const VIR_NETWORK_METADATA_ELEMENT: virNetworkMetadataType = 2;
pub const VIR_NETWORK_METADATA_LAST: virNetworkMetadataType = 3;

/// How a port is made.
pub type virNetworkPortCreateFlags = c_uint;
pub const VIR_NETWORK_PORT_CREATE_RECLAIM: virNetworkPortCreateFlags = 1;
pub const VIR_NETWORK_PORT_CREATE_VALIDATE: virNetworkPortCreateFlags = 2;

/// Which part of a network is changed.
pub type virNetworkUpdateSection = c_int;
pub const VIR_NETWORK_SECTION_NONE: virNetworkUpdateSection = 0;
pub const VIR_NETWORK_SECTION_BRIDGE: virNetworkUpdateSection = 1;
pub const VIR_NETWORK_SECTION_DOMAIN: virNetworkUpdateSection = 2;
pub const VIR_NETWORK_SECTION_IP: virNetworkUpdateSection = 3;
pub const VIR_NETWORK_SECTION_IP_DHCP_HOST: virNetworkUpdateSection = 4;
pub const VIR_NETWORK_SECTION_IP_DHCP_RANGE: virNetworkUpdateSection = 5;
pub const VIR_NETWORK_SECTION_FORWARD: virNetworkUpdateSection = 6;
pub const VIR_NETWORK_SECTION_FORWARD_INTERFACE: virNetworkUpdateSection = 7;
pub const VIR_NETWORK_SECTION_FORWARD_PF: virNetworkUpdateSection = 8;
pub const VIR_NETWORK_SECTION_PORTGROUP: virNetworkUpdateSection = 9;
pub const VIR_NETWORK_SECTION_DNS_HOST: virNetworkUpdateSection = 10;
pub const VIR_NETWORK_SECTION_DNS_TXT: virNetworkUpdateSection = 11;
pub const VIR_NETWORK_SECTION_DNS_SRV: virNetworkUpdateSection = 12;
pub const VIR_NETWORK_SECTION_LAST: virNetworkUpdateSection = 13;

/// Where a network is changed: now, in the definition, or whichever is current.
pub type virNetworkUpdateFlags = c_uint;
pub const VIR_NETWORK_UPDATE_AFFECT_CURRENT: virNetworkUpdateFlags = 0;
pub const VIR_NETWORK_UPDATE_AFFECT_LIVE: virNetworkUpdateFlags = 1;
pub const VIR_NETWORK_UPDATE_AFFECT_CONFIG: virNetworkUpdateFlags = 2;

/// How a part of a network is changed.
pub type virNetworkUpdateCommand = c_int;
pub const VIR_NETWORK_UPDATE_COMMAND_NONE: virNetworkUpdateCommand = 0;
pub const VIR_NETWORK_UPDATE_COMMAND_MODIFY: virNetworkUpdateCommand = 1;
pub const VIR_NETWORK_UPDATE_COMMAND_DELETE: virNetworkUpdateCommand = 2;
pub const VIR_NETWORK_UPDATE_COMMAND_ADD_LAST: virNetworkUpdateCommand = 3;
pub const VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST: virNetworkUpdateCommand = 4;
pub const VIR_NETWORK_UPDATE_COMMAND_LAST: virNetworkUpdateCommand = 5;

/// How a network is described.
pub type virNetworkXMLFlags = c_uint;
pub const VIR_NETWORK_XML_INACTIVE: virNetworkXMLFlags = 1;

/// Stands for the callbacks of all events of networks.
pub type virConnectNetworkEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, net: virNetworkPtr, opaque: *mut c_void)>;

/// Is told the steps of networks' lives: `event` is a `virNetworkEventLifecycleType`.
pub type virConnectNetworkEventLifecycleCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, net: virNetworkPtr, event: c_int, detail: c_int, opaque: *mut c_void),
>;

/// Is told that notes on a network changed: `type` is a `virNetworkMetadataType`.
pub type virConnectNetworkEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

pub const VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: &str = "inbound.burst";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: &str = "inbound.peak";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: &str = "outbound.burst";
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";
