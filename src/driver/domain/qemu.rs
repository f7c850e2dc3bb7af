//! Domains: what only QEMU has: its monitor, and the guest agent without translation.

use std::os::fd::{OwnedFd, RawFd};
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};

/// What only QEMU has. Every method defaults to "not supported".
pub trait DomainQemu {
    /// Sends a command to the monitor; gives its reply. `flags`: `VIR_DOMAIN_QEMU_MONITOR_COMMAND_…`. The files travel with
    /// the command, and others may come back.
    fn monitor_command(
        &self,
        _domain: &Domain,
        _command: &str,
        _files: &[RawFd],
        _flags: u32,
    ) -> Result<(String, Vec<OwnedFd>)> {
        unsupported()
    }

    /// Whether what monitors say is told through the connection's events.
    fn check_monitor_events(&self) -> Result<()> {
        unsupported()
    }

    /// Sends a command to the guest agent; gives its reply. `timeout`: seconds, or a `VIR_DOMAIN_QEMU_AGENT_COMMAND_…`.
    fn agent_command(&self, _domain: &Domain, _command: &str, _timeout: i32, _flags: u32) -> Result<String> {
        unsupported()
    }

    /// Takes over a QEMU process that something else started.
    fn attach_process(&self, _connection: &Arc<Connection>, _pid: u32, _flags: u32) -> Result<Arc<Domain>> {
        unsupported()
    }
}
