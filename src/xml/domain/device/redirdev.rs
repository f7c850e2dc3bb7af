//! `<redirdev>` and `<redirfilter>`: USB devices of whoever looks at the screen.

use super::address::{Boot, Place};
use super::chardev::Backend;
use crate::xml::{Hex, YesNo};
use crate::{element, walk, words};

words! { pub enum Bus { Usb = "usb" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redirdev {
    pub bus: Bus,
    pub backend: Backend,
    pub boot: Option<Boot>,
    pub place: Place,
}

walk!(Redirdev, |device, xml| {
    device.bus.attr("bus", xml);
    device.backend.inline(xml);
    device.boot.child("boot", xml);
    device.place.inline(xml);
});

element! {
    pub struct Redirfilter {
        devices: Vec<UsbFilter> = child("usbdev"),
    }
}

element! {
    /// Which devices may come in; -1 and nothing mean any.
    pub struct UsbFilter {
        class: Option<Hex<2>> = attr("class"),
        vendor: Option<Hex<4>> = attr("vendor"),
        product: Option<Hex<4>> = attr("product"),
        version: Option<String> = attr("version"),
        allow: YesNo = required("allow"),
    }
}
