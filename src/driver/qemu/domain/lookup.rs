//! The QEMU driver's side of `driver/domain/lookup.rs`.

use std::collections::HashSet;
use std::ffi::c_uint;
use std::sync::Arc;

use super::store::Autostart;
use crate::driver::domain::{Listed, effective_list_flags, is_listed};
use crate::driver::qemu::{Qemu, Root, check_flags, error};
use crate::driver::{DomainLookup, LIST_FLAGS};
use crate::error::Result;
use crate::object::{Connection, Domain, Name};
use crate::supervisor::slots::State;
use crate::types::*;
use crate::uuid::Uuid;

/// A domain of which only that is looked up which a list asks for.
struct Candidate<'a> {
    root: &'a Root,
    name: Name,
    uuid: Uuid,
    persistent: bool,
    /// While it runs.
    state: Option<State>,
}

impl Candidate<'_> {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn handle(&self, connection: &Arc<Connection>) -> Arc<Domain> {
        Domain::named(connection, self.name.clone(), self.uuid, self.state.map_or(-1, |state| state.id))
    }
}

impl Listed for Candidate<'_> {
    fn state(&self) -> virDomainState {
        self.state.map_or(VIR_DOMAIN_SHUTOFF, |state| state.condition.0)
    }
    fn is_active(&self) -> bool {
        self.state.is_some()
    }
    fn is_persistent(&self) -> bool {
        self.persistent
    }
    fn starts_with_host(&self) -> bool {
        self.root.store.autostart(self.name(), Autostart::Always)
    }
    fn is_saved(&self) -> bool {
        self.root.store.saved_image(self.name()).exists()
    }
    fn has_snapshots(&self) -> bool {
        !self.root.store.snapshots(self.name()).is_empty()
    }
    fn has_checkpoints(&self) -> bool {
        !self.root.store.checkpoints(self.name()).is_empty()
    }
}

impl Root {
    /// The machines that run.
    fn candidates_active(&self) -> Result<Vec<Candidate<'_>>> {
        let active = self.all_active();
        if active.is_empty() {
            return Ok(Vec::new());
        }
        let (defined, running) = (self.store.index()?, self.running.index()?);
        let candidate = |state: State| {
            let uuid = state.uuid;
            let config = defined.by_uuid(&uuid);
            let name = config.or_else(|| running.by_uuid(&uuid))?.name.clone();
            Some(Candidate { root: self, name, uuid, persistent: config.is_some(), state: Some(state) })
        };
        Ok(active.into_iter().filter_map(candidate).collect())
    }

    /// All machines.
    fn candidates(&self) -> Result<Vec<Candidate<'_>>> {
        let mut all = self.candidates_active()?;
        let active: HashSet<Uuid> = all.iter().map(|one| one.uuid).collect();
        let defined = self.store.index()?;
        let inactive = defined.entries().iter().filter(|entry| !active.contains(&entry.uuid));
        all.extend(inactive.map(|entry| Candidate {
            root: self,
            name: entry.name.clone(),
            uuid: entry.uuid,
            persistent: true,
            state: None,
        }));
        Ok(all)
    }

    /// The machine of a UUID.
    fn candidate(&self, uuid: &Uuid) -> Result<Option<Candidate<'_>>> {
        let config = self.store.index()?.by_uuid(uuid).cloned();
        let state = self.active(uuid);
        let name = match &config {
            Some(entry) => Some(entry.name.clone()),
            None if state.is_some() => self.running.index()?.by_uuid(uuid).map(|entry| entry.name.clone()),
            None => None,
        };
        Ok(name.map(|name| Candidate { root: self, name, uuid: *uuid, persistent: config.is_some(), state }))
    }
}

impl Qemu {
    /// Machines and what is published of them: these, or those that `VIR_CONNECT_LIST_DOMAINS_…` ask for. What is gone is left out.
    pub(super) fn with_states(
        &self,
        connection: &Arc<Connection>,
        domains: Option<&[Arc<Domain>]>,
        flags: c_uint,
    ) -> Result<Vec<(Arc<Domain>, Option<State>)>> {
        let flags = effective_list_flags(flags);
        let mut all = Vec::new();
        match domains {
            Some(domains) => {
                for domain in domains {
                    if let Some(one) = self.root.candidate(&domain.uuid)?.filter(|one| is_listed(one, flags)) {
                        all.push((Arc::clone(domain), one.state));
                    }
                }
            }
            None => {
                let only_active = flags & VIR_CONNECT_LIST_DOMAINS_ACTIVE != 0;
                let found = if only_active { self.root.candidates_active()? } else { self.root.candidates()? };
                let found = found.iter().filter(|one| is_listed(*one, flags));
                all.extend(found.map(|one| (one.handle(connection), one.state)));
            }
        }
        Ok(all)
    }
}

fn found(connection: &Arc<Connection>, one: Option<Candidate>, by: String) -> Result<Arc<Domain>> {
    match one {
        Some(one) => Ok(one.handle(connection)),
        None => Err(error(VIR_ERR_NO_DOMAIN, format!("no domain with matching {by}"))),
    }
}

impl DomainLookup for Qemu {
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        let mut uuid = self.root.store.index()?.by_name(name).map(|entry| entry.uuid);
        if uuid.is_none() {
            let running = self.root.running.index()?.by_name(name).map(|entry| entry.uuid);
            uuid = running.filter(|uuid| self.root.active(uuid).is_some());
        }
        let one = uuid.map(|uuid| self.root.candidate(&uuid)).transpose()?.flatten();
        found(connection, one, format!("name '{name}'"))
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<Domain>> {
        found(connection, self.root.candidate(&uuid)?, format!("uuid '{uuid}'"))
    }

    fn by_id(&self, connection: &Arc<Connection>, id: i32) -> Result<Arc<Domain>> {
        let state = self.root.all_active().into_iter().find(|state| state.id == id);
        let one = state.map(|state| self.root.candidate(&state.uuid)).transpose()?.flatten();
        found(connection, one, format!("id {id}"))
    }

    fn list(&self, connection: &Arc<Connection>, flags: c_uint) -> Result<Vec<Arc<Domain>>> {
        check_flags(flags, LIST_FLAGS)?;
        let flags = effective_list_flags(flags);
        let only_active = flags & VIR_CONNECT_LIST_DOMAINS_ACTIVE != 0;
        let all = if only_active { self.root.candidates_active()? } else { self.root.candidates()? };
        Ok(all.iter().filter(|one| is_listed(*one, flags)).map(|one| one.handle(connection)).collect())
    }

    fn count_active(&self) -> Result<usize> {
        Ok(self.root.all_active().len())
    }

    fn active_ids(&self) -> Result<Vec<i32>> {
        Ok(self.root.all_active().iter().map(|state| state.id).collect())
    }

    fn count_inactive(&self) -> Result<usize> {
        Ok(self.inactive_names()?.len())
    }

    fn inactive_names(&self) -> Result<Vec<String>> {
        let all = self.root.candidates()?;
        Ok(all.iter().filter(|one| one.state.is_none()).map(|one| one.name().to_owned()).collect())
    }
}
