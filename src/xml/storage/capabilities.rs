//! `<storagepoolCapabilities>`: which types of pools a host supports, and with which formats.

use super::source::{PoolFormat, PoolKind};
use super::volume::{self, VolumeFormat};
use crate::types::*;
use crate::xml::{Root, Value, YesNo};
use crate::{element, walk};

element! {
    pub struct PoolCapabilities {
        pools: Vec<PoolCapability> = child("pool"),
    }
}

impl Root for PoolCapabilities {
    const NAME: &'static str = "storagepoolCapabilities";
    const LABEL: &'static str = "storagepool_capabilities";
    const ORIGIN: virErrorDomain = VIR_FROM_STORAGE;
}

/// One type of pool.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolCapability {
    pub kind: PoolKind,
    pub supported: Option<YesNo>,
    /// What may stand on its devices.
    pub source: Formats<PoolFormat>,
    /// What its volumes may contain.
    pub target: Formats<VolumeFormat>,
}

walk!(PoolCapability, |pool, xml| {
    pool.kind.required("type", xml);
    pool.supported.attr("supported", xml);
    xml.open();
    if xml.is_reading() || pool.source.default.is_some() {
        xml.element("poolOptions", |xml| {
            pool.source.default.via("defaultFormat", "type", xml);
            xml.element("enum", |xml| {
                xml.word("name", "sourceFormatType");
                xml.open();
                pool.source.known.leaf("value", xml);
            });
        });
    }
    if xml.is_reading() || pool.target.default.is_some() {
        xml.element("volOptions", |xml| {
            pool.target.default.via("defaultFormat", "type", xml);
            xml.element("enum", |xml| {
                xml.word("name", "targetFormatType");
                xml.open();
                pool.target.known.leaf("value", xml);
            });
        });
    }
});

/// A choice of formats.
#[derive(Clone, Debug, PartialEq)]
pub struct Formats<F> {
    /// What is taken when nothing is said; none where there is no choice.
    pub default: Option<F>,
    pub known: Vec<F>,
}

impl<F: Value> Default for Formats<F> {
    fn default() -> Self {
        Self { default: None, known: Vec::new() }
    }
}

impl PoolCapabilities {
    /// Of a host that supports these types.
    pub fn new(supported: &[PoolKind]) -> Self {
        let kinds = PoolKind::WORDS.iter().filter_map(|word| PoolKind::parse(word));
        let pools = kinds.map(|kind| PoolCapability {
            kind,
            supported: Some(supported.contains(&kind).into()),
            source: Formats { default: kind.default_format(), known: kind.formats().to_vec() },
            target: Formats { default: volume::formats(kind).first().copied(), known: volume_formats(kind) },
        });
        Self { pools: pools.collect() }
    }
}

/// The formats of volumes as libvirt announces them: with one that it refuses, and none at all for RBD.
fn volume_formats(kind: PoolKind) -> Vec<VolumeFormat> {
    match (kind, volume::formats(kind)) {
        (PoolKind::Rbd, _) | (_, []) => Vec::new(),
        (PoolKind::Disk, formats) => formats.to_vec(),
        (_, formats) => std::iter::once(VolumeFormat::None).chain(formats.iter().copied()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::{Dump, format};

    #[test]
    fn announced_as_libvirt_does() {
        let text = format(&PoolCapabilities::new(&[PoolKind::Dir, PoolKind::Logical]), Dump::default());
        assert!(text.starts_with(
            "<storagepoolCapabilities>\n  <pool type='dir' supported='yes'>\n    <volOptions>\n      \
             <defaultFormat type='raw'/>\n      <enum name='targetFormatType'>\n        <value>none</value>\n        \
             <value>raw</value>\n"
        ));
        assert!(text.contains(
            "  <pool type='logical' supported='yes'>\n    <poolOptions>\n      <defaultFormat type='lvm2'/>\n      \
             <enum name='sourceFormatType'>\n        <value>unknown</value>\n        <value>lvm2</value>\n      </enum>\n    \
             </poolOptions>\n  </pool>\n"
        ));
        assert!(text.contains("  <pool type='zfs' supported='no'>\n  </pool>\n"));
        assert!(text.contains("      <enum name='targetFormatType'>\n      </enum>\n"), "of RBD");
    }
}
