//! Virtual processors: how many there are, and where each may run.

use crate::xml::domain::Domain;
use crate::xml::domain::cputune::Vcpupin;
use crate::xml::domain::vcpu::OneVcpu;
use crate::xml::{CpuSet, YesNo};

impl Domain {
    /// How many there may be.
    pub fn maximum_vcpus(&self) -> u32 {
        self.vcpu.maximum.unwrap_or(1)
    }

    /// How many there are.
    pub fn current_vcpus(&self) -> u32 {
        self.vcpu.current.unwrap_or(self.maximum_vcpus())
    }

    /// Whether there is one of that number: the first few, unless each is listed.
    pub fn has_vcpu(&self, id: u32) -> bool {
        match &self.vcpus[..] {
            [] => id < self.current_vcpus(),
            listed => listed.iter().any(|one| one.id == id && one.enabled == YesNo::Yes),
        }
    }

    /// Sets how many there are, the first ones. No more than there may be.
    pub fn set_vcpus(&mut self, count: u32) {
        for one in &mut self.vcpus {
            one.enabled = YesNo::from(one.id < count);
        }
        self.vcpu.current = (count != self.maximum_vcpus()).then_some(count);
    }

    /// Sets how many there may be; what is said of others is forgotten.
    pub fn set_maximum_vcpus(&mut self, maximum: u32) {
        let listed = !self.vcpus.is_empty();
        let current = self.current_vcpus();
        self.vcpus.retain(|one| one.id < maximum);
        if listed {
            let more = self.vcpus.len() as u32..maximum;
            self.vcpus.extend(more.map(|id| OneVcpu { id, enabled: YesNo::No, hotpluggable: None, order: None }));
        }
        let current = match &self.vcpus[..] {
            [] => current.min(maximum),
            listed => listed.iter().filter(|one| one.enabled == YesNo::Yes).count() as u32,
        };
        self.vcpu.maximum = Some(maximum);
        self.vcpu.current = (current != maximum).then_some(current);
        let Some(tune) = self.cputune.there() else { return };
        tune.vcpupins.retain(|pin| pin.vcpu < maximum);
        for sched in &mut tune.vcpuscheds {
            sched.vcpus = sched.vcpus.iter().filter(|vcpu| *vcpu < maximum).collect();
        }
        tune.vcpuscheds.retain(|sched| !sched.vcpus.is_empty());
    }

    /// Where one may run, when that is limited.
    pub fn vcpu_pin(&self, id: u32) -> Option<&CpuSet> {
        let own = self.cputune.vcpupins.iter().find(|pin| pin.vcpu == id).map(|pin| &pin.cpuset);
        own.or(self.vcpu.cpuset.as_deref())
    }

    pub fn pin_vcpu(&mut self, id: u32, cpus: &CpuSet) {
        let pins = &mut self.cputune.vcpupins;
        match pins.binary_search_by_key(&id, |pin| pin.vcpu) {
            Ok(at) => pins[at].cpuset = cpus.clone(),
            Err(at) => pins.insert(at, Vcpupin { vcpu: id, cpuset: cpus.clone() }),
        }
    }

    /// Where the hypervisor itself may run, when that is limited.
    pub fn emulator_pin(&self) -> Option<&CpuSet> {
        self.cputune.emulatorpin.as_ref().or(self.vcpu.cpuset.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::domain::vcpu::Vcpu;

    fn counted(maximum: u32, current: u32) -> Domain {
        let vcpu = Vcpu { maximum: Some(maximum), current: Some(current), ..Vcpu::default() };
        Domain { vcpu, ..Domain::default() }
    }

    #[test]
    fn counts() {
        let mut domain = counted(5, 3);
        assert_eq!((domain.has_vcpu(2), domain.has_vcpu(3)), (true, false));
        domain.pin_vcpu(4, &CpuSet::from(0..1));
        domain.pin_vcpu(0, &CpuSet::from(1..2));
        domain.set_vcpus(5);
        assert_eq!((domain.vcpu.current, domain.current_vcpus()), (None, 5));
        domain.set_maximum_vcpus(2);
        assert_eq!((domain.maximum_vcpus(), domain.current_vcpus()), (2, 2));
        assert_eq!(domain.cputune.vcpupins.len(), 1);
    }

    #[test]
    fn processors_that_are_listed() {
        let mut domain = counted(3, 2);
        let one = |id, enabled: bool| OneVcpu { id, enabled: enabled.into(), hotpluggable: None, order: None };
        domain.vcpus = vec![one(0, true), one(1, false), one(2, true)].into();
        assert_eq!((domain.has_vcpu(1), domain.has_vcpu(2)), (false, true));
        domain.set_maximum_vcpus(2);
        assert_eq!((domain.vcpus.len(), domain.current_vcpus()), (2, 1));
        domain.set_maximum_vcpus(4);
        assert_eq!((domain.vcpus.len(), domain.current_vcpus()), (4, 1));
        domain.set_vcpus(2);
        assert!(domain.has_vcpu(1) && !domain.has_vcpu(2));
    }
}
