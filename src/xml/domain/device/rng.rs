//! `<rng>`: randomness for the guest.

use super::address::Place;
use super::chardev;
use super::virtio::VirtioOptions;
use crate::{element, variants, words};

words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }

element! {
    pub struct Rng {
        model: Model = required("model") missing VIR_ERR_XML_ERROR "missing RNG device model"
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown RNG model '{}'",
        rate: Option<Rate> = child("rate"),
        backend: Backend = child("backend"),
        driver: VirtioOptions = child("driver"),
        place: Place = inline(),
    }
}

element! {
    /// At most so many bytes in a period of so many milliseconds.
    pub struct Rate {
        bytes: u32 = required("bytes"),
        period: u32 = sparse("period"),
    }
}

variants! {
    pub enum Backend by "model"
        missing VIR_ERR_XML_ERROR "missing RNG device backend model"
        unknown VIR_ERR_CONFIG_UNSUPPORTED "unknown RNG backend model '{}'"
    {
        Random(Random) = "random",
        Egd(chardev::Backend) = "egd",
        Builtin(()) = "builtin",
    }
}

element! {
    pub struct Random {
        path: Option<String> = text(),
    }
}
