//! `<iommu>`: translates the addresses that devices use.

use super::address::Place;
use crate::xml::{OnOff, Size};
use crate::{element, walk, words};

words! { pub enum Model { Intel = "intel", Smmuv3 = "smmuv3", Virtio = "virtio"; newer: Amd = "amd" } }

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
        dma_translation: Option<OnOff> = attr("dma_translation") @newer,
        xtsup: Option<OnOff> = attr("xtsup") @newer,
        passthrough: Option<OnOff> = attr("passthrough") @newer,
        pci_bus: Option<u32> = attr("pciBus") @newer,
        granule: Option<Granule> = child("granule") @newer,
    }
}

words! { pub enum GranuleMode { Host = "host" } }

/// The size of the guest's pages: that of the host's, or a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Granule {
    pub mode: Option<GranuleMode>,
    pub size: Option<Size>,
}

walk!(Granule, |granule, xml| {
    granule.mode.attr("mode", xml);
    granule.size.attr_with("size", "unit", xml);
});
