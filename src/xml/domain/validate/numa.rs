//! NUMA nodes of the guest, their caches, and the ways between them.

use std::collections::HashSet;

use super::refuse_if;
use crate::xml::Fault;
use crate::xml::cpuset::CpuSet;
use crate::xml::domain::Domain;
use crate::xml::domain::cpu::{AccessType, Cell, Numa};

/// From where to where, through which cache.
type Way = (u32, u32, u32, AccessType);

impl Domain {
    pub(super) fn validate_cpu(&self) -> Result<(), Fault> {
        let Some(cpu) = &self.cpu else { return Ok(()) };
        let Some(numa) = &cpu.numa else { return Ok(()) };
        refuse_if(numa.cells.is_empty(), || Fault::xml("NUMA topology defined without NUMA cells"))?;
        numa.validate_cpus()?;
        numa.cells.iter().try_for_each(Cell::validate_caches)?;
        numa.validate_interconnects()
    }
}

impl Numa {
    fn validate_cpus(&self) -> Result<(), Fault> {
        match CpuSet::first_overlap(self.cells.iter().map(|cell| cell.cpus.as_ref())) {
            Some((at, before)) => {
                let text = format!("NUMA cells {at} and {before} have overlapping vCPU ids");
                Err(Fault::unsupported(text))
            }
            None => Ok(()),
        }
    }

    fn validate_interconnects(&self) -> Result<(), Fault> {
        let latencies = self.interconnects.latencies.iter();
        let latencies = latencies.map(|one| (false, (one.initiator, one.target, one.cache, one.kind)));
        let bandwidths = self.interconnects.bandwidths.iter();
        let bandwidths = bandwidths.map(|one| (true, (one.initiator, one.target, one.cache, one.kind)));
        let mut seen: HashSet<(bool, Way)> = HashSet::new();
        let mut links: HashSet<(u32, u32)> = HashSet::new();
        for (is_bandwidth, way) in latencies.chain(bandwidths) {
            let (initiator, target, cache, _) = way;
            let cell = |id: u32, what: &str| {
                let text = format!("'{what}' refers to a non-existent NUMA node");
                self.cells.get(id as usize).ok_or_else(|| Fault::xml(text))
            };
            let (from, to) = (cell(initiator, "initiator")?, cell(target, "target")?);
            refuse_if(from.cpus.is_none(), || Fault::xml("NUMA nodes without CPUs can't be initiator"))?;
            refuse_if(cache > 0 && !to.caches.iter().any(|one| one.level == cache), || {
                Fault::xml("'cache' refers to a non-existent NUMA node cache")
            })?;
            refuse_if(!seen.insert((is_bandwidth, way)), || Fault::xml("Duplicate info for NUMA latencies"))?;
            refuse_if(initiator != target && links.contains(&(target, initiator)), || {
                Fault::xml("Link already defined")
            })?;
            links.insert((initiator, target));
        }
        Ok(())
    }
}

impl Cell {
    fn validate_caches(&self) -> Result<(), Fault> {
        let mut levels = HashSet::new();
        for cache in &self.caches {
            refuse_if(cache.level > 3, || Fault::xml("Ain't nobody heard of that much cache level"))?;
            refuse_if(!levels.insert(cache.level), || {
                Fault::xml(format!("Cache level '{}' already defined", cache.level))
            })?;
        }
        Ok(())
    }
}
