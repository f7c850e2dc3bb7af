//! The QEMU driver's side of `driver/domain/lifecycle.rs`.

use std::ffi::c_int;
use std::time::Duration;

use super::live::ANSWER;
use super::*;
use crate::driver::qemu::{check_flags, monitor};
use crate::supervisor::client::{Command, Connection};

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
        self.press_power_button(domain, flags, false)
    }

    fn reboot(&self, domain: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, REBOOT_WAYS)?;
        self.press_power_button(domain, flags, true)
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
        let text = r#"{"execute":"cont"}"#;
        let resumes = Some(VIR_DOMAIN_RUNNING_UNPAUSED);
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, resumes, ..Command::default() })?;
        self.root.hear();
        Ok(())
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

    /// Asks the guest to power off, after which it boots again or not.
    fn press_power_button(&self, domain: &Domain, flags: u32, reboots: bool) -> Result<()> {
        // The agent's and the button's flags have the same numbers for both.
        if flags & VIR_DOMAIN_SHUTDOWN_GUEST_AGENT != 0 && flags & VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN == 0 {
            let text =
                "no QEMU guest agent is spoken with; ask by the power button (VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN)";
            return Err(error(VIR_ERR_AGENT_UNRESPONSIVE, text));
        }
        let supervisor = self.supervisor(domain)?;
        supervisor.set_fake_reboot(reboots).map_err(|failure| failure.into_error(domain.name()))?;
        let text = r#"{"execute":"system_powerdown"}"#;
        monitor::run(&self.root, domain, &Command { text, deadline: ANSWER, ..Command::default() })
    }
}

fn invalid(text: &str) -> Error {
    error(VIR_ERR_OPERATION_INVALID, text)
}
