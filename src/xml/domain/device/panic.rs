//! `<panic>`: tells the host that the guest has crashed.

use super::address::Place;
use crate::{element, words};

words! { pub enum Model { Isa = "isa", Pseries = "pseries", HyperV = "hyperv", S390 = "s390"; newer: Pvpanic = "pvpanic" } }

element! {
    pub struct Panic {
        model: Option<Model> = attr("model") else VIR_ERR_CONFIG_UNSUPPORTED "unknown panic model '{}'",
        place: Place = inline(),
    }
}
