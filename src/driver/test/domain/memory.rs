//! The test driver's side of `driver/domain/memory.rs`. What nothing measures is what libvirt's test driver tells.

use std::ffi::c_uint;

use super::definition::Definition;
use crate::driver::DomainMemory;
use crate::driver::test::{Test, check_flags, error};
use crate::error::Result;
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::domain::device::memballoon::{Memballoon, Model};
use crate::xml::domain::memory::Limit;

/// When the balloon device last collected statistics: seconds since 1970.
const LAST_UPDATE: u64 = 627_319_920;
const DEFINITIONS: c_uint = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

fn balloon(definition: &Definition) -> Option<&Memballoon> {
    definition.devices.memballoon.as_deref().filter(|balloon| balloon.model != Model::None)
}

/// What a guest with so much memory tells: half of it is in use, and an eighth of it caches disks.
fn stats(kib: u64) -> Vec<virDomainMemoryStatStruct> {
    let values = [
        (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, kib),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, 0),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_UNUSED, kib / 2),
        (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, kib),
        (VIR_DOMAIN_MEMORY_STAT_USABLE, kib / 2),
        (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, LAST_UPDATE),
        (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, kib / 8),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0),
        (VIR_DOMAIN_MEMORY_STAT_RSS, kib / 2),
    ];
    values.map(|(tag, val)| virDomainMemoryStatStruct { tag, val }).to_vec()
}

impl DomainMemory for Test {
    fn max_memory(&self, domain: &Domain) -> Result<u64> {
        Ok(self.state.domains.find(domain)?.definition.memory.size.kib)
    }

    fn set_memory(&self, domain: &Domain, kib: u64, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS | VIR_DOMAIN_MEM_MAXIMUM)?;
        let mut machine = self.state.domains.find(domain)?;
        let live = machine.one(flags).and_then(|_| machine.affected(flags))?.live;
        let definition = machine.one_mut(flags)?;
        let (most, current) = (&mut definition.memory.size.kib, &mut definition.current_memory.size.kib);
        if flags & VIR_DOMAIN_MEM_MAXIMUM != 0 {
            if live {
                let text = "cannot resize the maximum memory on an active domain";
                return Err(error(VIR_ERR_OPERATION_INVALID, text));
            }
            *most = kib;
            *current = kib.min(*current);
        } else {
            if kib > *most {
                return Err(error(VIR_ERR_INVALID_ARG, "cannot set memory higher than max memory"));
            }
            *current = kib;
        }
        Ok(())
    }

    fn memory_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, DEFINITIONS)?;
        let machine = self.state.domains.find(domain)?;
        let limits = &machine.one(flags)?.memtune;
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_MEMORY_HARD_LIMIT, limits.hard_limit.kib());
        params.push(VIR_DOMAIN_MEMORY_SOFT_LIMIT, limits.soft_limit.kib());
        params.push(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, limits.swap_hard_limit.kib());
        Ok(params)
    }

    fn set_memory_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        params.validate(&[
            (VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG),
            (VIR_DOMAIN_MEMORY_SOFT_LIMIT, VIR_TYPED_PARAM_ULLONG),
            (VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG),
        ])?;
        let mut machine = self.state.domains.find(domain)?;
        machine.one(flags)?;
        let [hard, soft, swap] =
            [VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_DOMAIN_MEMORY_SOFT_LIMIT, VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT]
                .map(|name| params.ullong(name).map(Limit::from_kib));
        // What is not given counts as it is now, whichever definition is changed: so does the original.
        let now = &machine.definition.memtune;
        let fits = hard.unwrap_or(now.hard_limit).kib() <= swap.unwrap_or(now.swap_hard_limit).kib();
        if (hard.is_some() || swap.is_some()) && !fits {
            let text = "memory hard_limit tunable value must be lower than or equal to swap_hard_limit";
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        let limits = &mut machine.one_mut(flags)?.memtune;
        limits.hard_limit = hard.unwrap_or(limits.hard_limit);
        limits.soft_limit = soft.unwrap_or(limits.soft_limit);
        limits.swap_hard_limit = swap.unwrap_or(limits.swap_hard_limit);
        Ok(())
    }

    fn memory_stats(&self, domain: &Domain, flags: c_uint) -> Result<Vec<virDomainMemoryStatStruct>> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find_active(domain)?;
        let definition = &machine.definition;
        Ok(balloon(definition).map_or(Vec::new(), |_| stats(definition.current_memory.size.kib)))
    }

    fn set_memory_stats_period(&self, domain: &Domain, period: i32, flags: c_uint) -> Result<()> {
        check_flags(flags, DEFINITIONS)?;
        let mut machine = self.state.domains.find(domain)?;
        let definition = machine.one_mut(flags)?;
        if balloon(definition).is_none() {
            let text = "No memory balloon device configured, can not set the collection period";
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        }
        definition.devices.memballoon.get_or_insert_default().stats_period = period.unsigned_abs();
        Ok(())
    }

    fn memory_peek(&self, domain: &Domain, start: u64, buffer: &mut [u8], flags: c_uint) -> Result<()> {
        check_flags(flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL)?;
        if flags == 0 {
            let text = "flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL";
            return Err(error(VIR_ERR_INVALID_ARG, text));
        }
        drop(self.state.domains.find_active(domain)?);
        // Each byte is the lowest of its address.
        let mut address = start as u8;
        for byte in buffer {
            *byte = address;
            address = address.wrapping_add(1);
        }
        Ok(())
    }
}
