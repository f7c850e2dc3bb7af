//! Domains: what state they are in.

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::types::{virDomainControlInfo, virDomainInfo};

/// What state a domain is in. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait DomainState {
    /// State, memory in KiB, CPUs and CPU time in nanoseconds.
    fn info(&self, domain: &Domain) -> Result<virDomainInfo> {
        let _ = domain;
        unsupported()
    }

    /// State (`VIR_DOMAIN_…`) and why (`VIR_DOMAIN_<STATE>_…`).
    fn state(&self, domain: &Domain, flags: u32) -> Result<(i32, i32)> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Whether the interface over which the domain is controlled is free, busy or broken.
    fn control_info(&self, domain: &Domain, flags: u32) -> Result<virDomainControlInfo> {
        let _ = (domain, flags);
        unsupported()
    }

    /// What is to be said about the domain. `flags`: `VIR_DOMAIN_MESSAGE_…`, 0 for all.
    fn messages(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        let _ = (domain, flags);
        unsupported()
    }

    /// The kind of operating system.
    fn os_type(&self, domain: &Domain) -> Result<String> {
        let _ = domain;
        unsupported()
    }

    /// Whether it runs.
    fn is_active(&self, domain: &Domain) -> Result<bool> {
        let _ = domain;
        unsupported()
    }

    /// Whether it stays when it stops.
    fn is_persistent(&self, domain: &Domain) -> Result<bool> {
        let _ = domain;
        unsupported()
    }

    /// Whether its definition was changed while it runs.
    fn is_updated(&self, domain: &Domain) -> Result<bool> {
        let _ = domain;
        unsupported()
    }
}
