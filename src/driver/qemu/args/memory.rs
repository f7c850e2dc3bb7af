//! `-m`, memory backends and memory modules. The guest's NUMA nodes are in `numa.rs`.

use super::Context;
use super::line::{Line, Properties};
use crate::driver::qemu::board::Board;
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::Domain;
use crate::xml::domain::cpu::{Cell, MemoryAccess as CellAccess};
use crate::xml::domain::device::memory::{Access, Memory, Model};
use crate::xml::domain::device::video::Type as VideoType;
use crate::xml::domain::memory::{Allocation, MemoryAccess, MemorySource};
use crate::xml::domain::numatune::Mode;
use crate::xml::{CpuSet, Fault, OnOff, YesNo};

/// The size of pages that are not huge, in KiB.
const USUAL_PAGE: u64 = 4;

pub(super) fn cells(domain: &Domain) -> &[Cell] {
    domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(&[], |numa| &numa.cells)
}

/// What memory comes in, in KiB.
pub(super) fn piece(board: Board) -> u64 {
    if board.is_ppc64() { 256 * 1024 } else { 1024 }
}

/// What is there at boot, in KiB: whole pieces of what the board can have.
fn initial(domain: &Domain, board: Board) -> u64 {
    let piece = piece(board);
    let in_cells: u64 = cells(domain).iter().map(|cell| cell.memory.kib.next_multiple_of(piece)).sum();
    let plugged: u64 = domain.devices.memories.iter().map(|memory| memory.target.size.kib).sum();
    match in_cells {
        0 => (domain.memory.size.kib - plugged.min(domain.memory.size.kib)).next_multiple_of(piece),
        cells => cells,
    }
}

pub(super) fn add(
    domain: &Domain,
    board: Board,
    emulator: &Emulator,
    context: &Context,
    line: &mut Line,
) -> Result<(), Fault> {
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
    if let (true, Some(ram)) = (cells(domain).is_empty(), ram) {
        let wanted = Wanted { kib, is_system: true, ..Wanted::default() };
        line.json("-object", backend(domain, ram, &wanted, context)?);
    }
    line.option("-overcommit", format!("mem-lock={}", if domain.memory_backing.locked { "on" } else { "off" }));
    Ok(())
}

/// What a piece of memory is to be like, where the definition of the whole does not say.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    pub kib: u64,
    /// It is all that the machine has.
    pub is_system: bool,
    /// The guest's node that it belongs to.
    pub cell: Option<u32>,
    pub module: Option<&'a Memory>,
}

/// The object that is a piece of memory.
///
/// # Errors
/// What the host's kernel has no pages for.
pub(super) fn backend(domain: &Domain, id: &str, wanted: &Wanted, context: &Context) -> Result<Properties, Fault> {
    let backing = &domain.memory_backing;
    let cell = wanted.cell.and_then(|id| cells(domain).iter().find(|cell| cell.id == Some(id)));
    let path = wanted.module.and_then(|module| module.source.path.as_deref());
    let share = share(domain, cell, wanted.module);
    let pages = pages(domain, wanted, context)?;
    // Guests share with the host's programs through a file, which need not have a name. Video cards do so with `blob`.
    let blobs = domain
        .devices
        .videos
        .iter()
        .any(|video| video.model.kind == VideoType::Virtio && video.model.blob == Some(OnOff::On));
    let kind = match backing.source {
        _ if wanted.module.is_some_and(|module| module.model == Model::SgxEpc) => "memory-backend-epc",
        _ if path.is_some() => "memory-backend-file",
        MemorySource::Memfd => "memory-backend-memfd",
        MemorySource::File if pages.is_none() => "memory-backend-file",
        _ if pages.is_some() || blobs && wanted.is_system => "memory-backend-memfd",
        MemorySource::None | MemorySource::Anonymous | MemorySource::File => match share {
            Some(true) => "memory-backend-memfd",
            Some(false) | None => "memory-backend-ram",
        },
    };
    let mut object = Properties::object(kind, id);
    if kind == "memory-backend-file" {
        object.set("mem-path", path.map_or_else(|| context.memory.display().to_string(), str::to_owned));
    }
    if let Some(size) = pages {
        object.set("hugetlb", true);
        object.set("hugetlbsize", size * 1024);
    }
    let discards = wanted.module.and_then(|module| module.discard).or(cell.and_then(|cell| cell.discard));
    let discards = discards.map(|discard| discard == YesNo::Yes).or(backing.discard.then_some(true));
    if kind == "memory-backend-file" && path.is_none() {
        object.maybe("discard-data", discards);
    }
    object.maybe("share", share);
    if wanted.is_system && kind != "memory-backend-ram" {
        // What a guest's migration calls its memory must not depend on what it is kept in.
        object.set("x-use-canonical-path-for-ramblock-id", false);
    }
    if wanted.module.is_some_and(|module| module.model == Model::VirtioMem) {
        object.set("reserve", false);
    } else {
        let now = backing.allocation == Allocation::Immediate || pages.is_some() || path.is_some();
        if now || kind == "memory-backend-epc" {
            object.set("prealloc", true);
            object.nonzero("prealloc-threads", backing.allocation_threads);
        }
    }
    object.set("size", wanted.kib * 1024);
    if let Some(source) = wanted.module.map(|module| &module.source) {
        object.maybe("align", source.alignsize.map(|size| size.kib * 1024));
        object.maybe("pmem", source.pmem.then_some(true));
    }
    if let Some((nodes, policy)) = nodes(domain, wanted) {
        object.set("host-nodes", nodes.iter().collect::<Vec<_>>());
        object.set("policy", policy);
    }
    Ok(object)
}

/// Whether others see what is written; `None` where nothing is said.
fn share(domain: &Domain, cell: Option<&Cell>, module: Option<&Memory>) -> Option<bool> {
    let of_module = match module.map(|module| module.access) {
        Some(Access::Shared) => Some(true),
        Some(Access::Private) => Some(false),
        Some(Access::Default) | None => None,
    };
    let of_cell = match cell.map(|cell| cell.access) {
        Some(CellAccess::Shared) => Some(true),
        Some(CellAccess::Private) => Some(false),
        Some(CellAccess::Default) | None => None,
    };
    let of_all = match domain.memory_backing.access {
        MemoryAccess::Shared => Some(true),
        MemoryAccess::Private => Some(false),
        MemoryAccess::Default => None,
    };
    of_module.or(of_cell).or(of_all)
}

/// The size of the huge pages that a piece of memory is made of, in KiB.
fn pages(domain: &Domain, wanted: &Wanted, context: &Context) -> Result<Option<u64>, Fault> {
    let of_module = wanted.module.and_then(|module| module.source.pagesize).map(|size| size.kib);
    if wanted.module.is_some_and(|module| module.source.path.is_some() || module.model == Model::SgxEpc) {
        return Ok(None);
    }
    if let Some(size) = of_module {
        return Ok(Some(size).filter(|size| *size != USUAL_PAGE));
    }
    let Some(huge) = &domain.memory_backing.hugepages else { return Ok(None) };
    let cell = wanted.cell.unwrap_or(0);
    let own = huge.pages.iter().find(|page| page.nodeset.as_ref().is_some_and(|nodes| nodes.contains(cell)));
    match own.or_else(|| huge.pages.iter().find(|page| page.nodeset.is_none())) {
        Some(page) => Ok(Some(page.size.kib).filter(|size| *size != USUAL_PAGE)),
        None if huge.pages.is_empty() => match context.huge_page {
            Some(size) => Ok(Some(size)),
            None => {
                let text = "Unable to determine the size of the host's huge pages; give one by <page size='…'/>";
                Err(Fault::unsupported(text))
            }
        },
        None => Ok(None),
    }
}

/// From which nodes of the host memory is taken, and how.
fn nodes<'a>(domain: &'a Domain, wanted: &Wanted<'a>) -> Option<(&'a CpuSet, &'static str)> {
    let tune = &domain.numatune;
    let of_cell = wanted.cell.and_then(|cell| tune.nodes.iter().find(|node| node.cell == cell));
    let of_all = tune.memory.as_ref().and_then(|memory| Some((memory.nodeset.as_ref()?, memory.mode)));
    let mode = of_cell.map(|node| node.mode).or(tune.memory.as_ref().and_then(|memory| memory.mode));
    let policy = match mode.unwrap_or_default() {
        Mode::Strict => "bind",
        Mode::Preferred => "preferred",
        Mode::Interleave => "interleave",
        Mode::Restrictive => return None,
    };
    let own = wanted.module.and_then(|module| module.source.nodemask.as_ref());
    let nodes = own.or(of_cell.map(|node| &node.nodeset)).or(of_all.map(|(nodes, _)| nodes))?;
    Some((nodes, policy))
}

/// The size of a module as the board can have it, in KiB.
fn module_size(module: &Memory, board: Board) -> u64 {
    let piece = piece(board);
    let size = module.target.size.kib;
    match module.target.label_size {
        // On pSeries the label is beside the memory, which is made smaller to fit.
        Some(label) if board.is_ppc64() && module.model == Model::Nvdimm => {
            size.saturating_sub(label.kib) / piece * piece + label.kib
        }
        _ => size.next_multiple_of(piece),
    }
}

pub(super) fn add_modules(domain: &Domain, board: Board, context: &Context, line: &mut Line) -> Result<(), Fault> {
    for module in &domain.devices.memories {
        let alias = module.place.alias.name.as_deref().unwrap_or_default();
        let driver = match module.model {
            Model::Dimm => "pc-dimm",
            Model::Nvdimm => "nvdimm",
            Model::VirtioPmem => "virtio-pmem-pci",
            Model::VirtioMem => "virtio-mem-pci",
            Model::SgxEpc => "",
        };
        let memory = format!("mem{alias}");
        let kib = module_size(module, board);
        let wanted = Wanted { kib, is_system: false, cell: module.target.node, module: Some(module) };
        line.json("-object", backend(domain, &memory, &wanted, context)?);
        if module.model == Model::SgxEpc {
            // The machine has it as one of its properties.
            continue;
        }
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
        device.maybe("memaddr", module.target.address.as_ref().map(|address| address.base.0));
        super::controller::virtio_options(&module.driver, &mut device);
        device.set("id", alias);
        super::address::set(domain, &module.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

/// How the machine is told of its enclaves' memory.
pub(super) fn machine_options(domain: &Domain) -> Vec<String> {
    let enclaves = domain.devices.memories.iter().filter(|module| module.model == Model::SgxEpc);
    let options = enclaves.enumerate().flat_map(|(at, module)| {
        let alias = module.place.alias.name.as_deref().unwrap_or_default();
        let node = module.target.node.map(|node| format!("sgx-epc.{at}.node={node}"));
        std::iter::once(format!("sgx-epc.{at}.memdev=mem{alias}")).chain(node)
    });
    options.collect()
}
