//! `<video>`: the graphics card.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::{IsYes, OnOff, YesNo};
use crate::{element, walk, words};

words! {
    pub enum Type {
        Default = "default", Vga = "vga", Cirrus = "cirrus", Vmvga = "vmvga", Xen = "xen", Vbox = "vbox", Qxl = "qxl",
        Parallels = "parallels", Virtio = "virtio", Gop = "gop", None = "none", Bochs = "bochs", Ramfb = "ramfb",
    }
}
words! { pub enum Backend { unsaid Default = "default", Qemu = "qemu", VhostUser = "vhostuser" } }

element! {
    pub struct Video {
        driver: Driver = child("driver"),
        model: Model = child("model"),
        place: Place = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Driver {
    /// Read, but not written, as by libvirt.
    pub vgaconf: Option<Box<String>>,
    pub virtio: VirtioOptions,
    pub name: Backend,
}

walk!(Driver, |driver, xml| {
    if xml.is_reading() {
        driver.vgaconf.attr("vgaconf", xml);
    }
    driver.virtio.inline(xml);
    driver.name.sparse("name", xml);
});

element! {
    pub struct Model {
        kind: Type = attr("type") else VIR_ERR_CONFIG_UNSUPPORTED "unknown video model '{}'",
        /// In KiB, as the other memories here.
        ram: u32 = sparse("ram") else VIR_ERR_INTERNAL_ERROR "cannot parse video ram '{}'",
        vram: u32 = sparse("vram") else VIR_ERR_INTERNAL_ERROR "cannot parse video vram '{}'",
        vram64: u32 = sparse("vram64") else VIR_ERR_INTERNAL_ERROR "cannot parse video vram64 '{}'",
        vgamem: u32 = sparse("vgamem") else VIR_ERR_INTERNAL_ERROR "cannot parse video vgamem '{}'",
        heads: u32 = sparse("heads") else VIR_ERR_INTERNAL_ERROR "cannot parse video heads '{}'",
        primary: IsYes = sparse("primary"),
        blob: Option<OnOff> = attr("blob") @newer,
        edid: Option<OnOff> = attr("edid") @newer,
        acceleration: Option<Box<Acceleration>> = child("acceleration"),
        resolution: Option<Resolution> = child("resolution"),
    }
}

element! {
    pub struct Acceleration {
        accel3d: Option<YesNo> = attr("accel3d"),
        accel2d: Option<YesNo> = attr("accel2d"),
        rendernode: Option<String> = attr("rendernode"),
    }
}

element! {
    pub struct Resolution {
        x: u32 = required("x"),
        y: u32 = required("y"),
    }
}
