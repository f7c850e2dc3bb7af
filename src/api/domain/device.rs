//! Domains: device.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr};

export!(
    virDomainAttachDevice,
    virDomainAttachDeviceFlags,
    virDomainDetachDevice,
    virDomainDetachDeviceAlias,
    virDomainDetachDeviceFlags,
    virDomainUpdateDeviceFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDevice(domain: virDomainPtr, _xml: *const c_char) -> c_int {
    entry(FROM, "virDomainAttachDevice", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDeviceFlags(
    domain: virDomainPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAttachDeviceFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDevice(domain: virDomainPtr, _xml: *const c_char) -> c_int {
    entry(FROM, "virDomainDetachDevice", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceAlias(
    domain: virDomainPtr,
    _alias: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainDetachDeviceAlias", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceFlags(
    domain: virDomainPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainDetachDeviceFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUpdateDeviceFlags(
    domain: virDomainPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainUpdateDeviceFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
