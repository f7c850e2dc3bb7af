//! The QEMU driver's side of `driver/domain/qemu.rs`.

use std::os::fd::{OwnedFd, RawFd};

use serde_json::json;

use super::live::ANSWER;
use crate::driver::DomainQemu;
use crate::driver::qemu::{Qemu, check_flags, monitor};
use crate::error::Result;
use crate::object::Domain;
use crate::supervisor::client::Command;
use crate::types::*;

impl DomainQemu for Qemu {
    fn agent_command(&self, domain: &Domain, command: &str, timeout: i32, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        self.agent(domain)?.raw(command, timeout)
    }

    fn check_monitor_events(&self) -> Result<()> {
        Ok(())
    }

    fn monitor_command(
        &self,
        domain: &Domain,
        command: &str,
        files: &[RawFd],
        flags: u32,
    ) -> Result<(String, Vec<OwnedFd>)> {
        check_flags(flags, VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP)?;
        let supervisor = self.supervisor(domain)?;
        let failed = |failure: crate::supervisor::Failure| failure.into_error(domain.name());
        if flags & VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP == 0 {
            let command = Command { text: command, deadline: ANSWER, files, ..Command::default() };
            return Ok((supervisor.execute(&command).map_err(failed)?, Vec::new()));
        }
        let text = json!({ "execute": "human-monitor-command", "arguments": { "command-line": command } }).to_string();
        let command = Command { text: &text, deadline: ANSWER, files, ..Command::default() };
        let reply = monitor::ask(&supervisor, domain.name(), &command)?;
        Ok((reply.as_str().unwrap_or_default().to_owned(), Vec::new()))
    }
}
