//! The order in which devices boot: their own, or the machine's by kind, which is that of the first device of the kind.

use crate::xml::domain::Domain;
use crate::xml::domain::device::disk::Device;
use crate::xml::domain::os::BootDevice;

/// The place in the boot order of each disk and card.
#[derive(Debug, Default)]
pub struct Indexes {
    pub disks: Vec<Option<u32>>,
    pub interfaces: Vec<Option<u32>>,
}

impl Indexes {
    pub fn of(domain: &Domain) -> Self {
        let devices = &domain.devices;
        let disks = devices.disks.iter().map(|disk| disk.boot.as_ref().map(|boot| boot.order.0)).collect();
        let interfaces = devices.interfaces.iter().map(|card| card.boot.as_ref().map(|boot| boot.order.0)).collect();
        let mut indexes = Self { disks, interfaces };
        for (at, boot) in domain.os.boot.iter().enumerate() {
            let is_kind = |device: Device| match boot.device {
                BootDevice::Disk => matches!(device, Device::Disk | Device::Lun),
                BootDevice::Cdrom => device == Device::Cdrom,
                BootDevice::Floppy => device == Device::Floppy,
                BootDevice::Network => false,
            };
            let found = match boot.device {
                BootDevice::Network => indexes.interfaces.first_mut(),
                _ => {
                    let first = devices.disks.iter().position(|disk| is_kind(disk.device));
                    first.and_then(|first| indexes.disks.get_mut(first))
                }
            };
            if let Some(index) = found {
                index.get_or_insert(at as u32 + 1);
            }
        }
        indexes
    }
}
