//! Domains: lifecycle.

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreate(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainCreate", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFiles(
    domain: virDomainPtr,
    _nfiles: c_uint,
    _files: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCreateWithFiles", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainCreateWithFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroy(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainDestroy", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroyFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainDestroyFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMSuspendForDuration(
    dom: virDomainPtr,
    _target: c_uint,
    _duration: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPMSuspendForDuration", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMWakeup(dom: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainPMWakeup", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReboot(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainReboot", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReset(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainReset", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainResume(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainResume", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdown(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainShutdown", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdownFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainShutdownFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
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
