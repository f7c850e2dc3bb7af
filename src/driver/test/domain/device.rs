//! The test driver's side of `driver/domain/device.rs`: devices come and go in definitions, and events tell of those that do
//! so while the domain runs. libvirt's own test driver does it for disks and host devices, from version 10 on.

use std::ffi::c_uint;

use super::definition::{Definition, name_interfaces, post_parse};
use super::store::Locked;
use crate::driver::DomainDevice;
use crate::driver::test::{Test, check_flags, error};
use crate::error::Result;
use crate::event_hub::DomainEvent;
use crate::mac::Mac;
use crate::object::Domain;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::domain::device::Device;

const DEFINITIONS: c_uint = VIR_DOMAIN_DEVICE_MODIFY_LIVE | VIR_DOMAIN_DEVICE_MODIFY_CONFIG;

/// Reads a device's document; what it says that is not known is dropped.
fn read(xml: &str) -> Result<Device> {
    Ok(Device::parse(xml, false)?.0)
}

/// Gives a network card its MAC address, which is the same in both definitions.
fn identify(device: &mut Device) -> Result<()> {
    if let Device::Interface(card) = device
        && card.mac.address.is_none()
    {
        let [a, b, c, ..] = Uuid::random()?.0;
        card.mac.address = Some(Mac::with_prefix(post_parse().mac_prefix, [a, b, c]));
    }
    Ok(())
}

/// Refuses a disk whose name is taken.
fn check_free(definition: &Definition, device: &Device) -> Result<()> {
    match device {
        Device::Disk(disk) if definition.find_disk(disk.name()).is_some() => {
            let text = format!("target {} already exists", disk.name());
            Err(error(VIR_ERR_OPERATION_INVALID, text))
        }
        _ => Ok(()),
    }
}

/// Refuses to turn a disk into another kind of drive, or to put it on another bus.
fn check_same_kind(definition: &Definition, device: &Device) -> Result<()> {
    let Device::Disk(disk) = device else { return Ok(()) };
    let Some(at) = definition.find_disk(disk.name()) else { return Ok(()) };
    let known = &definition.devices.disks[at];
    let field = match disk.target.bus {
        _ if disk.device != known.device => "device",
        Some(_) if disk.target.bus != known.target.bus => "bus",
        _ => return Ok(()),
    };
    Err(error(VIR_ERR_OPERATION_UNSUPPORTED, format!("cannot modify field '{field}' of the disk")))
}

/// What the device that a document means is called in events.
fn alias_of(definition: &Definition, device: &Device) -> Option<String> {
    let devices = &definition.devices;
    let found = match device {
        Device::Disk(disk) => {
            let known = devices.disks.iter().find(|known| known.name() == disk.name());
            known.and_then(|disk| disk.place.alias.name.as_deref())
        }
        Device::Interface(card) => {
            let known = devices.interfaces.iter().find(|known| known.mac.address == card.mac.address);
            known.and_then(|card| card.alias.name.as_deref())
        }
        other => other.alias(),
    };
    found.map(str::to_owned)
}

impl Test {
    /// Changes the definitions that flags ask for, both or none; tells of it when the domain runs and the device has a name.
    fn change_devices(
        &self,
        machine: &mut Locked,
        flags: c_uint,
        change: impl Fn(&Definition) -> Result<Definition>,
        event: Option<DomainEvent>,
    ) -> Result<()> {
        let live = machine.affected(flags)?.live;
        machine.change(flags, |definition| {
            *definition = change(definition)?;
            name_interfaces(definition);
            Ok(())
        })?;
        if let Some(event) = event.filter(|_| live) {
            self.state.emit(machine, event);
        }
        Ok(())
    }
}

impl DomainDevice for Test {
    fn attach_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.affected(flags)?;
        let mut device = read(xml)?;
        identify(&mut device)?;
        let event = device.alias().map(|alias| DomainEvent::DeviceAdded { alias: alias.to_owned() });
        let change = |definition: &Definition| {
            check_free(definition, &device)?;
            Ok(definition.with_device(device.clone(), &post_parse())?)
        };
        self.change_devices(&mut machine, flags, change, event)
    }

    fn detach_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.affected(flags)?;
        let device = read(xml)?;
        let event = alias_of(&machine.definition, &device).map(|alias| DomainEvent::DeviceRemoved { alias });
        self.change_devices(&mut machine, flags, |definition| Ok(definition.without_device(&device)?), event)
    }

    fn detach_device_alias(&self, domain: &Domain, alias: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        let event = Some(DomainEvent::DeviceRemoved { alias: alias.to_owned() });
        self.change_devices(&mut machine, flags, |definition| Ok(definition.without_alias(alias)?), event)
    }

    fn update_device(&self, domain: &Domain, xml: &str, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS | VIR_DOMAIN_DEVICE_MODIFY_FORCE)?;
        let mut machine = self.state.domains.find(domain)?;
        machine.affected(flags)?;
        let device = read(xml)?;
        let change = |definition: &Definition| {
            check_same_kind(definition, &device)?;
            Ok(definition.with_changed_device(device.clone(), &post_parse())?)
        };
        self.change_devices(&mut machine, flags, change, None)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::driver::test::State;
    use crate::object::Connection;
    use crate::uri::Uri;

    const LIVE: c_uint = VIR_DOMAIN_DEVICE_MODIFY_LIVE;
    const CONFIG: c_uint = VIR_DOMAIN_DEVICE_MODIFY_CONFIG;

    /// A connection to a host of its own, and its only domain.
    fn domain() -> Arc<Domain> {
        let driver = Test { state: Arc::new(State::builtin().unwrap()) };
        let connection = Connection::new(Box::new(driver), Uri::parse("test:///default").unwrap(), false);
        connection.driver.domains().unwrap().by_name(&connection, "test").unwrap()
    }

    /// The targets of its disks and of its interfaces.
    fn names(domain: &Domain, flags: c_uint) -> Vec<String> {
        let xml = domain.driver().unwrap().xml(domain, flags).unwrap();
        let targets = xml.split("<target dev='").skip(1);
        targets.map(|rest| rest.split('\'').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn devices_come_and_go() {
        let domain = domain();
        let driver = domain.driver().unwrap();
        let disk = "<disk type='file'><source file='/x'/><target dev='vdb'/><alias name='ua-x'/></disk>";
        driver.attach_device(&domain, disk, LIVE).unwrap();
        assert_eq!(names(&domain, 0), ["vda", "vdb", "testnet0"]);
        assert_eq!(names(&domain, VIR_DOMAIN_XML_INACTIVE), ["vda", "testnet0"]);
        let taken = driver.attach_device(&domain, disk, LIVE | CONFIG).unwrap_err();
        assert_eq!(taken.code(), VIR_ERR_OPERATION_INVALID);
        assert_eq!(names(&domain, VIR_DOMAIN_XML_INACTIVE), ["vda", "testnet0"]);
        driver.attach_device(&domain, "<interface type='user'/>", LIVE | CONFIG).unwrap();
        assert_eq!(names(&domain, VIR_DOMAIN_XML_INACTIVE), ["vda", "testnet0", "testnet1"]);
        driver.detach_device_alias(&domain, "ua-x", LIVE).unwrap();
        let missing = driver.detach_device(&domain, disk, LIVE).unwrap_err();
        assert_eq!(missing.code(), VIR_ERR_DEVICE_MISSING);
        assert_eq!(names(&domain, 0), ["vda", "testnet0", "testnet1"]);
    }

    #[test]
    fn a_disk_stays_of_its_kind() {
        let domain = domain();
        let driver = domain.driver().unwrap();
        let update = |xml: &str| driver.update_device(&domain, xml, LIVE).map_err(|error| error.code());
        assert_eq!(update("<disk type='block'><source dev='/y'/><target dev='vda'/></disk>"), Ok(()));
        let cdrom = "<disk type='block' device='cdrom'><source dev='/y'/><target dev='vda'/></disk>";
        assert_eq!(update(cdrom), Err(VIR_ERR_OPERATION_UNSUPPORTED));
        let other = "<disk type='block'><source dev='/y'/><target dev='vdz'/></disk>";
        assert_eq!(update(other), Err(VIR_ERR_DEVICE_MISSING));
    }
}
