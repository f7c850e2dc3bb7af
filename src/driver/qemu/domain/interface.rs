//! The QEMU driver's side of `driver/domain/interface.rs`.

use std::ffi::c_uint;

use super::not_running;
use crate::driver::domain::{DomainInterface, GuestInterface};
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainInterface for Qemu {
    fn interface_addresses(&self, domain: &Domain, source: c_uint, flags: c_uint) -> Result<Vec<GuestInterface>> {
        check_flags(flags, 0)?;
        self.run_state(domain)?.ok_or_else(not_running)?;
        match source as virDomainInterfaceAddressesSource {
            // Those of virtual networks, on which no machine is.
            VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE => Ok(Vec::new()),
            VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT => self.guest_interfaces(domain),
            VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP => crate::error::unsupported(),
            _ => Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, format!("Unknown IP address data source {source}"))),
        }
    }
}
