//! Domains: console.

use std::ffi::{c_char, c_int, c_longlong, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr, virStreamPtr};

export!(
    virDomainGraphicsReload,
    virDomainInjectNMI,
    virDomainOpenChannel,
    virDomainOpenConsole,
    virDomainOpenGraphics,
    virDomainOpenGraphicsFD,
    virDomainSendKey,
    virDomainSendProcessSignal
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(domain: virDomainPtr, _kind: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainGraphicsReload", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainInjectNMI", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    _name: *const c_char,
    _st: virStreamPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainOpenChannel", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    _dev_name: *const c_char,
    _st: virStreamPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainOpenConsole", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphics(dom: virDomainPtr, _idx: c_uint, _fd: c_int, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainOpenGraphics", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, _idx: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainOpenGraphicsFD", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    _codeset: c_uint,
    _holdtime: c_uint,
    _keycodes: *mut c_uint,
    _nkeycodes: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSendKey", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    _pid_value: c_longlong,
    _signum: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSendProcessSignal", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
