//! Domains: job.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainJobInfoPtr, virDomainPtr, virTypedParameterPtr};

export!(
    virDomainAbortJob,
    virDomainAbortJobFlags,
    virDomainBackupBegin,
    virDomainBackupGetXMLDesc,
    virDomainGetJobInfo,
    virDomainGetJobStats
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainAbortJob", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJobFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainAbortJobFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupBegin(
    domain: virDomainPtr,
    _backup_xml: *const c_char,
    _checkpoint_xml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBackupBegin", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupGetXMLDesc(domain: virDomainPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainBackupGetXMLDesc", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobInfo(domain: virDomainPtr, _info: virDomainJobInfoPtr) -> c_int {
    entry(FROM, "virDomainGetJobInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobStats(
    domain: virDomainPtr,
    _kind: *mut c_int,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetJobStats", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
