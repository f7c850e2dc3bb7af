//! `<pool>`: where volumes are.

use super::amount::Amount;
use super::path::CleanPath;
use super::permissions::Permissions;
use super::source::{PoolKind, Source};
use crate::error::Result;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{self, Dump, Fault, Read, Root, Shape, YesNo};
use crate::{element, walk, words};

words! {
    /// How the allocation of a volume is found.
    pub enum VolumeAllocation { Default = "default", Capacity = "capacity" }
}

/// A pool. [`Pool::parse`] makes complete ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pool {
    pub name: String,
    pub uuid: Option<Uuid>,
    /// In bytes; what is in use, not what a definition says.
    pub capacity: Amount,
    pub allocation: Amount,
    pub available: Amount,
    /// Whether files are made so that writing copies them, where the file system can.
    pub copy_on_write: Option<YesNo>,
    pub source: Source,
    pub target: Target,
    pub volume_allocation: Option<VolumeAllocation>,
    pub mount_options: Vec<MountOption>,
    pub rbd_options: Vec<RbdOption>,
}

walk!(Pool, |pool, xml| {
    pool.source.kind.required("type", xml);
    xml.namespace("fs", "http://libvirt.org/schemas/storagepool/fs/1.0", !pool.mount_options.is_empty());
    xml.namespace("rbd", "http://libvirt.org/schemas/storagepool/rbd/1.0", !pool.rbd_options.is_empty());
    pool.name.leaf("name", xml);
    xml.refuse(VIR_ERR_XML_ERROR, "malformed uuid element", |xml| pool.uuid.leaf("uuid", xml));
    let strict = xml.is_strict();
    xml.read_if(strict, |xml| {
        pool.capacity.child("capacity", xml);
        pool.allocation.child("allocation", xml);
        pool.available.child("available", xml);
    });
    xml.group("features", |xml| pool.copy_on_write.via("cow", "state", xml));
    xml.element("source", |xml| pool.source.inline(xml));
    pool.target.child("target", xml);
    xml.group("refresh", |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown storage pool volume refresh allocation type {}", |xml| {
            xml.filled(|xml| pool.volume_allocation.via("volume", "allocation", xml));
        });
    });
    xml.group("fs:mount_opts", |xml| pool.mount_options.child("fs:option", xml));
    xml.group("rbd:config_opts", |xml| pool.rbd_options.child("rbd:option", xml));
    xml.check_value(|| pool.check());
    xml.check(|| pool.check_features());
    if xml.is_strict() {
        xml.check_value(|| pool.check_schema());
    }
});

impl Root for Pool {
    const NAME: &'static str = "pool";
    const LABEL: &'static str = "storage_pool_definition";
    const ORIGIN: virErrorDomain = VIR_FROM_STORAGE;
}

/// Where the volumes appear on this host.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub path: Option<CleanPath>,
    pub permissions: Permissions,
}

walk!(Target, |target, xml| {
    xml.shaped(Shape::AbsolutePath, |xml| target.path.leaf("path", xml));
    target.permissions.child("permissions", xml);
});

element! {
    /// One of `mount`.
    pub struct MountOption {
        name: String = required("name") else VIR_ERR_XML_ERROR "no fs mount option name specified",
    }
}

element! {
    /// A setting of the client library of RBD.
    pub struct RbdOption {
        name: String = required("name") else VIR_ERR_XML_ERROR "no rbd option name specified",
        value: String = required("value") else VIR_ERR_XML_ERROR "no rbd option value specified",
    }
}

impl Pool {
    /// Reads a definition and fills in what it leaves open. `strict` refuses names that are not known.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn parse(text: &str, strict: bool) -> Result<Self> {
        let (mut pool, _) = xml::parse::<Self>(text, Read { strict, active: false, ..Read::default() })?;
        pool.complete()?;
        Ok(pool)
    }

    /// The document.
    pub fn format(&self) -> String {
        xml::format(self, Dump::default())
    }

    fn check(&self) -> Result<(), Fault> {
        let kind = self.source.kind;
        let name = self.name_to_be();
        if name.is_empty() {
            return Err(Fault::xml("missing pool source name element"));
        }
        if name.contains('/') {
            return Err(Fault::xml(format!("name {name} cannot contain '/'")));
        }
        self.source.check_needs()?;
        let names_its_path = matches!(kind, PoolKind::Logical | PoolKind::Zfs);
        if kind.has_target() && !names_its_path && self.target.path.is_none() {
            return Err(Fault::xml("missing storage pool target path"));
        }
        Ok(())
    }

    fn check_features(&self) -> Result<(), Fault> {
        match self.source.kind {
            PoolKind::Dir | PoolKind::FileSystem => Ok(()),
            _ if self.copy_on_write.is_none() => Ok(()),
            _ => Err(Fault::new(VIR_ERR_NO_SUPPORT, "cow feature may only be used for 'fs' and 'dir' pools")),
        }
    }

    /// What libvirt's schema refuses and its parser takes: parts that the type has no use for.
    fn check_schema(&self) -> Result<(), Fault> {
        use PoolKind::*;
        let kind = self.source.kind;
        let parts = [
            ("target", self.target != Target::default(), kind.has_target()),
            ("refresh", self.volume_allocation.is_some(), kind == Rbd),
            ("fs:mount_opts", !self.mount_options.is_empty(), matches!(kind, FileSystem | NetworkFileSystem)),
            ("rbd:config_opts", !self.rbd_options.is_empty(), kind == Rbd),
        ];
        match parts.iter().find(|(_, is_there, is_known)| *is_there && !is_known) {
            Some((part, ..)) => Err(Fault::xml(format!("Element '{part}' is not known in a pool '{}'", kind.word()))),
            None => Ok(()),
        }
    }

    /// The pool's name, which may be that of its source.
    fn name_to_be(&self) -> &str {
        match &self.source.name {
            Some(name) if self.name.is_empty() && self.source.kind.has_source_name() => name,
            _ => &self.name,
        }
    }

    fn complete(&mut self) -> Result<()> {
        // What a pool has is not what a definition says.
        (self.capacity, self.allocation, self.available) = Default::default();
        self.name = self.name_to_be().to_owned();
        if self.uuid.is_none() {
            self.uuid = Some(Uuid::random()?);
        }
        self.source.complete(&self.name);
        let source = self.source.name.as_deref().unwrap_or_default();
        match self.source.kind {
            PoolKind::Logical => self.target.path = Some(CleanPath(format!("/dev/{source}"))),
            PoolKind::Zfs => self.target.path = Some(CleanPath(format!("/dev/zvol/{source}"))),
            kind if !kind.has_target() => self.target = Target::default(),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        Pool::parse(text, false).expect_err("must be refused").to_string()
    }

    #[test]
    fn comes_back_byte_for_byte() {
        let text = "<pool type='netfs' xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'>
  <name>shared</name>
  <uuid>7641d5a8-af11-f730-a34e-0a7dfcede71f</uuid>
  <source>
    <host name='server'/>
    <dir path='/export'/>
    <format type='nfs'/>
    <protocol ver='4.1'/>
  </source>
  <target>
    <path>/mnt</path>
    <permissions>
      <mode>0755</mode>
      <owner>0</owner>
    </permissions>
  </target>
  <fs:mount_opts>
    <fs:option name='sync'/>
  </fs:mount_opts>
</pool>
";
        assert_eq!(Pool::parse(text, true).expect("valid").format(), text);
    }

    #[test]
    fn strict_reading_refuses_what_the_type_has_no_use_for() {
        let dir =
            |parts: &str| format!("<pool type='dir'><name>x</name>{parts}<target><path>/x</path></target></pool>");
        let netfs = |dir: &str| {
            format!(
                "<pool type='netfs'><name>x</name><source><host name='h'/><dir path='{dir}'/></source>\
                 <target><path>/x</path></target></pool>"
            )
        };
        for (good, bad) in [
            (dir("<capacity unit='KiB'>1</capacity>"), dir("<capacity unit='x'>1</capacity>")),
            (dir("<source><vendor name='v'/></source>"), dir("<source><host name='h'/></source>")),
            (dir(""), dir("<refresh><volume allocation='default'/></refresh>")),
            (netfs("/x"), netfs("x")),
        ] {
            assert!(Pool::parse(&bad, false).is_ok(), "{bad}");
            let anonymous = |strict| Pool { uuid: None, ..Pool::parse(&good, strict).expect(&good) };
            assert_eq!(anonymous(true), anonymous(false));
            assert_eq!(Pool::parse(&bad, true).expect_err(&bad).code(), VIR_ERR_XML_INVALID_SCHEMA, "{bad}");
        }
    }

    #[test]
    fn names_stand_in_for_each_other() {
        let pool = Pool::parse("<pool type='logical'><source><name>vg</name></source></pool>", false).expect("valid");
        assert_eq!((&*pool.name, pool.target.path), ("vg", Some(CleanPath("/dev/vg".to_owned()))));
        let pool = Pool::parse("<pool type='zfs'><name>tank</name></pool>", false).expect("valid");
        assert_eq!(pool.source.name.as_deref(), Some("tank"));
        assert!(
            refused("<pool type='dir'><source><name>x</name></source></pool>").contains("missing pool source name")
        );
    }

    #[test]
    fn each_type_needs_something() {
        let lacks = |kind: &str, what: &str| {
            let said = refused(&format!("<pool type='{kind}'><name>x</name></pool>"));
            assert!(said.contains(what), "{kind}: {said}");
        };
        lacks("dir", "missing storage pool target path");
        lacks("netfs", "missing storage pool source host name");
        lacks("disk", "missing storage pool source device name");
        lacks("scsi", "missing storage pool source adapter");
    }
}
