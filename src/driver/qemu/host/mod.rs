//! The QEMU driver's side of `driver/host.rs`: the machine that it runs on.

mod cpu;
mod sleep;

use crate::cpu::Era;
use crate::driver::qemu::capabilities::guests;
use crate::driver::qemu::confine::{self, Settings};
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::driver::{CpuMap, HostDriver, Hypervisor};
use crate::error::{Error, Result};
use crate::host::Host;
use crate::sys::kvm;
use crate::typed_param::{TypedParams, Value};
use crate::types::*;
use crate::xml::capabilities::Capabilities;
use crate::xml::sysinfo::HostSysinfo;

/// What the kernel's merging of equal pages tells, in the order in which it is told, and whether it may be set.
const MERGING: [(&str, &str, bool); 8] = [
    (VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN, "pages_to_scan", true),
    (VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS, "sleep_millisecs", true),
    (VIR_NODE_MEMORY_SHARED_PAGES_SHARED, "pages_shared", false),
    (VIR_NODE_MEMORY_SHARED_PAGES_SHARING, "pages_sharing", false),
    (VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED, "pages_unshared", false),
    (VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE, "pages_volatile", false),
    (VIR_NODE_MEMORY_SHARED_FULL_SCANS, "full_scans", false),
    (VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES, "merge_across_nodes", true),
];

/// Processors of a domain of which nothing is known.
const MAX_VCPUS: i32 = 16;

/// The host that machines of this driver run on.
fn host() -> Host {
    Host::default()
}

/// A node by the number that a call has for it; -1 is the whole host.
fn node(number: i32) -> Option<u32> {
    u32::try_from(number).ok()
}

/// At most `count` cells from `first` on, those that there are.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR` when there is no cell `first`.
fn cells_from(first: i32, count: u32) -> Result<impl Iterator<Item = i32>> {
    let last = host().nodes().last().map_or(0, |last| *last as i32);
    if first < -1 || first > last {
        let text = format!("start cell {first} out of range (0-{last})");
        return Err(Error::new(VIR_ERR_INTERNAL_ERROR, text).without_origin());
    }
    Ok((0..count).map_while(move |cell| first.checked_add(cell as i32)).take_while(move |cell| *cell <= last))
}

/// Complains about flags in nobody's name, as libvirt does where it speaks of the host alone.
fn check_own_flags(flags: u32, known: u32) -> Result<()> {
    Error::check_flags(flags, known).map_err(Error::without_origin)
}

impl HostDriver for Qemu {
    fn capabilities(&self) -> Result<String> {
        let mut host = host().capabilities(self.era())?;
        let layout = &self.root.layout;
        host.security_models = confine::models(&Settings::read(&layout.settings())?, layout.privileged);
        let capabilities =
            Capabilities { host: Some(host), guests: guests(&self.root.emulators), ..Capabilities::default() };
        Ok(capabilities.format())
    }

    fn security_model(&self) -> Result<(String, String)> {
        let layout = &self.root.layout;
        let models = confine::models(&Settings::read(&layout.settings())?, layout.privileged);
        Ok(models.into_iter().next().map(|first| (first.model, first.doi)).unwrap_or_default())
    }

    fn hostname(&self) -> Result<String> {
        crate::sys::hostname().map_err(|failure| Error::system(&failure, "failed to determine host name"))
    }

    fn node_info(&self) -> Result<virNodeInfo> {
        let topology = host().topology()?;
        let arch = crate::sys::machine();
        let mut model = [0; 32];
        // The last byte stays NUL.
        model[..31].iter_mut().zip(arch.bytes()).for_each(|(to, from)| *to = from as std::ffi::c_char);
        Ok(virNodeInfo {
            model,
            memory: host().memory(None)?.total,
            cpus: topology.online,
            mhz: topology.mhz,
            nodes: topology.nodes,
            sockets: topology.sockets,
            cores: topology.cores,
            threads: topology.threads,
        })
    }

    fn free_memory(&self) -> Result<u64> {
        Ok(host().memory(None)?.free.saturating_mul(1024))
    }

    fn cells_free_memory(&self, first: usize, most: usize) -> Result<Vec<u64>> {
        let nodes = host().nodes();
        // A host without nodes is one.
        let nodes = if nodes.is_empty() { vec![None] } else { nodes.into_iter().map(Some).collect() };
        if first >= nodes.len() {
            let text = format!("start cell {first} out of range (0-{})", nodes.len() - 1);
            return Err(Error::new(VIR_ERR_INTERNAL_ERROR, text).without_origin());
        }
        let free = |node: Option<u32>| Ok(host().memory(node)?.free.saturating_mul(1024));
        nodes.into_iter().skip(first).take(most).map(free).collect()
    }

    fn free_pages(&self, sizes: &[u32], first: i32, cells: u32, counts: &mut [u64], flags: u32) -> Result<usize> {
        check_flags(flags, 0)?;
        let cells = cells_from(first, cells)?;
        let asked = cells.flat_map(|cell| sizes.iter().map(move |size| (cell, *size)));
        let mut filled = 0;
        for (count, (cell, size)) in counts.iter_mut().zip(asked) {
            *count = host().pages(node(cell), size)?.1;
            filled += 1;
        }
        Ok(filled)
    }

    fn allocate_pages(&self, pages: &[(u32, u64)], first: i32, cells: u32, flags: u32) -> Result<usize> {
        check_flags(flags, VIR_NODE_ALLOC_PAGES_SET)?;
        let cells = cells_from(first, cells)?;
        let mut changed = 0;
        for cell in cells {
            for (size, count) in pages {
                host().reserve_pages(node(cell), *size, *count, flags & VIR_NODE_ALLOC_PAGES_SET == 0)?;
                changed += 1;
            }
        }
        Ok(changed)
    }

    fn cpu_map(&self, flags: u32) -> Result<CpuMap> {
        check_own_flags(flags, 0)?;
        let present = host().present_cpus().last().map_or(0, |last| last as usize + 1);
        Ok(CpuMap { present, online: host().online_cpus() })
    }

    fn cpu_stats(&self, cpu: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        check_own_flags(flags, 0)?;
        let times = host().cpu_times(node(cpu))?;
        Ok(vec![
            (VIR_NODE_CPU_STATS_KERNEL, times.kernel),
            (VIR_NODE_CPU_STATS_USER, times.user),
            (VIR_NODE_CPU_STATS_IDLE, times.idle),
            (VIR_NODE_CPU_STATS_IOWAIT, times.iowait),
        ])
    }

    fn memory_stats(&self, cell: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        check_own_flags(flags, 0)?;
        let memory = host().memory(node(cell))?;
        let mut stats = vec![(VIR_NODE_MEMORY_STATS_TOTAL, memory.total), (VIR_NODE_MEMORY_STATS_FREE, memory.free)];
        if node(cell).is_none() {
            stats.push((VIR_NODE_MEMORY_STATS_BUFFERS, memory.buffers));
            stats.push((VIR_NODE_MEMORY_STATS_CACHED, memory.cached));
        }
        Ok(stats)
    }

    fn memory_parameters(&self, flags: u32) -> Result<TypedParams> {
        check_own_flags(flags, VIR_TYPED_PARAM_STRING_OKAY)?;
        let mut parameters = TypedParams::new();
        for (name, file, is_setting) in MERGING {
            if let Some(value) = host().merging(file) {
                match u32::try_from(value) {
                    Ok(value) if is_setting => parameters.push(name, Value::UInt(value)),
                    _ => parameters.push(name, Value::ULLong(value)),
                }
            }
        }
        Ok(parameters)
    }

    fn set_memory_parameters(&self, parameters: &TypedParams, flags: u32) -> Result<()> {
        check_own_flags(flags, 0)?;
        let settings = MERGING.iter().filter(|(.., is_setting)| *is_setting);
        let known: Vec<_> = settings.clone().map(|(name, ..)| (*name, VIR_TYPED_PARAM_UINT)).collect();
        parameters.validate(&known)?;
        for (name, file, _) in settings {
            let Some(value) = parameters.uint(name) else { continue };
            if host().merging(file).is_none() {
                let text = format!("Parameter '{name}' is not supported by this kernel");
                return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, text));
            }
            host().set_merging(file, u64::from(value))?;
        }
        Ok(())
    }

    fn sysinfo(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        let tables = host().smbios().ok_or_else(|| {
            let text = "Host SMBIOS information is not available: the kernel shows no /sys/firmware/dmi/tables, or not to this user";
            error(VIR_ERR_CONFIG_UNSUPPORTED, text)
        })?;
        Ok(HostSysinfo::Smbios(tables).format())
    }

    fn max_vcpus(&self, domain_type: Option<&str>) -> Result<i32> {
        match domain_type {
            None => Ok(MAX_VCPUS),
            Some(kind) if kind.eq_ignore_ascii_case("qemu") => Ok(MAX_VCPUS),
            Some(kind) if kind.eq_ignore_ascii_case("kvm") => Ok(kvm::max_vcpus()? as i32),
            Some(kind) => Err(error(VIR_ERR_INVALID_ARG, format!("unknown type '{kind}'"))),
        }
    }

    fn sev_info(&self, flags: u32) -> Result<TypedParams> {
        let emulators = &self.root.emulators;
        let choice = emulators.choose(Hypervisor::default(), self.era())?;
        let (_, details) = emulators.details_of(&choice)?;
        let Some(sev) = &details.encryption else {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "QEMU does not support SEV guest"));
        };
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY)?;
        let (most, most_es) = sev.guests();
        let mut parameters = TypedParams::new();
        parameters.push(VIR_NODE_SEV_PDH, Value::String(sev.platform.clone()));
        parameters.push(VIR_NODE_SEV_CERT_CHAIN, Value::String(sev.certificates.clone()));
        if let Some(chip) = &sev.chip {
            parameters.push(VIR_NODE_SEV_CPU0_ID, Value::String(chip.clone()));
        }
        parameters.push(VIR_NODE_SEV_CBITPOS, Value::UInt(sev.encryption_bit));
        parameters.push(VIR_NODE_SEV_REDUCED_PHYS_BITS, Value::UInt(sev.lost_bits));
        parameters.push(VIR_NODE_SEV_MAX_GUESTS, Value::UInt(most));
        parameters.push(VIR_NODE_SEV_MAX_ES_GUESTS, Value::UInt(most_es));
        Ok(parameters)
    }

    fn suspend_host(&self, target: u32, seconds: u64, flags: u32) -> Result<()> {
        check_own_flags(flags, 0)?;
        sleep::suspend(&host(), target, seconds)
    }

    fn compare_cpu(&self, xml: &str, flags: u32) -> Result<virCPUCompareResult> {
        cpu::compare(xml, flags, self.era())
    }

    fn compare_hypervisor_cpu(&self, of: Hypervisor, xml: &str, flags: u32) -> Result<virCPUCompareResult> {
        cpu::compare_hypervisors(&self.root.emulators, of, xml, flags, self.era())
    }

    fn baseline_cpu(&self, documents: &[&str], flags: u32) -> Result<String> {
        cpu::baseline(documents, flags, self.era())
    }

    fn baseline_hypervisor_cpu(&self, of: Hypervisor, documents: &[&str], flags: u32) -> Result<String> {
        cpu::baseline_hypervisors(&self.root.emulators, of, documents, flags, self.era())
    }

    fn cpu_models(&self, arch: &str, flags: u32) -> Result<Option<Vec<&'static str>>> {
        check_flags(flags, 0)?;
        crate::cpu::model_names(arch, self.era()).map_err(|failure| match failure.code() {
            VIR_ERR_INVALID_ARG => failure.from_origin(VIR_FROM_QEMU),
            _ => failure,
        })
    }
}

impl Qemu {
    /// The models of processors that are known and told.
    pub(super) fn era(&self) -> Era {
        self.vocabulary.era()
    }
}
