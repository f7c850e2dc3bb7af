//! `<capability type='storage'>`: a disk or a drive.

use crate::types::*;
use crate::xml::{Expected, Fault, Text, Value};
use crate::{variants, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// The device file.
    pub block: Option<String>,
    pub bus: Option<String>,
    pub drive_type: Option<String>,
    pub model: Option<String>,
    pub vendor: Option<String>,
    pub serial: Option<String>,
    /// In bytes; a removable medium's is in [`Removable`].
    pub size: Option<u64>,
    pub blocks: Blocks,
    pub capabilities: Vec<StorageCapability>,
}

walk!(Storage, |storage, xml| {
    storage.block.leaf("block", xml);
    storage.bus.leaf("bus", xml);
    storage.drive_type.leaf("drive_type", xml);
    storage.model.leaf("model", xml);
    storage.vendor.leaf("vendor", xml);
    storage.serial.leaf("serial", xml);
    if xml.is_reading() || !storage.is_removable() {
        xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid size supplied for '{name}'", |xml| storage.size.leaf("size", xml));
        storage.blocks.inline(xml);
    }
    storage.capabilities.child("capability", xml);
    xml.check(|| storage.check());
});

impl Storage {
    fn is_removable(&self) -> bool {
        self.capabilities.iter().any(|capability| matches!(capability, StorageCapability::Removable(_)))
    }

    fn check(&self) -> Result<(), Fault> {
        if self.block.is_none() {
            return Err(Fault::internal("no block device path supplied for '{name}'"));
        }
        if self.size.is_none() && !self.is_removable() {
            return Err(Fault::internal("no size supplied for '{name}'"));
        }
        Ok(())
    }
}

/// How a disk is divided, where the host says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    /// In bytes.
    pub logical_size: u64,
    pub count: u64,
}

walk!(Blocks, |blocks, xml| {
    xml.reported(|xml| {
        blocks.logical_size.sparse_leaf("logical_block_size", xml);
        blocks.count.sparse_leaf("num_blocks", xml);
    });
});

variants! {
    pub enum StorageCapability by "type"
        missing VIR_ERR_INTERNAL_ERROR "missing storage capability type for '{name}'"
        unknown VIR_ERR_INTERNAL_ERROR "unknown storage capability type '{}' for '{name}'"
    {
        Removable(Removable) = "removable",
        Hotpluggable(()) = "hotpluggable",
    }
}

/// A drive whose medium can be taken out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Removable {
    /// Whether there is a medium.
    pub media_available: IsOne,
    /// In bytes.
    pub media_size: Option<u64>,
    pub media_label: Option<String>,
    pub blocks: Blocks,
}

walk!(Removable, |removable, xml| {
    removable.media_available.leaf("media_available", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "invalid removable media size supplied for '{name}'", |xml| {
        removable.media_size.leaf("media_size", xml);
    });
    removable.media_label.leaf("media_label", xml);
    removable.blocks.inline(xml);
    xml.check(|| match removable.media_size {
        Some(_) => Ok(()),
        None => Err(Fault::internal("no removable media size supplied for '{name}'")),
    });
});

/// 1, or anything else, which all means 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IsOne(pub bool);

impl Value for IsOne {
    const EXPECTED: Expected = Expected::OneOf(&["1", "0"]);
    fn parse(text: &str) -> Option<Self> {
        Some(Self(text == "1"))
    }
    fn write(&self, out: &mut Text) {
        out.number(i128::from(self.0));
    }
}
