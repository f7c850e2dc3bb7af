//! Domains: memory.

use std::ffi::{c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainMemoryStatPtr, virDomainPtr, virTypedParameterPtr};

export!(
    virDomainGetMaxMemory,
    virDomainGetMemoryParameters,
    virDomainMemoryPeek,
    virDomainMemoryStats,
    virDomainSetMaxMemory,
    virDomainSetMemory,
    virDomainSetMemoryFlags,
    virDomainSetMemoryParameters,
    virDomainSetMemoryStatsPeriod
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxMemory(domain: virDomainPtr) -> c_ulong {
    entry(FROM, "virDomainGetMaxMemory", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<c_ulong>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMemoryParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetMemoryParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryPeek(
    dom: virDomainPtr,
    _start: c_ulonglong,
    _size: usize,
    _buffer: *mut c_void,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMemoryPeek", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryStats(
    dom: virDomainPtr,
    _stats: virDomainMemoryStatPtr,
    _nr_stats: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMemoryStats", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMaxMemory(domain: virDomainPtr, _memory: c_ulong) -> c_int {
    entry(FROM, "virDomainSetMaxMemory", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemory(domain: virDomainPtr, _memory: c_ulong) -> c_int {
    entry(FROM, "virDomainSetMemory", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryFlags(domain: virDomainPtr, _memory: c_ulong, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetMemoryFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetMemoryParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryStatsPeriod(domain: virDomainPtr, _period: c_int, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetMemoryStatsPeriod", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
