//! Domains: scheduler, disk and network limits, NUMA, performance counters.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainDelThrottleGroup,
    virDomainGetBlkioParameters,
    virDomainGetBlockIoTune,
    virDomainGetInterfaceParameters,
    virDomainGetNumaParameters,
    virDomainGetPerfEvents,
    virDomainGetSchedulerParameters,
    virDomainGetSchedulerParametersFlags,
    virDomainGetSchedulerType,
    virDomainSetBlkioParameters,
    virDomainSetBlockIoTune,
    virDomainSetInterfaceParameters,
    virDomainSetNumaParameters,
    virDomainSetPerfEvents,
    virDomainSetSchedulerParameters,
    virDomainSetSchedulerParametersFlags,
    virDomainSetThrottleGroup,
    virDomainStartDirtyRateCalc
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Removes a group of disks that share limits; no disk may be in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelThrottleGroup(dom: virDomainPtr, group: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virDomainDelThrottleGroup", |call| {
        let domain = call.writable::<Domain>(dom)?;
        domain.driver()?.delete_throttle_group(domain, call.text(group, "group")?, flags)
    })
}

/// Reads the limits on all of a domain's disks together (`VIR_DOMAIN_BLKIO_…`) into an array of the caller's with room for
/// `*nparams`; with `*nparams` 0 it becomes the number that there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlkioParameters", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.check_params_room(params, nparams)?;
        call.live_or_config(flags)?;
        let found = domain.driver()?.blkio_parameters(domain, call.reading_flags(nparams, flags)?)?;
        call.fill_params(params, nparams, &found)
    })
}

/// Reads the limits on one disk (`VIR_DOMAIN_BLOCK_IOTUNE_…`) into an array of the caller's with room for `*nparams`; with
/// `*nparams` 0 it becomes the number that there are, and `disk` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockIoTune", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        call.check_params_room(params, nparams)?;
        let counting = call.value(nparams, "nparams")? == 0;
        let disk = if counting { None } else { Some(call.text(disk, "disk")?) };
        call.live_or_config(flags)?;
        let found = domain.driver()?.block_io_tune(domain, disk, call.reading_flags(nparams, flags)?)?;
        call.fill_params(params, nparams, &found)
    })
}

/// Reads the limits on one network interface (`VIR_DOMAIN_BANDWIDTH_…`) into an array of the caller's with room for
/// `*nparams`; with `*nparams` 0 it becomes the number that there are. `device` is a target or a MAC address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInterfaceParameters(
    domain: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetInterfaceParameters", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.check_params_room(params, nparams)?;
        let counting = call.value(nparams, "nparams")? == 0;
        let device = if counting { None } else { Some(call.text(device, "device")?) };
        let found = domain.driver()?.interface_parameters(domain, device, call.reading_flags(nparams, flags)?)?;
        call.fill_params(params, nparams, &found)
    })
}

/// Reads which NUMA nodes of the host a domain's memory comes from (`VIR_DOMAIN_NUMA_…`) into an array of the caller's with
/// room for `*nparams`; with `*nparams` 0 it becomes the number that there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetNumaParameters", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.check_params_room(params, nparams)?;
        let found = domain.driver()?.numa_parameters(domain, call.reading_flags(nparams, flags)?)?;
        call.fill_params(params, nparams, &found)
    })
}

/// Which performance counters (`VIR_PERF_PARAM_…`) a domain has enabled, in a new array that the caller frees with
/// `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetPerfEvents(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetPerfEvents", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        let found = domain.driver()?.perf_events(domain, flags & !VIR_TYPED_PARAM_STRING_OKAY)?;
        call.give_params(params, nparams, &found);
        Ok(())
    })
}

/// Reads the scheduler's settings (`VIR_DOMAIN_SCHEDULER_…`) into an array of the caller's with room for `*nparams`, which
/// `virDomainGetSchedulerType` tells.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
) -> c_int {
    entry(FROM, "virDomainGetSchedulerParameters", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.positive(call.value(nparams, "nparams")?, "*nparams")?;
        let found = domain.driver()?.scheduler_parameters(domain, VIR_DOMAIN_AFFECT_CURRENT)?;
        call.fill_params(params, nparams, &found)
    })
}

/// As `virDomainGetSchedulerParameters`, of the definition that `flags` say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetSchedulerParametersFlags", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.positive(call.value(nparams, "nparams")?, "*nparams")?;
        call.live_or_config(flags)?;
        let found = domain.driver()?.scheduler_parameters(domain, flags | VIR_TYPED_PARAM_STRING_OKAY)?;
        call.fill_params(params, nparams, &found)
    })
}

/// The name of the scheduler, which the caller frees; `*nparams` gets how many settings it has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerType(domain: virDomainPtr, nparams: *mut c_int) -> *mut c_char {
    entry(FROM, "virDomainGetSchedulerType", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        let (name, count) = domain.driver()?.scheduler_type(domain)?;
        call.store(nparams, c_int::try_from(count).unwrap_or(c_int::MAX));
        Ok(name)
    })
}

/// Sets limits on all of a domain's disks together (`VIR_DOMAIN_BLKIO_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlkioParameters", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.any_params(params, nparams)?;
        domain.driver()?.set_blkio_parameters(domain, &params, flags)
    })
}

/// Sets limits on one disk (`VIR_DOMAIN_BLOCK_IOTUNE_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlockIoTune", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let disk = call.text(disk, "disk")?;
        call.positive(nparams, "nparams")?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_block_io_tune(domain, disk, &params, flags)
    })
}

/// Sets limits on one network interface (`VIR_DOMAIN_BANDWIDTH_…`). `device` is a target or a MAC address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetInterfaceParameters(
    domain: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetInterfaceParameters", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_interface_parameters(domain, call.text(device, "device")?, &params, flags)
    })
}

/// Sets which NUMA nodes of the host a domain's memory comes from (`VIR_DOMAIN_NUMA_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetNumaParameters", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_numa_parameters(domain, &params, flags)
    })
}

/// Enables and disables performance counters (`VIR_PERF_PARAM_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetPerfEvents(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetPerfEvents", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_perf_events(domain, &params, flags)
    })
}

/// Sets the scheduler's settings (`VIR_DOMAIN_SCHEDULER_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
) -> c_int {
    entry(FROM, "virDomainSetSchedulerParameters", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.any_params(params, nparams)?;
        domain.driver()?.set_scheduler_parameters(domain, &params, VIR_DOMAIN_AFFECT_CURRENT)
    })
}

/// As `virDomainSetSchedulerParameters`, in the definition that `flags` say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetSchedulerParametersFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let params = call.any_params(params, nparams)?;
        domain.driver()?.set_scheduler_parameters(domain, &params, flags)
    })
}

/// Makes or changes a group of disks that share limits (`VIR_DOMAIN_BLOCK_IOTUNE_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetThrottleGroup(
    dom: virDomainPtr,
    group: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetThrottleGroup", |call| {
        let domain = call.writable::<Domain>(dom)?;
        let group = call.text(group, "group")?;
        call.positive(nparams, "nparams")?;
        let params = call.some_params(params, nparams)?;
        domain.driver()?.set_throttle_group(domain, group, &params, flags)
    })
}

/// Begins to measure for `seconds` how fast a running domain writes to its memory; the statistics tell the result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStartDirtyRateCalc(domain: virDomainPtr, seconds: c_int, flags: c_uint) -> c_int {
    entry(FROM, "virDomainStartDirtyRateCalc", |call| {
        let domain = call.writable::<Domain>(domain)?;
        let (bitmap, ring) =
            (flag!(VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP), flag!(VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING));
        call.exclusive(flags, bitmap, ring)?;
        domain.driver()?.start_dirty_rate(domain, seconds, flags)
    })
}
