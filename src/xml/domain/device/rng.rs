//! `<rng>`: randomness for the guest.

use super::address::Place;
use super::chardev;
use super::virtio::VirtioOptions;
use crate::types::*;
use crate::xml::Fault;
use crate::{element, variants, walk, words};

words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rng {
    pub model: Model,
    pub rate: Option<Rate>,
    pub backend: Backend,
    pub driver: VirtioOptions,
    pub place: Place,
}

const ONE_BACKEND: &str = "only one RNG backend is supported";

walk!(Rng, |rng, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing RNG device model", |xml| xml.need("model"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown RNG model '{}'", |xml| rng.model.required("model", xml));
    rng.rate.child("rate", xml);
    let given = xml.has("backend");
    xml.check(|| if given { Ok(()) } else { Err(Fault::xml(ONE_BACKEND)) });
    xml.single("backend", VIR_ERR_XML_ERROR, ONE_BACKEND);
    rng.backend.child("backend", xml);
    rng.driver.child("driver", xml);
    rng.place.inline(xml);
});

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
