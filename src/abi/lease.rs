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

#[cfg(test)]
mod tests {
    use std::ffi::CStr;
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn leases_are_copied_for_c() {
        let lease = Lease {
            interface: "virbr0".to_owned(),
            expiry: 7,
            mac: Some("52:54:00:00:00:01".to_owned()),
            iaid: None,
            address: Ipv4Addr::new(10, 0, 0, 9).into(),
            prefix: 24,
            hostname: None,
            client_id: None,
        };
        let mut place: *mut virNetworkDHCPLeasePtr = ptr::null_mut();
        assert_eq!(list(ptr::null_mut(), &[lease.clone(), lease.clone()]), 2);
        assert_eq!(list(&raw mut place, &[lease]), 1);
        // SAFETY: an array of one lease and NULL, as `list` made it.
        let (first, last) = unsafe { (*place, *place.add(1)) };
        assert!(last.is_null());
        // SAFETY: the lease is there, and its texts end with NUL.
        let (copy, address) = unsafe { (*first, CStr::from_ptr((*first).ipaddr)) };
        assert_eq!((copy.expirytime, copy.r#type, copy.prefix), (7, VIR_IP_ADDR_TYPE_IPV4, 24));
        assert_eq!(address, c"10.0.0.9");
        assert!(copy.iaid.is_null() && copy.hostname.is_null() && copy.clientid.is_null());
        free(first);
        free(ptr::null_mut());
        memory::free(place);
    }
}
