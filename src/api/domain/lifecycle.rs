//! Domains: start, stop, pause, reboot.

use std::ffi::{c_int, c_uint, c_ulonglong};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr};

export!(
    virDomainCreate,
    virDomainCreateWithFiles,
    virDomainCreateWithFlags,
    virDomainDestroy,
    virDomainDestroyFlags,
    virDomainPMSuspendForDuration,
    virDomainPMWakeup,
    virDomainReboot,
    virDomainReset,
    virDomainResume,
    virDomainShutdown,
    virDomainShutdownFlags,
    virDomainSuspend
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Starts a defined domain, from its managed save image when it has one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreate(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainCreate", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.start(domain, &[], 0)
    })
}

/// As `virDomainCreateWithFlags`, and hands `nfiles` open file descriptors on, for domains that are containers.
/// They stay the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFiles(
    domain: virDomainPtr,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCreateWithFiles", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.start(domain, call.slice(files, nfiles as usize), flags)
    })
}

/// Starts a defined domain; `flags`: `VIR_DOMAIN_START_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainCreateWithFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.start(domain, &[], flags)
    })
}

/// Stops a domain at once, as if power failed. One that is not defined is gone afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroy(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainDestroy", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.destroy(domain, 0)
    })
}

/// As `virDomainDestroy`; `flags`: `VIR_DOMAIN_DESTROY_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroyFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainDestroyFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.destroy(domain, flags)
    })
}

/// Has the guest suspend itself; `target`: `VIR_NODE_SUSPEND_TARGET_…`, `duration`: seconds until it wakes up, 0 for never.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMSuspendForDuration(
    dom: virDomainPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPMSuspendForDuration", |call| {
        let domain = call.writable::<Domain>(dom)?;
        domain.driver()?.pm_suspend(domain, target, duration, flags)
    })
}

/// Wakes up a guest that suspended itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMWakeup(dom: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainPMWakeup", |call| {
        let domain = call.writable::<Domain>(dom)?;
        domain.driver()?.pm_wakeup(domain, flags)
    })
}

/// Asks the guest to reboot; `flags`: `VIR_DOMAIN_REBOOT_…`, 0 lets the driver choose how.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReboot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainReboot", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.reboot(domain, flags)
    })
}

/// Resets a domain at once, as its reset button would.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReset(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainReset", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.reset(domain, flags)
    })
}

/// Lets a paused domain run on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainResume(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainResume", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.resume(domain)
    })
}

/// Asks the guest to shut down. One that is not defined is gone afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdown(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainShutdown", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.shutdown(domain, 0)
    })
}

/// As `virDomainShutdown`; `flags`: `VIR_DOMAIN_SHUTDOWN_…`, 0 lets the driver choose how.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdownFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainShutdownFlags", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.shutdown(domain, flags)
    })
}

/// Stops the CPUs of a running domain; its memory stays. `virDomainResume` lets it go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSuspend(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainSuspend", |call| {
        let domain = call.writable::<Domain>(domain)?;
        domain.driver()?.suspend(domain)
    })
}
