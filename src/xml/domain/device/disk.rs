//! `<disk>`: a disk, CD-ROM or floppy drive. Where its bytes are is in `source.rs`.

use std::collections::{HashMap, HashSet};

use super::address::{Boot, Place};
use super::source::{BackingStore, Format, ImageFormat, MetadataCache, Source};
use super::virtio::VirtioOptions;
use crate::types::*;
use crate::xml::common::encryption::{Auth, Encryption};
use crate::xml::{Fault, Few, OnOff, OnlyYes, YesNo};
use crate::{element, walk, words};

words! { pub enum Device { Disk = "disk", Cdrom = "cdrom", Floppy = "floppy", Lun = "lun" } }
words! { pub enum Model { Virtio = "virtio", Transitional = "virtio-transitional", NonTransitional = "virtio-non-transitional" } }
words! { pub enum Sgio { Filtered = "filtered", Unfiltered = "unfiltered" } }
words! {
    pub enum Bus {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Virtio = "virtio", Xen = "xen", Usb = "usb", Uml = "uml", Sata = "sata",
        Sd = "sd"; newer: Nvme = "nvme",
    }
}
words! { pub enum Tray { Closed = "closed", Open = "open" } }
words! { pub enum Snapshot { No = "no", Internal = "internal", External = "external", Manual = "manual" } }
words! {
    pub enum Cache {
        Default = "default", None = "none", WriteThrough = "writethrough", WriteBack = "writeback",
        DirectSync = "directsync", Unsafe = "unsafe",
    }
}
words! {
    pub enum ErrorPolicy {
        unsaid Default = "default", Stop = "stop", Report = "report", Ignore = "ignore", EnoSpace = "enospace",
    }
}
words! { pub enum Io { unsaid Default = "default", Native = "native", Threads = "threads", Uring = "io_uring" } }
words! { pub enum Discard { unsaid Default = "default", Unmap = "unmap", Ignore = "ignore" } }
words! { pub enum DetectZeroes { unsaid Default = "default", Off = "off", On = "on", Unmap = "unmap" } }
words! { pub enum HistogramType { Read = "read", Write = "write", Zone = "zone", Flush = "flush" } }
words! { pub enum Translation { unsaid Default = "default", None = "none", Auto = "auto", Lba = "lba" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disk {
    pub device: Device,
    pub model: Option<Model>,
    pub rawio: Option<YesNo>,
    pub sgio: Option<Sgio>,
    pub snapshot: Option<Snapshot>,
    pub driver: Driver,
    /// Where old documents have it; newer ones have it in the source.
    pub auth: Option<Box<Auth>>,
    /// Also says what `type` the disk is.
    pub source: Source,
    pub backing_store: Option<Box<BackingStore>>,
    /// A copy in the making, while the machine runs.
    pub mirror: Option<Box<Mirror>>,
    pub backend_domain: Option<Box<String>>,
    pub geometry: Option<Box<Geometry>>,
    pub logical_block_size: u32,
    pub physical_block_size: u32,
    pub discard_granularity: Option<u32>,
    pub target: Target,
    pub iotune: Option<Box<Iotune>>,
    pub throttle_filters: Few<ThrottleFilter>,
    pub readonly: bool,
    pub shareable: bool,
    pub transient: Option<Transient>,
    pub serial: Option<Box<String>>,
    pub wwn: Option<Box<String>>,
    pub vendor: Option<Box<String>>,
    pub product: Option<Box<String>>,
    /// Where old documents have it; newer ones have it in the source.
    pub encryption: Option<Box<Encryption>>,
    pub boot: Option<Boot>,
    pub place: Place,
}

walk!(Disk, |disk, xml| {
    if xml.has("source") {
        disk.source.tag("type", xml);
    } else {
        // An empty drive is of the first type, whatever it says.
        let said = &mut Source::default();
        (*said).tag("type", xml);
        if xml.is_strict() && matches!(said, Source::Network(_)) {
            xml.check_value(|| Err(Fault::xml("a disk of the network needs a <source>")));
        }
    }
    disk.device.attr("device", xml);
    disk.model.attr("model", xml);
    disk.rawio.attr("rawio", xml);
    disk.sgio.attr("sgio", xml);
    disk.snapshot.attr("snapshot", xml);
    disk.driver.child("driver", xml);
    disk.auth.child("auth", xml);
    disk.source.child("source", xml);
    disk.backing_store.child("backingStore", xml);
    disk.backend_domain.via("backenddomain", "name", xml);
    disk.geometry.child("geometry", xml);
    xml.group("blockio", |xml| {
        disk.logical_block_size.sparse("logical_block_size", xml);
        disk.physical_block_size.sparse("physical_block_size", xml);
        xml.newer(|xml| disk.discard_granularity.attr("discard_granularity", xml));
    });
    xml.live(|xml| disk.mirror.child("mirror", xml));
    disk.target.child("target", xml);
    disk.iotune.child("iotune", xml);
    xml.newer(|xml| xml.group("throttlefilters", |xml| disk.throttle_filters.child("throttlefilter", xml)));
    disk.readonly.child("readonly", xml);
    disk.shareable.child("shareable", xml);
    disk.transient.child("transient", xml);
    disk.serial.leaf("serial", xml);
    disk.wwn.leaf("wwn", xml);
    disk.vendor.leaf("vendor", xml);
    disk.product.leaf("product", xml);
    disk.encryption.child("encryption", xml);
    disk.boot.child("boot", xml);
    disk.place.inline(xml);
    xml.check(|| disk.check());
} then settle);

/// The disks of a domain by target and by source; of several that share one, the first.
#[derive(Debug)]
pub struct Places<'d> {
    targets: HashMap<&'d str, usize>,
    sources: HashMap<&'d str, usize>,
}

impl<'d> Places<'d> {
    pub fn of(disks: &'d [Disk]) -> Self {
        let (mut targets, mut sources) = (HashMap::new(), HashMap::new());
        for (at, disk) in disks.iter().enumerate() {
            targets.entry(disk.target()).or_insert(at);
            sources.entry(disk.source.describe()).or_insert(at);
        }
        Self { targets, sources }
    }

    /// The place of the disk of that target, or else of that source.
    pub fn find(&self, name: &str) -> Option<usize> {
        let by_source = || self.sources.get(name).filter(|_| !name.is_empty());
        self.targets.get(name).or_else(by_source).copied()
    }
}

/// The disks of a domain that another document has named.
#[derive(Debug, Default)]
pub struct Named(HashSet<usize>);

impl Named {
    /// Adds the disk that was found for `name`.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED` when none was found, or it was named before.
    pub fn add(&mut self, name: &str, found: Option<usize>) -> Result<usize, Fault> {
        let Some(at) = found else {
            return Err(Fault::unsupported(format!("no disk named '{name}'")));
        };
        match self.0.insert(at) {
            true => Ok(at),
            false => Err(Fault::unsupported(format!("disk '{name}' specified twice"))),
        }
    }

    /// Whether the disk at that place was named.
    pub fn contains(&self, at: usize) -> bool {
        self.0.contains(&at)
    }
}

impl Disk {
    fn settle(&mut self) {
        self.source.settle();
    }

    /// What the guest calls it: `vda`.
    pub fn target(&self) -> &str {
        self.target.device.as_deref().unwrap_or_default()
    }

    fn check(&self) -> Result<(), Fault> {
        if self.driver.rerror_policy == ErrorPolicy::EnoSpace {
            return Err(Fault::unsupported("Invalid disk read error policy: 'enospace'"));
        }
        if let Some(wwn) = &self.wwn {
            let digits = wwn.strip_prefix("0x").unwrap_or(wwn);
            if digits.len() != 16 || !digits.bytes().all(|c| c.is_ascii_hexdigit()) {
                return Err(Fault::internal(format!("Malformed wwn: {wwn}")).with_origin(VIR_FROM_NONE));
            }
        }
        if self.target.device.as_deref().unwrap_or_default().is_empty() {
            return Err(Fault::new(VIR_ERR_NO_TARGET, self.source.describe()));
        }
        Ok(())
    }
}

element! {
    pub struct Driver {
        name: Option<String> = attr("name"),
        format: Option<ImageFormat> = attr("type")
            else VIR_ERR_CONFIG_UNSUPPORTED "unknown driver format value '{}'",
        cache: Cache = sparse("cache"),
        error_policy: ErrorPolicy = sparse("error_policy"),
        rerror_policy: ErrorPolicy = sparse("rerror_policy"),
        io: Io = sparse("io"),
        ioeventfd: Option<OnOff> = attr("ioeventfd"),
        event_idx: Option<OnOff> = attr("event_idx"),
        copy_on_read: Option<OnOff> = attr("copy_on_read"),
        discard: Discard = sparse("discard"),
        iothread: u32 = sparse("iothread"),
        detect_zeroes: DetectZeroes = sparse("detect_zeroes"),
        discard_no_unref: Option<OnOff> = attr("discard_no_unref") @newer,
        queues: u32 = sparse("queues"),
        queue_size: u32 = sparse("queue_size"),
        virtio: VirtioOptions = inline(),
        metadata_cache: Option<Box<MetadataCache>> = child("metadata_cache"),
        iothreads: Option<Box<IoThreads>> = child("iothreads") @newer,
        statistics: Option<Box<Statistics>> = child("statistics") @newer,
    }
}

element! {
    /// Which threads serve which queues; without queues a thread serves what others leave.
    pub struct IoThreads {
        threads: Vec<MappedThread> = child("iothread"),
    }
}

element! {
    pub struct MappedThread {
        id: u32 = required("id"),
        queues: Vec<Queue> = child("queue"),
    }
}

element! {
    pub struct Queue {
        id: u32 = required("id"),
    }
}

element! {
    /// What QEMU counts of the disk.
    pub struct Statistics {
        intervals: Vec<Interval> = child("statistic"),
        histograms: Vec<LatencyHistogram> = child("latency-histogram"),
    }
}

element! {
    /// In seconds.
    pub struct Interval {
        interval: u32 = required("interval"),
    }
}

element! {
    /// Of one kind of operations, or of all.
    pub struct LatencyHistogram {
        kind: Option<HistogramType> = attr("type"),
        bins: Vec<Bin> = child("bin"),
    }
}

element! {
    /// Operations that took so many nanoseconds or more.
    pub struct Bin {
        start: u64 = required("start"),
    }
}

element! {
    pub struct Geometry {
        cylinders: u32 = attr("cyls"),
        heads: u32 = attr("heads"),
        sectors: u32 = attr("secs"),
        translation: Translation = sparse("trans"),
    }
}

element! {
    pub struct Target {
        device: Option<String> = attr("dev"),
        bus: Option<Bus> = attr("bus"),
        tray: Tray = sparse("tray"),
        removable: Option<OnOff> = attr("removable"),
        rotation_rate: u32 = sparse("rotation_rate"),
        dpofua: Option<OnOff> = attr("dpofua") @newer,
    }
}

element! {
    /// A group of limits of the machine's `<throttlegroups>`.
    pub struct ThrottleFilter {
        group: String = required("group"),
    }
}

words! {
    pub enum MirrorJob {
        Unknown = "unknown", Pull = "pull", Copy = "copy", Commit = "commit", ActiveCommit = "active-commit",
        Backup = "backup",
    }
}
words! { pub enum MirrorState { Yes = "yes", Abort = "abort", Pivot = "pivot" } }

/// A copy of the disk's bytes that is being made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror {
    pub source: Source,
    /// What versions before 1.2.6 look for: the file, and its format.
    pub old_path: Option<String>,
    pub old_format: Option<String>,
    pub job: Option<MirrorJob>,
    pub state: Option<MirrorState>,
    pub format: Option<Format>,
    pub below: Option<Box<BackingStore>>,
}

walk!(Mirror, |mirror, xml| {
    mirror.source.tag("type", xml);
    mirror.old_path.attr("file", xml);
    mirror.old_format.attr("format", xml);
    mirror.job.attr("job", xml);
    mirror.state.attr("ready", xml);
    mirror.format.child("format", xml);
    mirror.source.child("source", xml);
    mirror.below.child("backingStore", xml);
});

element! {
    pub struct Transient {
        share_backing: OnlyYes = sparse("shareBacking"),
    }
}

element! {
    /// Limits of this disk, or of its group.
    pub struct Iotune {
        rates: Rates = inline(),
        group_name: Option<String> = leaf("group_name"),
        lengths: Lengths = inline(),
    }
}

element! {
    /// Bytes and operations a second, and how high they may go for a while.
    pub struct Rates {
        total_bytes_sec: u64 = sparse_leaf("total_bytes_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_bytes_sec' must be an integer",
        read_bytes_sec: u64 = sparse_leaf("read_bytes_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_bytes_sec' must be an integer",
        write_bytes_sec: u64 = sparse_leaf("write_bytes_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_bytes_sec' must be an integer",
        total_iops_sec: u64 = sparse_leaf("total_iops_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_iops_sec' must be an integer",
        read_iops_sec: u64 = sparse_leaf("read_iops_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_iops_sec' must be an integer",
        write_iops_sec: u64 = sparse_leaf("write_iops_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_iops_sec' must be an integer",
        total_bytes_sec_max: u64 = sparse_leaf("total_bytes_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_bytes_sec_max' must be an integer",
        read_bytes_sec_max: u64 = sparse_leaf("read_bytes_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_bytes_sec_max' must be an integer",
        write_bytes_sec_max: u64 = sparse_leaf("write_bytes_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_bytes_sec_max' must be an integer",
        total_iops_sec_max: u64 = sparse_leaf("total_iops_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_iops_sec_max' must be an integer",
        read_iops_sec_max: u64 = sparse_leaf("read_iops_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_iops_sec_max' must be an integer",
        write_iops_sec_max: u64 = sparse_leaf("write_iops_sec_max")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_iops_sec_max' must be an integer",
        size_iops_sec: u64 = sparse_leaf("size_iops_sec")
            else VIR_ERR_XML_ERROR "disk iotune field 'size_iops_sec' must be an integer",
    }
}

element! {
    /// For how many seconds the rates may be that high.
    pub struct Lengths {
        total_bytes_sec_max_length: u64 = sparse_leaf("total_bytes_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_bytes_sec_max_length' must be an integer",
        read_bytes_sec_max_length: u64 = sparse_leaf("read_bytes_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_bytes_sec_max_length' must be an integer",
        write_bytes_sec_max_length: u64 = sparse_leaf("write_bytes_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_bytes_sec_max_length' must be an integer",
        total_iops_sec_max_length: u64 = sparse_leaf("total_iops_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'total_iops_sec_max_length' must be an integer",
        read_iops_sec_max_length: u64 = sparse_leaf("read_iops_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'read_iops_sec_max_length' must be an integer",
        write_iops_sec_max_length: u64 = sparse_leaf("write_iops_sec_max_length")
            else VIR_ERR_XML_ERROR "disk iotune field 'write_iops_sec_max_length' must be an integer",
    }
}
