//! `<volume>`: one image, partition or other storage of a pool.

use super::amount::{Amount, ClusterSize};
use super::permissions::Permissions;
use super::source::{Extent, PoolKind};
use crate::error::Result;
use crate::types::*;
use crate::xml::common::encryption::Encryption;
use crate::xml::{self, Dump, Fault, Read, Root};
use crate::{element, walk, words};

words! {
    pub enum VolumeKind {
        File = "file", Block = "block", Dir = "dir", Network = "network", NetworkDir = "netdir", Ploop = "ploop",
    }
}

words! {
    /// What is in a volume: an image's format, or a partition's type. Each type of pool knows some, see [`formats`].
    pub enum VolumeFormat {
        Raw = "raw", Dir = "dir", Bochs = "bochs", Cloop = "cloop", Dmg = "dmg", Iso = "iso", Vpc = "vpc", Vdi = "vdi",
        Fat = "fat", Vhd = "vhd", Ploop = "ploop", Cow = "cow", Qcow = "qcow", Qcow2 = "qcow2", Qed = "qed", Vmdk = "vmdk",
        None = "none", Linux = "linux", Fat16 = "fat16", Fat32 = "fat32", LinuxSwap = "linux-swap", LinuxLvm = "linux-lvm",
        LinuxRaid = "linux-raid", Extended = "extended",
    }
}

/// What volumes of such a pool may contain, the default first; none where nothing is said about it.
pub fn formats(pool: PoolKind) -> &'static [VolumeFormat] {
    use VolumeFormat::*;
    match pool {
        PoolKind::Dir
        | PoolKind::FileSystem
        | PoolKind::NetworkFileSystem
        | PoolKind::Rbd
        | PoolKind::Gluster
        | PoolKind::VStorage => {
            &[Raw, Dir, Bochs, Cloop, Dmg, Iso, Vpc, Vdi, Fat, Vhd, Ploop, Cow, Qcow, Qcow2, Qed, Vmdk]
        }
        PoolKind::Disk => &[None, Linux, Fat16, Fat32, LinuxSwap, LinuxLvm, LinuxRaid, Extended],
        PoolKind::Logical
        | PoolKind::Iscsi
        | PoolKind::IscsiDirect
        | PoolKind::Scsi
        | PoolKind::Multipath
        | PoolKind::Sheepdog
        | PoolKind::Zfs => &[],
    }
}

/// A volume. [`Volume::parse`] makes complete ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Volume {
    pub kind: Option<VolumeKind>,
    pub name: String,
    /// What identifies it on this host.
    pub key: Option<String>,
    /// Where it is on the pool's devices.
    pub extents: Vec<DeviceExtents>,
    pub capacity: Amount,
    /// What it takes of the pool, in bytes.
    pub allocation: Amount,
    /// The size of the file, in bytes.
    pub physical: Amount,
    pub target: Target,
    pub backing: Backing,
}

walk!(Volume, |volume, xml| {
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume type '{}'", |xml| {
        xml.filled(|xml| volume.kind.attr("type", xml));
    });
    volume.name.leaf("name", xml);
    volume.key.leaf("key", xml);
    xml.reported(|xml| xml.group("source", |xml| volume.extents.child("device", xml)));
    xml.refuse(VIR_ERR_XML_ERROR, "malformed capacity element", |xml| {
        volume.capacity.child("capacity", xml);
        volume.allocation.child("allocation", xml);
    });
    xml.reported(|xml| volume.physical.child("physical", xml));
    volume.target.child("target", xml);
    volume.backing.child("backingStore", xml);
    xml.check(|| match volume.capacity.0 {
        _ if volume.name.is_empty() => Err(Fault::xml("missing volume name element")),
        None => Err(Fault::xml("missing capacity element")),
        Some(_) => Ok(()),
    });
});

impl Root for Volume {
    const NAME: &'static str = "volume";
    const LABEL: &'static str = "storage_volume_definition";
    const ORIGIN: virErrorDomain = VIR_FROM_STORAGE;
}

element! {
    pub struct DeviceExtents {
        path: String = attr("path"),
        extents: Vec<Extent> = child("extent"),
    }
}

/// The volume as it is on this host.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub path: Option<String>,
    pub format: Option<VolumeFormat>,
    pub permissions: Permissions,
    pub timestamps: Timestamps,
    pub encryption: Option<Encryption>,
    /// The version of QEMU that can read the image: `0.10` or `1.1`.
    pub compat: Option<String>,
    /// Whether the file system is not to copy it when it is written; never reported.
    pub no_copy_on_write: bool,
    pub cluster_size: ClusterSize,
    pub features: Option<Features>,
}

walk!(Target, |target, xml| {
    target.path.leaf("path", xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume format type {}", |xml| {
        xml.filled(|xml| target.format.via("format", "type", xml));
    });
    target.permissions.child("permissions", xml);
    xml.reported(|xml| target.timestamps.child("timestamps", xml));
    target.encryption.child("encryption", xml);
    target.compat.leaf("compat", xml);
    if xml.is_reading() {
        target.no_copy_on_write.child("nocow", xml);
    }
    target.cluster_size.child("clusterSize", xml);
    target.features.child("features", xml);
    xml.check(|| target.check_compat());
});

impl Target {
    fn check_compat(&self) -> Result<(), Fault> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        match self.compat.as_deref().map(|compat| compat.split_once('.')) {
            None => Ok(()),
            Some(Some((major, minor))) if digits(major) && digits(minor) => Ok(()),
            Some(_) => Err(Fault::xml("forbidden characters in 'compat' attribute")),
        }
    }
}

element! {
    /// Seconds since 1970, with nine digits behind the point.
    pub struct Timestamps {
        accessed: Option<String> = leaf("atime"),
        modified: Option<String> = leaf("mtime"),
        changed: Option<String> = leaf("ctime"),
        born: Option<String> = leaf("btime"),
    }
}

/// What an image of format qcow2 can do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    pub lazy_refcounts: bool,
    pub extended_l2: bool,
}

walk!(Features, |features, xml| {
    features.lazy_refcounts.child("lazy_refcounts", xml);
    features.extended_l2.child("extended_l2", xml);
    xml.no_others(VIR_ERR_CONFIG_UNSUPPORTED, "unsupported feature {}");
});

/// The image that has what this one does not; none without a path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backing {
    pub path: Option<String>,
    pub format: Option<VolumeFormat>,
    pub permissions: Permissions,
    pub timestamps: Timestamps,
}

walk!(Backing, |backing, xml| {
    backing.path.leaf("path", xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume format type {}", |xml| {
        xml.filled(|xml| backing.format.via("format", "type", xml));
    });
    backing.permissions.child("permissions", xml);
    xml.reported(|xml| backing.timestamps.child("timestamps", xml));
});

impl Volume {
    /// Reads what a volume of such a pool is to be and fills in what is left open. `strict` refuses names that are not known.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str, pool: PoolKind, strict: bool) -> Result<Self> {
        let (mut volume, _) = xml::parse::<Self>(text, Read { strict, active: false, ..Read::default() })?;
        volume.complete(pool)?;
        Ok(volume)
    }

    /// The document.
    pub fn format(&self) -> String {
        xml::format(self, Dump::default())
    }

    fn complete(&mut self, pool: PoolKind) -> Result<()> {
        self.kind.get_or_insert_default();
        if self.allocation.0.is_none() {
            self.allocation = self.capacity;
        }
        self.target.format = format_in(pool, self.target.format)?;
        if self.target.features.is_some() {
            self.target.compat.get_or_insert_with(|| "1.1".to_owned());
        }
        self.backing = match self.backing.path {
            Some(_) => Backing { format: format_in(pool, self.backing.format)?, ..std::mem::take(&mut self.backing) },
            None => Backing::default(),
        };
        Ok(())
    }
}

/// The format, or the pool's default; nothing in pools that say nothing about it.
fn format_in(pool: PoolKind, format: Option<VolumeFormat>) -> Result<Option<VolumeFormat>, Fault> {
    let known = formats(pool);
    match format {
        Some(format) if !known.is_empty() && !known.contains(&format) => {
            Err(Fault::unsupported(format!("unknown volume format type {}", format.word())))
        }
        Some(format) if !known.is_empty() => Ok(Some(format)),
        _ => Ok(known.first().copied()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_is_filled_in() {
        let text = "<volume><name>v</name><capacity unit='KiB'>2</capacity><target><features/></target></volume>";
        assert_eq!(
            Volume::parse(text, PoolKind::Dir, true).expect("valid").format(),
            "<volume type='file'>\n  <name>v</name>\n  <capacity unit='bytes'>2048</capacity>\n  \
             <allocation unit='bytes'>2048</allocation>\n  <target>\n    <format type='raw'/>\n    <compat>1.1</compat>\n    \
             <features/>\n  </target>\n</volume>\n"
        );
        let partition = Volume::parse(text, PoolKind::Disk, true).expect("valid");
        assert_eq!(partition.target.format, Some(VolumeFormat::None));
        assert_eq!(Volume::parse(text, PoolKind::Logical, true).expect("valid").target.format, None);
    }

    #[test]
    fn formats_are_those_of_the_pool() {
        let text = "<volume><name>v</name><capacity>1</capacity><target><format type='linux'/></target></volume>";
        assert!(Volume::parse(text, PoolKind::Disk, false).is_ok());
        let said = Volume::parse(text, PoolKind::Dir, false).expect_err("not a format of files").to_string();
        assert_eq!(said, "unsupported configuration: unknown volume format type linux");
    }
}
