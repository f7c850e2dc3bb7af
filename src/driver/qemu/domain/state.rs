//! The QEMU driver's side of `driver/domain/state.rs`. What runs is told by what its supervisor publishes: no QEMU is asked.

use std::fs;

use super::Definition;
use crate::driver::DomainState;
use crate::driver::qemu::{Qemu, check_flags};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::os;

/// The CPUs that it begins with.
pub(super) fn vcpus(definition: &Definition) -> u16 {
    let count = definition.vcpu.current.or(definition.vcpu.maximum).unwrap_or(1);
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Nanoseconds that a process has used of the processors.
pub(super) struct CpuTime {
    pub user: u64,
    pub system: u64,
}

impl CpuTime {
    /// By proc_pid_stat(5); nothing of a process that is gone.
    pub fn of(pid: u32) -> Self {
        const TICK: u64 = 10_000_000;
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // Behind the name, which may hold anything, stands the state; 11 and 12 fields later the ticks in user and kernel mode.
        let fields = text.rsplit_once(')').map_or("", |(_, rest)| rest).split_ascii_whitespace();
        let mut ticks = fields.skip(11).map(|ticks| ticks.parse::<u64>().unwrap_or(0).saturating_mul(TICK));
        Self { user: ticks.next().unwrap_or(0), system: ticks.next().unwrap_or(0) }
    }
}

impl DomainState for Qemu {
    fn info(&self, domain: &Domain) -> Result<virDomainInfo> {
        let machine = self.machine(domain)?;
        let definition = machine.current()?;
        let state = machine.live.as_ref().map(|live| live.state);
        let max = definition.memory.size.kib;
        let current = definition.current_memory.size.kib;
        Ok(virDomainInfo {
            state: state.map_or(VIR_DOMAIN_SHUTOFF, |state| state.condition.0) as u8,
            maxMem: max,
            memory: if current == 0 { max } else { current },
            nrVirtCpu: vcpus(definition),
            cpuTime: state.and_then(|state| state.process).map_or(0, |(pid, _)| {
                let time = CpuTime::of(pid);
                time.user + time.system
            }),
        })
    }

    fn state(&self, domain: &Domain, flags: u32) -> Result<(i32, i32)> {
        check_flags(flags, 0)?;
        if let Some(state) = self.run_state(domain)? {
            return Ok(state.condition);
        }
        // Why it is shut off is known while the host is up.
        let ended = self.root.published(&domain.uuid);
        Ok(ended.map_or((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN), |state| state.condition))
    }

    fn control_info(&self, domain: &Domain, flags: u32) -> Result<virDomainControlInfo> {
        check_flags(flags, 0)?;
        let control = self.supervisor(domain)?.control();
        let (lost, waiting) = control.map_err(|failure| failure.into_error(domain.name()))?;
        let info = |state: virDomainControlState, details: virDomainControlErrorReason, time: u64| {
            virDomainControlInfo { state: state as u32, details: details as u32, stateTime: time }
        };
        Ok(match waiting {
            _ if lost => info(VIR_DOMAIN_CONTROL_ERROR, VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR, 0),
            Some(time) => info(VIR_DOMAIN_CONTROL_OCCUPIED, 0, u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
            None => info(VIR_DOMAIN_CONTROL_OK, 0, 0),
        })
    }

    fn os_type(&self, domain: &Domain) -> Result<String> {
        let machine = self.machine(domain)?;
        Ok(machine.current()?.os.kind.unwrap_or(os::Type::Hvm).word().to_owned())
    }

    fn is_active(&self, domain: &Domain) -> Result<bool> {
        Ok(self.run_state(domain)?.is_some())
    }

    fn is_persistent(&self, domain: &Domain) -> Result<bool> {
        self.run_state(domain)?;
        Ok(self.root.store.index()?.by_uuid(&domain.uuid).is_some())
    }

    /// Whether the definition was changed while the machine runs.
    fn is_updated(&self, domain: &Domain) -> Result<bool> {
        let machine = self.machine(domain)?;
        Ok(machine
            .live
            .is_some_and(|live| machine.config.is_some_and(|(entry, _)| entry.file.changed > started(&live))))
    }
}

/// When a machine was started, in nanoseconds since 1970: its document was written then.
fn started(live: &super::Live) -> i64 {
    live.document.changed
}
