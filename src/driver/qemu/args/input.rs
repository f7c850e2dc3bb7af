//! Keyboards, mice and tablets. Those of PS/2 are on the board.

use super::address;
use super::controller::virtio_options;
use super::line::{Line, Properties};
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::device::input::{Bus, Input, Model, Type};

pub(super) fn add(domain: &Domain, line: &mut Line) -> Result<(), Fault> {
    for input in &domain.devices.inputs {
        if input.kind == Type::Evdev {
            let alias = input.place.alias.name.as_deref().unwrap_or_default();
            let mut object = Properties::object("input-linux", alias);
            object.maybe("evdev", input.source.device.clone());
            object.switch("repeat", input.source.repeat);
            object.maybe("grab_all", input.source.grab.map(|_| true));
            object.maybe("grab-toggle", input.source.grab_toggle.map(|toggle| toggle.word()));
            line.json("-object", object);
            continue;
        }
        let mut device = match input.bus {
            Some(Bus::Usb) => Properties::device(match input.kind {
                Type::Mouse => "usb-mouse",
                Type::Tablet => "usb-tablet",
                Type::Keyboard => "usb-kbd",
                Type::Passthrough | Type::Evdev => continue,
            }),
            Some(Bus::Virtio) => virtio(input),
            Some(Bus::Ps2 | Bus::Xen | Bus::Parallels | Bus::None) | None => continue,
        };
        device.maybe("id", input.place.alias.name.clone());
        device.maybe("evdev", input.source.evdev.clone());
        address::set(domain, &input.place.location, &mut device)?;
        line.json("-device", device);
    }
    Ok(())
}

fn virtio(input: &Input) -> Properties {
    let kind = match input.kind {
        Type::Mouse => "virtio-mouse",
        Type::Tablet => "virtio-tablet",
        Type::Keyboard => "virtio-keyboard",
        Type::Passthrough | Type::Evdev => "virtio-input-host",
    };
    let flavour = match input.model {
        Some(Model::Transitional) => "virtio-transitional",
        Some(Model::NonTransitional) => "virtio-non-transitional",
        Some(Model::Virtio) | None => "",
    };
    let mut device = Properties::device(&address::virtio(kind, &input.place.location, flavour));
    virtio_options(&input.driver, &mut device);
    device
}
