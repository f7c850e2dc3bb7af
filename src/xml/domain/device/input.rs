//! `<input>`: keyboards, mice, tablets.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::types::*;
use crate::xml::OnOff;
use crate::{element, walk, words};

words! {
    pub enum Type {
        Mouse = "mouse", Tablet = "tablet", Keyboard = "keyboard", Passthrough = "passthrough", Evdev = "evdev",
    }
}
words! { pub enum Bus { Ps2 = "ps2", Usb = "usb", Xen = "xen", Parallels = "parallels", Virtio = "virtio", None = "none" } }
words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }
words! { pub enum Grab { All = "all" } }
words! {
    pub enum GrabToggle {
        CtrlCtrl = "ctrl-ctrl", AltAlt = "alt-alt", ShiftShift = "shift-shift", MetaMeta = "meta-meta",
        ScrollLock = "scrolllock", CtrlScrollLock = "ctrl-scrolllock",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    pub kind: Type,
    pub bus: Option<Bus>,
    pub model: Option<Model>,
    pub driver: VirtioOptions,
    pub source: Source,
    pub place: Place,
}

walk!(Input, |input, xml| {
    // Versions that imply it do not know it.
    if xml.migratable() && input.is_implied_keyboard() {
        return;
    }
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "missing input device type", |xml| xml.need("type"));
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown input device type '{}'", |xml| input.kind.required("type", xml));
    if xml.is_reading() || input.bus != Some(Bus::None) {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown input bus type '{}'", |xml| input.bus.attr("bus", xml));
    }
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown input model '{}'", |xml| input.model.attr("model", xml));
    input.driver.child("driver", xml);
    input.source.child("source", xml);
    input.place.inline(xml);
});

impl Input {
    fn is_implied_keyboard(&self) -> bool {
        self.kind == Type::Keyboard && matches!(self.bus, Some(Bus::Ps2 | Bus::Xen))
    }
}

element! {
    /// A device of the host.
    pub struct Source {
        /// Of type `passthrough`.
        evdev: Option<String> = attr("evdev"),
        /// Of type `evdev`.
        device: Option<String> = attr("dev"),
        grab: Option<Grab> = attr("grab"),
        grab_toggle: Option<GrabToggle> = attr("grabToggle"),
        repeat: Option<OnOff> = attr("repeat"),
    }
}
