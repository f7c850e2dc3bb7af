//! The test driver's side of `driver/domain/stats.rs`: it knows states, and I/O threads that were added.

use std::ffi::c_uint;
use std::sync::Arc;

use super::runtime::IoThreadPolling;
use super::store::{Machine, handle};
use crate::driver::test::Test;
use crate::driver::{DomainStatistics, DomainStats, STATS_FILTERS, check_stats, is_listed};
use crate::error::Result;
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;
use crate::types::*;

/// What is told.
const GROUPS: c_uint = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_IOTHREAD;

fn statistics(connection: &Arc<Connection>, machine: &Machine, groups: c_uint) -> DomainStatistics {
    let mut params = TypedParams::new();
    if groups == 0 || groups & VIR_DOMAIN_STATS_STATE != 0 {
        params.push("state.state", machine.state);
        params.push("state.reason", machine.reason);
    }
    if (groups == 0 || groups & VIR_DOMAIN_STATS_IOTHREAD != 0) && machine.is_active() {
        io_threads(&machine.runtime.io_threads, &mut params);
    }
    DomainStatistics { domain: handle(connection, machine), params }
}

/// How I/O threads poll; nothing where there are none.
fn io_threads(threads: &[IoThreadPolling], params: &mut TypedParams) {
    if threads.is_empty() {
        return;
    }
    params.push("iothread.count", threads.len() as u32);
    for thread in threads {
        let name = |what| format!("iothread.{}.poll-{what}", thread.id);
        params.push(name("max-ns"), thread.max_nanoseconds);
        params.push(name("grow"), thread.grow);
        params.push(name("shrink"), thread.shrink);
    }
}

impl DomainStats for Test {
    fn domain_stats(
        &self,
        connection: &Arc<Connection>,
        domains: Option<&[Arc<Domain>]>,
        groups: c_uint,
        flags: c_uint,
    ) -> Result<Vec<DomainStatistics>> {
        check_stats(groups, flags, GROUPS, "this daemon").map_err(|error| error.from_origin(VIR_FROM_TEST))?;
        let listed;
        let domains = match domains {
            Some(domains) => domains,
            None => {
                listed = self.state.domains.list(connection, flags & STATS_FILTERS);
                &listed
            }
        };
        let found = domains.iter().filter_map(|domain| self.state.domains.by_uuid(&domain.uuid));
        let asked = found.filter(|machine| is_listed(&**machine, flags & STATS_FILTERS));
        Ok(asked.map(|machine| statistics(connection, &machine, groups)).collect())
    }
}
