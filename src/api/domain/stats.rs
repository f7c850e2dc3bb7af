//! Domains: stats.

use std::ffi::{c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Connection;
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr, virDomainStatsRecordPtr};

export!(virConnectGetAllDomainStats, virDomainListGetStats, virDomainStatsRecordListFree);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetAllDomainStats(
    conn: virConnectPtr,
    _stats: c_uint,
    _ret_stats: *mut *mut virDomainStatsRecordPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectGetAllDomainStats", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    _doms: *mut virDomainPtr,
    _stats: c_uint,
    _ret_stats: *mut *mut virDomainStatsRecordPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListGetStats", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(_stats: *mut virDomainStatsRecordPtr) {
    entry(FROM, "virDomainStatsRecordListFree", |call| call.unsupported::<()>());
}
