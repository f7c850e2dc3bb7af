//! The virtual networks that there are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use parking_lot::Mutex;

use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::Read;
use crate::xml::network::Network;

/// All networks, under one lock: nothing that is done with them takes time.
#[derive(Default)]
pub struct Networks(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    by_uuid: HashMap<Uuid, Entry>,
    by_name: HashMap<String, Uuid>,
    active: HashSet<Uuid>,
}

/// What is true of one network.
#[derive(Clone)]
pub struct Entry {
    /// What it is now: of a network that runs the live definition, else the persistent one.
    pub definition: Arc<Network>,
    /// The persistent definition of a network that runs, where it is another.
    pub next: Option<Arc<Network>>,
    pub active: bool,
    /// Whether it stays when it stops.
    pub persistent: bool,
    pub autostart: bool,
}

impl Networks {
    /// The one network of `test:///default`.
    ///
    /// # Errors
    /// None, unless the builtin document is wrong.
    pub fn builtin() -> Result<Self> {
        let networks = Self::default();
        networks.add_from_xml(include_str!("builtin.xml"))?;
        Ok(networks)
    }

    /// One more network, which runs and stays: what stands in a `test:///FILE`.
    ///
    /// # Errors
    /// What is wrong with the document; `VIR_ERR_OPERATION_FAILED` when its name or UUID is taken.
    pub fn add_from_xml(&self, xml: &str) -> Result<()> {
        let (definition, _) = Network::parse(xml, Read::default())?;
        let uuid = definition.uuid();
        self.define(definition)?;
        self.change_by_uuid(uuid, |entry| {
            entry.active = true;
            Ok(())
        })
    }

    pub fn count(&self, active: bool) -> usize {
        let inner = self.0.lock();
        if active { inner.active.len() } else { inner.by_uuid.len() - inner.active.len() }
    }

    /// Those that run or do not, or all, as far as they are listed; in alphabetical order.
    pub fn list(&self, active: Option<bool>, listed: impl Fn(&Entry) -> bool) -> Vec<Arc<Network>> {
        let inner = self.0.lock();
        let running = inner.active.iter().filter_map(|uuid| inner.by_uuid.get(uuid));
        let mut found: Vec<_> = match active {
            Some(true) => running.filter(|entry| listed(entry)).map(|entry| Arc::clone(&entry.definition)).collect(),
            _ => {
                let asked = |entry: &&Entry| active.is_none_or(|active| entry.active == active) && listed(entry);
                inner.by_uuid.values().filter(asked).map(|entry| Arc::clone(&entry.definition)).collect()
            }
        };
        found.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        found
    }

    /// # Errors
    /// `VIR_ERR_NO_NETWORK`.
    pub fn by_name(&self, name: &str) -> Result<Entry> {
        let inner = self.0.lock();
        let found = inner.by_name.get(name).and_then(|uuid| inner.by_uuid.get(uuid));
        found.cloned().ok_or_else(|| no_name(name))
    }

    /// # Errors
    /// `VIR_ERR_NO_NETWORK`.
    pub fn by_uuid(&self, uuid: Uuid) -> Result<Entry> {
        self.0.lock().by_uuid.get(&uuid).cloned().ok_or_else(|| no_uuid(uuid))
    }

    /// Changes a network; nothing where `change` fails. One that neither runs nor stays is gone afterwards.
    ///
    /// # Errors
    /// `VIR_ERR_NO_NETWORK`, and those of `change`.
    pub fn change<T>(&self, name: &str, change: impl FnOnce(&mut Entry) -> Result<T>) -> Result<T> {
        let mut inner = self.0.lock();
        let uuid = inner.by_name.get(name).copied().ok_or_else(|| no_name(name))?;
        inner.change(uuid, change)
    }

    /// As [`Networks::change`].
    pub fn change_by_uuid<T>(&self, uuid: Uuid, change: impl FnOnce(&mut Entry) -> Result<T>) -> Result<T> {
        self.0.lock().change(uuid, change)
    }

    /// Keeps a definition, in the place of the one with its name and UUID.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when a network has its name or UUID only.
    pub fn define(&self, definition: Network) -> Result<Arc<Network>> {
        let definition = Arc::new(definition);
        let mut inner = self.0.lock();
        inner.check_free(&definition)?;
        match inner.by_uuid.get_mut(&definition.uuid()) {
            Some(entry) if entry.active => entry.next = Some(Arc::clone(&definition)),
            Some(entry) => entry.definition = Arc::clone(&definition),
            None => inner.insert(&definition),
        }
        inner.change(definition.uuid(), |entry| {
            entry.persistent = true;
            Ok(())
        })?;
        Ok(definition)
    }

    /// Starts a network by its definition. One that is kept under that name and UUID goes back to what it was when this stops.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when a network has its name or UUID only, `VIR_ERR_OPERATION_INVALID` when it runs.
    pub fn create(&self, definition: Network) -> Result<Arc<Network>> {
        let definition = Arc::new(definition);
        let mut inner = self.0.lock();
        inner.check_free(&definition)?;
        match inner.by_uuid.get_mut(&definition.uuid()) {
            Some(entry) if entry.active => {
                let text = format!("network is already active as '{}'", definition.name);
                return Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_NETWORK));
            }
            Some(entry) => entry.next = Some(std::mem::replace(&mut entry.definition, Arc::clone(&definition))),
            None => inner.insert(&definition),
        }
        inner.change(definition.uuid(), |entry| {
            entry.active = true;
            Ok(())
        })?;
        Ok(definition)
    }
}

impl Inner {
    fn check_free(&self, definition: &Network) -> Result<()> {
        let (name, uuid) = (&definition.name, definition.uuid());
        let text = match (self.by_uuid.get(&uuid), self.by_name.get(name)) {
            (Some(entry), _) if entry.definition.name != *name => {
                format!("network '{}' is already defined with uuid {uuid}", entry.definition.name)
            }
            (None, Some(other)) => format!("network '{name}' already exists with uuid {other}"),
            _ => return Ok(()),
        };
        Err(Error::new(VIR_ERR_OPERATION_FAILED, text).from_origin(VIR_FROM_NETWORK))
    }

    /// A new network, which neither runs nor stays yet.
    fn insert(&mut self, definition: &Arc<Network>) {
        let uuid = definition.uuid();
        let definition = Arc::clone(definition);
        self.by_name.insert(definition.name.clone(), uuid);
        let entry = Entry { definition, next: None, active: false, persistent: false, autostart: false };
        self.by_uuid.insert(uuid, entry);
    }

    fn change<T>(&mut self, uuid: Uuid, change: impl FnOnce(&mut Entry) -> Result<T>) -> Result<T> {
        let entry = self.by_uuid.get_mut(&uuid).ok_or_else(|| no_uuid(uuid))?;
        let result = change(entry)?;
        if entry.active {
            self.active.insert(uuid);
        } else {
            self.active.remove(&uuid);
        }
        if !entry.active && !entry.persistent {
            self.by_name.remove(&entry.definition.name);
            self.by_uuid.remove(&uuid);
        }
        Ok(result)
    }
}

impl Entry {
    /// The persistent definition; of a network without one the live definition.
    pub fn config(&self) -> &Arc<Network> {
        self.next.as_ref().unwrap_or(&self.definition)
    }

    /// Its persistent definition is the only one again.
    pub fn stop(&mut self) {
        self.active = false;
        if let Some(next) = self.next.take() {
            self.definition = next;
        }
    }
}

fn no_name(name: &str) -> Error {
    error(VIR_ERR_NO_NETWORK, format!("no network with matching name '{name}'"))
}

fn no_uuid(uuid: Uuid) -> Error {
    error(VIR_ERR_NO_NETWORK, format!("no network with matching uuid '{uuid}'"))
}
