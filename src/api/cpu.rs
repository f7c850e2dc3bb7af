//! Cpu.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Connection;
use crate::types::{VIR_FROM_NONE, virConnectPtr};

export!(
    virConnectBaselineCPU,
    virConnectBaselineHypervisorCPU,
    virConnectCompareCPU,
    virConnectCompareHypervisorCPU,
    virConnectGetCPUModelNames
);

const FROM: Origin = VIR_FROM_NONE;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    _xml_cpus: *mut *const c_char,
    _ncpus: c_uint,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectBaselineCPU", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineHypervisorCPU(
    conn: virConnectPtr,
    _emulator: *const c_char,
    _arch: *const c_char,
    _machine: *const c_char,
    _virttype: *const c_char,
    _xml_cpus: *mut *const c_char,
    _ncpus: c_uint,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectBaselineHypervisorCPU", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(conn: virConnectPtr, _xml_desc: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virConnectCompareCPU", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareHypervisorCPU(
    conn: virConnectPtr,
    _emulator: *const c_char,
    _arch: *const c_char,
    _machine: *const c_char,
    _virttype: *const c_char,
    _xml_cpu: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectCompareHypervisorCPU", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    _arch: *const c_char,
    _models: *mut *mut *mut c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectGetCPUModelNames", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}
