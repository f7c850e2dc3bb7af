//! `<sound>`: the sound card.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::YesNo;
use crate::{element, words};

words! {
    pub enum Model {
        Sb16 = "sb16", Es1370 = "es1370", Pcspk = "pcspk", Ac97 = "ac97", Ich6 = "ich6", Ich7 = "ich7", Usb = "usb",
        Ich9 = "ich9"; newer: Virtio = "virtio",
    }
}
words! { pub enum CodecType { Duplex = "duplex", Micro = "micro", Output = "output" } }

element! {
    pub struct Sound {
        model: Model = required("model"),
        multichannel: Option<YesNo> = attr("multichannel") @newer,
        streams: u32 = sparse("streams") @newer,
        codecs: Vec<Codec> = child("codec"),
        audio: Option<u32> = via("audio", "id"),
        place: Place = inline(),
        driver: VirtioOptions = child("driver") @newer,
    }
}

element! {
    pub struct Codec {
        kind: CodecType = required("type") else VIR_ERR_CONFIG_UNSUPPORTED "unknown codec type '{}'",
    }
}
