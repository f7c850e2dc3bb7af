//! `<redirdev>` and `<redirfilter>`: USB devices of whoever looks at the screen.

use super::address::{Boot, Place};
use super::chardev::Backend;
use crate::xml::{Expected, Text, Value, YesNo, signed};
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
    device.backend.kind.tag("type", xml);
    xml.open();
    device.backend.kind.inline(xml);
    device.backend.log.child("log", xml);
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
        class: Filter<2> = sparse("class"),
        vendor: Filter<4> = sparse("vendor"),
        product: Filter<4> = sparse("product"),
        version: Option<String> = attr("version"),
        allow: YesNo = required("allow"),
    }
}

/// A number of `WIDTH` hexadecimal digits, written in capitals, or any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter<const WIDTH: usize>(pub Option<u32>);

impl<const WIDTH: usize> Value for Filter<WIDTH> {
    const EXPECTED: Expected = Expected::Signed(32);
    fn parse(text: &str) -> Option<Self> {
        let number = signed(text, 0)?;
        Some(Self(u32::try_from(number).ok())).filter(|_| number >= -1)
    }
    fn write(&self, out: &mut Text) {
        match self.0 {
            Some(number) => out.plain(&format!("0x{number:0WIDTH$X}")),
            None => out.plain("-1"),
        }
    }
}
