//! IOMMUs of the guest.

use super::address;
use super::line::{Line, Properties};
use crate::xml::domain::Domain;
use crate::xml::domain::device::iommu::Model;
use crate::xml::{Fault, OnOff};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for iommu in &domain.devices.iommus {
        let mut device = match iommu.model {
            Model::Intel => {
                let mut device = Properties::device("intel-iommu");
                let driver = &iommu.driver;
                device.maybe("id", iommu.place.alias.name.clone());
                device.maybe("intremap", driver.intremap.map(OnOff::word));
                device.switch("caching-mode", driver.caching_mode);
                device.maybe("eim", driver.eim.map(OnOff::word));
                device.switch("device-iotlb", driver.iotlb);
                device.nonzero("aw-bits", driver.aw_bits);
                device.switch("dma-translation", driver.dma_translation);
                device
            }
            Model::Virtio => {
                let mut device = Properties::device("virtio-iommu");
                device.maybe("id", iommu.place.alias.name.clone());
                device
            }
            // It is an option of the machine.
            Model::Smmuv3 => continue,
            Model::Amd => {
                let mut device = Properties::device("amd-iommu");
                device.maybe("intremap", iommu.driver.intremap.map(OnOff::word));
                device.switch("device-iotlb", iommu.driver.iotlb);
                device.switch("xtsup", iommu.driver.xtsup);
                device.switch("pt", iommu.driver.passthrough);
                device
            }
        };
        address::set(domain, &iommu.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}
