//! `<link>`: the state that the card is in.

use crate::{element, words};

words! {
    /// As the kernel names it in `operstate`.
    pub enum LinkState {
        Unknown = "unknown", NotPresent = "notpresent", Down = "down", LowerLayerDown = "lowerlayerdown",
        Testing = "testing", Dormant = "dormant", Up = "up",
    }
}

element! {
    pub struct Link {
        /// Megabits a second; 0 is not known.
        speed: u32 = sparse("speed"),
        state: Option<LinkState> = attr("state"),
    }
}
