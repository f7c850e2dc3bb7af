//! Domains: start, stop, pause, reboot.

use crate::error::{Result, unsupported};
use crate::object::Domain;

/// Start, stop, pause, reboot. Every method defaults to "not supported".
pub trait DomainLifecycle {
    /// Stops the domain's CPUs; it keeps its memory.
    fn suspend(&self, domain: &Domain) -> Result<()> {
        let _ = domain;
        unsupported()
    }
}
