//! Memory modules and huge pages.

use super::refuse_if;
use crate::xml::domain::Domain;
use crate::xml::domain::device::memory::{Access, Memory, Model};
use crate::xml::{CpuSet, Fault, YesNo};

impl Domain {
    fn cells(&self) -> u32 {
        self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(0, |numa| numa.cells.len() as u32)
    }

    pub(super) fn validate_memories(&self) -> Result<(), Fault> {
        self.devices.memories.iter().try_for_each(|memory| self.validate_memory(memory))
    }

    fn validate_memory(&self, memory: &Memory) -> Result<(), Fault> {
        self.validate_node(memory)?;
        let target = &memory.target;
        let (source, model) = (&memory.source, memory.model.word());
        let pseries = matches!(self.os.arch.as_deref(), Some("ppc64" | "ppc64le"));
        match memory.model {
            Model::Nvdimm => {
                refuse_if(source.path.is_none(), || Fault::detail("path is required for model 'nvdimm'"))?;
                refuse_if(memory.discard == Some(YesNo::Yes), || {
                    Fault::unsupported("discard is not supported for nvdimms")
                })?;
                let label = target.label_size.unwrap_or_default().kib;
                refuse_if(pseries && label == 0, || Fault::unsupported("label size is required for NVDIMM device"))?;
                refuse_if(!pseries && memory.uuid.is_some(), || {
                    Fault::unsupported("UUID is not supported for NVDIMM device")
                })?;
                refuse_if(label >= target.size.kib, || Fault::xml("label size must be smaller than NVDIMM size"))
            }
            Model::VirtioPmem => {
                refuse_if(source.path.is_none(), || Fault::detail(format!("path is required for model '{model}'")))?;
                refuse_if(memory.discard == Some(YesNo::Yes), || {
                    Fault::unsupported(format!("discard is not supported for model '{model}'"))
                })?;
                refuse_if(memory.access != Access::Shared, || {
                    Fault::unsupported("shared access mode required for virtio-pmem device")
                })?;
                refuse_if(target.node.is_some(), || Fault::unsupported("virtio-pmem does not support NUMA nodes"))
            }
            Model::VirtioMem => {
                let block = target.block.unwrap_or_default().kib;
                let (requested, size) = (target.requested.unwrap_or_default().kib, target.size.kib);
                refuse_if(requested > size, || {
                    Fault::detail(format!("requested size must be smaller than or equal to @size ({size}KiB)"))
                })?;
                refuse_if(!block.is_power_of_two(), || Fault::detail("block size must be a power of two"))?;
                refuse_if(requested % block != 0, || {
                    Fault::detail("requested size must be an integer multiple of block size")
                })
            }
            Model::Dimm | Model::SgxEpc => Ok(()),
        }
    }

    fn validate_node(&self, memory: &Memory) -> Result<(), Fault> {
        let Some(node) = memory.target.node else { return Ok(()) };
        let cells = self.cells();
        refuse_if(cells == 0, || Fault::detail("can't add memory backend as guest has no NUMA nodes configured"))?;
        refuse_if(node >= cells, || {
            Fault::detail(format!(
                "can't add memory backend for guest node '{node}' as the guest has only '{cells}' NUMA nodes configured"
            ))
        })
    }

    pub(super) fn validate_hugepages(&self) -> Result<(), Fault> {
        let Some(hugepages) = &self.memory_backing.hugepages else { return Ok(()) };
        let cells = self.cells();
        let pages = &hugepages.pages;
        let intersection = CpuSet::first_overlap(pages.iter().map(|page| page.nodeset.as_ref()));
        let mut master: Option<u64> = None;
        for (at, page) in pages.iter().enumerate() {
            refuse_if(page.size.kib == 0, || Fault::detail("hugepage size can't be zero"))?;
            if let Some(nodeset) = &page.nodeset
                && let Some(node) = nodeset.iter().find(|node| *node >= cells)
                && (cells > 0 || nodeset.last() != Some(0))
            {
                return Err(Fault::detail(format!("hugepages: node {node} not found")));
            }
            let size = page.size.kib;
            if let Some((_, before)) = intersection.filter(|(second, _)| *second == at) {
                let first = pages[before].size.kib;
                let text = format!("nodeset attribute of hugepages of sizes {first} and {size} intersect");
                return Err(Fault::detail(text));
            }
            if page.nodeset.is_none()
                && let Some(first) = master.replace(size)
            {
                return Err(Fault::detail(format!("two master hugepages detected: {first} and {size}")));
            }
        }
        Ok(())
    }
}
