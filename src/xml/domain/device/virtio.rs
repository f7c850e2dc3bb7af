//! Options of the drivers of all virtio devices.

use crate::element;
use crate::xml::{Fault, OnOff};

element! {
    pub struct VirtioOptions {
        iommu: Option<OnOff> = attr("iommu"),
        ats: Option<OnOff> = attr("ats"),
        packed: Option<OnOff> = attr("packed"),
        page_per_vq: Option<OnOff> = attr("page_per_vq"),
    }
}

impl VirtioOptions {
    /// Complains about what only virtio devices have.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`.
    pub fn refuse(&self) -> Result<(), Fault> {
        let given = [
            (self.iommu, "iommu driver option"),
            (self.ats, "ats driver option"),
            (self.packed, "packed driver option"),
            (self.page_per_vq, "page_per_vq option"),
        ];
        match given.iter().find(|(given, _)| given.is_some()) {
            Some((_, what)) => Err(Fault::unsupported(format!("{what} is only supported for virtio devices"))),
            None => Ok(()),
        }
    }
}
