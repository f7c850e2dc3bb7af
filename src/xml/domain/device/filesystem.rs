//! `<filesystem>`: a folder of the host that the guest sees.

use super::address::{Boot, Place};
use super::source::{Bytes, ImageFormat};
use super::virtio::VirtioOptions;
use crate::xml::domain::idmap::IdMap;
use crate::xml::{Octal, OnOff, Size};
use crate::{element, variants, walk, words};

words! { pub enum AccessMode { Passthrough = "passthrough", Mapped = "mapped", Squash = "squash" } }
words! { pub enum Multidevs { Default = "default", Remap = "remap", Forbid = "forbid", Warn = "warn" } }
words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }
words! {
    pub enum DriverType {
        Default = "default", Path = "path", Handle = "handle", Loop = "loop", Nbd = "nbd", Ploop = "ploop",
        Virtiofs = "virtiofs"; newer: Mtp = "mtp",
    }
}
words! { pub enum WritePolicy { Default = "default", Immediate = "immediate" } }
words! { pub enum CacheMode { unsaid Default = "default", None = "none", Always = "always" } }
words! { pub enum Sandbox { unsaid Default = "default", Namespace = "namespace", Chroot = "chroot" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filesystem {
    /// Also says what `type` it is.
    pub source: Source,
    pub access_mode: Option<AccessMode>,
    pub multidevs: Multidevs,
    pub fmode: Octal<4>,
    pub dmode: Octal<4>,
    pub model: Option<Model>,
    pub driver: Driver,
    pub binary: Option<Binary>,
    /// Of a user's own virtiofsd.
    pub idmap: IdMap,
    pub target: Option<String>,
    pub readonly: bool,
    pub boot: Option<Boot>,
    pub place: Place,
    pub space_hard_limit: Option<Bytes>,
    pub space_soft_limit: Option<Bytes>,
}

walk!(Filesystem, |filesystem, xml| {
    filesystem.source.tag("type", xml);
    filesystem.access_mode.attr("accessmode", xml);
    filesystem.model.attr("model", xml);
    filesystem.multidevs.sparse("multidevs", xml);
    filesystem.fmode.sparse("fmode", xml);
    filesystem.dmode.sparse("dmode", xml);
    filesystem.driver.child("driver", xml);
    filesystem.binary.child("binary", xml);
    xml.newer(|xml| filesystem.idmap.child("idmap", xml));
    filesystem.source.child("source", xml);
    filesystem.target.via("target", "dir", xml);
    filesystem.readonly.child("readonly", xml);
    filesystem.boot.child("boot", xml);
    filesystem.place.inline(xml);
    filesystem.space_hard_limit.child("space_hard_limit", xml);
    filesystem.space_soft_limit.child("space_soft_limit", xml);
});

variants! {
    pub enum Source {
        Mount(Mount) = "mount",
        Block(Block) = "block",
        File(File) = "file",
        Template(Template) = "template",
        Ram(Ram) = "ram",
        Bind(Mount) = "bind",
        Volume(Volume) = "volume",
    }
}

element! {
    pub struct Mount {
        directory: Option<String> = attr("dir"),
        socket: Option<String> = attr("socket"),
    }
}

element! {
    pub struct Block {
        device: Option<String> = attr("dev"),
    }
}

element! {
    pub struct File {
        file: Option<String> = attr("file"),
    }
}

element! {
    pub struct Template {
        name: Option<String> = attr("name"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ram {
    pub usage: Size,
}

walk!(Ram, |ram, xml| {
    ram.usage.attr_with("usage", "units", xml);
});

element! {
    pub struct Volume {
        pool: Option<String> = attr("pool"),
        volume: Option<String> = attr("volume"),
    }
}

element! {
    pub struct Driver {
        kind: DriverType = sparse("type"),
        format: Option<ImageFormat> = attr("format")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown driver format value '{}'",
        write_policy: WritePolicy = sparse("wrpolicy"),
        queue: u64 = sparse("queue"),
        virtio: VirtioOptions = inline(),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Binary {
    pub path: Option<String>,
    pub xattr: Option<OnOff>,
    pub cache: CacheMode,
    pub sandbox: Sandbox,
    pub lock_posix: Option<OnOff>,
    pub lock_flock: Option<OnOff>,
    pub thread_pool_size: Option<i32>,
    pub open_files: Option<u64>,
}

walk!(Binary, |binary, xml| {
    binary.path.attr("path", xml);
    binary.xattr.attr("xattr", xml);
    binary.cache.sparse_via("cache", "mode", xml);
    binary.sandbox.sparse_via("sandbox", "mode", xml);
    xml.group("lock", |xml| {
        binary.lock_posix.attr("posix", xml);
        binary.lock_flock.attr("flock", xml);
    });
    binary.thread_pool_size.via("thread_pool", "size", xml);
    xml.newer(|xml| binary.open_files.via("openfiles", "max", xml));
});
