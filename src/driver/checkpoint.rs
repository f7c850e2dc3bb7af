//! Checkpoints of domains: moments from which on changes of disks are known.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Checkpoint, Domain};

/// Checkpoints of domains. Every method defaults to "not supported". `flags` are those of the public functions, whose
/// exclusions were checked.
///
/// A checkpoint that is not there is `VIR_ERR_NO_DOMAIN_CHECKPOINT`.
pub trait CheckpointDriver {
    /// Makes a checkpoint as a `<domaincheckpoint>` says, or with `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE` learns of one.
    fn create(&self, domain: &Arc<Domain>, xml: &str, flags: u32) -> Result<Arc<Checkpoint>> {
        let _ = (domain, xml, flags);
        unsupported()
    }

    fn xml(&self, checkpoint: &Checkpoint, flags: u32) -> Result<String> {
        let _ = (checkpoint, flags);
        unsupported()
    }

    /// The names of those that `VIR_DOMAIN_CHECKPOINT_LIST_…` flags ask for.
    fn list(&self, domain: &Domain, flags: u32) -> Result<Vec<String>> {
        let _ = (domain, flags);
        unsupported()
    }

    /// As [`CheckpointDriver::list`], below one checkpoint.
    fn children(&self, checkpoint: &Checkpoint, flags: u32) -> Result<Vec<String>> {
        let _ = (checkpoint, flags);
        unsupported()
    }

    /// Fails when there is none of that name.
    fn lookup(&self, domain: &Domain, name: &str, flags: u32) -> Result<()> {
        let _ = (domain, name, flags);
        unsupported()
    }

    /// The name of the parent; fails when it has none.
    fn parent(&self, checkpoint: &Checkpoint, flags: u32) -> Result<String> {
        let _ = (checkpoint, flags);
        unsupported()
    }

    fn delete(&self, checkpoint: &Checkpoint, flags: u32) -> Result<()> {
        let _ = (checkpoint, flags);
        unsupported()
    }
}
