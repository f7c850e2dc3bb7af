//! What a driver does with the host: capabilities, memory, CPUs.

use crate::error::{Result, unsupported};
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::CpuSet;

/// Which CPUs of a host there are, and which of them are in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuMap {
    /// How many are present.
    pub present: usize,
    pub online: CpuSet,
}

/// What a CPU model is asked about: a hypervisor's own idea of CPUs. `None` is its default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hypervisor<'a> {
    pub emulator: Option<&'a str>,
    pub arch: Option<&'a str>,
    pub machine: Option<&'a str>,
    pub domain_type: Option<&'a str>,
}

/// The host: capabilities, memory, CPUs. Every method defaults to "not supported".
pub trait HostDriver {
    /// The `<capabilities>` document.
    fn capabilities(&self) -> Result<String> {
        unsupported()
    }

    fn hostname(&self) -> Result<String> {
        unsupported()
    }

    /// The `<sysinfo>` document.
    fn sysinfo(&self, flags: u32) -> Result<String> {
        let _ = flags;
        unsupported()
    }

    /// The most CPUs that a domain of that type can have.
    fn max_vcpus(&self, domain_type: Option<&str>) -> Result<i32> {
        let _ = domain_type;
        unsupported()
    }

    /// Model and topology; memory in KiB.
    fn node_info(&self) -> Result<virNodeInfo> {
        unsupported()
    }

    /// Free memory in bytes.
    fn free_memory(&self) -> Result<u64> {
        unsupported()
    }

    /// Free memory of at most `most` NUMA cells from `first` on, in bytes.
    fn cells_free_memory(&self, first: usize, most: usize) -> Result<Vec<u64>> {
        let _ = (first, most);
        unsupported()
    }

    /// Free pages of the given sizes (KiB), for each of `cells` NUMA cells from `first` on (-1: the host as a whole), cell
    /// by cell. Fills `counts`, which has room for all; gives how many were filled.
    fn free_pages(&self, sizes: &[u32], first: i32, cells: u32, counts: &mut [u64], flags: u32) -> Result<usize> {
        let _ = (sizes, first, cells, counts, flags);
        unsupported()
    }

    /// Reserves (or adds, with `VIR_NODE_ALLOC_PAGES_ADD`) so many pages of each size in each cell; gives how many cells
    /// were changed.
    fn allocate_pages(&self, pages: &[(u32, u64)], first: i32, cells: u32, flags: u32) -> Result<usize> {
        let _ = (pages, first, cells, flags);
        unsupported()
    }

    fn cpu_map(&self, flags: u32) -> Result<CpuMap> {
        let _ = flags;
        unsupported()
    }

    /// Times of a CPU (-1: of all) in nanoseconds, by name.
    fn cpu_stats(&self, cpu: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        let _ = (cpu, flags);
        unsupported()
    }

    /// Memory of a NUMA cell (-1: of all) in KiB, by name.
    fn memory_stats(&self, cell: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        let _ = (cell, flags);
        unsupported()
    }

    fn memory_parameters(&self, flags: u32) -> Result<TypedParams> {
        let _ = flags;
        unsupported()
    }

    fn set_memory_parameters(&self, parameters: &TypedParams, flags: u32) -> Result<()> {
        let _ = (parameters, flags);
        unsupported()
    }

    /// Model and domain of interpretation of the security driver.
    fn security_model(&self) -> Result<(String, String)> {
        unsupported()
    }

    /// What AMD SEV needs of the host.
    fn sev_info(&self, flags: u32) -> Result<TypedParams> {
        let _ = flags;
        unsupported()
    }

    /// Puts the host to sleep for so many seconds.
    fn suspend_host(&self, target: u32, seconds: u64, flags: u32) -> Result<()> {
        let _ = (target, seconds, flags);
        unsupported()
    }

    /// How a CPU compares to the host's, a `VIR_CPU_COMPARE_…`.
    fn compare_cpu(&self, xml: &str, flags: u32) -> Result<virCPUCompareResult> {
        let _ = (xml, flags);
        unsupported()
    }

    /// As [`HostDriver::compare_cpu`], to the CPUs that a hypervisor can give.
    fn compare_hypervisor_cpu(&self, of: Hypervisor, xml: &str, flags: u32) -> Result<virCPUCompareResult> {
        let _ = (of, xml, flags);
        unsupported()
    }

    /// The richest CPU that all of the hosts of these documents can give.
    fn baseline_cpu(&self, documents: &[&str], flags: u32) -> Result<String> {
        let _ = (documents, flags);
        unsupported()
    }

    /// As [`HostDriver::baseline_cpu`], of what a hypervisor can give.
    fn baseline_hypervisor_cpu(&self, of: Hypervisor, documents: &[&str], flags: u32) -> Result<String> {
        let _ = (of, documents, flags);
        unsupported()
    }

    /// Names of the CPU models of an architecture; `None` where any name is one.
    fn cpu_models(&self, arch: &str, flags: u32) -> Result<Option<Vec<&'static str>>> {
        let _ = (arch, flags);
        unsupported()
    }
}
