//! The QEMU driver's side of `driver/host.rs`: the machine that it runs on.

use crate::cpu;
use crate::driver::qemu::capabilities::guests;
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::driver::{CpuMap, HostDriver};
use crate::error::{Error, Result};
use crate::host::Host;
use crate::typed_param::{TypedParams, Value};
use crate::types::*;
use crate::xml::capabilities::Capabilities;

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

/// The models of processors that are told.
const CPUS: cpu::Era = cpu::Era::Libvirt9_0;

/// Features of processors that QEMU has no word for.
const UNSPOKEN: [&str; 5] = ["cmt", "mbm_total", "mbm_local", "osxsave", "ospke"];

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

impl HostDriver for Qemu {
    fn capabilities(&self) -> Result<String> {
        let capabilities = Capabilities {
            host: Some(host().capabilities()?),
            guests: guests(&self.root.emulators),
            ..Capabilities::default()
        };
        Ok(capabilities.format())
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
        check_flags(flags, 0)?;
        let present = host().present_cpus().last().map_or(0, |last| last as usize + 1);
        Ok(CpuMap { present, online: host().online_cpus() })
    }

    fn cpu_stats(&self, cpu: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        check_flags(flags, 0)?;
        let times = host().cpu_times(node(cpu))?;
        Ok(vec![
            (VIR_NODE_CPU_STATS_KERNEL, times.kernel),
            (VIR_NODE_CPU_STATS_USER, times.user),
            (VIR_NODE_CPU_STATS_IDLE, times.idle),
            (VIR_NODE_CPU_STATS_IOWAIT, times.iowait),
        ])
    }

    fn memory_stats(&self, cell: i32, flags: u32) -> Result<Vec<(&'static str, u64)>> {
        check_flags(flags, 0)?;
        let memory = host().memory(node(cell))?;
        let mut stats = vec![(VIR_NODE_MEMORY_STATS_TOTAL, memory.total), (VIR_NODE_MEMORY_STATS_FREE, memory.free)];
        if node(cell).is_none() {
            stats.push((VIR_NODE_MEMORY_STATS_BUFFERS, memory.buffers));
            stats.push((VIR_NODE_MEMORY_STATS_CACHED, memory.cached));
        }
        Ok(stats)
    }

    fn memory_parameters(&self, flags: u32) -> Result<TypedParams> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY)?;
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
        check_flags(flags, 0)?;
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

    fn compare_cpu(&self, xml: &str, flags: u32) -> Result<virCPUCompareResult> {
        let own = cpu::of_host(&host(), None, CPUS)?;
        let arch = own.arch.clone().unwrap_or_default();
        cpu::compare_document(&arch, Some(&own), xml, flags, CPUS)
    }

    fn baseline_cpu(&self, documents: &[&str], flags: u32) -> Result<String> {
        check_flags(flags, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES | VIR_CONNECT_BASELINE_CPU_MIGRATABLE)?;
        let options = cpu::Options {
            unspoken: &UNSPOKEN,
            migratable: flags & VIR_CONNECT_BASELINE_CPU_MIGRATABLE != 0,
            era: CPUS,
            ..cpu::Options::default()
        };
        cpu::baseline_of_hosts(documents, flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0, &options)
    }

    fn cpu_models(&self, arch: &str, flags: u32) -> Result<Option<Vec<&'static str>>> {
        check_flags(flags, 0)?;
        cpu::model_names(arch, CPUS).map_err(|failure| failure.from_origin(VIR_FROM_QEMU))
    }
}
