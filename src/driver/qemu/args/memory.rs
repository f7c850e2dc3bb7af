//! `-m`, memory backends, `-numa`, and memory modules.

use super::line::{Line, Properties};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::Domain;
use crate::xml::domain::device::memory::Model;
use crate::xml::domain::memory::{Allocation, MemoryAccess, MemorySource};
use crate::xml::{CpuSet, Fault};

pub(super) fn has_nodes(domain: &Domain) -> bool {
    domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).is_some_and(|numa| !numa.cells.is_empty())
}

/// What is there at boot, in KiB: whole pieces of what the board can have.
fn initial(domain: &Domain, board: Board) -> u64 {
    let piece = if board.is_ppc64() { 256 * 1024 } else { 1024 };
    let cells = domain.cpu.iter().filter_map(|cpu| cpu.numa.as_ref()).flat_map(|numa| &numa.cells);
    let in_cells: u64 = cells.map(|cell| cell.memory.kib.next_multiple_of(piece)).sum();
    let plugged: u64 = domain.devices.memories.iter().map(|memory| memory.target.size.kib).sum();
    match in_cells {
        0 => (domain.memory.size.kib - plugged.min(domain.memory.size.kib)).next_multiple_of(piece),
        cells => cells,
    }
}

pub(super) fn add(domain: &Domain, board: Board, emulator: &Emulator, line: &mut Line) -> Result<(), Fault> {
    let kib = initial(domain, board);
    line.option(
        "-m",
        match &domain.max_memory {
            Some(most) => format!("size={kib}k,slots={},maxmem={}k", most.slots, most.size.kib),
            None => (kib / 1024).to_string(),
        },
    );
    let machine = domain.os.machine.as_deref().unwrap_or_default();
    let ram = emulator.machine(machine).and_then(|machine| machine.default_ram_id.as_deref());
    if let (false, Some(ram)) = (has_nodes(domain), ram) {
        line.json("-object", backend(domain, ram, kib, None)?);
    }
    line.option("-overcommit", format!("mem-lock={}", if domain.memory_backing.locked { "on" } else { "off" }));
    Ok(())
}

fn backend(domain: &Domain, id: &str, kib: u64, shared: Option<bool>) -> Result<Properties, Fault> {
    let backing = &domain.memory_backing;
    let share = shared.or(match backing.access {
        MemoryAccess::Shared => Some(true),
        MemoryAccess::Private => Some(false),
        MemoryAccess::Default => None,
    });
    if backing.hugepages.is_some() {
        return Err(Fault::internal("hugetlbfs filesystem is not mounted or disabled by administrator config"));
    }
    let mut object = match backing.source {
        MemorySource::Memfd => Properties::object("memory-backend-memfd", id),
        MemorySource::File => {
            return Err(Fault::unsupported("memory of source type 'file' is not given to QEMU; take 'memfd'"));
        }
        MemorySource::None | MemorySource::Anonymous if share == Some(true) => {
            Properties::object("memory-backend-memfd", id)
        }
        MemorySource::None | MemorySource::Anonymous => Properties::object("memory-backend-ram", id),
    };
    object.maybe("share", share);
    if backing.allocation == Allocation::Immediate {
        object.set("prealloc", true);
    }
    object.set("size", kib * 1024);
    Ok(object)
}

pub(super) fn add_nodes(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    let Some(numa) = domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()) else { return Ok(()) };
    for cell in &numa.cells {
        let id = cell.id.unwrap_or(0);
        let shared = match cell.access {
            crate::xml::domain::cpu::MemoryAccess::Shared => Some(true),
            crate::xml::domain::cpu::MemoryAccess::Private => Some(false),
            crate::xml::domain::cpu::MemoryAccess::Default => None,
        };
        let kib = cell.memory.kib.next_multiple_of(1024);
        line.json("-object", backend(domain, &format!("ram-node{id}"), kib, shared)?);
        let cpus = cell.cpus.as_ref().map(ranges).unwrap_or_default();
        let cpus: String = cpus.iter().map(|range| format!(",cpus={range}")).collect();
        line.option("-numa", format!("node,nodeid={id}{cpus},memdev=ram-node{id}"));
    }
    for cell in &numa.cells {
        for sibling in &cell.distances {
            let (from, to, value) = (cell.id.unwrap_or(0), sibling.id, sibling.value);
            line.option("-numa", format!("dist,src={from},dst={to},val={value}"));
        }
    }
    if !numa.interconnects.latencies.is_empty() || !numa.interconnects.bandwidths.is_empty() {
        return Err(Fault::unsupported("NUMA interconnects are not given to QEMU"));
    }
    Ok(())
}

/// `0-3`, `5`: the parts of a set.
fn ranges(set: &CpuSet) -> Vec<String> {
    set.to_string().split(',').map(str::to_owned).collect()
}

pub(super) fn add_modules(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for module in &domain.devices.memories {
        let alias = module.place.alias.name.as_deref().unwrap_or_default();
        let (driver, path) = match module.model {
            Model::Dimm => ("pc-dimm", None),
            Model::Nvdimm => ("nvdimm", module.source.path.as_deref()),
            Model::VirtioPmem => ("virtio-pmem-pci", module.source.path.as_deref()),
            Model::VirtioMem => ("virtio-mem-pci", None),
            Model::SgxEpc => return Err(Fault::unsupported("memory of model 'sgx-epc' is not given to QEMU")),
        };
        let memory = format!("mem{alias}");
        let size = module.target.size.kib * 1024;
        let object = match path {
            Some(path) => {
                let object = Properties::object("memory-backend-file", &memory).with("mem-path", path);
                object.with("share", true).with("size", size)
            }
            None => Properties::object("memory-backend-ram", &memory).with("size", size),
        };
        line.json("-object", object);
        let mut device = Properties::device(driver);
        device.maybe("node", module.target.node.filter(|_| module.model != Model::VirtioPmem));
        device.maybe("label-size", module.target.label_size.map(|size| size.kib * 1024));
        device.maybe("block-size", module.target.block.map(|size| size.kib * 1024));
        device.maybe("requested-size", module.target.requested.map(|size| size.kib * 1024));
        device.maybe("uuid", module.uuid.map(|uuid| uuid.to_string()));
        if module.target.readonly {
            device.set("unarmed", true);
        }
        device.set("memdev", memory);
        device.set("id", alias);
        super::address::set(domain, &module.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
