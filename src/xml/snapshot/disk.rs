//! `<disk>` of a snapshot: what is done with one disk of the domain.

use super::Location;
use crate::types::*;
use crate::walk;
use crate::xml::domain::device::source::{Source, StartupPolicy};
use crate::xml::{Fault, Variant};

/// The formats of images that there are.
const FORMATS: &[&str] = &[
    "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow", "qcow2", "qed",
    "vmdk",
];

/// One disk of a snapshot. The source is that of the image on which the domain goes on writing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disk {
    /// The disk's target, or its source.
    pub name: String,
    pub location: Option<Location>,
    pub format: Option<String>,
    pub source: Source,
}

walk!(Disk, |disk, xml| {
    xml.lacking(VIR_ERR_INTERNAL_ERROR, "missing name from disk snapshot element", |xml| {
        disk.name.required("name", xml)
    });
    disk.location.attr("snapshot", xml);
    if xml.is_reading() || disk.location == Some(Location::External) {
        disk.source.tag("type", xml);
        xml.group("driver", |xml| disk.format.attr("type", xml));
        xml.complaining(VIR_FROM_DOMAIN, |xml| disk.source.child("source", xml));
    }
    xml.check(|| disk.check());
});

impl Disk {
    /// Whether something is said about the image.
    pub fn has_source(&self) -> bool {
        !self.source.is_empty()
    }

    fn check(&self) -> Result<(), Fault> {
        let path = match &self.source {
            Source::File(_) | Source::Block(_) => Some(self.source.describe()),
            Source::Network(_) => None,
            Source::Dir(_)
            | Source::Volume(_)
            | Source::Nvme(_)
            | Source::VhostUser(_)
            | Source::VhostVdpa(_)
            | Source::Ctl(_) => {
                return Err(Fault::xml(format!("unsupported disk snapshot type '{}'", self.source.tag_word())));
            }
        };
        if let Some(path) = path.filter(|path| !path.is_empty() && !path.starts_with('/')) {
            return Err(Fault::xml(format!("disk snapshot image path '{path}' must be absolute")));
        }
        match self.format.as_deref().filter(|format| !format.is_empty() && !FORMATS.contains(format)) {
            Some(format) => Err(Fault::unsupported(format!("unknown disk snapshot driver '{format}'"))),
            None => Ok(()),
        }
    }

    /// What is said about an image says that there is to be one.
    pub(super) fn fill_in(&mut self) {
        self.format.take_if(|format| format.is_empty());
        // Only a machine's own disks may be left out when it starts.
        self.source.common_mut().attributes.policy = StartupPolicy::default();
        if self.location.is_none() && (self.has_source() || self.format.is_some()) {
            self.location = Some(Location::External);
        }
    }
}
