//! `<iommu>`: translates the addresses that devices use.

use super::address::Place;
use crate::xml::OnOff;
use crate::{element, words};

words! { pub enum Model { Intel = "intel", Smmuv3 = "smmuv3", Virtio = "virtio" } }

element! {
    pub struct Iommu {
        model: Model = required("model"),
        driver: Driver = child("driver"),
        place: Place = inline(),
    }
}

element! {
    pub struct Driver {
        intremap: Option<OnOff> = attr("intremap"),
        caching_mode: Option<OnOff> = attr("caching_mode"),
        eim: Option<OnOff> = attr("eim"),
        iotlb: Option<OnOff> = attr("iotlb"),
        aw_bits: u32 = sparse("aw_bits"),
    }
}
