//! Domains: state.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainControlInfoPtr, virDomainInfoPtr, virDomainPtr};

export!(
    virDomainGetControlInfo,
    virDomainGetInfo,
    virDomainGetMessages,
    virDomainGetOSType,
    virDomainGetState,
    virDomainIsActive,
    virDomainIsPersistent,
    virDomainIsUpdated
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    _info: virDomainControlInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetControlInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, _info: virDomainInfoPtr) -> c_int {
    entry(FROM, "virDomainGetInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    _msgs: *mut *mut *mut c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetMessages", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetOSType(domain: virDomainPtr) -> *mut c_char {
    entry(FROM, "virDomainGetOSType", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetState(
    domain: virDomainPtr,
    _state: *mut c_int,
    _reason: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetState", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsActive(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsActive", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsPersistent(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsPersistent", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsUpdated(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsUpdated", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}
