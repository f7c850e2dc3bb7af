//! `<memory>`, `<maxMemory>`, `<currentMemory>`, `<memtune>`, `<memoryBacking>`: how much there is and where it comes from.

use crate::types::*;
use crate::xml::{CpuSet, Element, OnOff, Reader, Size, Writer};
use crate::{element, walk, words};

words! { pub enum MemorySource { unsaid None = "none", File = "file", Anonymous = "anonymous", Memfd = "memfd" } }
words! { pub enum MemoryAccess { unsaid Default = "default", Shared = "shared", Private = "private" } }
words! { pub enum Allocation { unsaid None = "none", Immediate = "immediate", Ondemand = "ondemand" } }

/// What the machine boots with, devices of memory included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    pub dump_core: Option<OnOff>,
    /// 0 when it was not given; never after post-parse.
    pub size: Size,
}

walk!(Memory, |memory, xml| {
    memory.dump_core.attr("dumpCore", xml);
    memory.size.inline(xml);
});

/// What the balloon leaves of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurrentMemory {
    /// 0 when it was not given; never after post-parse.
    pub size: Size,
}

walk!(CurrentMemory, |memory, xml| {
    memory.size.inline(xml);
});

/// A size, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limit(pub Option<Size>);

/// As much as this is no limit (`VIR_DOMAIN_MEMORY_PARAM_UNLIMITED`).
const UNLIMITED: Size = Size { kib: 9_007_199_254_740_991 };

impl Limit {
    /// No limit where it is so much that there is none.
    pub fn from_kib(kib: u64) -> Self {
        Self(Some(Size { kib }).filter(|size| *size < UNLIMITED))
    }

    /// In KiB; `VIR_DOMAIN_MEMORY_PARAM_UNLIMITED` for none.
    pub fn kib(self) -> u64 {
        self.0.unwrap_or(UNLIMITED).kib
    }
}

impl Element for Limit {
    fn read(&mut self, xml: &mut Reader) {
        let mut size = Size::default();
        size.read(xml);
        *self = Self::from_kib(size.kib);
    }
    fn write(&self, xml: &mut Writer) {
        if let Some(size) = self.0 {
            size.write(xml);
        }
    }
}

element! {
    /// How far memory can be plugged in.
    pub struct MaxMemory {
        slots: u32 = attr("slots") else VIR_ERR_XML_ERROR "Failed to parse memory slot count",
        size: Size = inline(),
    }
}

element! {
    pub struct Memtune {
        hard_limit: Limit = child("hard_limit"),
        soft_limit: Limit = child("soft_limit"),
        min_guarantee: Limit = child("min_guarantee"),
        swap_hard_limit: Limit = child("swap_hard_limit"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryBacking {
    pub hugepages: Option<HugePages>,
    pub nosharepages: bool,
    pub locked: bool,
    pub source: MemorySource,
    pub access: MemoryAccess,
    pub allocation: Allocation,
    pub allocation_threads: u32,
    pub discard: bool,
}

walk!(MemoryBacking, |backing, xml| {
    backing.hugepages.child("hugepages", xml);
    backing.nosharepages.child("nosharepages", xml);
    backing.locked.child("locked", xml);
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown memoryBacking/source/type '{}'", |xml| {
        backing.source.sparse_via("source", "type", xml);
    });
    xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown memoryBacking/access/mode '{}'", |xml| {
        backing.access.sparse_via("access", "mode", xml);
    });
    xml.group("allocation", |xml| {
        xml.refuse(VIR_ERR_CONFIG_UNSUPPORTED, "unknown memoryBacking/allocation/mode '{}'", |xml| {
            backing.allocation.sparse("mode", xml);
        });
        backing.allocation_threads.sparse("threads", xml);
    });
    backing.discard.child("discard", xml);
});

element! {
    pub struct HugePages {
        pages: Vec<Page> = child("page"),
    }
}

/// Pages of one size, for all NUMA nodes of the guest or for some.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub size: Size,
    pub nodeset: Option<CpuSet>,
}

walk!(Page, |page, xml| {
    page.size.attr_with("size", "unit", xml);
    page.nodeset.attr("nodeset", xml);
});
