//! Domains: block.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{
    VIR_FROM_DOMAIN, virDomainBlockInfoPtr, virDomainBlockJobInfoPtr, virDomainBlockStatsPtr, virDomainDiskErrorPtr,
    virDomainPtr, virTypedParameterPtr,
};

export!(
    virDomainBlockCommit,
    virDomainBlockCopy,
    virDomainBlockJobAbort,
    virDomainBlockJobSetSpeed,
    virDomainBlockPeek,
    virDomainBlockPull,
    virDomainBlockRebase,
    virDomainBlockResize,
    virDomainBlockStats,
    virDomainBlockStatsFlags,
    virDomainGetBlockInfo,
    virDomainGetBlockJobInfo,
    virDomainGetDiskErrors,
    virDomainSetBlockThreshold
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCommit(
    dom: virDomainPtr,
    _disk: *const c_char,
    _base: *const c_char,
    _top: *const c_char,
    _bandwidth: c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockCommit", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCopy(
    dom: virDomainPtr,
    _disk: *const c_char,
    _destxml: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockCopy", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobAbort(dom: virDomainPtr, _disk: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainBlockJobAbort", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobSetSpeed(
    dom: virDomainPtr,
    _disk: *const c_char,
    _bandwidth: c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockJobSetSpeed", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPeek(
    dom: virDomainPtr,
    _disk: *const c_char,
    _offset: c_ulonglong,
    _size: usize,
    _buffer: *mut c_void,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockPeek", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPull(
    dom: virDomainPtr,
    _disk: *const c_char,
    _bandwidth: c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockPull", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockRebase(
    dom: virDomainPtr,
    _disk: *const c_char,
    _base: *const c_char,
    _bandwidth: c_ulong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockRebase", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockResize(
    dom: virDomainPtr,
    _disk: *const c_char,
    _size: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockResize", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStats(
    dom: virDomainPtr,
    _disk: *const c_char,
    _stats: virDomainBlockStatsPtr,
    _size: usize,
) -> c_int {
    entry(FROM, "virDomainBlockStats", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStatsFlags(
    dom: virDomainPtr,
    _disk: *const c_char,
    _params: virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainBlockStatsFlags", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockInfo(
    domain: virDomainPtr,
    _disk: *const c_char,
    _info: virDomainBlockInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockInfo", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockJobInfo(
    dom: virDomainPtr,
    _disk: *const c_char,
    _info: virDomainBlockJobInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetBlockJobInfo", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetDiskErrors(
    dom: virDomainPtr,
    _errors: virDomainDiskErrorPtr,
    _maxerrors: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainGetDiskErrors", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockThreshold(
    domain: virDomainPtr,
    _dev: *const c_char,
    _threshold: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetBlockThreshold", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
