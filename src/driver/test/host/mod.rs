//! The imagined host: its capabilities, memory and CPUs. Numbers that nothing measures are the ones libvirt's test driver
//! tells, so that a program sees the same on both.

use crate::cpu;
use crate::driver::test::{Test, check_flags, error};
use crate::driver::{CpuMap, HostDriver};
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::capabilities::Capabilities;
use crate::xml::capabilities::guest::{Arch, Domain, Feature, Features, Guest, Program};
use crate::xml::capabilities::host::{Host as HostCapabilities, PowerManagement, SecurityModel};
use crate::xml::capabilities::topology::{Cell, Cpu, Pages, Topology};
use crate::xml::cpu::{Flags, HostCpu, PageSize};
use crate::xml::domain::Hypervisor;
use crate::xml::domain::os;
use crate::xml::domain::sysinfo::Block;
use crate::xml::sysinfo::{HostSmbios, HostSysinfo};
use crate::xml::{CpuSet, Size, YesNo};

/// What a test file may say of the host.
#[derive(Clone, Debug)]
pub struct Host {
    pub model: String,
    pub memory_kib: u64,
    pub mhz: u32,
    pub cells: u32,
    pub sockets: u32,
    pub cores: u32,
    pub threads: u32,
    /// CPUs of the host that are in use.
    pub active: u32,
    /// NUMA cells that have memory and CPUs of their own. Test files have no way to tell of them.
    pub numa_cells: u32,
}

impl Default for Host {
    fn default() -> Self {
        let model = "i686".to_owned();
        Self {
            model,
            memory_kib: 3_145_728,
            mhz: 1400,
            cells: 2,
            sockets: 2,
            cores: 2,
            threads: 2,
            active: 16,
            numa_cells: 2,
        }
    }
}

impl Host {
    /// How many CPUs there are at most.
    pub fn cpus(&self) -> u32 {
        self.cells * self.sockets * self.cores * self.threads
    }
}

const ARCH: &str = "i686";
const EMULATOR: &str = "/usr/bin/test-hv";
const CPUS_PER_CELL: u32 = 8;
/// Sizes of pages in KiB.
const PAGES: [u32; 4] = [4, 8, 2048, 1_048_576];
/// The most CPUs that a domain can have.
pub const MAX_VCPUS: i32 = 32;

/// Memory of a cell of the capabilities in KiB.
fn cell_memory(cell: u32) -> u64 {
    (u64::from(cell) + 1) * 2_097_152
}

fn cell(id: u32) -> Cell {
    let memory_kib = cell_memory(id);
    let small = PAGES[id as usize % 2];
    let pages = [(small, memory_kib / u64::from(small)), (PAGES[2], 0), (PAGES[3], 0)];
    let cpus = (0..CPUS_PER_CELL).map(|core| {
        let number = id * CPUS_PER_CELL + core;
        let mut siblings = CpuSet::default();
        siblings.insert(number, number);
        Cpu { id: number, socket: Some(id), die: Some(0), core: Some(core), siblings: Some(siblings), ..Cpu::default() }
    });
    Cell {
        id,
        memory: Some(Size { kib: memory_kib }),
        pages: pages.map(|(size, count)| Pages { size, count }).to_vec(),
        cpus: cpus.collect(),
        ..Cell::default()
    }
}

fn capabilities(cells: u32) -> Capabilities {
    let guest = |os_type| Guest {
        os_type,
        arch: Arch {
            name: ARCH.to_owned(),
            word_size: 32,
            program: Program { emulator: Some(EMULATOR.to_owned()), ..Program::default() },
            domains: vec![Domain { kind: Hypervisor::Test, ..Domain::default() }],
        },
        features: Features { pae: Some(Feature::default()), nonpae: Some(Feature::default()), ..Features::default() },
    };
    let cpu = HostCpu {
        arch: Some(ARCH.to_owned()),
        flags: Flags { pae: true, nonpae: true, ..Flags::default() },
        pages: PAGES.map(|kib| PageSize { kib }).to_vec(),
        ..HostCpu::default()
    };
    let host = HostCapabilities {
        cpu,
        power_management: Some(PowerManagement::default()),
        iommu: Some(YesNo::No),
        topology: Some(Topology { cells: (0..cells).map(cell).collect(), ..Topology::default() }),
        security_models: vec![SecurityModel { model: SECURITY_MODEL.to_owned(), ..SecurityModel::default() }],
        ..HostCapabilities::default()
    };
    Capabilities {
        host: Some(host),
        guests: vec![guest(os::Type::Hvm), guest(os::Type::Xen)],
        ..Capabilities::default()
    }
}

const SECURITY_MODEL: &str = "testSecurity";

fn sysinfo() -> HostSysinfo {
    let bios = [("vendor", "LENOVO"), ("version", "G4ETA1WW (2.61 )"), ("date", "05/07/2014"), ("release", "2.61")];
    HostSysinfo::Smbios(HostSmbios { bios: Some(Block::new(&bios)), ..HostSmbios::default() })
}

impl HostDriver for Test {
    fn capabilities(&self) -> Result<String> {
        Ok(capabilities(self.state.host.numa_cells).format())
    }

    fn hostname(&self) -> Result<String> {
        crate::sys::hostname().map_err(|failure| Error::system(&failure, "failed to determine host name"))
    }

    fn sysinfo(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(sysinfo().format())
    }

    fn max_vcpus(&self, _domain_type: Option<&str>) -> Result<i32> {
        Ok(MAX_VCPUS)
    }

    fn node_info(&self) -> Result<virNodeInfo> {
        let host = &self.state.host;
        Ok(virNodeInfo {
            model: fixed(&host.model),
            memory: host.memory_kib,
            cpus: host.active,
            mhz: host.mhz,
            nodes: host.cells,
            sockets: host.sockets,
            cores: host.cores,
            threads: host.threads,
        })
    }

    fn free_memory(&self) -> Result<u64> {
        match self.state.host.numa_cells {
            0 => Err(error(VIR_ERR_INTERNAL_ERROR, "this host has no NUMA cells, so nothing is known of free memory")),
            cells => Ok((0..cells).map(|cell| cell_memory(cell) / 2).sum()),
        }
    }

    fn cells_free_memory(&self, first: usize, most: usize) -> Result<Vec<u64>> {
        let cells = self.state.host.numa_cells;
        if first >= cells as usize {
            return Err(error(VIR_ERR_INVALID_ARG, "Range exceeds available cells"));
        }
        Ok((0..cells).map(cell_memory).skip(first).take(most).collect())
    }

    fn free_pages(&self, sizes: &[u32], first: i32, cells: u32, counts: &mut [u64], flags: u32) -> Result<usize> {
        check_flags(flags, 0)?;
        let _ = (sizes, first, cells);
        let invented = std::iter::successors(Some(19_u64), |pages| Some(pages.wrapping_mul(2).wrapping_add(7)));
        counts.iter_mut().zip(invented).for_each(|(count, pages)| *count = pages);
        Ok(0)
    }

    fn cpu_map(&self, flags: u32) -> Result<CpuMap> {
        check_flags(flags, 0)?;
        let mut online = CpuSet::default();
        [0, 2, 4].into_iter().for_each(|cpu| online.insert(cpu, cpu));
        Ok(CpuMap { present: 8, online })
    }

    fn cpu_stats(&self, _cpu: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        check_flags(flags, 0)?;
        Ok(vec![
            (VIR_NODE_CPU_STATS_USER, 9_797_400_000),
            (VIR_NODE_CPU_STATS_KERNEL, 34_678_723_400_000),
            (VIR_NODE_CPU_STATS_IDLE, 87_264_900_000),
            (VIR_NODE_CPU_STATS_IOWAIT, 763_600_000),
        ])
    }

    fn security_model(&self) -> Result<(String, String)> {
        Ok((SECURITY_MODEL.to_owned(), String::new()))
    }

    fn baseline_cpu(&self, documents: &[&str], flags: u32) -> Result<String> {
        check_flags(flags, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES)?;
        let expand = flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0;
        cpu::baseline_of_hosts(documents, expand, &cpu::Options::default())
    }

    fn cpu_models(&self, arch: &str, flags: u32) -> Result<Option<Vec<&'static str>>> {
        check_flags(flags, 0)?;
        cpu::model_names(arch, cpu::Era::Libvirt9_0).map_err(|failure| failure.from_origin(VIR_FROM_TEST))
    }
}
