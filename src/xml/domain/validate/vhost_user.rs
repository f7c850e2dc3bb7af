//! Disks that another program serves: most of what is said of disks is that program's business.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::domain::device::disk::{Bus, Cache, DetectZeroes, Discard, Disk, ErrorPolicy, Geometry, Io, Snapshot};

impl Disk {
    pub(super) fn validate_vhost_user(&self) -> Result<(), Fault> {
        refuse_if(self.target.bus != Some(Bus::Virtio), || {
            Fault::unsupported("vhostuser disk supports only virtio bus")
        })?;
        refuse_if(!matches!(self.snapshot, None | Some(Snapshot::No)), || {
            Fault::unsupported("only snapshot=no is supported with vhostuser disk")
        })?;
        let driver = &self.driver;
        let errors = [driver.error_policy, driver.rerror_policy];
        let children = &self.source.common().children;
        let given = [
            (driver.cache != Cache::Default, "cache"),
            (errors.iter().any(|policy| *policy != ErrorPolicy::Default), "error_policy"),
            (driver.io != Io::Default, "io"),
            (driver.ioeventfd.is_some(), "ioeventfd"),
            (driver.copy_on_read.is_some(), "copy_on_read"),
            (driver.discard != Discard::Default, "discard"),
            (driver.iothread > 0, "iothread"),
            (driver.detect_zeroes != DetectZeroes::Default, "detect_zeroes"),
            (driver.metadata_cache.is_some(), "metadata_cache"),
            (self.iotune.as_ref().is_some_and(|iotune| !iotune.is_empty()), "iotune"),
            (self.backing_store.is_some(), "backingStore"),
            (self.encryption.is_some() || children.encryption.is_some(), "encryption"),
            (self.readonly, "readonly"),
            (self.shareable, "shareable"),
            (self.transient.is_some(), "transient"),
            (self.serial.is_some(), "serial"),
            (self.wwn.is_some(), "wwn"),
            (self.vendor.is_some(), "vendor"),
            (self.product.is_some(), "product"),
            (self.auth.is_some() || children.auth.is_some(), "auth"),
            (self.geometry.as_deref().is_some_and(|geometry| *geometry != Geometry::default()), "geometry"),
            (self.logical_block_size > 0 || self.physical_block_size > 0, "blockio"),
        ];
        match given.iter().find(|(given, _)| *given) {
            Some((_, what)) => Err(Fault::unsupported(format!("{what} is not supported with vhostuser disk"))),
            None => Ok(()),
        }
    }
}
