//! The test driver's side of `driver/domain/stats.rs`: it knows states, and I/O threads that were added.

use std::ffi::c_uint;
use std::sync::Arc;

use super::runtime::IoThreadPolling;
use super::store::{Machine, handle};
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{DomainStatistics, DomainStats, is_listed};
use crate::error::Result;
use crate::object::{Connection, Domain};
use crate::typed_param::TypedParams;
use crate::types::*;

/// Which domains are asked for; they mean the same as where domains are listed.
const FILTERS: c_uint = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER;

/// How statistics are collected, which makes no difference here, but for the last.
const MANNERS: c_uint = VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;

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
        check_flags(flags, FILTERS | MANNERS)?;
        let unknown = groups & !(VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_IOTHREAD);
        if flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS != 0 && unknown != 0 {
            let text = format!("Stats types bits 0x{unknown:x} are not supported by this daemon");
            return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, text));
        }
        let listed;
        let domains = match domains {
            Some(domains) => domains,
            None => {
                listed = self.state.domains.list(connection, flags & FILTERS);
                &listed
            }
        };
        let found = domains.iter().filter_map(|domain| self.state.domains.by_uuid(&domain.uuid));
        let asked = found.filter(|machine| is_listed(&**machine, flags & FILTERS));
        Ok(asked.map(|machine| statistics(connection, &machine, groups)).collect())
    }
}
