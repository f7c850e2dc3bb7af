//! Tuning of processors, memory and I/O.

use std::collections::HashSet;

use super::refuse_if;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::domain::Domain;
use crate::xml::domain::cputune::{CacheType, Cputune};

impl Domain {
    pub(super) fn validate_tuning(&self) -> Result<(), Fault> {
        self.cputune.validate_bandwidth()?;
        self.cputune.validate_cache()?;
        let mut seen = HashSet::new();
        for device in &self.blkiotune.devices.0 {
            let Some(path) = &device.path else { return Err(Fault::unsupported("missing per-device path")) };
            refuse_if(!seen.insert(path), || Fault::unsupported(format!("duplicate blkio device path '{path}'")))?;
        }
        refuse_if(self.idmap.uid.is_empty() != self.idmap.gid.is_empty(), || {
            Fault::unsupported("uid and gid should be mapped both")
        })
    }
}

impl Cputune {
    fn validate_bandwidth(&self) -> Result<(), Fault> {
        let periods = [
            (self.period, "period"),
            (self.global_period, "global_period"),
            (self.emulator_period, "emulator_period"),
            (self.iothread_period, "iothread_period"),
        ];
        for (period, name) in periods {
            refuse_if(period > 0 && !(1000..=1_000_000).contains(&period), || {
                Fault::unsupported(format!("Value of cputune '{name}' must be in range [1000, 1000000]"))
            })?;
        }
        let quotas = [
            (self.quota, "quota"),
            (self.global_quota, "global_quota"),
            (self.emulator_quota, "emulator_quota"),
            (self.iothread_quota, "iothread_quota"),
        ];
        for (quota, name) in quotas {
            refuse_if(quota > 0 && !(1000..=17_592_186_044_415).contains(&quota), || {
                Fault::unsupported(format!("Value of cputune '{name}' must be in range [1000, 17592186044415]"))
            })?;
        }
        Ok(())
    }

    fn validate_cache(&self) -> Result<(), Fault> {
        for (at, tune) in self.cachetunes.iter().enumerate() {
            for other in &self.cachetunes[..at] {
                refuse_if(other.vcpus == tune.vcpus, || Fault::xml("Identical vcpus in cachetunes found"))?;
                refuse_if(other.vcpus.overlaps(&tune.vcpus), || Fault::xml("Overlapping vcpus in cachetunes"))?;
            }
            for (at, cache) in tune.caches.iter().enumerate() {
                let clash = tune.caches[..at].iter().any(|other| {
                    let same = (other.level, other.id) == (cache.level, cache.id);
                    same && (other.kind == cache.kind || other.kind == CacheType::Both || cache.kind == CacheType::Both)
                });
                refuse_if(clash, || {
                    Fault::xml(format!(
                        "Colliding cache allocations for cache level '{}' id '{}', type '{}'",
                        cache.level,
                        cache.id,
                        cache.kind.word()
                    ))
                })?;
            }
            for (at, monitor) in tune.monitors.iter().enumerate() {
                refuse_if(tune.monitors[..at].iter().any(|other| other.vcpus == monitor.vcpus), || {
                    Fault::new(VIR_ERR_INVALID_ARG, "Identical vcpus found in same type monitors")
                })?;
                refuse_if(!tune.vcpus.overlaps(&monitor.vcpus), || {
                    Fault::new(VIR_ERR_INVALID_ARG, "Monitor vcpus conflicts with allocation")
                })?;
            }
        }
        for (at, tune) in self.memorytunes.iter().enumerate() {
            for other in &self.memorytunes[..at] {
                refuse_if(other.vcpus == tune.vcpus, || Fault::xml("Identical vcpus in memorytunes found"))?;
                refuse_if(other.vcpus.overlaps(&tune.vcpus), || Fault::xml("Overlapping vcpus in memorytunes"))?;
            }
            for (at, node) in tune.nodes.iter().enumerate() {
                refuse_if(tune.nodes[..at].iter().any(|other| other.id == node.id), || {
                    Fault::xml(format!("Memory Bandwidth already defined for node {}", node.id))
                })?;
            }
        }
        // Each is of one processor or thread, and they are in order.
        refuse_if(self.vcpuscheds.windows(2).any(|pair| pair[0].vcpus == pair[1].vcpus), || {
            Fault::detail("'vcpusched' attributes 'vcpus' must not overlap")
        })?;
        refuse_if(self.iothreadscheds.windows(2).any(|pair| pair[0].iothreads == pair[1].iothreads), || {
            Fault::detail("'iothreadsched' attributes 'iothreads' must not overlap")
        })?;
        let mut pinned = HashSet::new();
        for pin in &self.iothreadpins {
            refuse_if(!pinned.insert(pin.iothread), || {
                Fault::internal(format!("duplicate iothreadpin for same iothread '{}'", pin.iothread))
            })?;
        }
        Ok(())
    }
}
