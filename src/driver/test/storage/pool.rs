//! The test driver's side of `driver/storage_pool.rs`.

use std::sync::Arc;

use super::sources;
use super::store::Pool;
use crate::driver::StoragePoolDriver;
use crate::driver::test::{Test, check_flags, error};
use crate::error::Result;
use crate::event_hub::Event;
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::storage::adapter::{Adapter, FcHost};
use crate::xml::storage::{self, PoolKind};

impl StoragePoolDriver for Test {
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<StoragePool>>> {
        check_flags(flags, STATES | PERSISTENCE | AUTOSTART | KINDS)?;
        let pools = self.state.pools.read();
        let found = pools.all().filter(|pool| is_chosen(pool, flags));
        Ok(found.map(|pool| handle(connection, pool)).collect())
    }

    fn names(&self, active: bool) -> Result<Vec<String>> {
        let pools = self.state.pools.read();
        let found = pools.all().filter(|pool| pool.active == active);
        Ok(found.map(|pool| pool.definition.name.clone()).collect())
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<StoragePool>> {
        Ok(handle(connection, self.state.pools.read().by_name(name)?))
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<StoragePool>> {
        Ok(handle(connection, self.state.pools.read().by_uuid(&uuid)?))
    }

    fn of_volume(&self, volume: &StorageVolume) -> Result<Arc<StoragePool>> {
        Ok(handle(&volume.connection, self.state.pools.read().by_name(&volume.pool)?))
    }

    fn define(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<StoragePool>> {
        check_flags(flags, VIR_STORAGE_POOL_DEFINE_VALIDATE)?;
        let definition = storage::Pool::parse(xml, flags & VIR_STORAGE_POOL_DEFINE_VALIDATE != 0)?;
        let mut pools = self.state.pools.write();
        let pool = pools.assign(definition, false)?;
        pool.persistent = true;
        let handle = handle(connection, pool);
        drop(pools);
        self.tell(&handle, VIR_STORAGE_POOL_EVENT_DEFINED);
        Ok(handle)
    }

    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<StoragePool>> {
        check_flags(flags, 0)?;
        let definition = storage::Pool::parse(xml, false)?;
        let adapter = virtual_adapter(&definition);
        let mut pools = self.state.pools.write();
        let pool = pools.assign(definition, true)?;
        pool.active = true;
        pool.persistent = false;
        pool.autostart = false;
        let handle = handle(connection, pool);
        drop(pools);
        if let Some(adapter) = adapter
            && let Err(error) = self.make_virtual_adapter(adapter.wwnn.as_deref(), adapter.wwpn.as_deref())
        {
            self.state.pools.write().remove(handle.name());
            return Err(error);
        }
        self.tell(&handle, VIR_STORAGE_POOL_EVENT_STARTED);
        Ok(handle)
    }

    fn start(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.pools.write().inactive_mut(pool.name())?.active = true;
        self.tell(pool, VIR_STORAGE_POOL_EVENT_STARTED);
        Ok(())
    }

    fn build(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.pools.write().inactive_mut(pool.name())?;
        self.tell(pool, VIR_STORAGE_POOL_EVENT_CREATED);
        Ok(())
    }

    fn destroy(&self, pool: &StoragePool) -> Result<()> {
        let mut pools = self.state.pools.write();
        let stored = pools.active_mut(pool.name())?;
        stored.active = false;
        let adapter = virtual_adapter(&stored.definition);
        let persistent = stored.persistent;
        drop(pools);
        if adapter.is_some() {
            self.remove_virtual_adapter()?;
        }
        self.tell(pool, VIR_STORAGE_POOL_EVENT_STOPPED);
        if !persistent {
            self.state.pools.write().remove(pool.name());
        }
        Ok(())
    }

    fn undefine(&self, pool: &StoragePool) -> Result<()> {
        let mut pools = self.state.pools.write();
        pools.inactive_mut(pool.name())?;
        pools.remove(pool.name());
        drop(pools);
        self.tell(pool, VIR_STORAGE_POOL_EVENT_UNDEFINED);
        Ok(())
    }

    fn delete(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.pools.write().inactive_mut(pool.name())?;
        self.tell(pool, VIR_STORAGE_POOL_EVENT_DELETED);
        Ok(())
    }

    fn refresh(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        self.state.pools.read().active(pool.name())?;
        self.state.events.emit(Event::pool_refresh(pool.name(), pool.uuid));
        Ok(())
    }

    fn info(&self, pool: &StoragePool) -> Result<virStoragePoolInfo> {
        let pools = self.state.pools.read();
        let pool = pools.by_name(pool.name())?;
        let definition = &pool.definition;
        Ok(virStoragePoolInfo {
            state: if pool.active { VIR_STORAGE_POOL_RUNNING } else { VIR_STORAGE_POOL_INACTIVE },
            capacity: definition.capacity.bytes(),
            allocation: definition.allocation.bytes(),
            available: definition.available.bytes(),
        })
    }

    fn xml(&self, pool: &StoragePool, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(self.state.pools.read().by_name(pool.name())?.definition.format())
    }

    fn autostart(&self, pool: &StoragePool) -> Result<bool> {
        Ok(self.state.pools.read().by_name(pool.name())?.autostart)
    }

    fn set_autostart(&self, pool: &StoragePool, autostart: bool) -> Result<()> {
        let mut pools = self.state.pools.write();
        let pool = pools.by_name_mut(pool.name())?;
        if !pool.persistent {
            return Err(error(VIR_ERR_INVALID_ARG, "pool has no config file"));
        }
        pool.autostart = autostart;
        Ok(())
    }

    fn is_active(&self, pool: &StoragePool) -> Result<bool> {
        Ok(self.state.pools.read().by_uuid(&pool.uuid)?.active)
    }

    fn is_persistent(&self, pool: &StoragePool) -> Result<bool> {
        Ok(self.state.pools.read().by_uuid(&pool.uuid)?.persistent)
    }

    fn find_sources(&self, kind: &str, specification: Option<&str>, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        sources::find(kind, specification)
    }
}

impl Test {
    /// Tells those who listen. `event` is a `VIR_STORAGE_POOL_EVENT_…`.
    fn tell(&self, pool: &StoragePool, event: i32) {
        self.state.events.emit(Event::pool_lifecycle(pool.name(), pool.uuid, event));
    }
}

/// The adapter that is made when a pool is, of pools that stand on one.
fn virtual_adapter(definition: &storage::Pool) -> Option<FcHost> {
    match &definition.source.adapter {
        Some(Adapter::FcHost(adapter)) => Some((**adapter).clone()),
        _ => None,
    }
}

fn handle(connection: &Arc<Connection>, pool: &Pool) -> Arc<StoragePool> {
    StoragePool::new(connection, &pool.definition.name, pool.definition.uuid.unwrap_or_default())
}

const STATES: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE;
const PERSISTENCE: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT;
const AUTOSTART: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART;
const KINDS: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_DIR
    | VIR_CONNECT_LIST_STORAGE_POOLS_FS
    | VIR_CONNECT_LIST_STORAGE_POOLS_NETFS
    | VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL
    | VIR_CONNECT_LIST_STORAGE_POOLS_DISK
    | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI
    | VIR_CONNECT_LIST_STORAGE_POOLS_SCSI
    | VIR_CONNECT_LIST_STORAGE_POOLS_MPATH
    | VIR_CONNECT_LIST_STORAGE_POOLS_RBD
    | VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG
    | VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER
    | VIR_CONNECT_LIST_STORAGE_POOLS_ZFS
    | VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE
    | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT;

/// Whether the pool has one flag of each group of which `flags` has some.
fn is_chosen(pool: &Pool, flags: u32) -> bool {
    let state = match pool.active {
        true => VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE,
        false => VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
    };
    let persistence = match pool.persistent {
        true => VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT,
        false => VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT,
    };
    let autostart = match pool.autostart {
        true => VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART,
        false => VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART,
    };
    let own = state | persistence | autostart | kind_flag(pool.definition.source.kind);
    [STATES, PERSISTENCE, AUTOSTART, KINDS].iter().all(|group| flags & group == 0 || flags & group & own != 0)
}

fn kind_flag(kind: PoolKind) -> u32 {
    match kind {
        PoolKind::Dir => VIR_CONNECT_LIST_STORAGE_POOLS_DIR,
        PoolKind::FileSystem => VIR_CONNECT_LIST_STORAGE_POOLS_FS,
        PoolKind::NetworkFileSystem => VIR_CONNECT_LIST_STORAGE_POOLS_NETFS,
        PoolKind::Logical => VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL,
        PoolKind::Disk => VIR_CONNECT_LIST_STORAGE_POOLS_DISK,
        PoolKind::Iscsi => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI,
        PoolKind::IscsiDirect => VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT,
        PoolKind::Scsi => VIR_CONNECT_LIST_STORAGE_POOLS_SCSI,
        PoolKind::Multipath => VIR_CONNECT_LIST_STORAGE_POOLS_MPATH,
        PoolKind::Rbd => VIR_CONNECT_LIST_STORAGE_POOLS_RBD,
        PoolKind::Sheepdog => VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG,
        PoolKind::Gluster => VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER,
        PoolKind::Zfs => VIR_CONNECT_LIST_STORAGE_POOLS_ZFS,
        PoolKind::VStorage => VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE,
    }
}
