//! `<redirdev>` and `<redirfilter>`: USB devices of whoever looks at the screen.

use super::address::{Boot, Place};
use super::chardev::{Backend, Protocol};
use crate::types::*;
use crate::xml::{Expected, Fault, Text, Value, YesNo, signed, unsigned};
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
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown redirdev bus '{}'", |xml| device.bus.attr("bus", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "missing type in redirdev", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown redirdev character device type '{}'", |xml| {
        device.backend.kind.tag("type", xml);
    });
    xml.open();
    device.backend.kind.inline(xml);
    xml.read_if(false, |xml| None::<Protocol>.via("protocol", "type", xml));
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
        version: Option<UsbVersion> = attr("version"),
        allow: YesNo = required("allow"),
    }
}

/// A version of USB in decimal digits, `2.10`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsbVersion {
    pub major: u8,
    pub minor: u8,
}

impl Value for UsbVersion {
    const EXPECTED: Expected = Expected::Kind("a version such as 1.10");
    fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let number = |text: &str| unsigned(text, 10).and_then(|number| u8::try_from(number).ok()).filter(|n| *n <= 99);
        let scale = if minor.len() == 1 { 10 } else { 1 };
        Some(Self { major: number(major)?, minor: number(minor)? * scale })
    }
    fn write(&self, out: &mut Text) {
        out.plain(&format!("{}.{:02}", self.major, self.minor));
    }
    fn refusal(text: &str) -> Option<Fault> {
        Some(Fault::internal(format!("Cannot parse USB device version {text}")))
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
