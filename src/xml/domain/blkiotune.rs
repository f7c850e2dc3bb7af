//! `<blkiotune>`: shares and limits of disk I/O.

use crate::element;
use crate::xml::{ChildField, Element, Reader, Writer};

element! {
    pub struct Blkiotune {
        weight: u32 = sparse_leaf("weight"),
        devices: Devices = child("device"),
    }
}

/// Those of which nothing is said are not written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Devices(pub Vec<Device>);

impl ChildField for Devices {
    const LIST: bool = true;
    fn read(&mut self, xml: &mut Reader) {
        ChildField::read(&mut self.0, xml);
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        let empty = |device: &Device| *device == Device { path: device.path.clone(), ..Device::default() };
        for device in self.0.iter().filter(|device| !empty(device)) {
            xml.element(name, |xml| Element::write(device, xml));
        }
    }
}

element! {
    /// Of one block device of the host.
    pub struct Device {
        path: Option<String> = leaf("path"),
        weight: u32 = sparse_leaf("weight") else VIR_ERR_CONFIG_UNSUPPORTED "could not parse weight {}",
        read_iops_sec: u32 = sparse_leaf("read_iops_sec") else VIR_ERR_CONFIG_UNSUPPORTED "could not parse read iops sec {}",
        write_iops_sec: u32 = sparse_leaf("write_iops_sec") else VIR_ERR_CONFIG_UNSUPPORTED "could not parse write iops sec {}",
        read_bytes_sec: u64 = sparse_leaf("read_bytes_sec") else VIR_ERR_CONFIG_UNSUPPORTED "could not parse read bytes sec {}",
        write_bytes_sec: u64 = sparse_leaf("write_bytes_sec") else VIR_ERR_CONFIG_UNSUPPORTED "could not parse write bytes sec {}",
    }
}
