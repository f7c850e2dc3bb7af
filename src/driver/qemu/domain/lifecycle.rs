//! The QEMU driver's side of `driver/domain/lifecycle.rs`.

use std::ffi::c_int;
use std::time::Duration;

use serde_json::{Value, json};

use super::live::ANSWER;
use super::*;
use crate::driver::qemu::{check_flags, monitor};
use crate::supervisor::client::{Command, Connection};
use crate::xml::YesNo;
use crate::xml::domain::Action;

/// How long QEMU gets to write its caches back before it is killed.
pub(super) const END: Duration = Duration::from_secs(10);

/// The ways of asking a guest to stop that QEMU has.
const SHUTDOWN_WAYS: u32 = VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN | VIR_DOMAIN_SHUTDOWN_GUEST_AGENT;
const REBOOT_WAYS: u32 = VIR_DOMAIN_REBOOT_ACPI_POWER_BTN | VIR_DOMAIN_REBOOT_GUEST_AGENT;

impl DomainLifecycle for Qemu {
    fn start(&self, domain: &Domain, files: &[c_int], flags: u32) -> Result<()> {
        self.start_defined(domain, files, flags)
    }

    fn destroy(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_DESTROY_GRACEFUL)?;
        let supervisor = self.supervisor(domain)?;
        let graceful = flags & VIR_DOMAIN_DESTROY_GRACEFUL != 0;
        let destroyed = supervisor.destroy(graceful, END, VIR_DOMAIN_SHUTOFF_DESTROYED);
        destroyed.map_err(|failure| failure.into_error(domain.name()))?;
        domain.set_id(-1);
        self.root.hear();
        Ok(())
    }

    fn shutdown(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, SHUTDOWN_WAYS)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let reboots = matches!(live.definition.on_poweroff, Action::Restart | Action::RenameRestart);
        self.ask_to_stop(domain, &live.definition, flags, reboots)
    }

    fn reboot(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, REBOOT_WAYS)?;
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let reboots = !matches!(live.definition.on_reboot, Some(Action::Destroy | Action::Preserve));
        self.ask_to_stop(domain, &live.definition, flags, reboots)
    }

    fn reset(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.run_state(domain)?.ok_or_else(not_running)?;
        monitor::run(
            &self.root,
            domain,
            &Command { text: r#"{"execute":"system_reset"}"#, deadline: ANSWER, ..Command::default() },
        )
    }

    fn suspend(&self, domain: &Domain) -> Result<()> {
        let state = self.run_state(domain)?.ok_or_else(not_running)?;
        match state.condition.0 {
            VIR_DOMAIN_PMSUSPENDED => return Err(invalid("domain is pmsuspended")),
            VIR_DOMAIN_PAUSED => return Ok(()),
            _ => {}
        }
        let text = r#"{"execute":"stop"}"#;
        let pauses = Some(VIR_DOMAIN_PAUSED_USER);
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, pauses, ..Command::default() })?;
        self.root.hear();
        Ok(())
    }

    fn resume(&self, domain: &Domain) -> Result<()> {
        let state = self.run_state(domain)?.ok_or_else(not_running)?;
        match state.condition.0 {
            VIR_DOMAIN_PMSUSPENDED => return Err(invalid("domain is pmsuspended")),
            VIR_DOMAIN_RUNNING => return Err(invalid("domain is already running")),
            _ => {}
        }
        let text = monitor::CONTINUE;
        let resumes = Some(VIR_DOMAIN_RUNNING_UNPAUSED);
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, resumes, ..Command::default() })?;
        self.root.hear();
        Ok(())
    }

    fn pm_suspend(&self, domain: &Domain, target: u32, duration: u64, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        if duration != 0 {
            return Err(error(VIR_ERR_ARGUMENT_UNSUPPORTED, "Duration not supported. Use 0 for now"));
        }
        self.suspend_guest(domain, target)
    }

    fn pm_wakeup(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let state = self.run_state(domain)?.ok_or_else(not_running)?;
        if state.condition.0 != VIR_DOMAIN_PMSUSPENDED {
            return Err(invalid("Unable to wake up domain that is not suspended"));
        }
        let text = r#"{"execute":"system_wakeup"}"#;
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, ..Command::default() })
    }
}

impl Qemu {
    /// A connection to the supervisor of a domain that runs.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is no such domain, `VIR_ERR_OPERATION_INVALID` when it does not run.
    pub(super) fn supervisor(&self, domain: &Domain) -> Result<Connection> {
        self.run_state(domain)?.ok_or_else(not_running)?;
        self.root.supervisor(domain)
    }

    /// Asks the guest to stop, after which it boots again or not: by its agent, which is preferred, or by the power button.
    fn ask_to_stop(&self, domain: &Domain, definition: &Definition, flags: u32, reboots: bool) -> Result<()> {
        // The agent's and the button's flags have the same numbers for both.
        let asks_agent = flags & VIR_DOMAIN_SHUTDOWN_GUEST_AGENT != 0;
        let presses = flags & VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN != 0;
        if asks_agent || (flags == 0 && self.has_agent(domain, definition)) {
            match self.ask_agent_to_stop(domain, reboots) {
                Err(failure) if asks_agent && !presses => return Err(failure),
                Ok(()) => return Ok(()),
                // It may have stopped all the same.
                Err(_) if self.run_state(domain)?.is_none() => return Ok(()),
                Err(_) => {}
            }
        }
        let supervisor = self.supervisor(domain)?;
        supervisor.set_fake_reboot(reboots).map_err(|failure| failure.into_error(domain.name()))?;
        let text = r#"{"execute":"system_powerdown"}"#;
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, ..Command::default() })
    }

    fn ask_agent_to_stop(&self, domain: &Domain, reboots: bool) -> Result<()> {
        let mut agent = self.agent(domain)?;
        let supervisor = self.supervisor(domain)?;
        supervisor.set_fake_reboot(false).map_err(|failure| failure.into_error(domain.name()))?;
        agent.tell("guest-shutdown", json!({ "mode": if reboots { "reboot" } else { "powerdown" } }))
    }

    /// Has the guest suspend itself, by its agent.
    fn suspend_guest(&self, domain: &Domain, target: u32) -> Result<()> {
        let live = self.machine(domain)?.live.ok_or_else(not_running)?;
        let disk = target == VIR_NODE_SUSPEND_TARGET_DISK as u32;
        let command = match target as virNodeSuspendTarget {
            VIR_NODE_SUSPEND_TARGET_MEM => "guest-suspend-ram",
            VIR_NODE_SUSPEND_TARGET_DISK => "guest-suspend-disk",
            VIR_NODE_SUSPEND_TARGET_HYBRID => "guest-suspend-hybrid",
            _ => return Err(error(VIR_ERR_INVALID_ARG, format!("Unknown suspend target: {target}"))),
        };
        let mut agent = self.agent(domain)?;
        let text = r#"{"execute":"query-current-machine"}"#;
        let query = Command { text, deadline: ANSWER, ..Command::default() };
        let machine = monitor::call(&self.root, domain, &query)?;
        if machine.get("wakeup-suspend-support").and_then(Value::as_bool) == Some(false) {
            return Err(error(VIR_ERR_OPERATION_UNSUPPORTED, "Domain does not have suspend support"));
        }
        let pm = &live.definition.pm;
        let refused =
            |state: &str| Err(error(VIR_ERR_INTERNAL_ERROR, format!("{state} state is disabled for this domain")));
        if pm.suspend_to_mem == Some(YesNo::No) && !disk {
            return refused("S3");
        }
        if pm.suspend_to_disk == Some(YesNo::No) && disk {
            return refused("S4");
        }
        agent.tell(command, Value::Null)
    }
}

fn invalid(text: &str) -> Error {
    error(VIR_ERR_OPERATION_INVALID, text)
}
