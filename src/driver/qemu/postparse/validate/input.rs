//! `<input>`: keyboards, mice and tablets that the emulator has.

use super::{Whole, each, refuse};
use crate::xml::Fault;
use crate::xml::domain::device::address::Address;
use crate::xml::domain::device::input::{Bus, Input, Model, Type};

pub(super) fn check(whole: Whole) -> Result<(), Fault> {
    each("input", &whole.domain.devices.inputs, |input| check_input(whole, input))
}

fn check_input(whole: Whole, input: &Input) -> Result<(), Fault> {
    let lacks =
        |what: &str, at: &str| Fault::unsupported(format!("{what} is not supported by this QEMU binary")).at(at);
    match input.bus.unwrap_or(Bus::None) {
        Bus::Ps2 => refuse(!whole.board.is_x86() && !whole.has("i8042"), || lacks("ps2", "@bus")),
        Bus::Usb => refuse(input.kind == Type::Keyboard && !whole.has("usb-kbd"), || {
            Fault::unsupported("usb keyboard is not supported by this QEMU binary").at("@bus")
        }),
        Bus::Virtio => {
            let (base, kind) = match input.kind {
                Type::Mouse => ("virtio-mouse", "mouse"),
                Type::Tablet => ("virtio-tablet", "tablet"),
                Type::Keyboard => ("virtio-keyboard", "keyboard"),
                Type::Passthrough => ("virtio-input-host", "passthrough"),
                Type::Evdev => ("input-linux", "evdev"),
            };
            refuse(matches!(input.model, Some(Model::Transitional | Model::NonTransitional)), || {
                let text = format!("virtio (non-)transitional models are not supported for input type={kind}");
                Fault::unsupported(text).at("@model").expecting("expected 'virtio'")
            })?;
            let ccw = matches!(input.place.location.address, Some(Address::Ccw(_)));
            let device = match input.kind {
                Type::Evdev => base.to_owned(),
                _ if ccw => format!("{base}-ccw"),
                _ => format!("{base}-device"),
            };
            refuse(!whole.has(&device), || lacks(base, "@type"))
        }
        Bus::Xen | Bus::Parallels | Bus::None => Ok(()),
    }
}
