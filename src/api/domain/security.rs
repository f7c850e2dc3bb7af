//! Domains: security.

use std::ffi::{c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr, virSecurityLabelPtr, virTypedParameterPtr};

export!(
    virDomainGetLaunchSecurityInfo,
    virDomainGetSecurityLabel,
    virDomainGetSecurityLabelList,
    virDomainSetLaunchSecurityState
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetLaunchSecurityInfo(
    domain: virDomainPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetLaunchSecurityInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabel(domain: virDomainPtr, _seclabel: virSecurityLabelPtr) -> c_int {
    entry(FROM, "virDomainGetSecurityLabel", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabelList(
    domain: virDomainPtr,
    _seclabels: *mut virSecurityLabelPtr,
) -> c_int {
    entry(FROM, "virDomainGetSecurityLabelList", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLaunchSecurityState(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetLaunchSecurityState", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
