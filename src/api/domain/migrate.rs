//! Domains: migrate.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr, virTypedParameterPtr};
use std::sync::Arc;

export!(
    virDomainMigrate,
    virDomainMigrate2,
    virDomainMigrate3,
    virDomainMigrateGetCompressionCache,
    virDomainMigrateGetMaxDowntime,
    virDomainMigrateGetMaxSpeed,
    virDomainMigrateSetCompressionCache,
    virDomainMigrateSetMaxDowntime,
    virDomainMigrateSetMaxSpeed,
    virDomainMigrateStartPostCopy,
    virDomainMigrateToURI,
    virDomainMigrateToURI2,
    virDomainMigrateToURI3
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate(
    domain: virDomainPtr,
    _dconn: virConnectPtr,
    _flags: c_ulong,
    _dname: *const c_char,
    _uri: *const c_char,
    _bandwidth: c_ulong,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate2(
    domain: virDomainPtr,
    _dconn: virConnectPtr,
    _dxml: *const c_char,
    _flags: c_ulong,
    _dname: *const c_char,
    _uri: *const c_char,
    _bandwidth: c_ulong,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate2", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate3(
    domain: virDomainPtr,
    _dconn: virConnectPtr,
    _params: virTypedParameterPtr,
    _nparams: c_uint,
    _flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainMigrate3", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetCompressionCache(
    domain: virDomainPtr,
    _cache_size: *mut c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetCompressionCache", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxDowntime(
    domain: virDomainPtr,
    _downtime: *mut c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetMaxDowntime", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxSpeed(
    domain: virDomainPtr,
    _bandwidth: *mut c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateGetMaxSpeed", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetCompressionCache(
    domain: virDomainPtr,
    _cache_size: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateSetCompressionCache", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxDowntime(
    domain: virDomainPtr,
    _downtime: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateSetMaxDowntime", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxSpeed(
    domain: virDomainPtr,
    _bandwidth: c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateSetMaxSpeed", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateStartPostCopy(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainMigrateStartPostCopy", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI(
    domain: virDomainPtr,
    _duri: *const c_char,
    _flags: c_ulong,
    _dname: *const c_char,
    _bandwidth: c_ulong,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI2(
    domain: virDomainPtr,
    _dconnuri: *const c_char,
    _miguri: *const c_char,
    _dxml: *const c_char,
    _flags: c_ulong,
    _dname: *const c_char,
    _bandwidth: c_ulong,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI2", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI3(
    domain: virDomainPtr,
    _dconnuri: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainMigrateToURI3", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
