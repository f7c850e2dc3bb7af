//! Domains: agent.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainFSInfoPtr, virDomainPtr, virTypedParameterPtr};

export!(
    virDomainAgentSetResponseTimeout,
    virDomainAuthorizedSSHKeysGet,
    virDomainAuthorizedSSHKeysSet,
    virDomainFSFreeze,
    virDomainFSInfoFree,
    virDomainFSThaw,
    virDomainFSTrim,
    virDomainGetFSInfo,
    virDomainGetGuestInfo,
    virDomainGetHostname,
    virDomainGetTime,
    virDomainSetTime,
    virDomainSetUserPassword
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    _timeout: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAgentSetResponseTimeout", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    _user: *const c_char,
    _keys: *mut *mut *mut c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAuthorizedSSHKeysGet", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    _user: *const c_char,
    _keys: *mut *const c_char,
    _nkeys: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainAuthorizedSSHKeysSet", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSFreeze(
    dom: virDomainPtr,
    _mountpoints: *mut *const c_char,
    _nmountpoints: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSFreeze", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSInfoFree(_info: virDomainFSInfoPtr) {
    entry(FROM, "virDomainFSInfoFree", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSThaw(
    dom: virDomainPtr,
    _mountpoints: *mut *const c_char,
    _nmountpoints: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSThaw", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSTrim(
    dom: virDomainPtr,
    _mount_point: *const c_char,
    _minimum: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFSTrim", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetFSInfo(
    dom: virDomainPtr,
    _info: *mut *mut virDomainFSInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetFSInfo", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    _types: c_uint,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetGuestInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainGetHostname", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    _seconds: *mut c_longlong,
    _nseconds: *mut c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetTime", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    _seconds: c_longlong,
    _nseconds: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetTime", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    _user: *const c_char,
    _password: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetUserPassword", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}
