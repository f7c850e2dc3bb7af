//! Memory modules and huge pages.

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::device::memory::{Access, Memory, Model};

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
        for (at, page) in pages.iter().enumerate() {
            refuse_if(page.size.kib == 0, || Fault::detail("hugepage size can't be zero"))?;
            if let Some(nodeset) = &page.nodeset
                && let Some(node) = nodeset.iter().find(|node| *node >= cells)
                && (cells > 0 || nodeset.last() != Some(0))
            {
                return Err(Fault::detail(format!("hugepages: node {node} not found")));
            }
            for other in &pages[..at] {
                let (one, two) = (other.size.kib, page.size.kib);
                match (&other.nodeset, &page.nodeset) {
                    (None, None) => {
                        return Err(Fault::detail(format!("two master hugepages detected: {one} and {two}")));
                    }
                    (Some(first), Some(second)) if first.overlaps(second) => {
                        let text = format!("nodeset attribute of hugepages of sizes {one} and {two} intersect");
                        return Err(Fault::detail(text));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}
