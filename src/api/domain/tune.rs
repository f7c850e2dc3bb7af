//! Domains: tune.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr, virTypedParameterPtr};

export!(
    virDomainDelThrottleGroup,
    virDomainGetBlkioParameters,
    virDomainGetBlockIoTune,
    virDomainGetInterfaceParameters,
    virDomainGetNumaParameters,
    virDomainGetPerfEvents,
    virDomainGetSchedulerParameters,
    virDomainGetSchedulerParametersFlags,
    virDomainGetSchedulerType,
    virDomainSetBlkioParameters,
    virDomainSetBlockIoTune,
    virDomainSetInterfaceParameters,
    virDomainSetNumaParameters,
    virDomainSetPerfEvents,
    virDomainSetSchedulerParameters,
    virDomainSetSchedulerParametersFlags,
    virDomainSetThrottleGroup,
    virDomainStartDirtyRateCalc
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelThrottleGroup(dom: virDomainPtr, _group: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainDelThrottleGroup", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlkioParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlkioParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockIoTune(
    dom: virDomainPtr,
    _disk: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockIoTune", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInterfaceParameters(
    domain: virDomainPtr,
    _device: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetInterfaceParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetNumaParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetNumaParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetPerfEvents(
    domain: virDomainPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetPerfEvents", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
) -> c_int {
    entry(FROM, "virDomainGetSchedulerParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParametersFlags(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetSchedulerParametersFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerType(domain: virDomainPtr, _nparams: *mut c_int) -> *mut c_char {
    entry(FROM, "virDomainGetSchedulerType", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlkioParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlkioParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockIoTune(
    dom: virDomainPtr,
    _disk: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlockIoTune", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetInterfaceParameters(
    domain: virDomainPtr,
    _device: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetInterfaceParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetNumaParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetNumaParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetPerfEvents(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetPerfEvents", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParameters(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
) -> c_int {
    entry(FROM, "virDomainSetSchedulerParameters", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParametersFlags(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetSchedulerParametersFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetThrottleGroup(
    dom: virDomainPtr,
    _group: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetThrottleGroup", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStartDirtyRateCalc(domain: virDomainPtr, _seconds: c_int, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainStartDirtyRateCalc", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
