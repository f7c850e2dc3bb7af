//! `<hub>`: a USB hub.

use super::address::Place;
use crate::{element, words};

words! { pub enum Type { Usb = "usb" } }

element! {
    pub struct Hub {
        kind: Type = required("type"),
        place: Place = inline(),
    }
}
