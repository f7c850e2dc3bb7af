//! Domains: network interfaces.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::{entry, record};
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(virDomainAnnounceInterface, virDomainInterfaceAddresses, virDomainInterfaceFree, virDomainInterfaceStats);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Lets a running domain tell the network where it is, on one interface or, with `device` NULL, on all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAnnounceInterface(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAnnounceInterface", |call| {
        let domain = call.writable::<Domain>(dom)?;
        if call.count(nparams, "nparams")? > 0 {
            call.non_null(params, "params")?;
        }
        let (device, params) = (call.optional_text(device, "device")?, call.params(params, nparams)?);
        domain.driver()?.announce_interface(domain, device, &params, flags)
    })
}

/// A running domain's interfaces with their addresses, as `source`, a `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_…`, knows them.
/// The caller frees each with `virDomainInterfaceFree`, then the array. Gives how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceAddresses(
    dom: virDomainPtr,
    ifaces: *mut *mut virDomainInterfacePtr,
    source: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainInterfaceAddresses", |call| {
        call.store(ifaces, std::ptr::null_mut());
        let domain = call.borrow::<Domain>(dom)?;
        call.non_null(ifaces, "ifaces")?;
        if source == VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT.cast_unsigned() {
            call.require_write(domain)?;
        }
        let found = domain.driver()?.interface_addresses(domain, source, flags)?;
        call.store(ifaces, record::interfaces(&found));
        Ok(found.len())
    })
}

/// Frees one element of what `virDomainInterfaceAddresses` gave; NULL is nothing to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceFree(iface: virDomainInterfacePtr) {
    record::free_interface(iface);
}

/// What went over an interface, by target or MAC address. `size` is that of the struct that the program knows; what nobody
/// counts is -1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceStats(
    dom: virDomainPtr,
    device: *const c_char,
    stats: virDomainInterfaceStatsPtr,
    size: usize,
) -> c_int {
    entry(FROM, "virDomainInterfaceStats", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        let device = call.text(device, "device")?;
        call.non_null(stats, "stats")?;
        call.fits::<virDomainInterfaceStatsStruct>(size)?;
        let found = domain.driver()?.interface_stats(domain, device)?;
        call.store_part(stats, found, size);
        Ok(())
    })
}
