//! `<hub>`: a USB hub.

use super::address::Place;
use crate::{element, words};

words! { pub enum Type { Usb = "usb" } }

element! {
    pub struct Hub {
        kind: Type = required("type")
            missing VIR_ERR_INTERNAL_ERROR "missing hub device type"
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown hub device type '{}'",
        place: Place = inline(),
    }
}
