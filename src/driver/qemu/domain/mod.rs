//! Domains of a root, one file per topic as in `driver/domain`.

mod define;
mod lookup;
mod metadata;
mod state;
mod store;
mod watch;

use std::sync::Arc;

pub use store::Store;
use store::{Autostart, Entry};
pub use watch::Watch;

use super::definition::Definition;
use super::{Qemu, error};
use crate::driver::domain::*;
use crate::error::{Error, Result};
use crate::object::Domain;
use crate::types::*;

/// A domain as it was found: what its handle points at, and its definition.
struct Machine {
    entry: Entry,
    definition: Arc<Definition>,
}

impl Machine {
    /// Complains where flags ask for a definition that it does not have.
    ///
    /// # Errors
    /// Those of [`Affected::of`].
    fn require(&self, flags: u32) -> Result<()> {
        Affected::of(flags, false, true).map(drop)
    }
}

impl Qemu {
    /// Where the definition of a handle's domain is.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is none with its UUID any more.
    fn entry(&self, domain: &Domain) -> Result<Entry> {
        self.root.store.index()?.by_uuid(&domain.uuid).cloned().ok_or_else(|| gone(domain))
    }

    /// The domain of a handle.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is none with its UUID any more, and what is wrong with its file.
    fn machine(&self, domain: &Domain) -> Result<Machine> {
        let entry = self.entry(domain)?;
        match self.root.store.definition(&entry)? {
            Some(definition) => Ok(Machine { entry, definition }),
            None => Err(gone(domain)),
        }
    }
}

fn gone(domain: &Domain) -> Error {
    error(VIR_ERR_NO_DOMAIN, format!("no domain with matching uuid '{}' ({})", domain.uuid, domain.name()))
}

fn not_running() -> Error {
    Error::new(VIR_ERR_OPERATION_INVALID, "domain is not running").from_origin(VIR_FROM_DOMAIN)
}

impl DomainAgent for Qemu {}
impl DomainBlock for Qemu {}
impl DomainConsole for Qemu {}
impl DomainDevice for Qemu {}
impl DomainEvent for Qemu {}
impl DomainInterface for Qemu {}
impl DomainJob for Qemu {}
impl DomainLifecycle for Qemu {}
impl DomainLxc for Qemu {}
impl DomainMemory for Qemu {}
impl DomainMigrate for Qemu {}
impl DomainQemu for Qemu {}
impl DomainSave for Qemu {}
impl DomainSecurity for Qemu {}
impl DomainStats for Qemu {}
impl DomainTune for Qemu {}
impl DomainVcpu for Qemu {}

#[cfg(test)]
mod tests;
