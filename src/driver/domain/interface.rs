//! Domains: network interfaces.

use std::ffi::c_uint;
use std::net::IpAddr;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::virDomainInterfaceStatsStruct;

/// An interface with its addresses.
pub struct GuestInterface {
    pub name: String,
    pub mac: Option<String>,
    /// With their prefixes, in bits.
    pub addresses: Vec<(IpAddr, u32)>,
}

/// Network interfaces. Every method defaults to "not supported".
pub trait DomainInterface {
    /// What the interface with that target or MAC address carried; what nobody counts is -1.
    fn interface_stats(&self, domain: &Domain, device: &str) -> Result<virDomainInterfaceStatsStruct> {
        let _ = (domain, device);
        unsupported()
    }

    /// What `source`, a `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_…`, knows of the addresses.
    fn interface_addresses(&self, domain: &Domain, source: c_uint, flags: c_uint) -> Result<Vec<GuestInterface>> {
        let _ = (domain, source, flags);
        unsupported()
    }

    /// Lets the guest tell the network where it is, on one interface or all.
    fn announce_interface(
        &self,
        domain: &Domain,
        device: Option<&str>,
        params: &TypedParams,
        flags: c_uint,
    ) -> Result<()> {
        let _ = (domain, device, params, flags);
        unsupported()
    }
}
