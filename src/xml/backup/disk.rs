//! `<disk>` of a backup: whether one disk of the domain is copied, since when, and with which image.

use super::{Mode, invalid};
use crate::types::*;
use crate::xml::common::encryption::EncryptionFormat;
use crate::xml::domain::device::source::{CommonAttributes, CommonChildren, ImageFormat, Source};
use crate::xml::{Element, Fault, Reader, Variant, Writer, YesNo};
use crate::{walk, words};

words! { pub enum DiskMode { Full = "full", Incremental = "incremental" } }
words! {
    pub enum DiskState {
        Running = "running", Complete = "complete", Failed = "failed", Cancelling = "cancelling",
        Cancelled = "cancelled",
    }
}
words! {
    /// What the image is for: the target becomes the copy, scratch space keeps what the guest overwrites while the copy is
    /// pulled.
    pub enum ImageName { Target = "target", Scratch = "scratch" }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disk {
    /// The disk's target.
    pub name: String,
    pub backup: YesNo,
    pub state: Option<DiskState>,
    pub mode: Option<DiskMode>,
    /// The checkpoint since which changes are wanted of this disk.
    pub incremental: Option<String>,
    /// What the server calls it.
    pub export_name: Option<String>,
    /// What the server calls the bitmap of changes.
    pub export_bitmap: Option<String>,
    /// What a running machine calls the image.
    pub index: Option<u32>,
    pub format: Option<ImageFormat>,
    pub image: Image,
}

walk!(Disk, |disk, xml| {
    let has_image = xml.has("target") || xml.has("scratch");
    let said = has_image || xml.given("type") || xml.has("driver");
    let running = xml.is_active();
    let of_running = !running && (xml.given("state") || xml.given("index"));
    xml.lacking(VIR_ERR_XML_INVALID_SCHEMA, "a disk without a name", |xml| disk.name.required("name", xml));
    disk.backup.attr("backup", xml);
    xml.live(|xml| disk.state.attr("state", xml));
    if xml.is_reading() || disk.backup == YesNo::Yes {
        disk.image.source.tag("type", xml);
        disk.mode.attr("backupmode", xml);
        disk.incremental.attr("incremental", xml);
        disk.export_name.attr("exportname", xml);
        disk.export_bitmap.attr("exportbitmap", xml);
        xml.read_if(running, |xml| disk.index.attr("index", xml));
        xml.group("driver", |xml| disk.format.required_attr("type", xml));
        disk.image.inline(xml);
    }
    xml.check(|| {
        let name = &disk.name;
        if of_running {
            return Err(invalid(format!("state and index of disk '{name}' are the library's to say")));
        }
        if said && disk.backup == YesNo::No {
            return Err(invalid(format!("disk '{name}' is not copied, so there is no image")));
        }
        if has_image && disk.image.source.is_empty() {
            return Err(invalid(format!("the image for disk '{name}' has no path")));
        }
        disk.check()
    });
});

/// The image that is needed to copy a disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    pub name: ImageName,
    pub source: Source,
}

/// By hand, because either of two elements may be there.
impl Element for Image {
    fn read(&mut self, xml: &mut Reader) {
        use crate::xml::read::Field as _;
        for (name, word) in [(ImageName::Target, "target"), (ImageName::Scratch, "scratch")] {
            if xml.has(word) {
                self.name = name;
            }
            self.source.child(word, xml);
        }
    }
    fn write(&self, xml: &mut Writer) {
        use crate::xml::write::Field as _;
        self.source.child(self.name.word(), xml);
    }
}

impl Disk {
    fn check(&self) -> Result<(), Fault> {
        let name = &self.name;
        if !is_target(name) {
            return Err(invalid(format!("'{name}' is no target of a disk")));
        }
        if self.mode == Some(DiskMode::Full) && self.incremental.is_some() {
            return Err(invalid(format!("a full backup of disk '{name}' is not since a checkpoint")));
        }
        let source = &self.image.source;
        if !matches!(source, Source::File(_) | Source::Block(_)) {
            return Err(invalid(format!("a backup of disk '{name}' cannot be of type '{}'", source.tag_word())));
        }
        let path = source.describe();
        if !path.is_empty() && !path.starts_with('/') {
            return Err(invalid(format!("path '{path}' for disk '{name}' must be absolute")));
        }
        let common = source.common();
        let children = CommonChildren {
            seclabels: common.children.seclabels.clone(),
            encryption: common.children.encryption.clone(),
            ..CommonChildren::default()
        };
        let attributes = CommonAttributes { index: common.attributes.index, ..CommonAttributes::default() };
        if *common.children != children || common.attributes != attributes {
            return Err(invalid(format!("the image for disk '{name}' can have labels and encryption only")));
        }
        match &common.children.encryption {
            Some(encryption) if encryption.format != EncryptionFormat::Luks || encryption.secrets.len() != 1 => {
                Err(invalid(format!("the image for disk '{name}' can be encrypted with LUKS and one secret only")))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// What only one of the two ways allows.
    pub(super) fn check_in(&self, mode: Mode) -> Result<(), Fault> {
        let name = &self.name;
        let has_image = !self.image.source.is_empty();
        match (mode, self.image.name) {
            (Mode::Push, _) if self.export_name.is_some() || self.export_bitmap.is_some() => {
                Err(invalid(format!("disk '{name}' is pushed, so it is not exported")))
            }
            (Mode::Push, ImageName::Scratch) => Err(invalid(format!("disk '{name}' is pushed to a target"))),
            (Mode::Pull, ImageName::Target) if has_image => {
                Err(invalid(format!("disk '{name}' is pulled with scratch space, not with a target")))
            }
            (Mode::Pull, _) if self.format.is_some_and(|format| format != ImageFormat::Qcow2) => {
                Err(invalid(format!("scratch space for disk '{name}' is of format 'qcow2'")))
            }
            (Mode::Pull, _) if !has_image && matches!(self.image.source, Source::Block(_)) => {
                Err(invalid(format!("disk '{name}' needs a device as scratch space")))
            }
            (Mode::Push, ImageName::Target) | (Mode::Pull, _) => Ok(()),
        }
    }
}

/// Whether a disk of a guest can be called so: a kind of disk and which one.
fn is_target(name: &str) -> bool {
    let name = name.strip_prefix("ioemu:").unwrap_or(name);
    let mut numbers = ["fd", "hd", "sd", "vd", "xvd", "ubd"].iter().filter_map(|kind| name.strip_prefix(kind));
    numbers.any(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_'))
}
