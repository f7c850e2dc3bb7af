//! Domains: statistics of many at once.

use std::ffi::{c_int, c_uint};
use std::ptr;
use std::sync::Arc;

use crate::abi::{Call, entry, record};
use crate::error::{Error, Origin, Result};
use crate::object::{Connection, Domain};
use crate::types::*;

export!(virConnectGetAllDomainStats, virDomainListGetStats, virDomainStatsRecordListFree);

const FROM: Origin = VIR_FROM_DOMAIN;

/// Statistics (groups `VIR_DOMAIN_STATS_…`, 0 for all) of the domains that `flags`, `VIR_CONNECT_GET_ALL_DOMAINS_STATS_…`,
/// ask for. The caller frees the array with `virDomainStatsRecordListFree`. Gives how many domains there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetAllDomainStats(
    conn: virConnectPtr,
    stats: c_uint,
    ret_stats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectGetAllDomainStats", |call| {
        let connection = call.share::<Connection>(conn)?;
        call.non_null(ret_stats, "retStats")?;
        call.store(ret_stats, ptr::null_mut());
        let found = connection.driver.domains()?.domain_stats(&connection, None, stats, flags)?;
        let count = found.len();
        call.store(ret_stats, record::statistics(found));
        Ok(count)
    })
}

/// As `virConnectGetAllDomainStats`, of the domains in an array that ends with NULL. All are of one connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    doms: *mut virDomainPtr,
    stats: c_uint,
    ret_stats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListGetStats", |call| {
        call.non_null(doms, "doms")?;
        call.non_null(ret_stats, "retStats")?;
        call.store(ret_stats, ptr::null_mut());
        let domains = domains(call, doms)?;
        let connection = Arc::clone(&domains[0].connection);
        let found = connection.driver.domains()?.domain_stats(&connection, Some(&domains), stats, flags)?;
        let count = found.len();
        call.store(ret_stats, record::statistics(found));
        Ok(count)
    })
}

/// The domains in an array that ends with NULL: at least one, all of one connection.
fn domains(call: &Call, first: *mut virDomainPtr) -> Result<Vec<Arc<Domain>>> {
    let handles = call.until_null(first);
    if handles.is_empty() {
        let text = format!("doms array in {} must contain at least one domain", call.function());
        return Err(Error::new(VIR_ERR_INVALID_ARG, text));
    }
    let domains = handles.iter().map(|handle| call.share::<Domain>(*handle)).collect::<Result<Vec<_>>>()?;
    if domains.iter().any(|domain| !Arc::ptr_eq(&domain.connection, &domains[0].connection)) {
        return Err(Error::new(VIR_ERR_INVALID_ARG, "domains in 'doms' array must belong to a single connection"));
    }
    Ok(domains)
}

/// Frees an array of statistics with all that is in it; NULL is nothing to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(stats: *mut virDomainStatsRecordPtr) {
    record::free_statistics(stats);
}
