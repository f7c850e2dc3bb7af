//! Memory modules that are plugged in, and huge pages.

use super::{Whole, each, refuse};
use crate::driver::qemu::capabilities::Emulator;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::memory::{Memory, Model};
use crate::xml::domain::memory::{Allocation, MemoryAccess, MemorySource};
use crate::xml::{Fault, Variant};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let modules = &whole.domain.devices.memories;
    check_plugging(whole)?;
    each("memory", modules, |module| check_kind(module, whole.emulator))?;
    check_hugepages(whole)
}

/// Memory that is plugged in needs room, slots, and nodes to belong to.
fn check_plugging(whole: Whole) -> Result<(), Fault> {
    let domain = whole.domain;
    let modules = &domain.devices.memories;
    // What a guest keeps secrets in is a part of its memory from the start.
    let plugged = modules.iter().filter(|module| module.model != Model::SgxEpc || whole.as_9_0);
    let Some(most) = &domain.max_memory else {
        return refuse(plugged.count() > 0, || {
            let text = "cannot use/hotplug a memory device when domain 'maxMemory' is not defined";
            Fault::unsupported(text).at("/domain/devices/memory").expecting("add <maxMemory slots='…'>")
        });
    };
    refuse(!whole.board.is_ppc64() && whole.cells() == 0, || {
        let text = "At least one numa node has to be configured when enabling memory hotplug";
        let hint = "add <numa><cell id='0' cpus='0' memory='…'/></numa> to <cpu>, or leave <maxMemory> out";
        Fault::unsupported(text).at("/domain/maxMemory").expecting(hint)
    })?;
    let (count, slots) = (plugged.count(), most.slots);
    refuse(count > slots as usize, || {
        let text = format!("memory device count '{count}' exceeds slots count '{slots}'");
        Fault::unsupported(text).at("/domain/maxMemory/@slots").expecting(format!("expected {count} or more"))
    })?;
    each("memory", modules, |module| check_place(whole, module))?;
    let together: u64 = modules.iter().map(|module| module.target.size.kib).sum();
    let initial = domain.memory.size.kib.saturating_sub(together);
    let room = most.size.kib.saturating_sub(initial);
    refuse(together > room, || {
        let hint = format!("they are {together} KiB, and <maxMemory> leaves {room}");
        Fault::unsupported("memory device total size exceeds hotplug space").at("/domain/maxMemory").expecting(hint)
    })
}

fn check_place(whole: Whole, module: &Memory) -> Result<(), Fault> {
    let address = module.place.location.address.as_ref();
    let (what, needs_node, fits) = match module.model {
        Model::Dimm | Model::Nvdimm => ("pc-dimm", true, matches!(address, None | Some(Address::Dimm(_)))),
        Model::VirtioPmem => ("virtio-pmem", false, matches!(address, None | Some(Address::Pci(_) | Address::Ccw(_)))),
        Model::VirtioMem => ("virtio-mem", true, matches!(address, None | Some(Address::Pci(_) | Address::Ccw(_)))),
        Model::SgxEpc => return Ok(()),
    };
    refuse(!fits, || {
        let kind = if what == "pc-dimm" { "dimm" } else { "pci" };
        let text = format!("only '{kind}' addresses are supported for the {what} device");
        let given = address.map_or("", Address::tag_word);
        Fault::unsupported(text).at("address/@type").expecting(format!("not '{given}'"))
    })?;
    refuse(needs_node && whole.cells() > 0 && module.target.node.is_none(), || {
        let text = "target NUMA node needs to be specified for memory device";
        Fault::unsupported(text).at("target").expecting("add <node>0</node>")
    })
}

fn check_kind(module: &Memory, emulator: &Emulator) -> Result<(), Fault> {
    let (kind, text) = match module.model {
        Model::Dimm => ("pc-dimm", "memory hotplug isn't supported by this QEMU binary"),
        Model::Nvdimm => ("nvdimm", "nvdimm isn't supported by this QEMU binary"),
        Model::VirtioPmem => ("virtio-pmem-pci", "virtio-pmem isn't supported by this QEMU binary"),
        Model::VirtioMem => ("virtio-mem-pci", "virtio-mem isn't supported by this QEMU binary"),
        Model::SgxEpc => ("sgx-epc", "sgx epc isn't supported by this QEMU binary"),
    };
    refuse(!emulator.has_type(kind), || Fault::unsupported(text).at("@model"))
}

fn check_hugepages(whole: Whole) -> Result<(), Fault> {
    let backing = &whole.domain.memory_backing;
    let Some(pages) = backing.hugepages.as_ref().filter(|pages| !pages.pages.is_empty()) else { return Ok(()) };
    let fault = |text: &str| Fault::unsupported(text).at("/domain/memoryBacking/hugepages");
    refuse(backing.allocation == Allocation::Ondemand, || {
        fault("hugepages are not allowed with memory allocation ondemand")
    })?;
    refuse(backing.source == MemorySource::Anonymous, || {
        fault("hugepages are not allowed with anonymous memory source")
    })?;
    let ram_id = whole.emulator.machine(whole.machine).and_then(|machine| machine.default_ram_id.as_ref());
    let of_system = pages.pages.first().is_some_and(|page| page.size.kib == page_kib());
    let private = matches!(backing.access, MemoryAccess::Default | MemoryAccess::Private);
    refuse(ram_id.is_none() && !of_system && whole.cells() == 0 && !private, || {
        let access = backing.access.word();
        fault(&format!("memory access mode '{access}' not supported without guest numa node"))
    })
}

/// Of ordinary pages.
fn page_kib() -> u64 {
    crate::sys::page_size() as u64 / 1024
}
