//! Host.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulong, c_ulonglong};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Connection;
use crate::types::{
    VIR_FROM_NONE, virConnectPtr, virNodeCPUStatsPtr, virNodeInfoPtr, virNodeMemoryStatsPtr, virSecurityModelPtr,
    virTypedParameterPtr,
};

export!(
    virConnectGetCapabilities,
    virConnectGetHostname,
    virConnectGetMaxVcpus,
    virConnectGetSysinfo,
    virNodeAllocPages,
    virNodeGetCPUMap,
    virNodeGetCPUStats,
    virNodeGetCellsFreeMemory,
    virNodeGetFreeMemory,
    virNodeGetFreePages,
    virNodeGetInfo,
    virNodeGetMemoryParameters,
    virNodeGetMemoryStats,
    virNodeGetSEVInfo,
    virNodeGetSecurityModel,
    virNodeSetMemoryParameters,
    virNodeSuspendForDuration
);

const FROM: Origin = VIR_FROM_NONE;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    entry(FROM, "virConnectGetCapabilities", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    entry(FROM, "virConnectGetHostname", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, _kind: *const c_char) -> c_int {
    entry(FROM, "virConnectGetMaxVcpus", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virConnectGetSysinfo", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeAllocPages(
    conn: virConnectPtr,
    _npages: c_uint,
    _page_sizes: *mut c_uint,
    _page_counts: *mut c_ulonglong,
    _start_cell: c_int,
    _cell_count: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeAllocPages", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUMap(
    conn: virConnectPtr,
    _cpumap: *mut *mut c_uchar,
    _online: *mut c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetCPUMap", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUStats(
    conn: virConnectPtr,
    _cpu_num: c_int,
    _params: virNodeCPUStatsPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetCPUStats", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCellsFreeMemory(
    conn: virConnectPtr,
    _free_mems: *mut c_ulonglong,
    _start_cell: c_int,
    _max_cells: c_int,
) -> c_int {
    entry(FROM, "virNodeGetCellsFreeMemory", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreeMemory(conn: virConnectPtr) -> c_ulonglong {
    entry(FROM, "virNodeGetFreeMemory", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<c_ulong>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreePages(
    conn: virConnectPtr,
    _npages: c_uint,
    _pages: *mut c_uint,
    _start_cell: c_int,
    _cell_count: c_uint,
    _counts: *mut c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetFreePages", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetInfo(conn: virConnectPtr, _info: virNodeInfoPtr) -> c_int {
    entry(FROM, "virNodeGetInfo", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryParameters(
    conn: virConnectPtr,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetMemoryParameters", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryStats(
    conn: virConnectPtr,
    _cell_num: c_int,
    _params: virNodeMemoryStatsPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetMemoryStats", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSEVInfo(
    conn: virConnectPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeGetSEVInfo", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSecurityModel(conn: virConnectPtr, _secmodel: virSecurityModelPtr) -> c_int {
    entry(FROM, "virNodeGetSecurityModel", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSetMemoryParameters(
    conn: virConnectPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeSetMemoryParameters", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSuspendForDuration(
    conn: virConnectPtr,
    _target: c_uint,
    _duration: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeSuspendForDuration", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}
