//! Domains: interface.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{
    VIR_FROM_DOMAIN, virDomainInterfacePtr, virDomainInterfaceStatsPtr, virDomainPtr, virTypedParameterPtr,
};

export!(virDomainAnnounceInterface, virDomainInterfaceAddresses, virDomainInterfaceFree, virDomainInterfaceStats);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAnnounceInterface(
    dom: virDomainPtr,
    _device: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAnnounceInterface", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceAddresses(
    dom: virDomainPtr,
    _ifaces: *mut *mut virDomainInterfacePtr,
    _source: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainInterfaceAddresses", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceFree(_iface: virDomainInterfacePtr) {
    entry(FROM, "virDomainInterfaceFree", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceStats(
    dom: virDomainPtr,
    _device: *const c_char,
    _stats: virDomainInterfaceStatsPtr,
    _size: usize,
) -> c_int {
    entry(FROM, "virDomainInterfaceStats", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}
