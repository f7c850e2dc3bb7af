//! Names of devices, as they are called on QEMU's command line and in its monitor. A user's own names stay.

use super::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Alias};
use crate::xml::domain::device::controller::{Controller, Type};
use crate::xml::domain::device::disk::{Bus, Disk};
use crate::xml::domain::device::memory::Model as MemoryModel;
use crate::xml::domain::postparse::bus_and_index;

/// Names every device that has no name.
pub fn assign(domain: &mut Domain) {
    let board = Board::of(domain);
    let devices = &mut domain.devices;
    let controllers = devices.controllers.clone();
    for (at, disk) in devices.disks.iter_mut().enumerate() {
        let name = of_disk(disk, at, &controllers);
        set(&mut disk.place.alias, name);
    }
    for controller in &mut devices.controllers {
        let name = of_controller(controller, board);
        // What is soldered to the board has QEMU's name for it, whatever the user calls it.
        match name.as_str() {
            "pcie.0" | "ide" => controller.alias.name = Some(name),
            _ => set(&mut controller.alias, name),
        }
    }
    number(devices.interfaces.iter_mut().map(|one| &mut one.alias), "net");
    number(devices.filesystems.iter_mut().map(|one| &mut one.place.alias), "fs");
    number(devices.sounds.iter_mut().map(|one| &mut one.place.alias), "sound");
    number(devices.hostdevs.iter_mut().map(|one| &mut one.alias), "hostdev");
    number(devices.redirdevs.iter_mut().map(|one| &mut one.place.alias), "redir");
    number(devices.videos.iter_mut().map(|one| &mut one.place.alias), "video");
    number(devices.serials.iter_mut().map(|one| &mut one.place.alias), "serial");
    number(devices.parallels.iter_mut().map(|one| &mut one.place.alias), "parallel");
    number(devices.channels.iter_mut().map(|one| &mut one.place.alias), "channel");
    number(devices.consoles.iter_mut().map(|one| &mut one.place.alias), "console");
    number(devices.hubs.iter_mut().map(|one| &mut one.place.alias), "hub");
    number(devices.inputs.iter_mut().map(|one| &mut one.place.alias), "input");
    number(devices.shmems.iter_mut().map(|one| &mut one.place.alias), "shmem");
    number(devices.smartcards.iter_mut().map(|one| &mut one.place.alias), "smartcard");
    number(devices.watchdogs.iter_mut().map(|one| &mut one.place.alias), "watchdog");
    number(devices.memballoon.iter_mut().map(|one| &mut one.place.alias), "balloon");
    number(devices.rngs.iter_mut().map(|one| &mut one.place.alias), "rng");
    number(devices.tpms.iter_mut().map(|one| &mut one.place.alias), "tpm");
    number(devices.panics.iter_mut().map(|one| &mut one.place.alias), "panic");
    number(devices.vsock.iter_mut().map(|one| &mut one.place.alias), "vsock");
    number(devices.iommus.iter_mut().map(|one| &mut one.place.alias), "iommu");
    number(devices.cryptos.iter_mut().map(|one| &mut one.place.alias), "crypto");
    number(devices.pstore.iter_mut().map(|one| &mut one.place.alias), "pstore");
    let mut modules = std::collections::HashMap::new();
    for module in &mut devices.memories {
        let kind = match module.model {
            MemoryModel::Dimm => "dimm",
            MemoryModel::Nvdimm => "nvdimm",
            MemoryModel::VirtioPmem => "virtiopmem",
            MemoryModel::VirtioMem => "virtiomem",
            MemoryModel::SgxEpc => "epc",
        };
        let count: &mut u32 = modules.entry(kind).or_default();
        set(&mut module.place.alias, format!("{kind}{count}"));
        *count += 1;
    }
}

fn set(alias: &mut Alias, name: String) {
    alias.name.get_or_insert(name);
}

fn number<'a>(aliases: impl Iterator<Item = &'a mut Alias>, kind: &str) {
    for (at, alias) in aliases.enumerate() {
        set(alias, format!("{kind}{at}"));
    }
}

fn of_disk(disk: &Disk, at: usize, controllers: &[Controller]) -> String {
    let bus = disk.target.bus.unwrap_or_default();
    let index = bus_and_index(disk.target()).map_or(at as u32, |(_, index)| index);
    let Some(Address::Drive(drive)) = &disk.place.location.address else {
        return match bus {
            Bus::Virtio => format!("virtio-disk{index}"),
            Bus::Usb => format!("usb-disk{index}"),
            bus => format!("{}-disk{index}", bus.word()),
        };
    };
    let (controller, word) = (drive.controller, bus.word());
    let lsi = controllers
        .iter()
        .any(|one| one.kind == Type::Scsi && one.index == Some(controller) && one.model.as_deref() == Some("lsilogic"));
    match bus {
        Bus::Scsi if !lsi => format!("{word}{controller}-{}-{}-{}", drive.bus, drive.target, drive.unit),
        _ => format!("{word}{controller}-{}-{}", drive.bus, drive.unit),
    }
}

fn of_controller(controller: &Controller, board: Board) -> String {
    let index = controller.index.unwrap_or(0);
    match (controller.kind, index) {
        (Type::Pci, 0) if controller.model.as_deref() == Some("pcie-root") => "pcie.0".to_owned(),
        (Type::Pci, _) => format!("pci.{index}"),
        (Type::Ide, 0) if board == Board::I440fx => "ide".to_owned(),
        (Type::Sata, 0) if board == Board::Q35 => "ide".to_owned(),
        (Type::Usb, 0) => "usb".to_owned(),
        (kind, index) => format!("{}{index}", kind.word()),
    }
}
