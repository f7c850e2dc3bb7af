//! The QEMU driver's side of `driver/domain/interface.rs`.

use std::ffi::c_uint;

use super::not_running;
use super::stats::interface_counters;
use crate::driver::domain::{DomainInterface, GuestInterface};
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::device::interface::Interface;

impl DomainInterface for Qemu {
    fn interface_stats(&self, domain: &Domain, device: &str) -> Result<virDomainInterfaceStatsStruct> {
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let is_it = |card: &&Interface| {
            let mac = card.mac.address.as_ref().map(ToString::to_string);
            mac.as_deref() == Some(device) || card.target.as_ref().and_then(|one| one.device.as_deref()) == Some(device)
        };
        let card = live.definition.devices.interfaces.iter().find(is_it);
        let Some(card) = card else {
            return Err(error(VIR_ERR_INVALID_ARG, format!("'{device}' is not a known interface")));
        };
        let tap = card.target.as_ref().and_then(|target| target.device.as_deref());
        let Some(counted) = tap.and_then(interface_counters) else {
            let text = format!("interface '{device}' has no end on the host that counts");
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        };
        let [rx_bytes, rx_packets, rx_errs, rx_drop, tx_bytes, tx_packets, tx_errs, tx_drop] =
            counted.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        Ok(virDomainInterfaceStatsStruct {
            rx_bytes,
            rx_packets,
            rx_errs,
            rx_drop,
            tx_bytes,
            tx_packets,
            tx_errs,
            tx_drop,
        })
    }

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
