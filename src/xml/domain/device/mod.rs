//! `<devices>`: what is plugged into the machine. One file for each kind of device.

pub mod address;
pub mod audio;
pub mod chardev;
pub mod controller;
pub mod crypto;
pub mod disk;
pub mod filesystem;
mod fragment;
pub mod graphics;
pub mod hostdev;
pub mod hub;
pub mod input;
pub mod interface;
pub mod iommu;
pub mod lease;
pub mod memballoon;
pub mod memory;
pub mod nvram;
pub mod panic;
pub mod pstore;
pub mod redirdev;
pub mod rng;
pub mod shmem;
pub mod smartcard;
pub mod sound;
pub mod source;
pub mod tpm;
pub mod video;
pub mod virtio;
pub mod vsock;
pub mod watchdog;

use crate::types::*;
use crate::walk;
use crate::xml::Few;

pub use fragment::Device;

/// Lists in the order in which libvirt writes them, which is not the order of the document that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Devices {
    pub emulator: Option<String>,
    pub disks: Vec<disk::Disk>,
    pub controllers: Vec<controller::Controller>,
    pub leases: Few<lease::Lease>,
    pub filesystems: Few<filesystem::Filesystem>,
    pub interfaces: Vec<interface::Interface>,
    pub smartcards: Few<smartcard::Smartcard>,
    pub serials: Vec<chardev::Serial>,
    pub parallels: Few<chardev::Parallel>,
    pub consoles: Vec<chardev::Console>,
    pub channels: Few<chardev::Channel>,
    pub inputs: Vec<input::Input>,
    pub tpms: Few<tpm::Tpm>,
    pub graphics: Vec<graphics::Graphics>,
    pub sounds: Few<sound::Sound>,
    pub audios: Few<audio::Audio>,
    pub videos: Vec<video::Video>,
    pub hostdevs: Few<hostdev::Hostdev>,
    pub redirdevs: Few<redirdev::Redirdev>,
    pub redirfilter: Option<Box<redirdev::Redirfilter>>,
    pub hubs: Few<hub::Hub>,
    pub watchdogs: Few<watchdog::Watchdog>,
    pub memballoon: Option<Box<memballoon::Memballoon>>,
    pub rngs: Few<rng::Rng>,
    pub nvram: Option<Box<nvram::Nvram>>,
    pub panics: Few<panic::Panic>,
    pub shmems: Few<shmem::Shmem>,
    pub memories: Few<memory::Memory>,
    pub cryptos: Few<crypto::Crypto>,
    pub iommus: Few<iommu::Iommu>,
    pub vsock: Option<Box<vsock::Vsock>>,
    pub pstore: Option<Box<pstore::Pstore>>,
}

impl Devices {
    /// Gives back the room that lists have for more, which post-parse leaves in those that it adds to.
    pub(super) fn shrink(&mut self) {
        self.controllers.shrink_to_fit();
        self.inputs.shrink_to_fit();
        self.videos.shrink_to_fit();
        self.serials.shrink_to_fit();
        self.consoles.shrink_to_fit();
    }
}

walk!(Devices, |devices, xml| {
    devices.emulator.leaf("emulator", xml);
    devices.disks.child("disk", xml);
    devices.controllers.child("controller", xml);
    devices.leases.child("lease", xml);
    devices.filesystems.child("filesystem", xml);
    devices.interfaces.child("interface", xml);
    devices.smartcards.child("smartcard", xml);
    devices.serials.child("serial", xml);
    devices.parallels.child("parallel", xml);
    devices.consoles.child("console", xml);
    devices.channels.child("channel", xml);
    devices.inputs.slim("input", xml);
    devices.tpms.child("tpm", xml);
    devices.graphics.child("graphics", xml);
    devices.sounds.child("sound", xml);
    devices.audios.child("audio", xml);
    devices.videos.child("video", xml);
    devices.hostdevs.child("hostdev", xml);
    devices.redirdevs.child("redirdev", xml);
    xml.single("redirfilter", VIR_ERR_INTERNAL_ERROR, "only one set of redirection filter rule is supported");
    devices.redirfilter.child("redirfilter", xml);
    devices.hubs.child("hub", xml);
    xml.single("watchdog", VIR_ERR_INTERNAL_ERROR, "only a single watchdog device is supported");
    devices.watchdogs.child("watchdog", xml);
    xml.single("memballoon", VIR_ERR_INTERNAL_ERROR, "only a single memory balloon device is supported");
    devices.memballoon.child("memballoon", xml);
    devices.rngs.child("rng", xml);
    xml.single("nvram", VIR_ERR_INTERNAL_ERROR, "only a single nvram device is supported");
    devices.nvram.child("nvram", xml);
    devices.panics.slim("panic", xml);
    devices.shmems.child("shmem", xml);
    devices.memories.child("memory", xml);
    xml.newer(|xml| devices.cryptos.child("crypto", xml));
    xml.older(|xml| xml.single("iommu", VIR_ERR_XML_ERROR, "only a single IOMMU device is supported"));
    devices.iommus.child("iommu", xml);
    xml.single("vsock", VIR_ERR_XML_ERROR, "only a single vsock device is supported");
    devices.vsock.child("vsock", xml);
    xml.newer(|xml| {
        xml.single("pstore", VIR_ERR_XML_ERROR, "only a single pstore device is supported");
        devices.pstore.child("pstore", xml);
    });
});
