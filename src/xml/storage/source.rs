//! `<source>` of a pool: the host, devices or directory that it stands on; and `<sources>`: those that were found.

use super::adapter::Adapter;
use super::path::CleanPath;
use crate::error::excerpt;
use crate::types::*;
use crate::xml::common::encryption::Auth;
use crate::xml::{self, Element, Fault, Read, Root, Shape, YesNo};
use crate::{element, walk, words};

words! {
    pub enum PoolKind {
        Dir = "dir", FileSystem = "fs", NetworkFileSystem = "netfs", Logical = "logical", Disk = "disk", Iscsi = "iscsi",
        IscsiDirect = "iscsi-direct", Scsi = "scsi", Multipath = "mpath", Rbd = "rbd", Sheepdog = "sheepdog",
        Gluster = "gluster", Zfs = "zfs", VStorage = "vstorage",
    }
}

words! {
    /// What is on a pool's device. Each type of pool knows some of them, see [`PoolKind::formats`].
    pub enum PoolFormat {
        Auto = "auto", Ext2 = "ext2", Ext3 = "ext3", Ext4 = "ext4", Ufs = "ufs", Iso9660 = "iso9660", Udf = "udf",
        Gfs = "gfs", Gfs2 = "gfs2", Vfat = "vfat", HfsPlus = "hfs+", Xfs = "xfs", Ocfs2 = "ocfs2", Vmfs = "vmfs",
        Nfs = "nfs", Glusterfs = "glusterfs", Cifs = "cifs",
        Unknown = "unknown", Dos = "dos", Dvh = "dvh", Gpt = "gpt", Mac = "mac", Bsd = "bsd", Pc98 = "pc98", Sun = "sun",
        Lvm2 = "lvm2",
    }
}

impl PoolKind {
    /// What may stand on the device, in libvirt's order; none where nothing has to be said.
    pub fn formats(self) -> &'static [PoolFormat] {
        use PoolFormat::*;
        match self {
            Self::FileSystem => {
                &[Auto, Ext2, Ext3, Ext4, Ufs, Iso9660, Udf, Gfs, Gfs2, Vfat, HfsPlus, Xfs, Ocfs2, Vmfs]
            }
            Self::NetworkFileSystem => &[Auto, Nfs, Glusterfs, Cifs],
            Self::Disk => &[Unknown, Dos, Dvh, Gpt, Mac, Bsd, Pc98, Sun, Lvm2],
            Self::Logical => &[Unknown, Lvm2],
            Self::Dir
            | Self::Iscsi
            | Self::IscsiDirect
            | Self::Scsi
            | Self::Multipath
            | Self::Rbd
            | Self::Sheepdog
            | Self::Gluster
            | Self::Zfs
            | Self::VStorage => &[],
        }
    }

    /// What is taken when the document does not say it.
    pub fn default_format(self) -> Option<PoolFormat> {
        match self {
            Self::Logical => Some(PoolFormat::Lvm2),
            _ => self.formats().first().copied(),
        }
    }

    fn has_hosts(self) -> bool {
        use PoolKind::*;
        matches!(self, NetworkFileSystem | Iscsi | IscsiDirect | Rbd | Sheepdog | Gluster)
    }

    fn has_devices(self) -> bool {
        use PoolKind::*;
        matches!(self, FileSystem | Logical | Disk | Iscsi | IscsiDirect | Zfs)
    }

    fn has_dir(self) -> bool {
        matches!(self, Self::NetworkFileSystem | Self::Gluster)
    }

    fn has_initiator(self) -> bool {
        matches!(self, Self::Iscsi | Self::IscsiDirect)
    }

    /// Whether the source has a name, which is the pool's unless it is said.
    pub fn has_source_name(self) -> bool {
        use PoolKind::*;
        matches!(self, Logical | Rbd | Sheepdog | Gluster | Zfs | VStorage)
    }

    /// Whether the volumes appear under a path of the host.
    pub fn has_target(self) -> bool {
        use PoolKind::*;
        !matches!(self, IscsiDirect | Rbd | Sheepdog | Gluster)
    }
}

/// What a pool stands on. Which parts are used depends on the type, which is an attribute of `<pool>`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    pub kind: PoolKind,
    pub hosts: Vec<Host>,
    pub devices: Vec<Device>,
    pub dir: Option<CleanPath>,
    pub adapter: Option<Adapter>,
    pub name: Option<String>,
    /// The name with which an iSCSI server is asked.
    pub initiator: Option<String>,
    pub format: Option<PoolFormat>,
    pub auth: Option<Auth>,
    /// The version of NFS.
    pub protocol_version: Option<String>,
    pub vendor: Option<String>,
    pub product: Option<String>,
}

walk!(Source, |source, xml| {
    xml.open();
    source.hosts.child("host", xml);
    if xml.is_strict() && source.kind != PoolKind::Logical {
        xml.single("device", VIR_ERR_XML_ERROR, "only one device of a pool's source is known to the schema");
    }
    source.devices.child("device", xml);
    xml.filled(|xml| source.dir.via("dir", "path", xml));
    if source.kind == PoolKind::Scsi {
        source.adapter.child("adapter", xml);
    }
    source.name.leaf("name", xml);
    xml.group("initiator", |xml| {
        if xml.is_strict() && !xml.has("iqn") {
            xml.check_value(|| Err(Fault::xml("Missing element 'iqn' of the initiator")));
        }
        xml.filled(|xml| source.initiator.via("iqn", "name", xml));
    });
    if !source.kind.formats().is_empty() {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown pool format type {}", |xml| {
            xml.filled(|xml| source.format.via("format", "type", xml));
        });
    }
    source.auth.child("auth", xml);
    xml.filled(|xml| {
        source.protocol_version.via("protocol", "ver", xml);
        source.vendor.via("vendor", "name", xml);
        source.product.via("product", "name", xml);
    });
    xml.check_value(|| source.check());
    xml.check(|| source.check_version());
    if xml.is_strict() {
        xml.check_value(|| source.check_schema());
    }
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    pub name: String,
    /// 0 is the protocol's own.
    pub port: i32,
}

walk!(Host, |host, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing storage pool host name", |xml| {
        xml.shaped(Shape::Host, |xml| host.name.required("name", xml));
    });
    host.port.sparse("port", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Device {
    pub path: String,
    /// Whether `p` stands between the names of a multipath device and of its partitions.
    pub part_separator: Option<YesNo>,
    pub free: Vec<Extent>,
}

walk!(Device, |device, xml| {
    xml.refuse(VIR_ERR_XML_ERROR, "missing storage pool source device path", |xml| {
        xml.shaped(Shape::SourceDevice, |xml| device.path.required("path", xml));
    });
    device.part_separator.attr("part_separator", xml);
    let strict = xml.is_strict();
    xml.read_if(strict, |xml| device.free.child("freeExtent", xml));
});

element! {
    /// Bytes of a device, from `start` up to `end`.
    pub struct Extent {
        start: u64 = required("start"),
        end: u64 = required("end"),
    }
}

impl Source {
    /// Reads where to look for sources of pools of that type.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str, kind: PoolKind) -> Result<Self, Fault> {
        let mut source = Self { kind, ..Self::default() };
        let label = "storage_source_specification";
        xml::parse_with(text, label, VIR_FROM_STORAGE, Read::default(), |reader| {
            reader.expect_name("source");
            source.read(reader);
        })?;
        Ok(source)
    }

    /// What one field cannot tell: whether the format is one of this type's.
    fn check(&self) -> Result<(), Fault> {
        if self.auth.as_ref().is_some_and(|auth| auth.kind.is_none()) {
            return Err(Fault::unsupported("storage pool missing auth type"));
        }
        match self.format {
            Some(format) if !self.kind.formats().contains(&format) => {
                Err(Fault::unsupported(format!("unknown pool format type {}", format.word())))
            }
            _ => Ok(()),
        }
    }

    fn check_version(&self) -> Result<(), Fault> {
        let Some(format) = self.format else { return Ok(()) };
        let number = self.kind.formats().iter().position(|known| *known == format);
        // The rule is made for NFS, second of its type's formats, but applied to the number in all types.
        if self.protocol_version.is_some() && number > Some(1) {
            let text = format!("storage pool protocol ver unsupported for pool type '{}'", format.word());
            return Err(Fault::unsupported(text));
        }
        match &self.protocol_version {
            Some(version) if version.contains(',') => {
                Err(Fault::detail(format!("storage pool protocol ver '{version}' must not contain ','")))
            }
            _ => Ok(()),
        }
    }

    /// What libvirt's schema refuses and its parser takes: parts that the type has no use for, and values.
    fn check_schema(&self) -> Result<(), Fault> {
        use PoolKind::*;
        let kind = self.kind;
        let has_auth = matches!(kind, Iscsi | IscsiDirect | Rbd);
        let has_vendor = matches!(kind, Dir | FileSystem | NetworkFileSystem | Logical | Disk | Iscsi | Scsi);
        let parts = [
            ("host", !self.hosts.is_empty(), kind.has_hosts()),
            ("device", !self.devices.is_empty(), kind.has_devices()),
            ("dir", self.dir.is_some(), kind.has_dir()),
            ("name", self.name.is_some(), kind.has_source_name()),
            ("initiator", self.initiator.is_some(), kind.has_initiator()),
            ("auth", self.auth.is_some(), has_auth),
            ("protocol", self.protocol_version.is_some(), kind == NetworkFileSystem),
            ("vendor", self.vendor.is_some(), has_vendor),
            ("product", self.product.is_some(), has_vendor),
        ];
        if let Some((part, ..)) = parts.iter().find(|(_, is_there, is_known)| *is_there && !is_known) {
            return Err(Fault::xml(format!("Element '{part}' is not known in the source of a pool '{}'", kind.word())));
        }
        if kind.has_source_name() && kind != Logical && self.name.is_none() {
            return Err(Fault::xml(format!("Missing element 'name' in the source of a pool '{}'", kind.word())));
        }
        if let Some(host) = self.hosts.iter().find(|host| !(-1..=65535).contains(&host.port)) {
            return Err(Fault::xml(format!("'{}' is no port", host.port)));
        }
        let may_be_relative = matches!(self.format, Some(PoolFormat::Cifs | PoolFormat::Glusterfs));
        let dir = self.dir.iter().find(|dir| !may_be_relative && !Shape::AbsoluteDirectory.fits(&dir.0));
        let device = self.devices.iter().find(|device| kind == IscsiDirect && !Shape::IscsiName.fits(&device.path));
        match dir.map(|dir| &dir.0).or(device.map(|device| &device.path)) {
            Some(path) => Err(Fault::xml(format!("'{}' is no path for a pool '{}'", excerpt(path), kind.word()))),
            None => Ok(()),
        }
    }

    /// Complains about what the type needs and is not there.
    pub(super) fn check_needs(&self) -> Result<(), Fault> {
        use PoolKind::*;
        let missing = |what| Err(Fault::xml(what));
        // Of a pool that says nothing of its source, libvirt misses the host first.
        let says_nothing = *self == Self { kind: self.kind, ..Self::default() };
        if self.kind == Rbd && self.name.is_none() && !says_nothing {
            return missing("element 'name' is mandatory for RBD pool");
        }
        if self.kind.has_hosts() && self.hosts.is_empty() {
            return missing("missing storage pool source host name");
        }
        match self.kind {
            NetworkFileSystem if self.dir.as_ref().is_none_or(|dir| dir.0.is_empty()) => {
                missing("missing storage pool source path")
            }
            FileSystem | Disk if self.devices.is_empty() => missing("missing storage pool source device name"),
            Scsi if self.adapter.is_none() => missing("missing storage pool source adapter"),
            IscsiDirect if self.initiator.is_none() => Err(Fault::unsupported("missing initiator IQN")),
            _ => Ok(()),
        }
    }

    /// Forgets what the type has no use for and what says nothing; fills in what is known from the pool's name.
    pub(super) fn complete(&mut self, pool: &str) {
        let kind = self.kind;
        self.format = self.format.or(kind.default_format());
        self.devices.iter_mut().for_each(|device| device.free.clear());
        if !kind.has_hosts() {
            self.hosts.clear();
        }
        if !kind.has_devices() {
            self.devices.clear();
        }
        if !kind.has_dir() {
            self.dir = None;
        } else if kind == PoolKind::Gluster {
            self.dir.get_or_insert_with(|| CleanPath::new("/"));
        }
        if !kind.has_initiator() {
            self.initiator = None;
        }
        self.name = kind.has_source_name().then(|| self.name.take().unwrap_or_else(|| pool.to_owned()));
    }
}

/// What `virConnectFindStoragePoolSources` gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    pub sources: Vec<Source>,
}

walk!(Sources, |sources, xml| {
    xml.open();
    sources.sources.child("source", xml);
});

impl Root for Sources {
    const NAME: &'static str = "sources";
    const LABEL: &'static str = "storage_sources";
    const ORIGIN: virErrorDomain = VIR_FROM_STORAGE;
}
