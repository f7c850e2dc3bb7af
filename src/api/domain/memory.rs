//! Domains: memory.

use std::ffi::{c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::{Call, entry};
use crate::error::{Error, Origin, Result};
use crate::object::Domain;
use crate::types::*;

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

/// An amount of memory in KiB: above zero, and its bytes fit in a signed number of 64 bits.
fn amount(call: &Call, kib: c_ulong) -> Result<u64> {
    call.non_zero(kib, "memory")?;
    if kib >= i64::MAX as u64 / 1024 {
        return Err(Error::new(VIR_ERR_OVERFLOW, format!("input too large: {kib}")));
    }
    Ok(kib)
}

/// The most memory that a domain may have, in KiB; 0 when that fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxMemory(domain: virDomainPtr) -> c_ulong {
    entry(FROM, "virDomainGetMaxMemory", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        domain.driver()?.max_memory(domain)
    })
}

/// Reads the limits on a domain's use of the host's memory (`VIR_DOMAIN_MEMORY_…`, in KiB) into an array of the caller's
/// with room for `*nparams`; with `*nparams` 0 it becomes the number that there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetMemoryParameters", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.check_params_room(params, nparams)?;
        call.live_or_config(flags)?;
        let found = domain.driver()?.memory_parameters(domain, call.reading_flags(nparams, flags)?)?;
        call.fill_params(params, nparams, &found)
    })
}

/// Copies `size` bytes of a running domain's memory to `buffer`; `start` is an address of the kind that `flags`, a
/// `VIR_MEMORY_…`, says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryPeek(
    dom: virDomainPtr,
    start: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMemoryPeek", |call| {
        let domain = call.writable::<Domain>(dom)?;
        call.exclusive(flags, flag!(VIR_MEMORY_VIRTUAL), flag!(VIR_MEMORY_PHYSICAL))?;
        if size > 0 {
            call.non_null(buffer, "buffer")?;
        }
        domain.driver()?.memory_peek(domain, start, call.room(buffer.cast(), size), flags)
    })
}

/// Fills in up to `nr_stats` statistics of a running domain's memory (`VIR_DOMAIN_MEMORY_STAT_…`; sizes in KiB); gives how
/// many were filled in.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryStats(
    dom: virDomainPtr,
    stats: virDomainMemoryStatPtr,
    nr_stats: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMemoryStats", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        if stats.is_null() || nr_stats == 0 {
            return Ok(0);
        }
        let found = domain.driver()?.memory_stats(domain, flags)?;
        let count = found.len().min(nr_stats as usize);
        call.room(stats, count).copy_from_slice(&found[..count]);
        Ok(count)
    })
}

/// Sets the most memory that a domain may have, in KiB.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMaxMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    entry(FROM, "virDomainSetMaxMemory", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_memory(domain, amount(call, memory)?, VIR_DOMAIN_MEM_MAXIMUM)
    })
}

/// Sets the memory that a running domain has, in KiB.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    entry(FROM, "virDomainSetMemory", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_memory(domain, amount(call, memory)?, VIR_DOMAIN_AFFECT_LIVE)
    })
}

/// Sets the memory that a domain has, or with `VIR_DOMAIN_MEM_MAXIMUM` the most that it may have, in KiB. `flags` also say
/// in which definition.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryFlags(domain: virDomainPtr, memory: c_ulong, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetMemoryFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_memory(domain, amount(call, memory)?, flags)
    })
}

/// Sets limits on a domain's use of the host's memory (`VIR_DOMAIN_MEMORY_…`, in KiB).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetMemoryParameters", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_memory_parameters(domain, &params, flags)
    })
}

/// How often the domain's balloon device collects statistics, in seconds; 0 stops it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryStatsPeriod(domain: virDomainPtr, period: c_int, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetMemoryStatsPeriod", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.count(period, "period")?;
        domain.driver()?.set_memory_stats_period(domain, period, flags)
    })
}
