//! NUMA nodes: memory and the processors that are near to it. A host without them has one node with everything.

use super::Host;
use crate::error::Result;
use crate::xml::capabilities::topology::{Cell, Cpu, Pages, Topology};
use crate::xml::domain::cpu::Sibling;
use crate::xml::{CpuSet, Size};

const NODES: &str = "sys/devices/system/node";

impl Host {
    /// The numbers of the NUMA nodes; empty on a host without.
    pub fn nodes(&self) -> Vec<u32> {
        self.numbered(NODES, "node")
    }

    /// All nodes with what is in them.
    ///
    /// # Errors
    /// When the kernel does not tell of its memory.
    pub(super) fn numa(&self) -> Result<Topology> {
        let nodes = self.nodes();
        let cells = match nodes.is_empty() {
            true => vec![self.cell(None, &self.present_cpus())?],
            false => {
                let cpus = |node: &u32| self.list(&format!("{NODES}/node{node}/cpulist"));
                nodes.iter().map(|node| self.cell(Some(*node), &cpus(node))).collect::<Result<_>>()?
            }
        };
        Ok(Topology { cells, ..Topology::default() })
    }

    fn cell(&self, node: Option<u32>, cpus: &CpuSet) -> Result<Cell> {
        let online = self.online_cpus();
        let pages = |size| Ok(Pages { size, count: self.pages(node, size)?.0 });
        let cpu = |id| {
            // Nobody knows where a processor sits that is offline.
            let place = |what| online.contains(id).then(|| self.place(id, what));
            Cpu {
                id,
                socket: place("physical_package_id"),
                die: place("die_id"),
                core: place("core_id"),
                siblings: online.contains(id).then(|| self.siblings(id)),
                ..Cpu::default()
            }
        };
        Ok(Cell {
            id: node.unwrap_or(0),
            memory: Some(Size { kib: self.memory(node)?.total }),
            pages: self.page_sizes().into_iter().map(pages).collect::<Result<_>>()?,
            distances: node.map_or_else(Vec::new, |node| self.distances(node)),
            cpus: cpus.iter().map(cpu).collect(),
            ..Cell::default()
        })
    }

    fn distances(&self, node: u32) -> Vec<Sibling> {
        let text = self.read(&format!("{NODES}/node{node}/distance")).unwrap_or_default();
        let numbers = text.split_ascii_whitespace().filter_map(|number| number.parse().ok());
        self.nodes().into_iter().zip(numbers).map(|(id, value)| Sibling { id, value }).collect()
    }
}
