//! `<numatune>`: from which NUMA nodes of the host memory is taken.

use super::vcpu::Placement;
use crate::xml::CpuSet;
use crate::{element, words};

words! { pub enum Mode { Strict = "strict", Preferred = "preferred", Interleave = "interleave", Restrictive = "restrictive" } }

element! {
    pub struct Numatune {
        memory: Option<Memory> = child("memory"),
        nodes: Vec<MemNode> = child("memnode"),
    }
}

element! {
    pub struct Memory {
        mode: Option<Mode> = attr("mode") else VIR_ERR_CONFIG_UNSUPPORTED "Unsupported NUMA memory tuning mode '{}'",
        placement: Option<Placement> = attr("placement")
            else VIR_ERR_CONFIG_UNSUPPORTED "Unsupported NUMA memory placement mode '{}'",
        nodeset: Option<CpuSet> = attr("nodeset"),
    }
}

element! {
    /// For one node of the guest.
    pub struct MemNode {
        cell: u32 = required("cellid"),
        mode: Mode = attr("mode"),
        nodeset: CpuSet = required("nodeset"),
    }
}
