//! Domains of a root, one file per topic as in `driver/domain`.

mod agent;
mod attach;
mod block;
mod console;
mod cpu;
mod define;
mod dump;
mod fault;
mod guest;
mod holder;
mod image;
mod interface;
mod job;
mod lifecycle;
mod live;
mod lookup;
mod memory;
mod metadata;
mod needs;
mod port_stream;
mod prepare;
mod qemu;
mod save;
mod screen;
mod security;
mod setup;
mod start;
mod state;
mod stats;
mod store;
mod tap;
mod tuning;
mod unbuilt;
mod vcpu;
mod watch;

use std::sync::Arc;

use live::Live;
pub use store::Store;
use store::{Autostart, Entry};
use watch::Happening;
pub use watch::Watch;

use super::definition::Definition;
use super::{Qemu, error};
use crate::driver::domain::*;
use crate::error::{Error, Result};
use crate::object::{Domain, Name};
use crate::supervisor::slots::State;
use crate::types::*;
use crate::uuid::Uuid;

/// A domain as it was found: what its handle points at.
struct Machine {
    name: Name,
    uuid: Uuid,
    /// What it is when it starts the next time; a transient one has none.
    config: Option<(Entry, Arc<Definition>)>,
    /// What it is now, while it runs.
    live: Option<Live>,
}

impl Machine {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    /// # Errors
    /// Those of [`Affected::of`].
    fn affected(&self, flags: u32) -> Result<Affected> {
        Affected::of(flags, self.live.is_some(), self.config.is_some())
    }

    /// What it is now: as it runs, else as it is defined.
    fn current(&self) -> Result<&Arc<Definition>> {
        let live = self.live.as_ref().map(|live| &live.definition);
        live.or(self.config.as_ref().map(|(_, definition)| definition)).ok_or_else(|| missing(self.uuid, self.name()))
    }

    /// What it is when it starts the next time; of a transient one what it is now.
    fn persistent(&self) -> Result<&Arc<Definition>> {
        match &self.config {
            Some((_, definition)) => Ok(definition),
            None => self.current(),
        }
    }

    /// The one definition that flags ask for, to be read.
    ///
    /// # Errors
    /// Those of [`Affected::of`].
    fn selected(&self, flags: u32) -> Result<&Arc<Definition>> {
        if self.affected(flags)?.config { self.persistent() } else { self.current() }
    }
}

impl Qemu {
    /// The domain of a handle.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is none with its UUID any more, and what is wrong with its file.
    fn machine(&self, domain: &Domain) -> Result<Machine> {
        let uuid = domain.uuid;
        let entry = self.root.store.index()?.by_uuid(&uuid).cloned();
        let config = match entry {
            Some(entry) => self.root.store.definition(&entry)?.map(|definition| (entry, definition)),
            None => None,
        };
        let live = self.root.live(&uuid)?;
        let name = match (&config, &live) {
            (Some((entry, _)), _) => entry.name.clone(),
            (None, Some(live)) => Name::new(&live.definition.name),
            (None, None) => return Err(gone(domain)),
        };
        domain.set_id(live.as_ref().map_or(-1, |live| live.state.id));
        Ok(Machine { name, uuid, config, live })
    }

    /// What is published of the domain of a handle, without reading documents; `None` when it does not run.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN` when there is none with its UUID any more.
    fn run_state(&self, domain: &Domain) -> Result<Option<State>> {
        let state = self.root.active(&domain.uuid);
        if state.is_none() && self.root.store.index()?.by_uuid(&domain.uuid).is_none() {
            return Err(gone(domain));
        }
        domain.set_id(state.map_or(-1, |state| state.id));
        Ok(state)
    }
}

fn missing(uuid: Uuid, name: &str) -> Error {
    error(VIR_ERR_NO_DOMAIN, format!("no domain with matching uuid '{uuid}' ({name})"))
}

fn gone(domain: &Domain) -> Error {
    missing(domain.uuid, domain.name())
}

fn not_running() -> Error {
    Error::new(VIR_ERR_OPERATION_INVALID, "domain is not running").from_origin(VIR_FROM_DOMAIN)
}

impl DomainDevice for Qemu {}
impl DomainEvent for Qemu {}
impl DomainLxc for Qemu {}
impl DomainMigrate for Qemu {}
impl DomainTune for Qemu {}

#[cfg(test)]
mod tests;
