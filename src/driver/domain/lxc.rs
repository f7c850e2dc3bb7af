//! Domains: what only LXC containers have.

use std::os::fd::OwnedFd;

use crate::error::{Result, unsupported};
use crate::object::Domain;

/// What only LXC containers have. Every method defaults to "not supported".
pub trait DomainLxc {
    /// Opens the namespaces of a running container.
    fn open_namespaces(&self, _domain: &Domain) -> Result<Vec<OwnedFd>> {
        unsupported()
    }
}
