//! `<vsock>`: sockets between host and guest.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::YesNo;
use crate::{element, words};

words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }

element! {
    pub struct Vsock {
        model: Option<Model> = attr("model"),
        cid: Cid = child("cid"),
        place: Place = inline(),
        driver: VirtioOptions = child("driver"),
    }
}

element! {
    pub struct Cid {
        auto: Option<YesNo> = attr("auto"),
        address: u32 = sparse("address"),
    }
}
