//! Domains: what state they are in.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::{entry, list};
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainControlInfoPtr, virDomainInfo, virDomainInfoPtr, virDomainPtr};

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

/// Tells whether the interface over which a domain is controlled is free, busy or broken.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    info: virDomainControlInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetControlInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(info, "info")?;
        call.store(info, domain.driver()?.control_info(domain, flags)?);
        Ok(())
    })
}

/// State, memory in KiB, CPUs and CPU time in nanoseconds; all zero when that fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, info: virDomainInfoPtr) -> c_int {
    entry(FROM, "virDomainGetInfo", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(info, "info")?;
        call.store(info, virDomainInfo { state: 0, maxMem: 0, memory: 0, nrVirtCpu: 0, cpuTime: 0 });
        call.store(info, domain.driver()?.info(domain)?);
        Ok(())
    })
}

/// Lists what is to be said about a domain, as an array of strings that the caller frees, the strings and the array; returns
/// how many there are. `flags`: `VIR_DOMAIN_MESSAGE_…`, 0 for all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    msgs: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetMessages", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(msgs, "msgs")?;
        Ok(list::strings(msgs, &domain.driver()?.messages(domain, flags)?))
    })
}

/// The kind of operating system, as the document says it. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetOSType(domain: virDomainPtr) -> *mut c_char {
    entry(FROM, "virDomainGetOSType", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        domain.driver()?.os_type(domain)
    })
}

/// State (`VIR_DOMAIN_…`) and why (`VIR_DOMAIN_<STATE>_…`); `reason` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetState(
    domain: virDomainPtr,
    state: *mut c_int,
    reason: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetState", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.non_null(state, "state")?;
        let (now, why) = domain.driver()?.state(domain, flags)?;
        call.store(state, now);
        call.store(reason, why);
        Ok(())
    })
}

/// Whether a domain runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsActive(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsActive", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        domain.driver()?.is_active(domain)
    })
}

/// Whether a domain is defined, so that it stays when it stops.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsPersistent(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsPersistent", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        domain.driver()?.is_persistent(domain)
    })
}

/// Whether the definition of a running domain was changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsUpdated(dom: virDomainPtr) -> c_int {
    entry(FROM, "virDomainIsUpdated", |call| {
        let domain = call.borrow::<Domain>(dom)?;
        domain.driver()?.is_updated(domain)
    })
}
