//! DHCP leases as C gets them.

use std::ffi::c_char;
use std::ptr;

use super::memory;
use crate::driver::Lease;
use crate::types::*;

/// An array of leases with NULL behind the last, all of it the caller's; only the count when `place` is NULL.
pub(crate) fn list(place: *mut *mut virNetworkDHCPLeasePtr, leases: &[Lease]) -> usize {
    if !place.is_null() {
        let copies: Vec<virNetworkDHCPLeasePtr> = leases.iter().map(copy).collect();
        memory::store(place, memory::array(&copies));
    }
    leases.len()
}

fn copy(lease: &Lease) -> virNetworkDHCPLeasePtr {
    let text = |text: &Option<String>| text.as_deref().map_or(ptr::null_mut(), memory::string);
    memory::array(&[virNetworkDHCPLease {
        iface: memory::string(&lease.interface),
        expirytime: lease.expiry,
        r#type: if lease.address.is_ipv6() { VIR_IP_ADDR_TYPE_IPV6 } else { VIR_IP_ADDR_TYPE_IPV4 },
        mac: text(&lease.mac),
        iaid: text(&lease.iaid),
        ipaddr: memory::string(&lease.address.to_string()),
        prefix: lease.prefix,
        hostname: text(&lease.hostname),
        clientid: text(&lease.client_id),
    }])
}

/// Frees one lease with its texts; nothing for NULL.
pub(crate) fn free(lease: virNetworkDHCPLeasePtr) {
    // SAFETY: NULL, or a lease of this module's that the caller gives up (abi's policy).
    let Some(content) = (unsafe { lease.as_ref() }) else { return };
    let texts: [*mut c_char; 6] =
        [content.iface, content.mac, content.iaid, content.ipaddr, content.hostname, content.clientid];
    texts.into_iter().for_each(memory::free);
    memory::free(lease);
}
