//! Tuning of processors, memory and I/O.

use std::collections::HashSet;

use super::refuse_if;
use crate::types::*;
use crate::xml::Fault;
use crate::xml::cpuset::CpuSet;
use crate::xml::domain::Domain;
use crate::xml::domain::cputune::{CacheType, Cputune};

impl Domain {
    pub(in crate::xml::domain) fn validate_tuning(&self) -> Result<(), Fault> {
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
        let overlap = CpuSet::first_overlap(self.cachetunes.iter().map(|tune| Some(&tune.vcpus)));
        for (at, tune) in self.cachetunes.iter().enumerate() {
            if let Some((_, before)) = overlap.filter(|(second, _)| *second == at) {
                let identical = self.cachetunes[before].vcpus == tune.vcpus;
                let how =
                    if identical { "Identical vcpus in cachetunes found" } else { "Overlapping vcpus in cachetunes" };
                return Err(Fault::xml(how));
            }
            let mut given = HashSet::new();
            for cache in &tune.caches {
                let parts: &[CacheType] = match &cache.kind {
                    CacheType::Both => &[CacheType::Code, CacheType::Data],
                    one => std::slice::from_ref(one),
                };
                let is_new = parts.iter().all(|part| given.insert((cache.level, cache.id, part.word())));
                refuse_if(!is_new, || {
                    Fault::xml(format!(
                        "Colliding cache allocations for cache level '{}' id '{}', type '{}'",
                        cache.level,
                        cache.id,
                        cache.kind.word()
                    ))
                })?;
            }
            let mut watched = HashSet::new();
            for monitor in &tune.monitors {
                refuse_if(!watched.insert(&monitor.vcpus), || {
                    Fault::new(VIR_ERR_INVALID_ARG, "Identical vcpus found in same type monitors")
                })?;
                refuse_if(!tune.vcpus.overlaps(&monitor.vcpus), || {
                    Fault::new(VIR_ERR_INVALID_ARG, "Monitor vcpus conflicts with allocation")
                })?;
            }
        }
        let overlap = CpuSet::first_overlap(self.memorytunes.iter().map(|tune| Some(&tune.vcpus)));
        for (at, tune) in self.memorytunes.iter().enumerate() {
            if let Some((_, before)) = overlap.filter(|(second, _)| *second == at) {
                let identical = self.memorytunes[before].vcpus == tune.vcpus;
                let how =
                    if identical { "Identical vcpus in memorytunes found" } else { "Overlapping vcpus in memorytunes" };
                return Err(Fault::xml(how));
            }
            let mut limited = HashSet::new();
            for node in &tune.nodes {
                refuse_if(!limited.insert(node.id), || {
                    Fault::xml(format!("Memory Bandwidth already defined for node {}", node.id))
                })?;
            }
        }
        let mut pinned = HashSet::new();
        for pin in &self.iothreadpins {
            refuse_if(!pinned.insert(pin.iothread), || {
                Fault::internal(format!("duplicate iothreadpin for same iothread '{}'", pin.iothread))
            })?;
        }
        Ok(())
    }
}
