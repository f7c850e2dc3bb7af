//! The test driver's side of `driver/domain/state.rs`.

use super::clock;
use super::definition::Definition;
use crate::driver::DomainState;
use crate::driver::test::{Test, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

/// The CPUs that it has now.
fn vcpus(definition: &Definition) -> u16 {
    let count = definition.vcpu.current.or(definition.vcpu.maximum).unwrap_or(1);
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl DomainState for Test {
    fn info(&self, domain: &Domain) -> Result<virDomainInfo> {
        let machine = self.state.domains.find(domain)?;
        Ok(virDomainInfo {
            state: machine.state as u8,
            maxMem: machine.definition.memory.size.kib,
            memory: machine.definition.current_memory.size.kib,
            nrVirtCpu: vcpus(&machine.definition),
            cpuTime: clock::microseconds() * 1000,
        })
    }

    fn state(&self, domain: &Domain, flags: u32) -> Result<(i32, i32)> {
        check_flags(flags, 0)?;
        let machine = self.state.domains.find(domain)?;
        Ok((machine.state, machine.reason))
    }

    fn control_info(&self, domain: &Domain, flags: u32) -> Result<virDomainControlInfo> {
        check_flags(flags, 0)?;
        drop(self.state.domains.find_active(domain)?);
        Ok(virDomainControlInfo { state: VIR_DOMAIN_CONTROL_OK as u32, details: 0, stateTime: 0 })
    }

    fn messages(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        check_flags(flags, VIR_DOMAIN_MESSAGE_DEPRECATION | VIR_DOMAIN_MESSAGE_TAINTING)?;
        let machine = self.state.domains.find(domain)?;
        let asked = |kind| flags == 0 || flags & kind != 0;
        let mut messages: Vec<String> = Vec::new();
        if asked(VIR_DOMAIN_MESSAGE_TAINTING) {
            messages.extend(machine.taints.taints.iter().map(ToString::to_string));
        }
        if asked(VIR_DOMAIN_MESSAGE_DEPRECATION) {
            messages.extend(machine.taints.deprecations.iter().map(ToString::to_string));
        }
        // What the document said in vain is of neither kind.
        if flags == 0 {
            messages.extend(machine.unknown.iter().map(ToString::to_string));
        }
        Ok(messages)
    }

    /// The same for every imagined guest, also for one that is gone.
    fn os_type(&self, _domain: &Domain) -> Result<String> {
        Ok("linux".to_owned())
    }

    fn is_active(&self, domain: &Domain) -> Result<bool> {
        Ok(self.state.domains.find(domain)?.is_active())
    }

    fn is_persistent(&self, domain: &Domain) -> Result<bool> {
        Ok(self.state.domains.find(domain)?.persistent)
    }

    /// Changes of a definition reach the imagined guest at once, so it is never behind.
    fn is_updated(&self, _domain: &Domain) -> Result<bool> {
        Ok(false)
    }
}
