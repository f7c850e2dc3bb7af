//! The test driver's side of `driver/domain/lifecycle.rs`.

use std::ffi::c_int;

use super::definition::Action;
use super::store::{Locked, Machine};
use crate::driver::DomainLifecycle;
use crate::driver::test::{State, Test, check_flags, error};
use crate::error::{Error, Result};
use crate::event_hub::{DomainEvent, Event};
use crate::object::Domain;
use crate::types::*;

impl State {
    /// Tells of something that happened to a domain.
    pub fn emit(&self, machine: &Machine, event: DomainEvent) {
        self.events.emit(Event::domain(machine.name(), machine.uuid, machine.id, event));
    }

    /// Tells of a step of a domain's life: a `VIR_DOMAIN_EVENT_…` and its detail.
    pub fn emit_lifecycle(&self, machine: &Machine, event: c_int, detail: c_int) {
        self.emit(machine, DomainEvent::Lifecycle { event, detail });
    }

    /// Starts a domain that does not run.
    pub fn start(&self, machine: &mut Locked, reason: virDomainRunningReason, detail: virDomainEventStartedDetailType) {
        self.domains.start(machine, reason);
        self.emit_lifecycle(machine, VIR_DOMAIN_EVENT_STARTED, detail);
    }

    /// Stops a domain that runs; one that is not persistent is gone then. The handle by which that was asked for learns of it.
    pub fn stop(
        &self,
        machine: &mut Locked,
        handle: &Domain,
        reason: virDomainShutoffReason,
        detail: virDomainEventStoppedDetailType,
    ) {
        let (id, had_config) = (machine.id, machine.next.is_some());
        self.domains.stop(machine, reason);
        // One that has no other definition is still told of by its last number.
        let id = if had_config { -1 } else { id };
        let event = DomainEvent::Lifecycle { event: VIR_DOMAIN_EVENT_STOPPED, detail };
        self.events.emit(Event::domain(machine.name(), machine.uuid, id, event));
        if !machine.persistent {
            self.domains.remove(machine);
        }
        handle.set_id(-1);
    }
}

/// Whether a guest that ends runs on after this.
fn runs_on(action: Action) -> bool {
    match action {
        Action::Destroy | Action::Preserve => false,
        Action::Restart | Action::RenameRestart => true,
    }
}

fn not_in_state(machine: &Machine, state: &str) -> Error {
    error(VIR_ERR_INTERNAL_ERROR, format!("domain '{}' not {state}", machine.name()))
}

impl DomainLifecycle for Test {
    fn start(&self, domain: &Domain, _files: &[c_int], flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let mut machine = self.state.domains.find(domain)?;
        if machine.state != VIR_DOMAIN_SHUTOFF {
            return Err(error(VIR_ERR_INTERNAL_ERROR, format!("Domain '{}' is already running", machine.name())));
        }
        self.state.start(&mut machine, VIR_DOMAIN_RUNNING_BOOTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
        machine.saved = false;
        domain.set_id(machine.id);
        Ok(())
    }

    fn destroy(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_DESTROY_GRACEFUL)?;
        let mut machine = self.state.domains.find_active(domain)?;
        self.state.stop(&mut machine, domain, VIR_DOMAIN_SHUTOFF_DESTROYED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
        Ok(())
    }

    fn shutdown(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let mut machine = self.state.domains.find(domain)?;
        if machine.state == VIR_DOMAIN_SHUTOFF {
            return Err(not_in_state(&machine, "running"));
        }
        let action = machine.definition.on_poweroff;
        self.guest_ends(&mut machine, domain, runs_on(action));
        Ok(())
    }

    fn reboot(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(
            flags,
            VIR_DOMAIN_REBOOT_ACPI_POWER_BTN
                | VIR_DOMAIN_REBOOT_GUEST_AGENT
                | VIR_DOMAIN_REBOOT_INITCTL
                | VIR_DOMAIN_REBOOT_SIGNAL
                | VIR_DOMAIN_REBOOT_PARAVIRT,
        )?;
        let mut machine = self.state.domains.find_active(domain)?;
        let action = machine.definition.on_reboot.unwrap_or(Action::Restart);
        self.guest_ends(&mut machine, domain, runs_on(action));
        Ok(())
    }

    fn reset(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.domains.find_active(domain).map(drop)
    }

    fn suspend(&self, domain: &Domain) -> Result<()> {
        let mut machine = self.state.domains.find(domain)?;
        if machine.state != VIR_DOMAIN_RUNNING {
            return Err(not_in_state(&machine, "running"));
        }
        machine.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);
        self.state.emit_lifecycle(&machine, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
        Ok(())
    }

    fn resume(&self, domain: &Domain) -> Result<()> {
        let mut machine = self.state.domains.find(domain)?;
        if machine.state != VIR_DOMAIN_PAUSED {
            return Err(not_in_state(&machine, "paused"));
        }
        machine.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED);
        self.state.emit_lifecycle(&machine, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
        Ok(())
    }
}

impl Test {
    /// What shutting down or rebooting comes to: the guest is off, or has booted again without an event.
    fn guest_ends(&self, machine: &mut Locked, handle: &Domain, runs_on: bool) {
        if runs_on {
            machine.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
        } else {
            self.state.stop(machine, handle, VIR_DOMAIN_SHUTOFF_SHUTDOWN, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
        }
    }
}
