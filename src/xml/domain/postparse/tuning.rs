//! `<cputune>` and other tuning: one entry for each processor, in order.

use crate::xml::domain::Domain;
use crate::xml::domain::cputune::{Cputune, Iothreadsched, Vcpusched};
use crate::xml::domain::vcpu::Placement;
use crate::xml::{CpuSet, Fault};

/// What a group of the host's resource control is called that nobody has given a name.
fn group_of(vcpus: &CpuSet) -> String {
    format!("vcpus_{vcpus}")
}

impl Domain {
    pub(super) fn complete_tuning(&mut self) -> Result<(), Fault> {
        let vcpus = self.maximum_vcpus();
        let Some(tune) = self.cputune.there() else { return self.complete_numatune() };
        tune.complete_scheduling(vcpus)?;
        tune.vcpupins.retain(|pin| pin.vcpu < vcpus);
        tune.vcpupins.sort_by_key(|pin| pin.vcpu);
        if let Some(pair) = tune.vcpupins.windows(2).find(|pair| pair[0].vcpu == pair[1].vcpu) {
            return Err(Fault::xml(format!("duplicate vcpupin for vcpu '{}'", pair[0].vcpu)));
        }
        for cache in &mut tune.cachetunes {
            cache.id.get_or_insert_with(|| group_of(&cache.vcpus));
        }
        for memory in &mut tune.memorytunes {
            memory.id.get_or_insert_with(|| group_of(&memory.vcpus));
            memory.nodes.sort_by_key(|node| node.id);
        }
        self.check_iothread_tuning()?;
        self.complete_numatune()
    }

    fn check_iothread_tuning(&self) -> Result<(), Fault> {
        for pin in &self.cputune.iothreadpins {
            if !self.has_io_thread(pin.iothread) {
                return Err(Fault::unsupported(format!("Cannot find 'iothread' : {}", pin.iothread)));
            }
        }
        for sched in &self.cputune.iothreadscheds {
            if let Some(id) = sched.iothreads.iter().find(|id| !self.has_io_thread(*id)) {
                return Err(Fault::unsupported(format!("Cannot find 'iothread' : {id}")));
            }
        }
        Ok(())
    }

    fn complete_numatune(&mut self) -> Result<(), Fault> {
        let automatic = self.vcpu.placement == Some(Placement::Auto);
        if self.numatune.nodes.is_empty() && self.numatune.memory.is_none() && !automatic {
            return Ok(());
        }
        if automatic {
            self.numatune.memory.get_or_insert_default();
        }
        let cells = self.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map_or(0, |numa| numa.cells.len());
        if cells == 0 && !self.numatune.nodes.is_empty() {
            return Err(Fault::xml("Element 'memnode' is invalid without any guest NUMA cells"));
        }
        self.numatune.nodes.sort_by_key(|node| node.cell);
        if let Some(memory) = &mut self.numatune.memory {
            memory.mode.get_or_insert_default();
            let auto = memory.placement == Some(Placement::Auto);
            let auto = auto || memory.placement.is_none() && memory.nodeset.is_none() && automatic;
            if auto {
                memory.placement = Some(Placement::Auto);
                memory.nodeset = None;
                if !self.numatune.nodes.is_empty() {
                    return Err(Fault::unsupported(
                        "Per-node binding is not compatible with automatic NUMA placement.",
                    ));
                }
            } else {
                memory.placement = None;
                if memory.nodeset.is_none() {
                    return Err(Fault::unsupported(
                        "nodeset for NUMA memory tuning must be set if 'placement' is 'static'",
                    ));
                }
            }
        }
        Ok(())
    }
}

impl Cputune {
    /// One entry for each; nothing is scheduled twice.
    fn complete_scheduling(&mut self, maximum: u32) -> Result<(), Fault> {
        let mut vcpus: Vec<Vcpusched> = Vec::new();
        let mut taken = CpuSet::default();
        for sched in std::mem::take(&mut self.vcpuscheds) {
            for vcpu in sched.vcpus.iter().filter(|vcpu| *vcpu < maximum) {
                take(&mut taken, vcpu, "'vcpusched' attributes 'vcpus' must not overlap")?;
                let vcpus_of_one = CpuSet::from(vcpu..vcpu + 1);
                vcpus.push(Vcpusched { vcpus: vcpus_of_one, scheduling: sched.scheduling.clone() });
            }
        }
        vcpus.sort_by_key(|sched| sched.vcpus.last());
        self.vcpuscheds = vcpus;
        let mut threads: Vec<Iothreadsched> = Vec::new();
        let mut taken = CpuSet::default();
        for sched in std::mem::take(&mut self.iothreadscheds) {
            for thread in sched.iothreads.iter() {
                take(&mut taken, thread, "'iothreadsched' attributes 'iothreads' must not overlap")?;
                let one = CpuSet::from(thread..thread + 1);
                threads.push(Iothreadsched { iothreads: one, scheduling: sched.scheduling.clone() });
            }
        }
        threads.sort_by_key(|sched| sched.iothreads.last());
        self.iothreadscheds = threads;
        Ok(())
    }
}

fn take(taken: &mut CpuSet, number: u32, sentence: &'static str) -> Result<(), Fault> {
    if taken.contains(number) {
        return Err(Fault::detail(sentence));
    }
    taken.insert(number, number);
    Ok(())
}
