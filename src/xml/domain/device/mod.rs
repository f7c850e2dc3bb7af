//! `<devices>`: what is plugged into the machine. One file for each kind of device.

pub mod address;
pub mod audio;
pub mod chardev;
pub mod controller;
pub mod disk;
pub mod filesystem;
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

use crate::element;

element! {
    /// Lists in the order in which libvirt writes them, which is not the order of the document that was read.
    pub struct Devices {
        emulator: Option<String> = leaf("emulator"),
        disks: Vec<disk::Disk> = child("disk"),
        controllers: Vec<controller::Controller> = child("controller"),
        leases: Vec<lease::Lease> = child("lease"),
        filesystems: Vec<filesystem::Filesystem> = child("filesystem"),
        interfaces: Vec<interface::Interface> = child("interface"),
        smartcards: Vec<smartcard::Smartcard> = child("smartcard"),
        serials: Vec<chardev::Serial> = child("serial"),
        parallels: Vec<chardev::Parallel> = child("parallel"),
        consoles: Vec<chardev::Console> = child("console"),
        channels: Vec<chardev::Channel> = child("channel"),
        inputs: Vec<input::Input> = child("input"),
        tpms: Vec<tpm::Tpm> = child("tpm"),
        graphics: Vec<graphics::Graphics> = child("graphics"),
        sounds: Vec<sound::Sound> = child("sound"),
        audios: Vec<audio::Audio> = child("audio"),
        videos: Vec<video::Video> = child("video"),
        hostdevs: Vec<hostdev::Hostdev> = child("hostdev"),
        redirdevs: Vec<redirdev::Redirdev> = child("redirdev"),
        redirfilter: Option<redirdev::Redirfilter> = child("redirfilter"),
        hubs: Vec<hub::Hub> = child("hub"),
        watchdog: Vec<watchdog::Watchdog> = child("watchdog"),
        memballoon: Option<memballoon::Memballoon> = child("memballoon"),
        rngs: Vec<rng::Rng> = child("rng"),
        nvram: Option<nvram::Nvram> = child("nvram"),
        panics: Vec<panic::Panic> = slim("panic"),
        shmems: Vec<shmem::Shmem> = child("shmem"),
        memories: Vec<memory::Memory> = child("memory"),
        iommu: Option<iommu::Iommu> = child("iommu"),
        vsock: Option<vsock::Vsock> = child("vsock"),
    }
}
