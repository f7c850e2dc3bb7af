//! Domains: virtual processors and I/O threads.

use std::ffi::{c_char, c_int, c_uchar, c_uint};
use std::ptr;

use crate::abi::{Call, entry, record};
use crate::error::{Error, Origin, Result};
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainAddIOThread,
    virDomainDelIOThread,
    virDomainGetCPUStats,
    virDomainGetEmulatorPinInfo,
    virDomainGetGuestVcpus,
    virDomainGetIOThreadInfo,
    virDomainGetMaxVcpus,
    virDomainGetVcpuPinInfo,
    virDomainGetVcpus,
    virDomainGetVcpusFlags,
    virDomainIOThreadInfoFree,
    virDomainPinEmulator,
    virDomainPinIOThread,
    virDomainPinVcpu,
    virDomainPinVcpuFlags,
    virDomainSetGuestVcpus,
    virDomainSetIOThreadParams,
    virDomainSetVcpu,
    virDomainSetVcpus,
    virDomainSetVcpusFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// The length in bytes of a map of the caller's that must be there.
fn map_length(call: &Call, map: *const c_uchar, length: c_int) -> Result<usize> {
    call.non_null(map, "cpumap")?;
    call.positive(length, "maplen")?;
    call.count(length, "maplen")
}

fn too_large(count: impl std::fmt::Display, length: impl std::fmt::Display) -> Error {
    Error::new(VIR_ERR_OVERFLOW, format!("input too large: {count} * {length}"))
}

/// Adds an I/O thread with that number to the definitions that `flags` say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAddIOThread(domain: virDomainPtr, iothread_id: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virDomainAddIOThread", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.add_io_thread(domain, iothread_id, flags)
    })
}

/// Takes an I/O thread away from the definitions that `flags` say; no disk may use it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelIOThread(domain: virDomainPtr, iothread_id: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virDomainDelIOThread", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.non_zero(iothread_id, "iothread_id")?;
        domain.driver()?.delete_io_thread(domain, iothread_id, flags)
    })
}

/// What a running domain used of the host's processors from `start_cpu` on, or with -1 of all together
/// (`VIR_DOMAIN_CPU_STATS_…`, in nanoseconds): `nparams` parameters for each of `ncpus` processors. Gives how many were
/// filled in for each. With `nparams` 0 it gives how many there are, with `ncpus` 0 of how many processors.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetCPUStats(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetCPUStats", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        check_cpu_stats(call, params, nparams, start_cpu, ncpus)?;
        // Who only counts may ask from where there is nothing.
        let start = if params.is_null() { start_cpu.min(0) } else { start_cpu };
        let found = domain.driver()?.cpu_stats(domain, start, ncpus, flags & !VIR_TYPED_PARAM_STRING_OKAY)?;
        match (ncpus, nparams) {
            (0, _) => Ok(found.cpus),
            (_, 0) => Ok(found.params.first().map_or(0, |params| params.len())),
            _ => Ok(call.fill_rows(params, nparams as usize, &found.params)),
        }
    })
}

/// Either all processors together, or some from one on; no parameters for no processors.
fn check_cpu_stats(
    call: &Call,
    params: virTypedParameterPtr,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
) -> Result<()> {
    if start_cpu == -1 {
        if ncpus != 1 {
            return Err(Error::about("start_cpu", "ncpus must be 1 when start_cpu is -1"));
        }
    } else {
        call.count(start_cpu, "start_cpu")?;
    }
    if nparams > 0 {
        call.non_null(params, "params")?;
    }
    if nparams == 0 || ncpus == 0 {
        call.null(params, "params")?;
    }
    match nparams.checked_mul(ncpus) {
        Some(_) => Ok(()),
        None => Err(too_large(nparams, ncpus)),
    }
}

/// On which processors of the host the hypervisor itself runs, but for virtual processors and I/O threads.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetEmulatorPinInfo(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetEmulatorPinInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let length = map_length(call, cpumap, maplen)?;
        call.live_or_config(flags)?;
        let cpus = domain.driver()?.emulator_pin(domain, flags)?;
        call.store_cpu_set(cpumap, 0, length, &cpus);
        Ok(true)
    })
}

/// Which processors the guest knows and uses, as its agent tells: sets as text, in a new array that the caller frees with
/// `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestVcpus(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_uint,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetGuestVcpus", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        let found = domain.driver()?.guest_vcpus(domain, flags)?;
        call.give_params(params, nparams.cast(), &found);
        Ok(())
    })
}

/// The I/O threads and where they may run. The caller frees each with `virDomainIOThreadInfoFree`, then the array. Gives
/// how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetIOThreadInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainIOThreadInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetIOThreadInfo", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        call.non_null(info, "info")?;
        call.store(info, ptr::null_mut());
        call.live_or_config(flags)?;
        let found = domain.driver()?.io_threads(domain, flags)?;
        if !found.is_empty() {
            call.store(info, record::io_threads(&found));
        }
        Ok(found.len())
    })
}

/// How many virtual processors a running domain may have at most.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxVcpus(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainGetMaxVcpus", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        domain.driver()?.vcpu_count(domain, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_VCPU_MAXIMUM)
    })
}

/// On which processors of the host each virtual one may run: up to `ncpumaps` maps of `maplen` bytes. Gives how many were
/// filled in.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpuPinInfo(
    domain: virDomainPtr,
    ncpumaps: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetVcpuPinInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.positive(ncpumaps, "ncpumaps")?;
        call.non_null(cpumaps, "cpumaps")?;
        call.positive(maplen, "maplen")?;
        ncpumaps.checked_mul(maplen).ok_or_else(|| too_large(ncpumaps, maplen))?;
        call.live_or_config(flags)?;
        let pins = domain.driver()?.vcpu_pins(domain, flags)?;
        let count = pins.len().min(call.count(ncpumaps, "ncpumaps")?);
        let length = call.count(maplen, "maplen")?;
        pins.iter().take(count).enumerate().for_each(|(at, cpus)| call.store_cpu_set(cpumaps, at, length, cpus));
        Ok(count)
    })
}

/// What a running domain's virtual processors do, and in `cpumaps`, unless it is NULL, where they may run: up to `maxinfo`
/// of them, with maps of `maplen` bytes. Gives how many were filled in.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpus(
    domain: virDomainPtr,
    info: virVcpuInfoPtr,
    maxinfo: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    entry(FROM, "virDomainGetVcpus", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(info, "info")?;
        call.positive(maxinfo, "maxinfo")?;
        let length = vcpu_map_length(call, maxinfo, cpumaps, maplen)?;
        let found = domain.driver()?.vcpus(domain)?;
        let count = found.len().min(call.count(maxinfo, "maxinfo")?);
        for (at, (place, (state, cpus))) in call.room(info, count).iter_mut().zip(&found).enumerate() {
            *place = *state;
            call.store_cpu_set(cpumaps, at, length, cpus);
        }
        Ok(count)
    })
}

/// The length in bytes of maps that may be missing; then they must have none.
fn vcpu_map_length(call: &Call, maxinfo: c_int, cpumaps: *const c_uchar, maplen: c_int) -> Result<usize> {
    if cpumaps.is_null() {
        // The original says it like this.
        return if maplen == 0 { Ok(0) } else { Err(Error::argument("maplen", "must not be zero")) };
    }
    call.positive(maplen, "maplen")?;
    maxinfo.checked_mul(maplen).ok_or_else(|| too_large(maxinfo, maplen))?;
    call.count(maplen, "maplen")
}

/// How many virtual processors a domain has, or with `VIR_DOMAIN_VCPU_MAXIMUM` may have. `flags` also say in which
/// definition, and with `VIR_DOMAIN_VCPU_GUEST` as the guest sees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpusFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainGetVcpusFlags", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        if flags & VIR_DOMAIN_VCPU_GUEST != 0 {
            call.require_write(domain)?;
        }
        call.live_or_config(flags)?;
        domain.driver()?.vcpu_count(domain, flags)
    })
}

/// Frees one element of what `virDomainGetIOThreadInfo` gave; NULL is nothing to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIOThreadInfoFree(info: virDomainIOThreadInfoPtr) {
    record::free_io_thread(info);
}

/// Sets on which processors of the host the hypervisor itself may run, but for virtual processors and I/O threads.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinEmulator(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinEmulator", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let length = map_length(call, cpumap, maplen)?;
        domain.driver()?.pin_emulator(domain, &call.cpu_set(cpumap, length), flags)
    })
}

/// Sets on which processors of the host an I/O thread may run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinIOThread", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let length = map_length(call, cpumap, maplen)?;
        domain.driver()?.pin_io_thread(domain, iothread_id, &call.cpu_set(cpumap, length), flags)
    })
}

/// Sets on which processors of the host a virtual processor of a running domain may run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpu(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    entry(FROM, "virDomainPinVcpu", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let length = map_length(call, cpumap, maplen)?;
        domain.driver()?.pin_running_vcpu(domain, vcpu, &call.cpu_set(cpumap, length))
    })
}

/// As `virDomainPinVcpu`, in the definitions that `flags` say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpuFlags(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinVcpuFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let length = map_length(call, cpumap, maplen)?;
        domain.driver()?.pin_vcpu(domain, vcpu, &call.cpu_set(cpumap, length), flags)
    })
}

/// Lets the guest use (`state` 1) or not use (0) some of its processors, a set as text such as "1-3".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetGuestVcpus(
    domain: virDomainPtr,
    cpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetGuestVcpus", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_guest_vcpus(domain, call.text(cpumap, "cpumap")?, state != 0, flags)
    })
}

/// Sets how an I/O thread polls (`VIR_DOMAIN_IOTHREAD_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetIOThreadParams(
    domain: virDomainPtr,
    iothread_id: c_uint,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetIOThreadParams", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_io_thread_params(domain, iothread_id, &params, flags)
    })
}

/// Adds (`state` 1) or takes away (0) single virtual processors, a set as text such as "1-3".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpu(
    domain: virDomainPtr,
    vcpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetVcpu", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.set_vcpu(domain, call.text(vcpumap, "vcpumap")?, state != 0, flags)
    })
}

/// Sets how many virtual processors a running domain has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpus(domain: virDomainPtr, nvcpus: c_uint) -> c_int {
    entry(FROM, "virDomainSetVcpus", |call| {
        let domain = call.writable::<Domain>(domain)?;
        call.non_zero(nvcpus, "nvcpus")?;
        domain.driver()?.set_vcpus(domain, nvcpus, VIR_DOMAIN_AFFECT_LIVE)
    })
}

/// Sets how many virtual processors a domain has, or with `VIR_DOMAIN_VCPU_MAXIMUM` may have. `flags` also say in which
/// definitions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpusFlags(domain: virDomainPtr, nvcpus: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetVcpusFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let config = flag!(VIR_DOMAIN_AFFECT_CONFIG);
        call.requires(flags, flag!(VIR_DOMAIN_VCPU_MAXIMUM), config)?;
        call.exclusive(flags, flag!(VIR_DOMAIN_VCPU_GUEST), config)?;
        call.non_zero(nvcpus, "nvcpus")?;
        domain.driver()?.set_vcpus(domain, nvcpus, flags)
    })
}
