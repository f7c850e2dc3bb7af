//! `<video>`: the graphics card.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::xml::YesNo;
use crate::{element, walk, words};

words! {
    pub enum Type {
        Default = "default", Vga = "vga", Cirrus = "cirrus", Vmvga = "vmvga", Xen = "xen", Vbox = "vbox", Qxl = "qxl",
        Parallels = "parallels", Virtio = "virtio", Gop = "gop", None = "none", Bochs = "bochs", Ramfb = "ramfb",
    }
}
words! { pub enum Backend { Default = "default", Qemu = "qemu", VhostUser = "vhostuser" } }
words! { pub enum VgaConf { Io = "io", On = "on", Off = "off" } }

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
    pub vgaconf: Option<VgaConf>,
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
        ram: u32 = sparse("ram"),
        vram: u32 = sparse("vram"),
        vram64: u32 = sparse("vram64"),
        vgamem: u32 = sparse("vgamem"),
        heads: u32 = sparse("heads"),
        primary: Option<YesNo> = attr("primary"),
        acceleration: Option<Acceleration> = child("acceleration"),
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
