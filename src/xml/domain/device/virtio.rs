//! Options of the drivers of all virtio devices.

use crate::element;
use crate::xml::OnOff;

element! {
    pub struct VirtioOptions {
        iommu: Option<OnOff> = attr("iommu"),
        ats: Option<OnOff> = attr("ats"),
        packed: Option<OnOff> = attr("packed"),
        page_per_vq: Option<OnOff> = attr("page_per_vq"),
    }
}
