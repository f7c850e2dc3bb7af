//! Devices of the host, folders, memory modules and the small devices.

use std::collections::HashSet;

use crate::types::*;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::common::ip::Family;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Ccid, Drive};
use crate::xml::domain::device::disk::Bus as DiskBus;
use crate::xml::domain::device::filesystem::{AccessMode, Source};
use crate::xml::domain::device::hostdev::{Hostdev, Kind, ScsiProtocol};
use crate::xml::domain::device::rng::Backend;
use crate::xml::domain::device::{memory, shmem};
use crate::xml::domain::postparse::disk::complete_iscsi;

impl Domain {
    pub(super) fn complete_hostdevs(&mut self) -> Result<(), Fault> {
        let mut free = self.free_scsi_places().into_iter();
        for hostdev in &mut self.devices.hostdevs {
            let address = match hostdev.kind {
                Kind::Scsi(_) if hostdev.location.address.is_none() => free.next(),
                _ => None,
            };
            if let Kind::Scsi(scsi) = &mut hostdev.kind
                && let (Some(ScsiProtocol::Iscsi), Some(name)) = (scsi.protocol, &mut scsi.name)
            {
                complete_iscsi(name);
            }
            if let Kind::Net(net) = &mut hostdev.kind {
                for ip in &mut net.ips {
                    ip.family = ip.family.or(ip.address.map(Family::of));
                }
            }
            if let Some(drive) = address {
                hostdev.location.address = Some(Address::Drive(drive));
            }
        }
        Ok(())
    }

    /// As many places on a SCSI bus where neither a disk nor a device of the host is as are needed.
    fn free_scsi_places(&self) -> Vec<Drive> {
        let placeless =
            |hostdev: &&Hostdev| matches!(hostdev.kind, Kind::Scsi(_)) && hostdev.location.address.is_none();
        let needed = self.devices.hostdevs.iter().filter(placeless).count();
        let disks = self.devices.disks.iter().filter(|disk| disk.target.bus == Some(DiskBus::Scsi));
        let disks = disks.map(|disk| &disk.place.location.address);
        let hostdevs = self.devices.hostdevs.iter().filter(|hostdev| matches!(hostdev.kind, Kind::Scsi(_)));
        let hostdevs = hostdevs.map(|hostdev| &hostdev.location.address);
        let used: HashSet<&Drive> = disks
            .chain(hostdevs)
            .filter_map(|address| match address {
                Some(Address::Drive(drive)) => Some(drive),
                _ => None,
            })
            .collect();
        let places = (0..).flat_map(|controller| (0..7).map(move |unit| Drive { controller, bus: 0, target: 0, unit }));
        places.take(7 * 1024).filter(|place| !used.contains(place)).take(needed).collect()
    }

    pub(super) fn complete_filesystems(&mut self) {
        for filesystem in &mut self.devices.filesystems {
            let by_socket = matches!(&filesystem.source, Source::Mount(mount) if mount.socket.is_some());
            if !by_socket {
                filesystem.access_mode.get_or_insert(AccessMode::Passthrough);
            }
        }
    }

    pub(super) fn complete_other_devices(&mut self) -> Result<(), Fault> {
        for rng in &mut self.devices.rngs {
            if let Backend::Random(random) = &mut rng.backend {
                random.path.get_or_insert_with(|| "/dev/random".to_owned());
            }
        }
        if let Some(vsock) = &mut self.devices.vsock {
            let given = vsock.cid.address != 0;
            vsock.cid.auto.get_or_insert(YesNo::from(!given));
        }
        for shmem in &mut self.devices.shmems {
            if shmem.model == shmem::Model::Ivshmem {
                shmem.role = shmem::Role::Default;
            }
        }
        for memory in &mut self.devices.memories {
            if memory.model == memory::Model::VirtioPmem && memory.access == memory::Access::Default {
                memory.access = memory::Access::Shared;
            }
            if memory.target.requested.is_some() {
                memory.target.current.get_or_insert_default();
            }
        }
        for audio in &mut self.devices.audios {
            audio.keep_own();
        }
        self.complete_smartcards();
        self.check_number_of_devices()
    }

    /// Readers without a place get the ones behind those that are taken.
    fn complete_smartcards(&mut self) {
        let slot = |address: &Option<Address>| match address {
            Some(Address::Ccid(ccid)) if ccid.controller == 0 => Some(ccid.slot),
            _ => None,
        };
        let cards = &mut self.devices.smartcards;
        let taken = cards.iter().filter_map(|card| slot(&card.place.location.address)).max();
        let free = cards.iter_mut().filter(|card| card.place.location.address.is_none());
        for (slot, card) in (taken.map_or(0, |slot| slot + 1)..).zip(free) {
            card.place.location.address = Some(Address::Ccid(Ccid { controller: 0, slot }));
        }
    }

    fn check_number_of_devices(&self) -> Result<(), Fault> {
        if self.devices.watchdogs.len() > 1 {
            return Err(Fault::new(VIR_ERR_XML_ERROR, "only a single watchdog device is supported"));
        }
        Ok(())
    }
}
