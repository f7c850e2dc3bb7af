//! `bus`, `addr` and their like: where a device is plugged in.

use super::line::Properties;
use crate::xml::domain::Domain;
use crate::xml::domain::device::address::{Address, Location, Usb};
use crate::xml::domain::device::controller::Type;
use crate::xml::{Fault, OnOff};

/// The name of a controller, which is that of its bus.
pub fn controller(domain: &Domain, kind: Type, index: u32) -> Result<&str, Fault> {
    let mut controllers = domain.devices.controllers.iter();
    let found = controllers.find(|one| one.kind == kind && one.index == Some(index) && one.alias.name.is_some());
    found.and_then(|one| one.alias.name.as_deref()).ok_or_else(|| {
        Fault::internal(format!("Could not find {} controller with index {index} required for device", kind.word()))
    })
}

pub fn set(domain: &Domain, location: &Location, properties: &mut Properties) -> Result<(), Fault> {
    match &location.address {
        Some(Address::Pci(pci)) => {
            let index = pci.address.bus.0 as u32;
            let mut controllers = domain.devices.controllers.iter();
            let root = controllers.find(|one| one.kind == Type::Pci && one.index == Some(index));
            let phb =
                root.is_some_and(|one| one.model_name.as_ref().is_some_and(|name| **name == "spapr-pci-host-bridge"));
            let name = controller(domain, Type::Pci, index)?;
            properties.set("bus", if phb && index > 0 { format!("{name}.0") } else { name.to_owned() });
            if let Some(multifunction) = pci.multifunction {
                properties.set("multifunction", multifunction == OnOff::On);
            }
            let (slot, function) = (pci.address.slot.0, pci.address.function.0);
            properties
                .set("addr", if function > 0 { format!("{slot:#x}.{function:#x}") } else { format!("{slot:#x}") });
            properties.nonzero("acpi-index", location.acpi_index);
            properties.zpci =
                pci.zpci.as_ref().map(|zpci| (zpci.uid.unwrap_or_default().0, zpci.fid.unwrap_or_default().0));
        }
        Some(Address::Usb(usb)) => set_usb(domain, usb, properties)?,
        Some(Address::SpaprVio(vio)) => properties.maybe("reg", vio.reg.map(|reg| reg.0)),
        Some(Address::Ccw(ccw)) => {
            if let (Some(cssid), Some(ssid), Some(devno)) = (ccw.cssid, ccw.ssid, ccw.devno) {
                properties.set("devno", format!("{:x}.{:x}.{:04x}", cssid.0, ssid.0, devno.0));
            }
        }
        Some(Address::Isa(isa)) => {
            if isa.iobase.0 > 0 {
                properties.set("iobase", u64::from(isa.iobase.0));
            }
            if isa.irq.0 > 0 {
                properties.set("irq", u64::from(isa.irq.0));
            }
        }
        Some(Address::Dimm(dimm)) => {
            properties.set("slot", u64::from(dimm.slot.0));
            if dimm.base.0 > 0 {
                properties.set("addr", dimm.base.0);
            }
        }
        Some(Address::VirtioSerial(serial)) => {
            properties
                .set("bus", format!("{}.{}", controller(domain, Type::VirtioSerial, serial.controller)?, serial.bus));
            properties.set("nr", serial.port);
        }
        Some(Address::Ccid(ccid)) => {
            properties.set("bus", format!("{}.0", controller(domain, Type::Ccid, ccid.controller)?));
        }
        None | Some(Address::Drive(_) | Address::VirtioMmio(()) | Address::VirtioS390(_) | Address::Unassigned(_)) => {}
    }
    Ok(())
}

fn set_usb(domain: &Domain, usb: &Usb, properties: &mut Properties) -> Result<(), Fault> {
    properties.set("bus", format!("{}.0", controller(domain, Type::Usb, usb.bus)?));
    properties.maybe("port", usb.port.clone());
    Ok(())
}

/// `virtio-blk` on the bus that its address is on.
pub fn virtio(kind: &str, location: &Location, flavour: &str) -> String {
    let bus = match &location.address {
        Some(Address::Ccw(_)) => "ccw",
        Some(Address::VirtioMmio(())) => "device",
        _ => "pci",
    };
    match flavour {
        "virtio-transitional" => format!("{kind}-{bus}-transitional"),
        "virtio-non-transitional" => format!("{kind}-{bus}-non-transitional"),
        _ => format!("{kind}-{bus}"),
    }
}
