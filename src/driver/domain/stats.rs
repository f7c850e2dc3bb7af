//! Domains: statistics of many at once.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;

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
