//! The test driver's side of `driver/storage_volume.rs`.

use std::sync::Arc;

use super::store::Pool;
use crate::driver::StorageVolumeDriver;
use crate::driver::test::{Test, check_flags, error};
use crate::error::Result;
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::*;
use crate::xml::storage::{PoolKind, Volume};

impl StorageVolumeDriver for Test {
    fn list(&self, pool: &StoragePool, flags: u32) -> Result<Vec<Arc<StorageVolume>>> {
        check_flags(flags, 0)?;
        let pools = self.state.pools.read();
        let stored = pools.by_name(pool.name())?;
        if !stored.active {
            return Err(error(VIR_ERR_OPERATION_INVALID, "storage pool is not active"));
        }
        Ok(stored.volumes.values().map(|volume| handle(&pool.connection, stored, volume)).collect())
    }

    fn names(&self, pool: &StoragePool) -> Result<Vec<String>> {
        Ok(self.state.pools.read().active(pool.name())?.volumes.keys().cloned().collect())
    }

    fn by_name(&self, pool: &StoragePool, name: &str) -> Result<Arc<StorageVolume>> {
        let pools = self.state.pools.read();
        let stored = pools.active(pool.name())?;
        Ok(handle(&pool.connection, stored, stored.volume(name)?))
    }

    fn by_key(&self, connection: &Arc<Connection>, key: &str) -> Result<Arc<StorageVolume>> {
        let found = self.find(connection, |volume| volume.key.as_deref() == Some(key));
        found.ok_or_else(|| error(VIR_ERR_NO_STORAGE_VOL, format!("no storage vol with matching key '{key}'")))
    }

    fn by_path(&self, connection: &Arc<Connection>, path: &str) -> Result<Arc<StorageVolume>> {
        let found = self.find(connection, |volume| volume.target.path.as_deref() == Some(path));
        found.ok_or_else(|| error(VIR_ERR_NO_STORAGE_VOL, format!("no storage vol with matching path '{path}'")))
    }

    fn create(&self, pool: &StoragePool, xml: &str, flags: u32) -> Result<Arc<StorageVolume>> {
        check_flags(flags, VIR_STORAGE_VOL_CREATE_VALIDATE)?;
        let mut pools = self.state.pools.write();
        let stored = pools.active_mut(pool.name())?;
        let volume = read(xml, stored, flags)?;
        stored.take(volume, &pool.connection)
    }

    fn create_from(
        &self,
        pool: &StoragePool,
        xml: &str,
        original: &StorageVolume,
        flags: u32,
    ) -> Result<Arc<StorageVolume>> {
        check_flags(flags, VIR_STORAGE_VOL_CREATE_VALIDATE)?;
        let mut pools = self.state.pools.write();
        let stored = pools.active_mut(pool.name())?;
        let volume = read(xml, stored, flags)?;
        stored.volume(original.name())?;
        stored.take(volume, &pool.connection)
    }

    fn delete(&self, volume: &StorageVolume, flags: u32) -> Result<()> {
        check_flags(flags, 0)?;
        let mut pools = self.state.pools.write();
        let pool = pools.active_mut(&volume.pool)?;
        pool.volume(volume.name())?;
        pool.remove(volume.name());
        Ok(())
    }

    fn info(&self, volume: &StorageVolume) -> Result<virStorageVolInfo> {
        let pools = self.state.pools.read();
        let pool = pools.active(&volume.pool)?;
        let volume = pool.volume(volume.name())?;
        Ok(virStorageVolInfo {
            r#type: kind_in(pool.definition.source.kind),
            capacity: volume.capacity.bytes(),
            allocation: volume.allocation.bytes(),
        })
    }

    fn path(&self, volume: &StorageVolume) -> Result<String> {
        let pools = self.state.pools.read();
        let volume = pools.active(&volume.pool)?.volume(volume.name())?;
        Ok(volume.target.path.clone().unwrap_or_default())
    }

    fn xml(&self, volume: &StorageVolume, flags: u32) -> Result<String> {
        check_flags(flags, 0)?;
        Ok(self.state.pools.read().active(&volume.pool)?.volume(volume.name())?.format())
    }
}

impl Test {
    fn find(&self, connection: &Arc<Connection>, is_it: impl Fn(&Volume) -> bool) -> Option<Arc<StorageVolume>> {
        let pools = self.state.pools.read();
        let active = pools.all().filter(|pool| pool.active);
        active
            .flat_map(|pool| pool.volumes.values().map(move |volume| (pool, volume)))
            .find(|(_, volume)| is_it(volume))
            .map(|(pool, volume)| handle(connection, pool, volume))
    }
}

impl Pool {
    /// Makes room for a new volume.
    fn take(&mut self, mut volume: Volume, connection: &Arc<Connection>) -> Result<Arc<StorageVolume>> {
        if self.volumes.contains_key(&volume.name) {
            return Err(error(VIR_ERR_OPERATION_FAILED, "storage vol already exists"));
        }
        if volume.allocation.bytes() > self.definition.available.bytes() {
            let text = format!("Not enough free space in pool for volume '{}'", volume.name);
            return Err(error(VIR_ERR_INTERNAL_ERROR, text));
        }
        let path = self.path_of(&volume.name);
        volume.key = Some(path.clone());
        volume.target.path = Some(path);
        let handle = handle(connection, self, &volume);
        self.insert(volume);
        Ok(handle)
    }
}

fn read(xml: &str, pool: &Pool, flags: u32) -> Result<Volume> {
    Volume::parse(xml, pool.definition.source.kind, flags & VIR_STORAGE_VOL_CREATE_VALIDATE != 0)
}

fn handle(connection: &Arc<Connection>, pool: &Pool, volume: &Volume) -> Arc<StorageVolume> {
    StorageVolume::new(connection, &pool.definition.name, &volume.name, volume.key.as_deref().unwrap_or_default())
}

/// What volumes of such a pool are, a `VIR_STORAGE_VOL_…`.
fn kind_in(pool: PoolKind) -> i32 {
    match pool {
        PoolKind::Dir | PoolKind::FileSystem | PoolKind::NetworkFileSystem | PoolKind::VStorage => VIR_STORAGE_VOL_FILE,
        PoolKind::IscsiDirect | PoolKind::Rbd | PoolKind::Sheepdog | PoolKind::Gluster => VIR_STORAGE_VOL_NETWORK,
        PoolKind::Logical | PoolKind::Disk | PoolKind::Iscsi | PoolKind::Scsi | PoolKind::Multipath | PoolKind::Zfs => {
            VIR_STORAGE_VOL_BLOCK
        }
    }
}
