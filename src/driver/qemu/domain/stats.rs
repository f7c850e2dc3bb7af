//! The QEMU driver's side of `driver/domain/stats.rs`. State and processor time are read without asking anybody; for the rest the
//! machines are asked side by side.

use std::ffi::c_uint;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::{Value, json};

use super::Definition;
use super::block::local;
use super::state::{CpuTime, vcpus};
use crate::driver::qemu::{Qemu, error, monitor};
use crate::driver::{DomainStatistics, DomainStats, STATS_FILTERS, check_stats};
use crate::error::Result;
use crate::object::{Connection, Domain};
use crate::supervisor::client::{Command, Connection as Supervisor};
use crate::supervisor::slots::State;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::memballoon::Model as BalloonModel;

/// What is told.
const GROUPS: c_uint = VIR_DOMAIN_STATS_STATE
    | VIR_DOMAIN_STATS_CPU_TOTAL
    | VIR_DOMAIN_STATS_BALLOON
    | VIR_DOMAIN_STATS_VCPU
    | VIR_DOMAIN_STATS_INTERFACE
    | VIR_DOMAIN_STATS_BLOCK
    | VIR_DOMAIN_STATS_IOTHREAD
    | VIR_DOMAIN_STATS_DIRTYRATE;
/// For these the definition is needed.
const DEFINED: c_uint = GROUPS & !(VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_CPU_TOTAL);
/// How long one machine may take to answer; what it does not answer is left out.
const ANSWER: Duration = Duration::from_secs(2);
/// So many machines are asked at a time.
const MOST: usize = 16;

/// What QEMU has said to commands that were sent at once.
#[derive(Default)]
struct Told(Vec<(&'static str, Value)>);

impl Told {
    /// Asks for what groups of statistics need; what is not answered is missing.
    fn of(supervisor: &Supervisor, definition: &Definition, groups: c_uint) -> Self {
        let mut commands = Vec::new();
        if groups & VIR_DOMAIN_STATS_BALLOON != 0 && has_balloon(definition) {
            let alias = definition.devices.memballoon.as_ref().and_then(|one| one.place.alias.name.as_deref());
            let path = format!("/machine/peripheral/{}", alias.unwrap_or_default());
            commands.push(("qom-get", json!({ "path": path, "property": "guest-stats" })));
            commands.push(("query-balloon", Value::Null));
        }
        if groups & VIR_DOMAIN_STATS_BLOCK != 0 && !definition.devices.disks.is_empty() {
            commands.push(("query-blockstats", Value::Null));
            commands.push(("query-block", Value::Null));
        }
        if groups & VIR_DOMAIN_STATS_IOTHREAD != 0 && definition.iothreads.is_some_and(|count| count > 0) {
            commands.push(("query-iothreads", Value::Null));
        }
        if groups & VIR_DOMAIN_STATS_DIRTYRATE != 0 {
            commands.push(("query-dirty-rate", Value::Null));
        }
        let (names, arguments): (Vec<_>, Vec<_>) = commands.into_iter().unzip();
        let texts: Vec<String> =
            names.iter().zip(arguments).map(|(name, arguments)| monitor::text(name, arguments)).collect();
        let command = |text| Command { text, deadline: ANSWER, ..Command::default() };
        let commands: Vec<Command> = texts.iter().map(|text| command(text.as_str())).collect();
        let returned = |reply: &str| Some(serde_json::from_str::<Value>(reply).ok()?.get_mut("return")?.take());
        let replies = supervisor.execute_all(&commands).into_iter();
        Self(names.into_iter().zip(replies).filter_map(|(name, reply)| Some((name, returned(&reply.ok()?)?))).collect())
    }

    fn get(&self, command: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| *name == command).map(|(_, value)| value)
    }
}

impl Qemu {
    fn statistics(&self, domain: &Domain, state: Option<State>, groups: c_uint) -> TypedParams {
        let asked = |group| groups & group != 0;
        let mut params = TypedParams::new();
        if asked(VIR_DOMAIN_STATS_STATE) {
            let ended = || self.root.published(&domain.uuid).map(|state| state.condition);
            let shut_off = (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN);
            let (state, reason) = state.map(|state| state.condition).or_else(ended).unwrap_or(shut_off);
            params.push("state.state", state);
            params.push("state.reason", reason);
        }
        if asked(VIR_DOMAIN_STATS_CPU_TOTAL)
            && let Some((pid, _)) = state.and_then(|state| state.process)
        {
            let time = CpuTime::of(pid);
            params.push("cpu.time", time.user + time.system);
            params.push("cpu.user", time.user);
            params.push("cpu.system", time.system);
        }
        if !asked(DEFINED) {
            return params;
        }
        let Ok(machine) = self.machine(domain) else { return params };
        let Ok(definition) = machine.current() else { return params };
        let active = machine.live.is_some();
        let supervisor = active.then(|| self.root.supervisor(domain).ok()).flatten();
        let told = supervisor.map(|supervisor| Told::of(&supervisor, definition, groups)).unwrap_or_default();
        if asked(VIR_DOMAIN_STATS_BALLOON) {
            balloon(&told, definition, state, &mut params);
        }
        if asked(VIR_DOMAIN_STATS_VCPU) {
            params.push("vcpu.current", u32::from(vcpus(definition)));
            params.push("vcpu.maximum", definition.vcpu.maximum.unwrap_or(1));
        }
        if asked(VIR_DOMAIN_STATS_INTERFACE) && active {
            interfaces(definition, &mut params);
        }
        if asked(VIR_DOMAIN_STATS_BLOCK) {
            blocks(&told, definition, &mut params);
        }
        if asked(VIR_DOMAIN_STATS_IOTHREAD) && definition.iothreads.is_some_and(|count| count > 0) {
            io_threads(&told, &mut params);
        }
        if asked(VIR_DOMAIN_STATS_DIRTYRATE) && active {
            dirty_rate(&told, &mut params);
        }
        params
    }

    /// The same, for `virDomainMemoryStats`.
    pub(super) fn guest_memory(&self, domain: &Domain) -> Result<Vec<(virDomainMemoryStatTags, u64)>> {
        let live = self.machine(domain)?.live.ok_or_else(super::not_running)?;
        let told = Told::of(&self.root.supervisor(domain)?, &live.definition, VIR_DOMAIN_STATS_BALLOON);
        let mut all = memory_of(&told, &live.definition, Some(live.state));
        if !has_balloon(&live.definition) {
            all.insert(0, (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, live.definition.memory.size.kib));
        }
        Ok(all)
    }

    /// What QEMU counts of a disk, and the sizes of its image.
    pub(super) fn disk_counters(&self, domain: &Domain, disk: &Disk) -> Result<(Value, Value)> {
        let supervisor = self.root.supervisor(domain)?;
        let ask = |text: &'static str| {
            let command = Command { text, deadline: super::live::ANSWER, ..Command::default() };
            monitor::ask(&supervisor, domain.name(), &command)
        };
        let (counters, images) = (ask(r#"{"execute":"query-blockstats"}"#)?, ask(r#"{"execute":"query-block"}"#)?);
        let alias = disk.place.alias.name.as_deref().unwrap_or_default();
        match (of_device(&counters, alias), of_device(&images, alias)) {
            (Some(counters), Some(image)) => Ok((counters.clone(), image.clone())),
            _ => {
                let target = disk.target.device.as_deref().unwrap_or_default();
                let text = format!("cannot find statistics for device '{alias}' ('{target}')");
                Err(error(VIR_ERR_INTERNAL_ERROR, text))
            }
        }
    }
}

fn balloon(told: &Told, definition: &Definition, state: Option<State>, params: &mut TypedParams) {
    let maximum = definition.memory.size.kib;
    let all = memory_of(told, definition, state);
    let current = all.iter().find(|(tag, _)| *tag == VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON).map(|(_, value)| *value);
    let has_balloon = has_balloon(definition);
    let defined = definition.current_memory.size.kib;
    let current = if has_balloon { current.unwrap_or(defined) } else { maximum };
    params.push("balloon.current", if current == 0 { maximum } else { current });
    params.push("balloon.maximum", maximum);
    for (tag, value) in all {
        if let Some((_, name)) = BALLOON_NAMES.iter().find(|(own, _)| *own == tag) {
            params.push(format!("balloon.{name}"), value);
        }
    }
}

/// What is known of a guest's memory, as `VIR_DOMAIN_MEMORY_STAT_…` with KiB, seconds and counts.
fn memory_of(told: &Told, definition: &Definition, state: Option<State>) -> Vec<(virDomainMemoryStatTags, u64)> {
    let mut all = Vec::new();
    if has_balloon(definition) {
        let guest = told.get("qom-get");
        for (tag, key, divisor) in BALLOON_KEYS {
            let value = match (key, guest) {
                ("", _) => told.get("query-balloon").and_then(|reply| reply.get("actual")?.as_u64()),
                ("last-update", Some(guest)) => guest.get(key).and_then(Value::as_u64),
                (_, Some(guest)) => guest.pointer(&format!("/stats/{key}")).and_then(Value::as_u64),
                (_, None) => None,
            };
            // What the guest has not told is the largest number.
            if let Some(value) = value.filter(|value| *value != u64::MAX) {
                all.push((tag, value / divisor));
            }
        }
    }
    if let Some((pid, _)) = state.and_then(|state| state.process)
        && let Some(kib) = resident(pid)
    {
        all.push((VIR_DOMAIN_MEMORY_STAT_RSS, kib));
    }
    all
}

/// What QEMU tells of a guest's memory: tag, name in the balloon's statistics (none for its size), and what to divide by.
const BALLOON_KEYS: [(virDomainMemoryStatTags, &str, u64); 12] = [
    (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, "", 1024),
    (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, "stat-swap-in", 1024),
    (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, "stat-swap-out", 1024),
    (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, "stat-major-faults", 1),
    (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, "stat-minor-faults", 1),
    (VIR_DOMAIN_MEMORY_STAT_UNUSED, "stat-free-memory", 1024),
    (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, "stat-total-memory", 1024),
    (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, "last-update", 1),
    (VIR_DOMAIN_MEMORY_STAT_USABLE, "stat-available-memory", 1024),
    (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, "stat-disk-caches", 1024),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, "stat-htlb-pgalloc", 1),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, "stat-htlb-pgfail", 1),
];

/// The names of them among the statistics of many.
const BALLOON_NAMES: [(virDomainMemoryStatTags, &str); 12] = [
    (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, "swap_in"),
    (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, "swap_out"),
    (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, "major_fault"),
    (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, "minor_fault"),
    (VIR_DOMAIN_MEMORY_STAT_UNUSED, "unused"),
    (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, "available"),
    (VIR_DOMAIN_MEMORY_STAT_RSS, "rss"),
    (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, "last-update"),
    (VIR_DOMAIN_MEMORY_STAT_USABLE, "usable"),
    (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, "disk_caches"),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, "hugetlb_pgalloc"),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, "hugetlb_pgfail"),
];

fn has_balloon(definition: &Definition) -> bool {
    definition.devices.memballoon.as_ref().is_some_and(|balloon| balloon.model != BalloonModel::None)
}

/// KiB of memory that a process has, by proc_pid_status(5).
fn resident(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_ascii_whitespace().next()?.parse().ok()
}

/// The entry of a device in what QEMU tells of block devices.
fn of_device<'v>(all: &'v Value, alias: &str) -> Option<&'v Value> {
    let is_it = |one: &&Value| {
        let path = one.get("qdev").and_then(Value::as_str).unwrap_or_default();
        path == alias || path.split('/').any(|part| part == alias)
    };
    all.as_array()?.iter().find(is_it)
}

/// The counters of the host's end of a card, as the guest sees them: received by it is sent by us.
pub(super) fn interface_counters(device: &str) -> Option<[u64; 8]> {
    let text = fs::read_to_string("/proc/net/dev").ok()?;
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix(device)?.strip_prefix(':'))?;
    let numbers: Vec<u64> = line.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [rx_bytes, rx_packets, rx_errors, rx_drops, _, _, _, _, bytes, packets, errors, drops, ..] = numbers[..] else {
        return None;
    };
    Some([bytes, packets, errors, drops, rx_bytes, rx_packets, rx_errors, rx_drops])
}

fn interfaces(definition: &Definition, params: &mut TypedParams) {
    const NAMES: [&str; 8] = ["rx.bytes", "rx.pkts", "rx.errs", "rx.drop", "tx.bytes", "tx.pkts", "tx.errs", "tx.drop"];
    let cards = &definition.devices.interfaces;
    params.push("net.count", cards.len() as u32);
    for (at, card) in cards.iter().enumerate() {
        let Some(device) = card.target.as_ref().and_then(|target| target.device.as_deref()) else { continue };
        params.push(format!("net.{at}.name"), device.to_owned());
        for (name, value) in NAMES.iter().zip(interface_counters(device).into_iter().flatten()) {
            params.push(format!("net.{at}.{name}"), value);
        }
    }
}

/// What is counted of a disk: the last part of its name, and QEMU's.
const COUNTERS: [(&str, &str); 8] = [
    ("rd.reqs", "rd_operations"),
    ("rd.bytes", "rd_bytes"),
    ("rd.times", "rd_total_time_ns"),
    ("wr.reqs", "wr_operations"),
    ("wr.bytes", "wr_bytes"),
    ("wr.times", "wr_total_time_ns"),
    ("fl.reqs", "flush_operations"),
    ("fl.times", "flush_total_time_ns"),
];

/// Sizes of an image: how far it was written, how large the guest sees it, how much of the host it takes.
pub(super) fn sizes(counters: &Value, image: &Value) -> [Option<u64>; 3] {
    let size = |key: &str| image.pointer(&format!("/inserted/image/{key}")).and_then(Value::as_u64);
    let capacity = size("virtual-size");
    let written = counters.pointer("/parent/stats/wr_highest_offset").or(counters.pointer("/stats/wr_highest_offset"));
    [written.and_then(Value::as_u64), capacity, size("actual-size").or(capacity)]
}

fn blocks(told: &Told, definition: &Definition, params: &mut TypedParams) {
    let disks = &definition.devices.disks;
    let (counters, images) = (told.get("query-blockstats"), told.get("query-block"));
    params.push("block.count", disks.len() as u32);
    for (at, disk) in disks.iter().enumerate() {
        let alias = disk.place.alias.name.as_deref().unwrap_or_default();
        let counters = counters.and_then(|all| of_device(all, alias));
        let image = images.and_then(|all| of_device(all, alias));
        let stats = counters.and_then(|counters| counters.get("stats"));
        let counted = COUNTERS.map(|(name, key)| (name, stats.and_then(|stats| stats.get(key)?.as_u64())));
        let sizes = match (counters, image) {
            (Some(counters), Some(image)) => sizes(counters, image),
            _ => [None; 3],
        };
        let names = [("name", disk.target.device.clone()), ("path", local(disk).map(str::to_owned))];
        for (name, value) in names {
            if let Some(value) = value {
                params.push(format!("block.{at}.{name}"), value);
            }
        }
        for (name, value) in counted.into_iter().chain(["allocation", "capacity", "physical"].into_iter().zip(sizes)) {
            if let Some(value) = value {
                params.push(format!("block.{at}.{name}"), value);
            }
        }
    }
}

fn io_threads(told: &Told, params: &mut TypedParams) {
    let Some(reply) = told.get("query-iothreads") else { return };
    let all = reply.as_array().map(Vec::as_slice).unwrap_or_default();
    params.push("iothread.count", all.len() as u32);
    for one in all {
        let Some(id) = one.get("id").and_then(Value::as_str).and_then(|id| id.strip_prefix("iothread")) else {
            continue;
        };
        let number = |key: &str| one.get(key).and_then(Value::as_u64);
        if let Some(most) = number("poll-max-ns") {
            params.push(format!("iothread.{id}.poll-max-ns"), most);
        }
        for (name, key) in [("poll-grow", "poll-grow"), ("poll-shrink", "poll-shrink")] {
            if let Some(value) = number(key) {
                params.push(format!("iothread.{id}.{name}"), value as u32);
            }
        }
    }
}

fn dirty_rate(told: &Told, params: &mut TypedParams) {
    let Some(reply) = told.get("query-dirty-rate") else { return };
    let number = |key: &str| reply.get(key).and_then(Value::as_i64);
    let status = match reply.get("status").and_then(Value::as_str) {
        Some("unstarted") => VIR_DOMAIN_DIRTYRATE_UNSTARTED,
        Some("measuring") => VIR_DOMAIN_DIRTYRATE_MEASURING,
        Some("measured") => VIR_DOMAIN_DIRTYRATE_MEASURED,
        Some(_) | None => return,
    };
    params.push("dirtyrate.calc_status", status);
    params.push("dirtyrate.calc_start_time", number("start-time").unwrap_or(0));
    params.push("dirtyrate.calc_period", number("calc-time").unwrap_or(0) as i32);
    if let Some(mode) = reply.get("mode").and_then(Value::as_str) {
        params.push("dirtyrate.calc_mode", mode.to_owned());
    }
    if let Some(rate) = number("dirty-rate") {
        params.push("dirtyrate.megabytes_per_second", rate);
    }
}

impl DomainStats for Qemu {
    fn domain_stats(
        &self,
        connection: &Arc<Connection>,
        domains: Option<&[Arc<Domain>]>,
        groups: c_uint,
        flags: c_uint,
    ) -> Result<Vec<DomainStatistics>> {
        check_stats(groups, flags, GROUPS, "this daemon or QEMU").map_err(|error| error.from_origin(VIR_FROM_QEMU))?;
        let groups = if groups == 0 { GROUPS } else { groups };
        let asked: Vec<(Arc<Domain>, Option<State>)> = self.with_states(connection, domains, flags & STATS_FILTERS)?;
        // What is read at hand is not worth a thread.
        let threads = if groups & DEFINED == 0 { 1 } else { asked.len().min(MOST) };
        let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(asked.len())));
        let ask = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some((domain, state)) = asked.get(at) else { return };
                let params = self.statistics(domain, *state, groups);
                found.lock().push((at, DomainStatistics { domain: Arc::clone(domain), params }));
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(ask);
            }
            ask();
        });
        let mut found = found.into_inner();
        found.sort_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, statistics)| statistics).collect())
    }
}
