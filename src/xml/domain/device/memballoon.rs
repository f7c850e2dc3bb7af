//! `<memballoon>`: takes memory from the guest and gives it back.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::OnOff;
use crate::{element, words};

words! {
    pub enum Model {
        Virtio = "virtio", Xen = "xen", None = "none", Transitional = "virtio-transitional",
        NonTransitional = "virtio-non-transitional",
    }
}

element! {
    pub struct Memballoon {
        model: Model = required("model"),
        autodeflate: Option<OnOff> = attr("autodeflate"),
        free_page_reporting: Option<OnOff> = attr("freePageReporting"),
        /// Seconds between statistics.
        stats_period: u32 = sparse_via("stats", "period") else VIR_ERR_XML_ERROR "invalid statistics collection period",
        place: Place = inline(),
        driver: VirtioOptions = child("driver"),
    }
}
