//! Processors: how many, how they hang together, what they did.

use std::collections::BTreeSet;

use super::{Host, line, unexpected};
use crate::error::{Error, Result};
use crate::xml::CpuSet;

/// How the processors of a host hang together, as `virNodeGetInfo` tells it. The product of the last four may be less than `online` on
/// hosts that are not regular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Topology {
    /// Processors in use.
    pub online: u32,
    pub mhz: u32,
    pub nodes: u32,
    /// Of a node.
    pub sockets: u32,
    /// Of a socket.
    pub cores: u32,
    /// Of a core.
    pub threads: u32,
}

/// Nanoseconds since the start of the host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    pub user: u64,
    pub kernel: u64,
    pub idle: u64,
    pub iowait: u64,
}

/// One tick of `/proc/stat` in nanoseconds: the kernel always tells hundredths of a second.
const TICK: u64 = 10_000_000;

const CPUS: &str = "sys/devices/system/cpu";
const NODES: &str = "sys/devices/system/node";

impl Host {
    /// Processors that are plugged in.
    pub fn present_cpus(&self) -> CpuSet {
        self.list(&format!("{CPUS}/present"))
    }

    /// Processors in use.
    pub fn online_cpus(&self) -> CpuSet {
        self.list(&format!("{CPUS}/online"))
    }

    /// Where a processor sits: `physical_package_id`, `core_id`, …; 0 where the kernel does not say, or says -1.
    pub(super) fn place(&self, cpu: u32, what: &str) -> u32 {
        self.number(&format!("{CPUS}/cpu{cpu}/topology/{what}"))
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(0)
    }

    /// The processors that share a core with one, itself among them.
    pub(super) fn siblings(&self, cpu: u32) -> CpuSet {
        self.list(&format!("{CPUS}/cpu{cpu}/topology/thread_siblings_list"))
    }

    /// # Errors
    /// `VIR_ERR_SYSTEM_ERROR` or `VIR_ERR_INTERNAL_ERROR` when the kernel does not tell of its processors.
    pub fn topology(&self) -> Result<Topology> {
        let online = self.online_cpus();
        if online.is_empty() {
            return Err(unexpected(&self.path(CPUS), "which processors are online"));
        }
        let mut topology = Topology { mhz: self.mhz()?, ..Topology::default() };
        for node in self.numbered(NODES, "node") {
            let mine = self.list(&format!("{NODES}/node{node}/cpulist"));
            let cpus: Vec<u32> = mine.iter().filter(|cpu| online.contains(*cpu)).collect();
            let cores: BTreeSet<(u32, u32)> =
                cpus.iter().map(|cpu| (self.place(*cpu, "physical_package_id"), self.place(*cpu, "core_id"))).collect();
            let sockets: BTreeSet<u32> = cores.iter().map(|(socket, _)| *socket).collect();
            let most = sockets.iter().map(|one| cores.iter().filter(|(socket, _)| socket == one).count()).max();
            let threads = cpus.iter().map(|cpu| self.siblings(*cpu).len() as u32).max();
            topology.nodes += 1;
            topology.online += cpus.len() as u32;
            topology.sockets = topology.sockets.max(sockets.len() as u32);
            topology.cores = topology.cores.max(most.unwrap_or(0) as u32);
            topology.threads = topology.threads.max(threads.unwrap_or(0));
        }
        let count = online.len() as u32;
        let Topology { nodes, sockets, cores, threads, .. } = topology;
        if topology.online == 0 || nodes * sockets * cores * threads != count {
            // Not regular, or without nodes: all processors are cores of one socket.
            topology = Topology { online: count, nodes: 1, sockets: 1, cores: count, threads: 1, ..topology };
        }
        Ok(topology)
    }

    /// What the kernel tells of each processor, as text.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn cpuinfo(&self) -> Result<String> {
        self.read("proc/cpuinfo")
    }

    /// The clock of the last processor that tells it; 0 where none does.
    fn mhz(&self) -> Result<u32> {
        let text = self.cpuinfo()?;
        let mut clocks = text.lines().filter_map(|one| line(one, "cpu MHz").or_else(|| line(one, "clock")));
        let whole = |clock: &str| clock.split(['.', 'M']).next().and_then(|number| number.parse().ok());
        Ok(clocks.next_back().and_then(whole).unwrap_or(0))
    }

    /// What a processor did, or all of them together.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when there is no such processor.
    pub fn cpu_times(&self, cpu: Option<u32>) -> Result<Times> {
        let text = self.read("proc/stat")?;
        let name = cpu.map_or_else(|| "cpu".to_owned(), |cpu| format!("cpu{cpu}"));
        let numbers = text.lines().find_map(|line| {
            let mut words = line.split_ascii_whitespace();
            (words.next() == Some(name.as_str())).then(|| words.map(|word| word.parse::<u64>().unwrap_or(0)))
        });
        let Some(numbers) = numbers else {
            return Err(Error::about("cpuNum", format!("this host has no processor '{name}'")).without_origin());
        };
        let ticks: Vec<u64> = numbers.map(|ticks| ticks.saturating_mul(TICK)).collect();
        let at = |column: usize| ticks.get(column).copied().unwrap_or(0);
        // user nice system idle iowait irq softirq …
        Ok(Times { user: at(0) + at(1), kernel: at(2) + at(5) + at(6), idle: at(3), iowait: at(4) })
    }
}
