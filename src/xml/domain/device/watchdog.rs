//! `<watchdog>`: acts when the guest hangs.

use super::address::Place;
use crate::{element, words};

words! { pub enum Model { I6300esb = "i6300esb", Ib700 = "ib700", Diag288 = "diag288"; newer: Itco = "itco" } }
words! {
    pub enum Action {
        Reset = "reset", Shutdown = "shutdown", Poweroff = "poweroff", Pause = "pause", Dump = "dump", None = "none",
        InjectNmi = "inject-nmi",
    }
}

element! {
    pub struct Watchdog {
        model: Model = required("model") missing VIR_ERR_INTERNAL_ERROR "watchdog must contain model name"
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown watchdog model '{}'",
        action: Action = attr("action") else VIR_ERR_CONFIG_UNSUPPORTED "unknown watchdog action '{}'",
        place: Place = inline(),
    }
}
