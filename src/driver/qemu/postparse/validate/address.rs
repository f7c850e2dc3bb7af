//! `<address>` of any device: what only some machines have, or QEMU has one of.

use super::{Whole, each, refuse};
use crate::driver::qemu::address::pci::LAST_UID;
use crate::driver::qemu::board::Board;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Drive, Location, Zpci};
use crate::xml::domain::device::controller::Type as ControllerType;
use crate::xml::domain::device::disk::Bus;
use crate::xml::domain::device::hostdev::Kind as HostdevKind;
use crate::xml::{Fault, Variant};

/// The last register of a pSeries' virtual devices.
const LAST_REGISTER: u64 = 0xffff_ffff;

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    let devices = &whole.domain.devices;
    for disk in &devices.disks {
        let path = super::disk::path(disk);
        check_location(whole, &disk.place.location).map_err(|fault| fault.within(&path))?;
        if let Some(Address::Drive(drive)) = &disk.place.location.address {
            check_drive(drive, disk.target.bus, whole.domain).map_err(|fault| fault.within(&path))?;
        }
    }
    for controller in &devices.controllers {
        check_location(whole, &controller.location)
            .map_err(|fault| fault.within(&super::controller::path(controller)))?;
    }
    each("interface", &devices.interfaces, |card| {
        check_location(whole, &card.location)?;
        check_rom(&card.location, card.rom.is_some())
    })?;
    each("hostdev", &devices.hostdevs, |host| {
        check_location(whole, &host.location)?;
        check_rom(&host.location, host.rom.is_some())?;
        if let (HostdevKind::Scsi(_), Some(Address::Drive(drive))) = (&host.kind, &host.location.address) {
            check_drive(drive, Some(Bus::Scsi), whole.domain)?;
        }
        Ok(())
    })?;
    each("filesystem", &devices.filesystems, |one| check_location(whole, &one.place.location))?;
    each("serial", &devices.serials, |one| check_location(whole, &one.place.location))?;
    each("channel", &devices.channels, |one| check_location(whole, &one.place.location))?;
    each("console", &devices.consoles, |one| check_location(whole, &one.place.location))?;
    each("input", &devices.inputs, |one| check_location(whole, &one.place.location))?;
    each("tpm", &devices.tpms, |one| check_location(whole, &one.place.location))?;
    each("sound", &devices.sounds, |one| check_location(whole, &one.place.location))?;
    each("video", &devices.videos, |one| check_location(whole, &one.place.location))?;
    each("redirdev", &devices.redirdevs, |one| check_location(whole, &one.place.location))?;
    each("watchdog", &devices.watchdogs, |one| check_location(whole, &one.place.location))?;
    each("rng", &devices.rngs, |one| check_location(whole, &one.place.location))?;
    each("panic", &devices.panics, |one| check_location(whole, &one.place.location))?;
    each("shmem", &devices.shmems, |one| check_location(whole, &one.place.location))?;
    each("memory", &devices.memories, |one| check_location(whole, &one.place.location))?;
    let alone = [
        ("memballoon", devices.memballoon.as_ref().map(|one| &one.place.location)),
        ("nvram", devices.nvram.as_ref().map(|one| &one.place.location)),
        ("vsock", devices.vsock.as_ref().map(|one| &one.place.location)),
    ];
    alone.into_iter().try_for_each(|(name, location)| match location {
        Some(location) => {
            check_location(whole, location).map_err(|fault| fault.within(&format!("/domain/devices/{name}")))
        }
        None => Ok(()),
    })
}

fn check_location(whole: Whole, location: &Location) -> Result<(), Fault> {
    let address = location.address.as_ref();
    if let Some(Address::Pci(pci)) = address
        && let Some(zpci) = pci.zpci.as_ref().filter(|zpci| zpci.is_given())
    {
        check_zpci(whole, zpci)?;
    }
    if let Some(Address::SpaprVio(vio)) = address
        && let Some(reg) = vio.reg.filter(|reg| reg.0 > LAST_REGISTER)
    {
        let text = format!("spapr-vio reg='0x{:x}' exceeds maximum possible value ({LAST_REGISTER:#x})", reg.0);
        return Err(Fault::unsupported(text).at("address/@reg"));
    }
    refuse(matches!(address, Some(Address::Ccw(_))) && whole.board != Board::S390, || {
        let text = format!("cannot use CCW address type for device '<null>' using machine type '{}'", whole.machine);
        Fault::unsupported(text).at("address/@type").expecting("leave the address out")
    })?;
    let fits = matches!(address, None | Some(Address::Pci(_)));
    refuse(location.acpi_index > 0 && !fits, || {
        Fault::unsupported("ACPI index is only supported for PCI devices").at("acpi/@index")
    })
}

fn check_zpci(whole: Whole, zpci: &Zpci) -> Result<(), Fault> {
    refuse(!whole.has("zpci"), || {
        let fault = Fault::unsupported("This QEMU binary doesn't support zPCI");
        fault.at("address/zpci").expecting("leave it out; machines of s390x have it")
    })?;
    let uid = zpci.uid.map_or(1, |uid| uid.0);
    refuse(uid == 0 || uid > LAST_UID, || {
        let text = format!("Invalid PCI address uid='0x{uid:04x}', must be > 0x0000 and <= 0x{LAST_UID:04x}");
        Fault::xml(text).at("address/zpci/@uid")
    })
}

fn check_rom(location: &Location, has_rom: bool) -> Result<(), Fault> {
    let fits = matches!(location.address, None | Some(Address::Pci(_) | Address::Unassigned(())));
    refuse(has_rom && !fits, || {
        let kind = location.address.as_ref().map_or("", Address::tag_word);
        let fault = Fault::unsupported("ROM tuning is only supported for PCI devices");
        fault.at("rom").expecting(format!("the device is on '{kind}'"))
    })
}

fn check_drive(drive: &Drive, bus: Option<Bus>, domain: &Domain) -> Result<(), Fault> {
    let one = |wrong: bool, attribute: &str, fault: Fault| {
        refuse(wrong, || fault.at(format!("address/@{attribute}")).expecting("expected 0"))
    };
    match bus {
        Some(Bus::Scsi) => {
            one(drive.bus != 0, "bus", Fault::internal("SCSI controller only supports 1 bus"))?;
            let lsi = domain.devices.controllers.iter().any(|controller| {
                controller.kind == ControllerType::Scsi
                    && controller.index == Some(drive.controller)
                    && controller.model.as_deref() == Some("lsilogic")
            });
            let text = "target must be 0 for controller model 'lsilogic'";
            one(lsi && drive.target != 0, "target", Fault::unsupported(text))
        }
        Some(Bus::Ide) => {
            one(drive.controller != 0, "controller", Fault::internal("Only 1 IDE controller is supported"))?;
            one(drive.target != 0, "target", Fault::unsupported("target must be 0 for ide controller"))
        }
        Some(Bus::Fdc) => {
            one(drive.controller != 0, "controller", Fault::internal("Only 1 fdc controller is supported"))?;
            one(drive.bus != 0, "bus", Fault::internal("Only 1 fdc bus is supported"))?;
            one(drive.target != 0, "target", Fault::unsupported("target must be 0 for controller fdc"))
        }
        Some(Bus::Sata) => {
            one(drive.bus != 0, "bus", Fault::unsupported("bus must be 0 for sata controller"))?;
            one(drive.target != 0, "target", Fault::unsupported("target must be 0 for sata controller"))
        }
        Some(Bus::Virtio | Bus::Xen | Bus::Usb | Bus::Uml | Bus::Sd | Bus::Nvme) | None => Ok(()),
    }
}
