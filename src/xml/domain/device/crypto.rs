//! `<crypto>`: does the guest's cryptography.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::{element, words};

words! { pub enum Model { Virtio = "virtio" } }
words! { pub enum Type { Qemu = "qemu" } }
words! { pub enum BackendModel { Builtin = "builtin", Lkcf = "lkcf" } }

element! {
    pub struct Crypto {
        model: Model = required("model"),
        kind: Type = required("type"),
        backend: Backend = child("backend"),
        driver: VirtioOptions = child("driver"),
        place: Place = inline(),
    }
}

element! {
    pub struct Backend {
        model: BackendModel = required("model"),
        queues: u32 = sparse("queues"),
    }
}
