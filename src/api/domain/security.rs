//! Domains: security labels and confidential computing.

use std::ffi::{c_int, c_uint};
use std::ptr;

use crate::abi::{entry, memory};
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(
    virDomainGetLaunchSecurityInfo,
    virDomainGetSecurityLabel,
    virDomainGetSecurityLabelList,
    virDomainSetLaunchSecurityState
);

const FROM: Origin = VIR_FROM_DOMAIN;

/// What a domain with encrypted memory tells of its start (`VIR_DOMAIN_LAUNCH_SECURITY_…`), in a new array that the caller
/// frees with `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetLaunchSecurityInfo(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetLaunchSecurityInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        call.require_write(domain)?;
        let found = domain.driver()?.launch_security_info(domain, flags | VIR_TYPED_PARAM_STRING_OKAY)?;
        call.give_params(params, nparams, &found);
        Ok(())
    })
}

/// The label that confines a running domain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabel(domain: virDomainPtr, seclabel: virSecurityLabelPtr) -> c_int {
    entry(FROM, "virDomainGetSecurityLabel", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(seclabel, "seclabel")?;
        call.store(seclabel, domain.driver()?.security_label(domain)?);
        Ok(())
    })
}

/// The labels that confine a running domain, one of each model, in a new array that the caller frees; gives how many there
/// are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabelList(
    domain: virDomainPtr,
    seclabels: *mut virSecurityLabelPtr,
) -> c_int {
    entry(FROM, "virDomainGetSecurityLabelList", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(seclabels, "seclabels")?;
        let found = domain.driver()?.security_labels(domain)?;
        call.store(seclabels, if found.is_empty() { ptr::null_mut() } else { memory::array(&found) });
        Ok(found.len())
    })
}

/// Gives a domain with encrypted memory its launch secret (`VIR_DOMAIN_LAUNCH_SECURITY_…`) before it runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLaunchSecurityState(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetLaunchSecurityState", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(params, "params")?;
        call.positive(nparams, "nparams")?;
        call.require_write(domain)?;
        let params = call.params(params, nparams)?;
        domain.driver()?.set_launch_security_state(domain, &params, flags)
    })
}
