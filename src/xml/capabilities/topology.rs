//! `<topology>`: the host's NUMA nodes with their memory and processors.

use crate::xml::domain::cpu::{Amount, Associativity, Interconnects, Line, Sibling, WritePolicy};
use crate::xml::{CpuSet, Size};
use crate::{element, walk};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    pub cells: Vec<Cell>,
    /// How fast processors of one node reach the memory of another.
    pub interconnects: Interconnects,
}

walk!(Topology, |topology, xml| {
    xml.element("cells", |xml| {
        xml.reported(|xml| (topology.cells.len() as u32).attr("num", xml));
        xml.open();
        topology.cells.child("cell", xml);
    });
    topology.interconnects.child("interconnects", xml);
});

/// A NUMA node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub id: u32,
    pub memory: Option<Size>,
    pub pages: Vec<Pages>,
    pub distances: Vec<Sibling>,
    pub caches: Vec<SideCache>,
    pub cpus: Vec<Cpu>,
}

walk!(Cell, |cell, xml| {
    cell.id.required("id", xml);
    xml.open();
    cell.memory.child("memory", xml);
    cell.pages.child("pages", xml);
    xml.group("distances", |xml| cell.distances.child("sibling", xml));
    cell.caches.child("cache", xml);
    xml.element("cpus", |xml| {
        xml.reported(|xml| (cell.cpus.len() as u32).attr("num", xml));
        cell.cpus.child("cpu", xml);
    });
});

/// How many pages of a size a node has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// Of one, in KiB.
    pub size: u32,
    pub count: u64,
}

walk!(Pages, |pages, xml| {
    xml.word("unit", "KiB");
    pages.size.required("size", xml);
    pages.count.text(xml);
});

element! {
    /// A cache of memory at the side of a node; unlike a guest's, one of which not everything is known.
    pub struct SideCache {
        level: u32 = required("level"),
        associativity: Associativity = sparse("associativity"),
        policy: WritePolicy = sparse("policy"),
        size: Amount = child("size"),
        line: Option<Line> = child("line"),
    }
}

element! {
    /// A processor; where it sits is not told of one that is offline.
    pub struct Cpu {
        id: u32 = required("id"),
        socket: Option<u32> = attr("socket_id"),
        die: Option<u32> = attr("die_id"),
        cluster: Option<u32> = attr("cluster_id"),
        core: Option<u32> = attr("core_id"),
        /// The processors that share its core.
        siblings: Option<CpuSet> = attr("siblings"),
    }
}
