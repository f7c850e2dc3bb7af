//! `<input>`: keyboards, mice, tablets.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::OnOff;
use crate::{element, words};

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

element! {
    pub struct Input {
        kind: Type = required("type"),
        bus: Option<Bus> = attr("bus"),
        model: Option<Model> = attr("model"),
        driver: VirtioOptions = child("driver"),
        source: Source = child("source"),
        place: Place = inline(),
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
