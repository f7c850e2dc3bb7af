//! virtio devices: on the bus that the board has for them.

use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::Devices;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::controller::Type as ControllerType;
use crate::xml::domain::device::disk::Bus as DiskBus;
use crate::xml::domain::device::hostdev::{Kind as HostdevKind, MdevModel};
use crate::xml::domain::device::input::Bus as InputBus;
use crate::xml::domain::device::memballoon::Model as BalloonModel;
use crate::xml::domain::device::memory::Model as MemoryModel;
use crate::xml::domain::device::video::Type as VideoType;

/// The places of all virtio devices that every board may have, in the order in which libvirt numbers them.
fn places(domain: &mut Domain) -> Vec<&mut Option<Address>> {
    all_places(&mut domain.devices, false)
}

/// With those that have channels on S390 only.
pub(super) fn channel_places(domain: &mut Domain) -> Vec<&mut Option<Address>> {
    all_places(&mut domain.devices, true)
}

fn all_places(devices: &mut Devices, channels: bool) -> Vec<&mut Option<Address>> {
    let virtio_card = |model: &Option<String>| model.as_deref().is_some_and(|model| model.starts_with("virtio"));
    let disks = devices.disks.iter_mut().filter(|disk| disk.target.bus == Some(DiskBus::Virtio));
    let mut places: Vec<_> = disks.map(|disk| &mut disk.place.location.address).collect();
    let cards = devices.interfaces.iter_mut().filter(|card| virtio_card(&card.model));
    places.extend(cards.map(|card| &mut card.location.address));
    let is_host = |kind: &HostdevKind| match kind {
        HostdevKind::ScsiHost(_) => true,
        HostdevKind::Mdev(mdev) => channels && mdev.model == MdevModel::VfioCcw,
        _ => false,
    };
    let hosts = devices.hostdevs.iter_mut().filter(|host| is_host(&host.kind));
    places.extend(hosts.map(|host| &mut host.location.address));
    let videos = devices.videos.iter_mut().filter(|video| video.model.kind == VideoType::Virtio);
    places.extend(videos.map(|video| &mut video.place.location.address));
    let kinds = [ControllerType::VirtioSerial, ControllerType::Scsi];
    let controllers = devices.controllers.iter_mut().filter(|controller| kinds.contains(&controller.kind));
    places.extend(controllers.map(|controller| &mut controller.location.address));
    let inputs = devices.inputs.iter_mut().filter(|input| input.bus == Some(InputBus::Virtio));
    places.extend(inputs.map(|input| &mut input.place.location.address));
    if channels {
        places.extend(devices.filesystems.iter_mut().map(|filesystem| &mut filesystem.place.location.address));
    }
    let balloon = devices.memballoon.iter_mut().filter(|balloon| balloon.model != BalloonModel::None);
    places.extend(balloon.map(|balloon| &mut balloon.place.location.address));
    places.extend(devices.rngs.iter_mut().map(|rng| &mut rng.place.location.address));
    let memories = devices.memories.iter_mut();
    let memories = memories.filter(|one| matches!(one.model, MemoryModel::VirtioPmem | MemoryModel::VirtioMem));
    places.extend(memories.map(|memory| &mut memory.place.location.address));
    if channels {
        places.extend(devices.vsock.iter_mut().map(|vsock| &mut vsock.place.location.address));
    }
    places
}

/// Boards of ARM and RISC-V have places that are no bus; they are taken where there is no PCI Express, or another device takes one.
pub(super) fn choose_bus(domain: &mut Domain, board: Board) {
    let has_pci = board == Board::ArmVirt || board == Board::RiscvVirt;
    if !has_pci && board != Board::Vexpress {
        return;
    }
    let mut places = places(domain);
    let memory_mapped = places.iter().any(|place| matches!(place, Some(Address::VirtioMmio(())))) || !has_pci;
    if memory_mapped {
        for place in places.iter_mut().filter(|place| place.is_none()) {
            **place = Some(Address::VirtioMmio(()));
        }
    }
}
