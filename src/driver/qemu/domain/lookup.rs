//! The QEMU driver's side of `driver/domain/lookup.rs`.

use std::ffi::c_uint;
use std::sync::Arc;

use super::store::{Autostart, Entry};
use crate::driver::domain::{Listed, is_listed};
use crate::driver::qemu::{Qemu, Root, check_flags, error};
use crate::driver::{DomainLookup, LIST_FLAGS};
use crate::error::Result;
use crate::object::{Connection, Domain};
use crate::types::*;
use crate::uuid::Uuid;

/// A defined domain, of which only that is looked up which a list asks for.
struct Candidate<'a> {
    root: &'a Root,
    entry: &'a Entry,
}

impl Candidate<'_> {
    fn name(&self) -> &str {
        self.entry.name.as_str()
    }
}

impl Listed for Candidate<'_> {
    fn state(&self) -> virDomainState {
        VIR_DOMAIN_SHUTOFF
    }
    fn is_active(&self) -> bool {
        false
    }
    fn is_persistent(&self) -> bool {
        true
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

fn handle(connection: &Arc<Connection>, entry: &Entry) -> Arc<Domain> {
    Domain::named(connection, entry.name.clone(), entry.uuid, -1)
}

impl DomainLookup for Qemu {
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        let index = self.root.store.index()?;
        let entry = index.by_name(name);
        let missing = || error(VIR_ERR_NO_DOMAIN, format!("no domain with matching name '{name}'"));
        Ok(handle(connection, entry.ok_or_else(missing)?))
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<Domain>> {
        let index = self.root.store.index()?;
        let entry = index.by_uuid(&uuid);
        let missing = || error(VIR_ERR_NO_DOMAIN, format!("no domain with matching uuid '{uuid}'"));
        Ok(handle(connection, entry.ok_or_else(missing)?))
    }

    fn by_id(&self, _connection: &Arc<Connection>, id: i32) -> Result<Arc<Domain>> {
        Err(error(VIR_ERR_NO_DOMAIN, format!("no domain with matching id {id}")))
    }

    fn list(&self, connection: &Arc<Connection>, flags: c_uint) -> Result<Vec<Arc<Domain>>> {
        check_flags(flags, LIST_FLAGS)?;
        let index = self.root.store.index()?;
        let candidates = index.entries().iter().map(|entry| Candidate { root: &self.root, entry });
        Ok(candidates.filter(|one| is_listed(one, flags)).map(|one| handle(connection, one.entry)).collect())
    }

    fn count_active(&self) -> Result<usize> {
        Ok(0)
    }

    fn active_ids(&self) -> Result<Vec<i32>> {
        Ok(Vec::new())
    }

    fn count_inactive(&self) -> Result<usize> {
        Ok(self.root.store.index()?.entries().len())
    }

    fn inactive_names(&self) -> Result<Vec<String>> {
        Ok(self.root.store.index()?.entries().iter().map(|entry| entry.name.as_str().to_owned()).collect())
    }
}
