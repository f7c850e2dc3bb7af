//! Snapshots of domains.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Domain, Snapshot};

/// Snapshots of domains. Every method defaults to "not supported". `flags` are those of the public functions, whose
/// exclusions were checked.
///
/// A snapshot that is not there is `VIR_ERR_NO_DOMAIN_SNAPSHOT`.
pub trait SnapshotDriver {
    /// Takes a snapshot as a `<domainsnapshot>` says, or with `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE` learns of one.
    fn create(&self, domain: &Arc<Domain>, xml: &str, flags: u32) -> Result<Arc<Snapshot>> {
        let _ = (domain, xml, flags);
        unsupported()
    }

    fn xml(&self, snapshot: &Snapshot, flags: u32) -> Result<String> {
        let _ = (snapshot, flags);
        unsupported()
    }

    /// The names of those that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for.
    fn list(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        let _ = (domain, flags);
        unsupported()
    }

    /// As [`SnapshotDriver::list`], below one snapshot.
    fn children(&self, snapshot: &Snapshot, flags: u32) -> Result<Vec<String>> {
        let _ = (snapshot, flags);
        unsupported()
    }

    /// Fails when there is none of that name.
    fn lookup(&self, domain: &Domain, name: &str, flags: u32) -> Result<()> {
        let _ = (domain, name, flags);
        unsupported()
    }

    fn has_current(&self, domain: &Domain, flags: u32) -> Result<bool> {
        let _ = (domain, flags);
        unsupported()
    }

    /// The name of the current one; fails when there is none.
    fn current(&self, domain: &Domain, flags: u32) -> Result<String> {
        let _ = (domain, flags);
        unsupported()
    }

    /// The name of the parent; fails when it has none.
    fn parent(&self, snapshot: &Snapshot, flags: u32) -> Result<String> {
        let _ = (snapshot, flags);
        unsupported()
    }

    fn is_current(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        let _ = (snapshot, flags);
        unsupported()
    }

    /// Whether it is more than what stands in the disks' images.
    fn has_metadata(&self, snapshot: &Snapshot, flags: u32) -> Result<bool> {
        let _ = (snapshot, flags);
        unsupported()
    }

    /// Makes the domain what it was then.
    fn revert(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        let _ = (snapshot, flags);
        unsupported()
    }

    fn delete(&self, snapshot: &Snapshot, flags: u32) -> Result<()> {
        let _ = (snapshot, flags);
        unsupported()
    }
}
