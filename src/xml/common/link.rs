//! `<link>`: the state that a network card is in, of an interface or of a device of the host.

use crate::xml::Shape;
use crate::{walk, words};

words! {
    /// As the kernel names it in `operstate`.
    pub enum LinkState {
        Unknown = "unknown", NotPresent = "notpresent", Down = "down", LowerLayerDown = "lowerlayerdown",
        Testing = "testing", Dormant = "dormant", Up = "up",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Megabits a second; 0 is not known.
    pub speed: u32,
    pub state: Option<LinkState>,
}

walk!(Link, |link, xml| {
    xml.shaped(Shape::Digits, |xml| link.speed.sparse("speed", xml));
    xml.filled(|xml| link.state.attr("state", xml));
});
