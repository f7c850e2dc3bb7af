//! Domains: vcpu.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainIOThreadInfoPtr, virDomainPtr, virTypedParameterPtr, virVcpuInfoPtr};

export!(
    virDomainAddIOThread,
    virDomainDelIOThread,
    virDomainGetCPUStats,
    virDomainGetEmulatorPinInfo,
    virDomainGetGuestVcpus,
    virDomainGetIOThreadInfo,
    virDomainGetMaxVcpus,
    virDomainGetVcpuPinInfo,
    virDomainGetVcpus,
    virDomainGetVcpusFlags,
    virDomainIOThreadInfoFree,
    virDomainPinEmulator,
    virDomainPinIOThread,
    virDomainPinVcpu,
    virDomainPinVcpuFlags,
    virDomainSetGuestVcpus,
    virDomainSetIOThreadParams,
    virDomainSetVcpu,
    virDomainSetVcpus,
    virDomainSetVcpusFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAddIOThread(domain: virDomainPtr, _iothread_id: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainAddIOThread", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelIOThread(domain: virDomainPtr, _iothread_id: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainDelIOThread", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetCPUStats(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_uint,
    _start_cpu: c_int,
    _ncpus: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetCPUStats", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetEmulatorPinInfo(
    domain: virDomainPtr,
    _cpumap: *mut c_uchar,
    _maplen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetEmulatorPinInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestVcpus(
    domain: virDomainPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetGuestVcpus", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetIOThreadInfo(
    dom: virDomainPtr,
    _info: *mut *mut virDomainIOThreadInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetIOThreadInfo", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxVcpus(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainGetMaxVcpus", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpuPinInfo(
    domain: virDomainPtr,
    _ncpumaps: c_int,
    _cpumaps: *mut c_uchar,
    _maplen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetVcpuPinInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpus(
    domain: virDomainPtr,
    _info: virVcpuInfoPtr,
    _maxinfo: c_int,
    _cpumaps: *mut c_uchar,
    _maplen: c_int,
) -> c_int {
    entry(FROM, "virDomainGetVcpus", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpusFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainGetVcpusFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIOThreadInfoFree(_info: virDomainIOThreadInfoPtr) {
    entry(FROM, "virDomainIOThreadInfoFree", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinEmulator(
    domain: virDomainPtr,
    _cpumap: *mut c_uchar,
    _maplen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinEmulator", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinIOThread(
    domain: virDomainPtr,
    _iothread_id: c_uint,
    _cpumap: *mut c_uchar,
    _maplen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinIOThread", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpu(
    domain: virDomainPtr,
    _vcpu: c_uint,
    _cpumap: *mut c_uchar,
    _maplen: c_int,
) -> c_int {
    entry(FROM, "virDomainPinVcpu", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpuFlags(
    domain: virDomainPtr,
    _vcpu: c_uint,
    _cpumap: *mut c_uchar,
    _maplen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainPinVcpuFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetGuestVcpus(
    domain: virDomainPtr,
    _cpumap: *const c_char,
    _state: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetGuestVcpus", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetIOThreadParams(
    domain: virDomainPtr,
    _iothread_id: c_uint,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetIOThreadParams", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpu(
    domain: virDomainPtr,
    _vcpumap: *const c_char,
    _state: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetVcpu", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpus(domain: virDomainPtr, _nvcpus: c_uint) -> c_int {
    entry(FROM, "virDomainSetVcpus", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpusFlags(domain: virDomainPtr, _nvcpus: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSetVcpusFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
