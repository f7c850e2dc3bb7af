//! `<bandwidth>`: limits of what a network card sends and receives.

use crate::element;

element! {
    pub struct Bandwidth {
        /// Of a network's port, given by libvirt.
        class_id: Option<u32> = attr("classID"),
        inbound: Option<Rate> = child("inbound"),
        outbound: Option<Rate> = child("outbound"),
    }
}

element! {
    /// Kilobytes a second; `burst` in kilobytes.
    pub struct Rate {
        average: Option<u64> = attr("average"),
        peak: Option<u64> = attr("peak"),
        floor: Option<u64> = attr("floor"),
        burst: Option<u64> = attr("burst"),
    }
}
