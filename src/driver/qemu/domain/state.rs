//! The QEMU driver's side of `driver/domain/state.rs`.

use super::Definition;
use crate::driver::DomainState;
use crate::driver::qemu::{Qemu, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::os;

/// The CPUs that it begins with.
fn vcpus(definition: &Definition) -> u16 {
    let count = definition.vcpu.current.or(definition.vcpu.maximum).unwrap_or(1);
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl DomainState for Qemu {
    fn info(&self, domain: &Domain) -> Result<virDomainInfo> {
        let definition = self.machine(domain)?.definition;
        Ok(virDomainInfo {
            state: VIR_DOMAIN_SHUTOFF as u8,
            maxMem: definition.memory.size.kib,
            memory: definition.current_memory.size.kib,
            nrVirtCpu: vcpus(&definition),
            cpuTime: 0,
        })
    }

    fn state(&self, domain: &Domain, flags: u32) -> Result<(i32, i32)> {
        check_flags(flags, 0)?;
        self.entry(domain)?;
        Ok((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN))
    }

    fn control_info(&self, domain: &Domain, flags: u32) -> Result<virDomainControlInfo> {
        check_flags(flags, 0)?;
        self.entry(domain)?;
        Err(super::not_running())
    }

    fn os_type(&self, domain: &Domain) -> Result<String> {
        let definition = self.machine(domain)?.definition;
        Ok(definition.os.kind.unwrap_or(os::Type::Hvm).word().to_owned())
    }

    fn is_active(&self, domain: &Domain) -> Result<bool> {
        self.entry(domain).map(|_| false)
    }

    fn is_persistent(&self, domain: &Domain) -> Result<bool> {
        self.entry(domain).map(|_| true)
    }

    /// Whether the definition was changed while the machine runs.
    fn is_updated(&self, domain: &Domain) -> Result<bool> {
        self.entry(domain).map(|_| false)
    }
}
