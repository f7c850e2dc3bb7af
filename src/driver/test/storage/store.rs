//! The pools that there are, and the volumes in them.

use std::collections::{BTreeMap, HashMap};

use parking_lot::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::conflict;
use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::storage::amount::Amount;
use crate::xml::storage::{Volume, pool};

/// All pools, behind one lock.
#[derive(Default)]
pub struct Pools {
    index: RwLock<Index>,
}

/// Pools by name, and where to find them by UUID.
#[derive(Default)]
pub struct Index {
    pools: BTreeMap<String, Pool>,
    names: HashMap<Uuid, String>,
}

/// One pool of the imagined host. A stopped one keeps its volumes.
pub struct Pool {
    pub definition: pool::Pool,
    pub active: bool,
    pub persistent: bool,
    pub autostart: bool,
    pub volumes: BTreeMap<String, Volume>,
}

/// What every new pool can hold.
const CAPACITY: u64 = 100 << 30;

impl Pools {
    /// The one pool of `test:///default`.
    pub fn builtin() -> Result<Self> {
        let pools = Self::default();
        pools.add(
            "<pool type='dir'><name>default-pool</name><uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>\
             <target><path>/default-pool</path></target></pool>",
        )?;
        Ok(pools)
    }

    /// Adds a started pool with a definition, as a `test:///FILE` has them; gives its name.
    pub fn add(&self, xml: &str) -> Result<String> {
        let mut index = self.write();
        let pool = index.assign(pool::Pool::parse(xml, false)?, false)?;
        pool.active = true;
        pool.persistent = true;
        Ok(pool.definition.name.clone())
    }

    /// Adds a volume to a pool, as a `test:///FILE` has them: however large it is, and wherever it says that it is.
    pub fn add_volume(&self, pool: &str, xml: &str) -> Result<()> {
        let mut index = self.write();
        let pool = index.by_name_mut(pool)?;
        let mut volume = Volume::parse(xml, pool.definition.source.kind, false)?;
        let path = volume.target.path.take().unwrap_or_else(|| pool.path_of(&volume.name));
        volume.key.get_or_insert_with(|| path.clone());
        volume.target.path = Some(path);
        pool.insert(volume);
        Ok(())
    }

    pub fn read(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read()
    }

    pub fn write(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write()
    }
}

impl Index {
    /// In the order of their names.
    pub fn all(&self) -> impl Iterator<Item = &Pool> {
        self.pools.values()
    }

    /// The pool of that name.
    ///
    /// # Errors
    /// `VIR_ERR_NO_STORAGE_POOL`.
    pub fn by_name(&self, name: &str) -> Result<&Pool> {
        self.pools.get(name).ok_or_else(|| no_pool_called(name))
    }

    /// As [`Index::by_name`], to change it.
    pub fn by_name_mut(&mut self, name: &str) -> Result<&mut Pool> {
        self.pools.get_mut(name).ok_or_else(|| no_pool_called(name))
    }

    /// The pool of that UUID.
    ///
    /// # Errors
    /// `VIR_ERR_NO_STORAGE_POOL`.
    pub fn by_uuid(&self, uuid: &Uuid) -> Result<&Pool> {
        let pool = self.names.get(uuid).and_then(|name| self.pools.get(name));
        pool.ok_or_else(|| error(VIR_ERR_NO_STORAGE_POOL, format!("no storage pool with matching uuid '{uuid}'")))
    }

    /// The pool of that name, which must be started.
    ///
    /// # Errors
    /// `VIR_ERR_NO_STORAGE_POOL`, `VIR_ERR_OPERATION_INVALID`.
    pub fn active(&self, name: &str) -> Result<&Pool> {
        let pool = self.by_name(name)?;
        pool.require_active()?;
        Ok(pool)
    }

    /// As [`Index::active`], to change it.
    pub fn active_mut(&mut self, name: &str) -> Result<&mut Pool> {
        let pool = self.by_name_mut(name)?;
        pool.require_active()?;
        Ok(pool)
    }

    /// The pool of that name, which must not be started.
    ///
    /// # Errors
    /// `VIR_ERR_NO_STORAGE_POOL`, `VIR_ERR_OPERATION_INVALID`.
    pub fn inactive_mut(&mut self, name: &str) -> Result<&mut Pool> {
        let pool = self.by_name_mut(name)?;
        if pool.active {
            return Err(error(VIR_ERR_OPERATION_INVALID, format!("storage pool '{name}' is active")));
        }
        Ok(pool)
    }

    /// Gives a pool this definition, a new one if there is none of that name; the volumes stay. A started pool goes on with the
    /// definition that it was started with; with `to_start` it is refused.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED` when the name, the UUID or the source is another pool's; `VIR_ERR_OPERATION_INVALID`.
    pub fn assign(&mut self, mut definition: pool::Pool, to_start: bool) -> Result<&mut Pool> {
        let uuid = definition.uuid.unwrap_or_default();
        if let Some(other) = self.pools.values().find(|pool| conflict::conflicts(&pool.definition, &definition)) {
            let text = format!("Storage source conflict with pool: '{}'", other.definition.name);
            return Err(refused(VIR_ERR_OPERATION_FAILED, text));
        }
        self.check_unique(&definition, uuid, to_start)?;
        // Options of the real file systems' and of RBD's clients, which nobody here would understand.
        definition.mount_options.clear();
        definition.rbd_options.clear();
        let name = definition.name.clone();
        self.names.insert(uuid, name.clone());
        match self.pools.get_mut(&name) {
            Some(pool) if !pool.active => {
                pool.definition = definition;
                pool.measure();
            }
            Some(_) => {}
            None => {
                self.pools.insert(name.clone(), Pool::new(definition));
            }
        }
        self.by_name_mut(&name)
    }

    fn check_unique(&self, definition: &pool::Pool, uuid: Uuid, to_start: bool) -> Result<()> {
        let name = &definition.name;
        if let Some(known) = self.names.get(&uuid) {
            if known != name {
                let text = format!("pool '{known}' is already defined with uuid {uuid}");
                return Err(refused(VIR_ERR_OPERATION_FAILED, text));
            }
            if to_start && self.by_name(name)?.active {
                return Err(refused(VIR_ERR_OPERATION_INVALID, format!("pool is already active as '{name}'")));
            }
        } else if let Some(pool) = self.pools.get(name) {
            let uuid = pool.definition.uuid.unwrap_or_default();
            return Err(refused(VIR_ERR_OPERATION_FAILED, format!("pool '{name}' already exists with uuid {uuid}")));
        }
        Ok(())
    }

    pub fn remove(&mut self, name: &str) {
        if let Some(pool) = self.pools.remove(name) {
            self.names.remove(&pool.definition.uuid.unwrap_or_default());
        }
    }
}

impl Pool {
    fn new(definition: pool::Pool) -> Self {
        let mut pool =
            Self { definition, active: false, persistent: false, autostart: false, volumes: BTreeMap::new() };
        pool.measure();
        pool
    }

    fn require_active(&self) -> Result<()> {
        match self.active {
            true => Ok(()),
            false => {
                let text = format!("storage pool '{}' is not active", self.definition.name);
                Err(error(VIR_ERR_OPERATION_INVALID, text))
            }
        }
    }

    /// Adds up what is in use.
    fn measure(&mut self) {
        let allocation = self.volumes.values().map(|volume| volume.allocation.bytes()).fold(0, u64::saturating_add);
        self.definition.capacity = Amount(Some(CAPACITY));
        self.definition.allocation = Amount(Some(allocation));
        self.definition.available = Amount(Some(CAPACITY.saturating_sub(allocation)));
    }

    /// Adds a volume, in the place of one of that name.
    pub fn insert(&mut self, volume: Volume) {
        self.volumes.insert(volume.name.clone(), volume);
        self.measure();
    }

    /// Takes a volume away.
    pub fn remove(&mut self, name: &str) {
        self.volumes.remove(name);
        self.measure();
    }

    /// The volume of that name.
    ///
    /// # Errors
    /// `VIR_ERR_NO_STORAGE_VOL`.
    pub fn volume(&self, name: &str) -> Result<&Volume> {
        let volume = self.volumes.get(name);
        volume.ok_or_else(|| error(VIR_ERR_NO_STORAGE_VOL, format!("no storage vol with matching name '{name}'")))
    }

    /// Where a new volume is. Pools that have no path say so in libvirt's words.
    pub fn path_of(&self, volume: &str) -> String {
        let target = self.definition.target.path.as_ref().map_or("(null)", |path| &path.0);
        format!("{target}/{volume}")
    }
}

fn no_pool_called(name: &str) -> Error {
    error(VIR_ERR_NO_STORAGE_POOL, format!("no storage pool with matching name '{name}'"))
}

/// An error that is the same in every driver with pools.
fn refused(code: crate::error::Code, text: String) -> Error {
    Error::new(code, text).from_origin(VIR_FROM_STORAGE)
}
