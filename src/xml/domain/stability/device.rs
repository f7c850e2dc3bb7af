//! Devices: as many of each kind as there were; disks, network cards and controllers one by one.

use super::{differ, same};
use crate::xml::Fault;
use crate::xml::domain::device::Devices;
use crate::xml::domain::device::controller::Controller;
use crate::xml::domain::device::disk::Disk;
use crate::xml::domain::device::interface::Interface;

impl Devices {
    pub(super) fn check_stability(&self, source: &Self) -> Result<(), Fault> {
        same("domain disk count", self.disks.len(), source.disks.len())?;
        pairs(&self.disks, &source.disks, check_disk)?;
        same("domain controller count", self.controllers.len(), source.controllers.len())?;
        pairs(&self.controllers, &source.controllers, check_controller)?;
        same("domain filesystem count", self.filesystems.len(), source.filesystems.len())?;
        same("domain net card count", self.interfaces.len(), source.interfaces.len())?;
        pairs(&self.interfaces, &source.interfaces, check_interface)?;
        for (what, target, source) in [
            ("input device", self.inputs.len(), source.inputs.len()),
            ("sound card", self.sounds.len(), source.sounds.len()),
            ("video card", self.videos.len(), source.videos.len()),
            ("host device", self.hostdevs.len(), source.hostdevs.len()),
            ("smartcard", self.smartcards.len(), source.smartcards.len()),
            ("serial port", self.serials.len(), source.serials.len()),
            ("parallel port", self.parallels.len(), source.parallels.len()),
            ("channel", self.channels.len(), source.channels.len()),
            ("console", self.consoles.len(), source.consoles.len()),
            ("hub device", self.hubs.len(), source.hubs.len()),
            ("redirected devices", self.redirdevs.len(), source.redirdevs.len()),
            ("watchdog", self.watchdogs.len(), source.watchdogs.len()),
            ("memory balloon", usize::from(self.memballoon.is_some()), usize::from(source.memballoon.is_some())),
            ("RNG device", self.rngs.len(), source.rngs.len()),
            ("NVRAM device", usize::from(self.nvram.is_some()), usize::from(source.nvram.is_some())),
            ("panic device", self.panics.len(), source.panics.len()),
            ("shared memory device", self.shmems.len(), source.shmems.len()),
            ("TPM device", self.tpms.len(), source.tpms.len()),
            ("memory device", self.memories.len(), source.memories.len()),
            ("crypto device", self.cryptos.len(), source.cryptos.len()),
            ("pstore device", usize::from(self.pstore.is_some()), usize::from(source.pstore.is_some())),
        ] {
            same(&format!("domain {what} count"), target, source)?;
        }
        if self.iommus.len() != source.iommus.len() {
            return differ("Target domain IOMMU device count does not match source");
        }
        if self.vsock.is_some() != source.vsock.is_some() {
            return differ("Target domain vsock device count does not match source");
        }
        Ok(())
    }
}

fn pairs<T>(target: &[T], source: &[T], check: fn(&T, &T) -> Result<(), Fault>) -> Result<(), Fault> {
    target.iter().zip(source).try_for_each(|(target, source)| check(target, source))
}

fn check_disk(target: &Disk, source: &Disk) -> Result<(), Fault> {
    same("disk device", target.device.word(), source.device.word())?;
    let bus = |disk: &Disk| disk.target.bus.map_or("", |bus| bus.word());
    same("disk bus", bus(target), bus(source))?;
    same("disk", target.name(), source.name())?;
    let text = |text: &Option<Box<String>>| text.as_ref().map_or("<null>".to_owned(), |text| text.to_string());
    same("disk serial", text(&target.serial), text(&source.serial))?;
    if target.wwn != source.wwn {
        let (target, source) = (text(&target.wwn), text(&source.wwn));
        return Err(Fault::unsupported(format!("Target disk wwn '{target}' does not match source '{source}'")));
    }
    if target.readonly != source.readonly || target.shareable != source.shareable {
        return differ("Target disk access mode does not match source");
    }
    Ok(())
}

fn check_controller(target: &Controller, source: &Controller) -> Result<(), Fault> {
    same("controller type", target.kind.word(), source.kind.word())?;
    same("controller index", target.index.unwrap_or(0), source.index.unwrap_or(0))?;
    let model = |controller: &Controller| controller.model.clone().unwrap_or_else(|| "unknown".to_owned());
    same("controller model", model(target), model(source))
}

fn check_interface(target: &Interface, source: &Interface) -> Result<(), Fault> {
    if let (Some(target), Some(source)) = (target.mac.address, source.mac.address) {
        same("network card mac", target, source)?;
    }
    let model = |interface: &Interface| interface.model.clone().unwrap_or_else(|| "unknown".to_owned());
    same("network card model", model(target), model(source))
}
