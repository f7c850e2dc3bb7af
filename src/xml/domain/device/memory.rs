//! `<memory>`: a module of memory that can be plugged in.

use super::address::Place;
use super::virtio::VirtioOptions;
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{CpuSet, Long16, Size, YesNo};
use crate::{element, walk, words};

words! {
    pub enum Model {
        Dimm = "dimm", Nvdimm = "nvdimm", VirtioPmem = "virtio-pmem", VirtioMem = "virtio-mem", SgxEpc = "sgx-epc",
    }
}
words! { pub enum Access { unsaid Default = "default", Shared = "shared", Private = "private" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    pub model: Model,
    pub access: Access,
    pub discard: Option<YesNo>,
    pub uuid: Option<Uuid>,
    pub source: Source,
    pub target: Target,
    pub driver: VirtioOptions,
    pub place: Place,
}

walk!(Memory, |memory, xml| {
    memory.model.required("model", xml);
    memory.access.sparse("access", xml);
    memory.discard.attr("discard", xml);
    xml.refuse(VIR_ERR_XML_ERROR, "malformed uuid element", |xml| memory.uuid.leaf("uuid", xml));
    memory.source.child("source", xml);
    memory.target.child("target", xml);
    xml.newer(|xml| memory.driver.child("driver", xml));
    memory.place.inline(xml);
});

element! {
    pub struct Source {
        path: Option<String> = leaf("path"),
        alignsize: Option<Size> = child("alignsize"),
        pmem: bool = child("pmem"),
        nodemask: Option<CpuSet> = leaf("nodemask"),
        pagesize: Option<Size> = child("pagesize"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub dynamic_slots: Option<YesNo>,
    pub size: Size,
    pub node: Option<u32>,
    pub label_size: Option<Size>,
    pub readonly: bool,
    pub block: Option<Size>,
    pub requested: Option<Size>,
    /// What the guest has taken.
    pub current: Option<Size>,
    /// Where the guest sees it.
    pub address: Option<MemoryAddress>,
}

walk!(Target, |target, xml| {
    xml.newer(|xml| target.dynamic_slots.attr("dynamicMemslots", xml));
    target.size.child("size", xml);
    target.node.leaf("node", xml);
    xml.group("label", |xml| target.label_size.child("size", xml));
    target.readonly.child("readonly", xml);
    target.block.child("block", xml);
    target.requested.child("requested", xml);
    xml.live(|xml| target.current.child("current", xml));
    xml.newer(|xml| target.address.child("address", xml));
});

element! {
    pub struct MemoryAddress {
        base: Long16<1> = attr("base"),
    }
}
