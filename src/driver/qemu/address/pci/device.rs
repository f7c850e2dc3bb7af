//! Which devices are on PCI, and which kind of plug each has.

use super::bus::{AUTOMATIC, DEVICE, EXPRESS, INTEGRATED, plug_of};
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::controller::{Controller, Type as ControllerType};
use crate::xml::domain::device::filesystem::DriverType;
use crate::xml::domain::device::{
    chardev, disk, filesystem, hostdev, input, interface, iommu, memballoon, memory, rng, sound, video, vsock, watchdog,
};

/// The order in which devices get places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    PciController,
    Filesystem,
    Interface,
    Sound,
    Controller,
    Disk,
    Hostdev,
    Memballoon,
    Rng,
    Watchdog,
    Video,
    Shmem,
    Input,
    Serial,
    Iommu,
    Vsock,
    Memory,
}

/// Devices that some boards have at a place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixture {
    FirstIde,
    FirstPiix3Usb,
    FirstSata,
    DmiBridge,
    FirstVideo,
    Ich9Sound,
}

/// A device that is, or will be, on PCI.
pub struct Plug<'a> {
    pub rank: Rank,
    /// Bits of `bus`.
    pub plug: u32,
    pub place: &'a mut Option<Address>,
    pub fixture: Option<Fixture>,
    /// Of a controller of ICH9: the number of the USB bus, and the function that it has in the slot of all.
    pub companion: Option<(u32, u64)>,
}

impl Plug<'_> {
    pub fn is_wanted(&self) -> bool {
        match &*self.place {
            None => true,
            Some(Address::Pci(pci)) => pci.address.is_empty(),
            Some(_) => false,
        }
    }
}

/// The plugs of a board's devices.
#[derive(Clone, Copy, Debug)]
pub struct Plugs {
    conventional: u32,
    express: u32,
    virtio: u32,
}

impl Plugs {
    pub fn new(has_express: bool) -> Self {
        let conventional = DEVICE | AUTOMATIC;
        let express = if has_express { EXPRESS | AUTOMATIC } else { conventional };
        Self { conventional, express, virtio: express }
    }

    /// Transitional devices have legacy I/O ports, which PCI Express has not.
    fn of_virtio(self, transitional: bool) -> u32 {
        if transitional { self.conventional } else { self.virtio }
    }

    /// All devices that may be on PCI, in the order in which libvirt looks at them.
    pub fn of(self, domain: &mut Domain) -> Vec<Plug<'_>> {
        let devices = &mut domain.devices;
        let mut all: Vec<Plug> = Vec::new();
        let mut add = |rank, plug, place| {
            if plug != 0 {
                all.push(Plug { rank, plug, place, fixture: None, companion: None });
            }
        };
        for disk in &mut devices.disks {
            let on_pci = disk.target.bus == Some(disk::Bus::Virtio);
            let plug = self.of_virtio(disk.model == Some(disk::Model::Transitional));
            add(Rank::Disk, if on_pci { plug } else { 0 }, &mut disk.place.location.address);
        }
        for card in &mut devices.interfaces {
            let hostdev = matches!(card.kind, interface::Kind::Hostdev(_));
            let plug = match card.model.as_deref() {
                _ if hostdev => self.express,
                Some("usb-net" | "spapr-vlan" | "lan9118" | "smc91c111") => 0,
                Some("virtio" | "virtio-non-transitional") => self.virtio,
                None | Some("e1000e") => self.express,
                Some(_) => self.conventional,
            };
            let rank = if hostdev { Rank::Hostdev } else { Rank::Interface };
            add(rank, plug, &mut card.location.address);
        }
        for host in &mut devices.hostdevs {
            let plug = match &host.kind {
                _ if host.mode != hostdev::Mode::Subsystem => 0,
                hostdev::Kind::Pci(_) => self.express,
                hostdev::Kind::ScsiHost(host) => self.of_virtio(host.model == Some(hostdev::VhostModel::Transitional)),
                hostdev::Kind::Mdev(mdev) if mdev.model == hostdev::MdevModel::VfioPci => self.express,
                hostdev::Kind::Mdev(_) | hostdev::Kind::Usb(_) | hostdev::Kind::Scsi(_) => 0,
                hostdev::Kind::Storage(_) | hostdev::Kind::Misc(_) | hostdev::Kind::Net(_) => 0,
            };
            add(Rank::Hostdev, plug, &mut host.location.address);
        }
        let before =
            devices.videos.first().map(|first| !matches!(first.model.kind, video::Type::None | video::Type::Ramfb));
        let videos = all.len();
        for one in &mut devices.videos {
            let plug = self.of_video(one.model.kind);
            if plug != 0 {
                let place = &mut one.place.location.address;
                all.push(Plug { rank: Rank::Video, plug, place, fixture: None, companion: None });
            }
        }
        if let (Some(true), Some(first)) = (before, all.get_mut(videos)) {
            first.fixture = Some(Fixture::FirstVideo);
        }
        for sound in &mut devices.sounds {
            let plug = match sound.model {
                sound::Model::Es1370 | sound::Model::Ac97 | sound::Model::Ich6 | sound::Model::Ich9 => {
                    self.conventional
                }
                sound::Model::Virtio => self.virtio,
                sound::Model::Sb16 | sound::Model::Pcspk | sound::Model::Usb | sound::Model::Ich7 => 0,
            };
            if plug != 0 {
                let fixture = (sound.model == sound::Model::Ich9).then_some(Fixture::Ich9Sound);
                let place = &mut sound.place.location.address;
                all.push(Plug { rank: Rank::Sound, plug, place, fixture, companion: None });
            }
        }
        all.extend(devices.controllers.iter_mut().filter_map(|controller| self.of_controller(controller)));
        let mut add = |rank, plug, place| {
            if plug != 0 {
                all.push(Plug { rank, plug, place, fixture: None, companion: None });
            }
        };
        for serial in &mut devices.serials {
            let on_pci = serial.target.kind == Some(chardev::SerialType::PciSerial);
            add(Rank::Serial, if on_pci { self.conventional } else { 0 }, &mut serial.place.location.address);
        }
        for input in &mut devices.inputs {
            let on_pci = input.bus == Some(input::Bus::Virtio);
            let plug = self.of_virtio(input.model == Some(input::Model::Transitional));
            add(Rank::Input, if on_pci { plug } else { 0 }, &mut input.place.location.address);
        }
        for one in &mut devices.filesystems {
            let plug = match one.driver.kind {
                DriverType::Default | DriverType::Path | DriverType::Handle => {
                    self.of_virtio(one.model == Some(filesystem::Model::Transitional))
                }
                DriverType::Virtiofs => self.virtio,
                DriverType::Loop | DriverType::Nbd | DriverType::Ploop | DriverType::Mtp => 0,
            };
            add(Rank::Filesystem, plug, &mut one.place.location.address);
        }
        for one in &mut devices.watchdogs {
            let on_pci = one.model == watchdog::Model::I6300esb;
            add(Rank::Watchdog, if on_pci { self.conventional } else { 0 }, &mut one.place.location.address);
        }
        if let Some(balloon) = &mut devices.memballoon {
            let plug = match balloon.model {
                memballoon::Model::Virtio | memballoon::Model::NonTransitional => self.virtio,
                memballoon::Model::Transitional => self.conventional,
                memballoon::Model::Xen | memballoon::Model::None => 0,
            };
            add(Rank::Memballoon, plug, &mut balloon.place.location.address);
        }
        for one in &mut devices.rngs {
            let plug = self.of_virtio(one.model == rng::Model::Transitional);
            add(Rank::Rng, plug, &mut one.place.location.address);
        }
        for shmem in &mut devices.shmems {
            add(Rank::Shmem, self.conventional, &mut shmem.place.location.address);
        }
        for module in &mut devices.memories {
            let on_pci = matches!(module.model, memory::Model::VirtioPmem | memory::Model::VirtioMem);
            add(Rank::Memory, if on_pci { self.virtio } else { 0 }, &mut module.place.location.address);
        }
        for one in &mut devices.iommus {
            let on_pci = one.model == iommu::Model::Virtio;
            add(Rank::Iommu, if on_pci { self.virtio | INTEGRATED } else { 0 }, &mut one.place.location.address);
        }
        if let Some(one) = &mut devices.vsock {
            let plug = self.of_virtio(one.model == Some(vsock::Model::Transitional));
            add(Rank::Vsock, plug, &mut one.place.location.address);
        }
        all
    }

    fn of_video(self, kind: video::Type) -> u32 {
        match kind {
            video::Type::Virtio => self.virtio,
            video::Type::Bochs => self.express,
            video::Type::Vga | video::Type::Cirrus | video::Type::Vmvga | video::Type::Xen => self.conventional,
            video::Type::Vbox | video::Type::Qxl | video::Type::Parallels => self.conventional,
            video::Type::Default | video::Type::Gop | video::Type::None | video::Type::Ramfb => 0,
        }
    }

    fn of_controller(self, controller: &mut Controller) -> Option<Plug<'_>> {
        let model = controller.model.as_deref().unwrap_or_default();
        let first = controller.index == Some(0);
        let (rank, plug, fixture) = match controller.kind {
            ControllerType::Pci => {
                (Rank::PciController, plug_of(model), (model == "dmi-to-pci-bridge").then_some(Fixture::DmiBridge))
            }
            ControllerType::Sata => (Rank::Controller, self.conventional, first.then_some(Fixture::FirstSata)),
            ControllerType::Ide => (Rank::Controller, self.conventional, first.then_some(Fixture::FirstIde)),
            ControllerType::Usb => {
                let plug = match model {
                    "none" | "qusb1" | "qusb2" => 0,
                    "nec-xhci" | "qemu-xhci" => self.express,
                    _ => self.conventional,
                };
                let soldered = first && matches!(model, "" | "piix3-uhci");
                (Rank::Controller, plug, soldered.then_some(Fixture::FirstPiix3Usb))
            }
            ControllerType::Scsi => {
                let plug = match model {
                    "" | "ncr53c90" | "ibmvscsi" => 0,
                    "virtio-scsi" | "virtio-non-transitional" => self.virtio,
                    _ => self.conventional,
                };
                (Rank::Controller, plug, None)
            }
            ControllerType::VirtioSerial => (Rank::Controller, self.of_virtio(model == "virtio-transitional"), None),
            ControllerType::Nvme => (Rank::Controller, self.express, None),
            ControllerType::Fdc | ControllerType::Ccid | ControllerType::Xenbus | ControllerType::Isa => return None,
        };
        let function = match model {
            "ich9-ehci1" => Some(7),
            "ich9-uhci1" => Some(0),
            "ich9-uhci2" => Some(1),
            "ich9-uhci3" => Some(2),
            _ => None,
        };
        let companion = function.zip(controller.index).map(|(function, index)| (index, function));
        (plug != 0).then_some(Plug { rank, plug, place: &mut controller.location.address, fixture, companion })
    }
}
