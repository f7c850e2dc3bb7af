//! Devices of the host that the guest has.

use super::address;
use super::line::{Line, Properties};
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::Rom;
use crate::xml::domain::device::hostdev::{GuestReset, Hostdev, Kind, MdevModel, Usb};
use crate::xml::{Fault, OnOff, YesNo};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for hostdev in &domain.devices.hostdevs {
        let mut device = match &hostdev.kind {
            Kind::Usb(usb) => of_usb(usb, hostdev),
            Kind::Pci(pci) => {
                let ramfb = pci.ramfb == Some(OnOff::On);
                let mut device = Properties::device(if ramfb { "vfio-pci-nohotplug" } else { "vfio-pci" });
                device.set("host", super::super::address::pci::text(&pci.address));
                device.maybe("id", hostdev.alias.name.clone());
                device.maybe("bootindex", hostdev.boot.as_ref().map(|boot| boot.order.0));
                device.maybe("display", pci.display.map(OnOff::word));
                device.maybe("ramfb", pci.ramfb.map(|state| state == OnOff::On));
                device.maybe("failover_pair_id", pci.teaming.as_ref().and_then(|team| team.persistent.clone()));
                device
            }
            Kind::Mdev(mdev) => {
                let mut device = Properties::device(match mdev.model {
                    MdevModel::VfioPci => "vfio-pci",
                    MdevModel::VfioCcw => "vfio-ccw",
                    MdevModel::VfioAp => "vfio-ap",
                });
                device.maybe("id", hostdev.alias.name.clone());
                device.set("sysfsdev", format!("/sys/bus/mdev/devices/{}", mdev.uuid));
                device.maybe("display", mdev.display.map(OnOff::word));
                device.maybe("ramfb", mdev.ramfb.map(|state| state == OnOff::On));
                device.maybe("bootindex", hostdev.boot.as_ref().map(|boot| boot.order.0));
                device
            }
            Kind::Scsi(_) | Kind::ScsiHost(_) | Kind::Storage(_) | Kind::Misc(_) | Kind::Net(_) => {
                use crate::xml::Variant;
                let text = format!("devices of the host of type '{}' are not given to QEMU", hostdev.kind.tag_word());
                return Err(Fault::unsupported(text));
            }
        };
        address::set(domain, &hostdev.location, &mut device)?;
        set_rom(hostdev.rom.as_ref(), &mut device);
        line.json("-device", device);
    }
    Ok(())
}

pub(super) fn set_rom(rom: Option<&Rom>, device: &mut Properties) {
    let Some(rom) = rom else { return };
    if rom.enabled == Some(YesNo::No) {
        device.set("romfile", "");
        return;
    }
    device.maybe("rombar", rom.bar.map(|bar| u32::from(bar == OnOff::On)));
    device.maybe("romfile", rom.file.clone());
}

fn of_usb(usb: &Usb, hostdev: &Hostdev) -> Properties {
    let mut device = Properties::device("usb-host");
    match &usb.address {
        Some(place) if hostdev.alias.name.is_some() => {
            device.set("hostdevice", format!("/dev/bus/usb/{:03}/{:03}", place.bus, place.device));
        }
        _ => {
            device.maybe("vendorid", usb.vendor.map(|vendor| vendor.0));
            device.maybe("productid", usb.product.map(|product| product.0));
        }
    }
    device.maybe("id", hostdev.alias.name.clone());
    let resets = match usb.guest_reset {
        Some(GuestReset::Off) => Some((false, None)),
        Some(GuestReset::Uninitialized) => Some((true, Some(false))),
        Some(GuestReset::On) => Some((true, Some(true))),
        None => None,
    };
    device.maybe("guest-reset", resets.map(|(reset, _)| reset));
    device.maybe("guest-resets-all", resets.and_then(|(_, all)| all));
    device.maybe("bootindex", hostdev.boot.as_ref().map(|boot| boot.order.0));
    device
}
