//! How many processors and I/O threads there are.

use crate::types::*;
use crate::xml::Fault;
use crate::xml::YesNo;
use crate::xml::domain::Domain;
use crate::xml::domain::vcpu::{IoThread, OneVcpu, Placement};

/// More processors or I/O threads are not listed one by one: a few bytes of a document could ask for all memory.
const MOST_LISTED: u32 = 1 << 16;

/// More processors no machine has: who asks for what is true of each would get more than there is memory.
const MOST_VCPUS: u32 = 1 << 20;

fn check_count(count: u32, what: &str, limit: u32) -> Result<(), Fault> {
    if count > limit {
        return Err(Fault::unsupported(format!("{count} {what} are too many, limit is {limit}")));
    }
    Ok(())
}

impl Domain {
    pub(super) fn complete_vcpus(&mut self) -> Result<(), Fault> {
        let vcpu = &mut self.vcpu;
        let maximum = *vcpu.maximum.get_or_insert(1);
        if vcpu.current.is_some_and(|current| current > maximum) {
            return Err(Fault::unsupported("maximum vCPU count must not be less than current vCPU count"));
        }
        check_count(maximum, "vcpus", MOST_VCPUS)?;
        let memory_placement = self.numatune.memory.as_ref().and_then(|memory| memory.placement);
        let pinned = vcpu.cpuset.is_some() || !self.cputune.vcpupins.is_empty() || self.cputune.emulatorpin.is_some();
        let placement = vcpu.placement.get_or_insert(Placement::Static);
        if memory_placement == Some(Placement::Auto) && !pinned && self.cputune.iothreadpins.is_empty() {
            *placement = Placement::Auto;
        }
        if vcpu.placement == Some(Placement::Auto) {
            vcpu.cpuset = None;
        }
        self.complete_single_vcpus(maximum)?;
        if self.vcpu.current == Some(maximum) {
            self.vcpu.current = None;
        }
        self.complete_iothreads()
    }

    /// With `<vcpus>` each processor is listed, and they say how many there are at first.
    fn complete_single_vcpus(&mut self, maximum: u32) -> Result<(), Fault> {
        if self.vcpus.is_empty() {
            return Ok(());
        }
        check_count(maximum, "listed vcpus", MOST_LISTED)?;
        let mut given = std::mem::take(&mut self.vcpus);
        if given.iter().any(|one| one.id >= maximum) {
            return Err(Fault::xml("vcpu id is greater than maximum vcpu count"));
        }
        // Of several with one number the first counts.
        given.sort_by_key(|one| one.id);
        let mut given = given.into_iter().peekable();
        for id in 0..maximum {
            let one = given.next_if(|one| one.id == id);
            while given.next_if(|one| one.id == id).is_some() {}
            self.vcpus.push(one.unwrap_or(OneVcpu { id, enabled: YesNo::No, hotpluggable: None, order: None }));
        }
        for one in &mut self.vcpus {
            let fixed = one.enabled == YesNo::Yes && one.id == 0;
            one.hotpluggable.get_or_insert(YesNo::from(!fixed));
        }
        let enabled = self.vcpus.iter().filter(|one| one.enabled == YesNo::Yes).count() as u32;
        self.vcpu.current = Some(enabled);
        Ok(())
    }

    fn complete_iothreads(&mut self) -> Result<(), Fault> {
        if self.iothreads == Some(0) {
            self.iothreads = None;
        }
        let given = &mut self.iothread_ids;
        let mut ids: Vec<u32> = given.iter().map(|thread| thread.id).collect();
        ids.sort_unstable();
        if ids.first() == Some(&0) {
            return Err(Fault::xml("invalid iothread 'id' value '0'"));
        }
        if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Fault::xml(format!("duplicate iothread id '{}' found", pair[0])));
        }
        let count = self.iothreads.unwrap_or(0).max(given.len() as u32);
        check_count(count, "iothreads", MOST_LISTED)?;
        if count > 0 {
            self.iothreads = Some(count);
        }
        if given.is_empty() {
            return Ok(());
        }
        let mut id = 1;
        while (given.len() as u32) < count {
            if ids.binary_search(&id).is_err() {
                given.push(IoThread { id, ..IoThread::default() });
            }
            id += 1;
        }
        Ok(())
    }

    pub(super) fn refuse_vcpus_of_numa(&self) -> Result<(), Fault> {
        let cells = self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(&[][..], |numa| &numa.cells);
        let last = cells.iter().filter_map(|cell| cell.cpus.as_ref()?.last()).max();
        match last {
            _ if self.maximum_vcpus() == 0 => {
                Err(Fault::new(VIR_ERR_INTERNAL_ERROR, "CPU IDs in <numa> exceed the <vcpu> count"))
            }
            Some(last) if last >= self.maximum_vcpus() => {
                Err(Fault::new(VIR_ERR_INTERNAL_ERROR, "CPU IDs in <numa> exceed the <vcpu> count"))
            }
            _ => Ok(()),
        }
    }
}
