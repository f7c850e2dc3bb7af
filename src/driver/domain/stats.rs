//! Domains: statistics of many at once.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::error::{Error, Result, unsupported};
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;
use crate::types::*;

/// Which domains are asked for; they mean the same as where domains are listed.
pub const STATS_FILTERS: c_uint = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER;

/// How statistics are collected.
const MANNERS: c_uint = VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;

/// Complains about unknown flags, and about groups beyond `known` where all that is asked for must be told. `by` is who does not.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG`, `VIR_ERR_ARGUMENT_UNSUPPORTED`.
pub fn check_stats(groups: c_uint, flags: c_uint, known: c_uint, by: &str) -> Result<()> {
    Error::check_flags(flags, STATS_FILTERS | MANNERS)?;
    let unknown = groups & !known;
    if flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS != 0 && unknown != 0 {
        let text = format!("Stats types bits 0x{unknown:x} are not supported by {by}");
        return Err(Error::new(VIR_ERR_ARGUMENT_UNSUPPORTED, text));
    }
    Ok(())
}

/// A domain and its statistics, by the names that the public function documents.
pub struct DomainStatistics {
    pub domain: Arc<Domain>,
    pub params: TypedParams,
}

/// Statistics of many domains at once. Every method defaults to "not supported".
pub trait DomainStats {
    /// Statistics of these domains, or of those that `VIR_CONNECT_GET_ALL_DOMAINS_STATS_…` flags ask for. `groups` are
    /// `VIR_DOMAIN_STATS_…`; 0 means all.
    fn domain_stats(
        &self,
        connection: &Arc<Connection>,
        domains: Option<&[Arc<Domain>]>,
        groups: c_uint,
        flags: c_uint,
    ) -> Result<Vec<DomainStatistics>> {
        let _ = (connection, domains, groups, flags);
        unsupported()
    }
}
