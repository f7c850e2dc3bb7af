//! Domains: start, stop, pause, reboot.

use std::ffi::c_int;

use crate::error::{Result, unsupported};
use crate::object::Domain;

/// Start, stop, pause, reboot. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait DomainLifecycle {
    /// Starts a defined domain. `files`: open file descriptors that its first process gets; they stay the caller's.
    /// `flags`: `VIR_DOMAIN_START_…`.
    fn start(&self, domain: &Domain, files: &[c_int], flags: u32) -> Result<()> {
        let _ = (domain, files, flags);
        unsupported()
    }

    /// Stops a domain at once. `flags`: `VIR_DOMAIN_DESTROY_…`.
    fn destroy(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Asks the guest to shut down. `flags`: `VIR_DOMAIN_SHUTDOWN_…`.
    fn shutdown(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Asks the guest to reboot. `flags`: `VIR_DOMAIN_REBOOT_…`.
    fn reboot(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Resets a domain at once.
    fn reset(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Stops the domain's CPUs; it keeps its memory.
    fn suspend(&self, domain: &Domain) -> Result<()> {
        let _ = domain;
        unsupported()
    }

    /// Lets a paused domain run on.
    fn resume(&self, domain: &Domain) -> Result<()> {
        let _ = domain;
        unsupported()
    }

    /// Has the guest suspend itself: `VIR_NODE_SUSPEND_TARGET_…`, for that many seconds, 0 for ever.
    fn pm_suspend(&self, domain: &Domain, target: u32, duration: u64, flags: u32) -> Result<()> {
        let _ = (domain, target, duration, flags);
        unsupported()
    }

    /// Wakes up a guest that suspended itself.
    fn pm_wakeup(&self, domain: &Domain, flags: u32) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }
}
