//! `<crypto>`: a cryptographic accelerator.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::{walk, words};

words! { pub enum Model { Virtio = "virtio" } }
words! { pub enum Type { Qemu = "qemu" } }
words! { pub enum Backend { Builtin = "builtin", Lkcf = "lkcf" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crypto {
    pub model: Model,
    pub kind: Type,
    pub backend: Backend,
    pub queues: u32,
    pub driver: VirtioOptions,
    pub place: Place,
}

walk!(Crypto, |crypto, xml| {
    crypto.model.required("model", xml);
    crypto.kind.required("type", xml);
    xml.element("backend", |xml| {
        crypto.backend.required("model", xml);
        crypto.queues.sparse("queues", xml);
    });
    crypto.driver.child("driver", xml);
    crypto.place.inline(xml);
});
