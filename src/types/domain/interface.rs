//! Domains: network interfaces.

use std::ffi::{c_char, c_int, c_longlong, c_uint};

/// An address of a guest; `type` is a `virIPAddrType`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceIPAddress {
    pub r#type: c_int,
    pub addr: *mut c_char,
    pub prefix: c_uint,
}
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;

/// A network interface of a guest and its addresses.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterface {
    pub name: *mut c_char,
    pub hwaddr: *mut c_char,
    pub naddrs: c_uint,
    pub addrs: virDomainIPAddressPtr,
}
pub type virDomainInterface = _virDomainInterface;
pub type virDomainInterfacePtr = *mut virDomainInterface;

/// What went through a network interface; -1 where it is not known.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceStats {
    pub rx_bytes: c_longlong,
    pub rx_packets: c_longlong,
    pub rx_errs: c_longlong,
    pub rx_drop: c_longlong,
    pub tx_bytes: c_longlong,
    pub tx_packets: c_longlong,
    pub tx_errs: c_longlong,
    pub tx_drop: c_longlong,
}
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;

/// Where addresses of a guest are looked for.
pub type virDomainInterfaceAddressesSource = c_int;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE: virDomainInterfaceAddressesSource = 0;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT: virDomainInterfaceAddressesSource = 1;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP: virDomainInterfaceAddressesSource = 2;
pub const VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST: virDomainInterfaceAddressesSource = 3;

pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &str = "initial";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &str = "max";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &str = "rounds";
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &str = "step";
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &str = "inbound.average";
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &str = "inbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &str = "inbound.floor";
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &str = "inbound.peak";
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &str = "outbound.average";
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &str = "outbound.burst";
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &str = "outbound.peak";
