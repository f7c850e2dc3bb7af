//! The devices that there are.

use std::collections::BTreeMap;

use parking_lot::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::nodedev::Device;

/// All devices, behind one lock.
#[derive(Default)]
pub struct Devices {
    index: RwLock<Index>,
}

/// Devices by name.
#[derive(Default)]
pub struct Index {
    devices: BTreeMap<String, Device>,
}

/// What stands in `test:///default`: a computer, two adapters, and a virtual one on the first of them.
const BUILTIN: &[&str] = &[
    "<device><name>computer</name><capability type='system'>\
     <hardware><vendor>Libvirt</vendor><version>Test driver</version><serial>123456</serial>\
     <uuid>11111111-2222-3333-4444-555555555555</uuid></hardware>\
     <firmware><vendor>Libvirt</vendor><version>Test Driver</version><release_date>01/22/2007</release_date></firmware>\
     </capability></device>",
    "<device><name>scsi_host1</name><parent>computer</parent><capability type='scsi_host'>\
     <host>1</host><unique_id>0</unique_id>\
     <capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn>\
     <fabric_wwn>2000000043214321</fabric_wwn></capability><capability type='vport_ops'/></capability></device>",
    "<device><name>scsi_host2</name><parent>computer</parent><capability type='scsi_host'>\
     <host>2</host><unique_id>1</unique_id>\
     <capability type='fc_host'><wwnn>2000000056785678</wwnn><wwpn>1000000056785678</wwpn>\
     <fabric_wwn>2000000087658765</fabric_wwn></capability><capability type='vport_ops'/></capability></device>",
    "<device><name>scsi_host11</name><parent>scsi_host1</parent><capability type='scsi_host'>\
     <host>11</host><unique_id>10</unique_id>\
     <capability type='fc_host'><wwnn>2000000034563456</wwnn><wwpn>1000000034563456</wwpn>\
     <fabric_wwn>2000000043214321</fabric_wwn></capability></capability></device>",
];

impl Devices {
    pub fn builtin() -> Result<Self> {
        let devices = Self::default();
        BUILTIN.iter().try_for_each(|xml| devices.add(xml))?;
        Ok(devices)
    }

    /// Adds a device, in the place of one of that name.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn add(&self, xml: &str) -> Result<()> {
        self.write().insert(Device::parse(xml)?);
        Ok(())
    }

    pub fn read(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read()
    }

    pub fn write(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write()
    }
}

impl Index {
    /// In the order of their names.
    pub fn all(&self) -> impl Iterator<Item = &Device> {
        self.devices.values()
    }

    /// The device of that name.
    ///
    /// # Errors
    /// `VIR_ERR_NO_NODE_DEVICE`.
    pub fn by_name(&self, name: &str) -> Result<&Device> {
        let device = self.devices.get(name);
        device.ok_or_else(|| error(VIR_ERR_NO_NODE_DEVICE, format!("no node device with matching name '{name}'")))
    }

    pub fn insert(&mut self, device: Device) {
        self.devices.insert(device.name.clone(), device);
    }

    /// Takes a device away.
    ///
    /// # Errors
    /// `VIR_ERR_NO_NODE_DEVICE`.
    pub fn remove(&mut self, name: &str) -> Result<()> {
        self.by_name(name)?;
        self.devices.remove(name);
        Ok(())
    }

    /// Complains unless a virtual adapter can be made on what `wanted` says that its parent is, or on any adapter.
    pub fn check_parent(&self, wanted: &Device) -> Result<()> {
        let parent = &wanted.parent;
        let mut adapters = self.all().filter(|device| device.has_vports());
        let found = if let Some(name) = &parent.name {
            self.devices.get(name)
        } else if parent.wwnn.is_some() {
            adapters.find(|device| {
                device.fibre_channel().is_some_and(|names| names.wwnn == parent.wwnn && names.wwpn == parent.wwpn)
            })
        } else if parent.fabric_wwn.is_some() {
            adapters.find(|device| device.fibre_channel().is_some_and(|names| names.fabric_wwn == parent.fabric_wwn))
        } else {
            let adapter = adapters.next().ok_or_else(|| refused("Could not find any vport capable device"))?;
            Some(adapter)
        };
        match found {
            None => Err(refused("Could not find parent device for 'new device'")),
            Some(device) if !device.has_vports() => {
                Err(refused(format!("Parent device {} is not capable of vport operations", device.name)))
            }
            Some(_) => Ok(()),
        }
    }
}

/// An error that is the same in every driver with node devices.
pub(super) fn refused(text: impl Into<String>) -> Error {
    Error::new(VIR_ERR_INTERNAL_ERROR, text).from_origin(VIR_FROM_NODEDEV)
}
