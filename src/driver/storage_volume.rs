//! What a driver does with volumes of storage pools.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, StoragePool, StorageVolume, Stream};
use crate::types::virStorageVolInfo;

/// Volumes of storage pools. Every method defaults to "not supported".
pub trait StorageVolumeDriver {
    /// All volumes of an active pool. No flags are known.
    fn list(&self, pool: &StoragePool, flags: u32) -> Result<Vec<Arc<StorageVolume>>> {
        let _ = (pool, flags);
        unsupported()
    }

    /// The names of all volumes of an active pool.
    fn names(&self, pool: &StoragePool) -> Result<Vec<String>> {
        let _ = pool;
        unsupported()
    }

    fn by_name(&self, pool: &StoragePool, name: &str) -> Result<Arc<StorageVolume>> {
        let _ = (pool, name);
        unsupported()
    }

    /// The volume of that key in any active pool.
    fn by_key(&self, connection: &Arc<Connection>, key: &str) -> Result<Arc<StorageVolume>> {
        let _ = (connection, key);
        unsupported()
    }

    /// The volume of that path in any active pool.
    fn by_path(&self, connection: &Arc<Connection>, path: &str) -> Result<Arc<StorageVolume>> {
        let _ = (connection, path);
        unsupported()
    }

    /// Makes a volume. `flags` is `virStorageVolCreateFlags`.
    fn create(&self, pool: &StoragePool, xml: &str, flags: u32) -> Result<Arc<StorageVolume>> {
        let _ = (pool, xml, flags);
        unsupported()
    }

    /// Makes a volume with the content of `original`. `flags` is `virStorageVolCreateFlags`.
    fn create_from(
        &self,
        pool: &StoragePool,
        xml: &str,
        original: &StorageVolume,
        flags: u32,
    ) -> Result<Arc<StorageVolume>> {
        let _ = (pool, xml, original, flags);
        unsupported()
    }

    /// Deletes a volume. `flags` is `virStorageVolDeleteFlags`.
    fn delete(&self, volume: &StorageVolume, flags: u32) -> Result<()> {
        let _ = (volume, flags);
        unsupported()
    }

    /// Overwrites what is stored in it. `algorithm` is a `virStorageVolWipeAlgorithm`; no flags are known.
    fn wipe(&self, volume: &StorageVolume, algorithm: u32, flags: u32) -> Result<()> {
        let _ = (volume, algorithm, flags);
        unsupported()
    }

    /// Changes the capacity, in bytes. `flags` is `virStorageVolResizeFlags`.
    fn resize(&self, volume: &StorageVolume, capacity: u64, flags: u32) -> Result<()> {
        let _ = (volume, capacity, flags);
        unsupported()
    }

    /// Gives `stream` a transfer out of the volume, `length` bytes from `offset` on, 0 for all that follow. `flags` is
    /// `virStorageVolDownloadFlags`.
    fn download(
        &self,
        volume: &StorageVolume,
        stream: &Arc<Stream>,
        offset: u64,
        length: u64,
        flags: u32,
    ) -> Result<()> {
        let _ = (volume, stream, offset, length, flags);
        unsupported()
    }

    /// Gives `stream` a transfer into the volume, `length` bytes from `offset` on, 0 for all that come. `flags` is
    /// `virStorageVolUploadFlags`.
    fn upload(&self, volume: &StorageVolume, stream: &Arc<Stream>, offset: u64, length: u64, flags: u32) -> Result<()> {
        let _ = (volume, stream, offset, length, flags);
        unsupported()
    }

    fn info(&self, volume: &StorageVolume) -> Result<virStorageVolInfo> {
        let _ = volume;
        unsupported()
    }

    /// As [`StorageVolumeDriver::info`]. `flags` is `virStorageVolInfoFlags`.
    fn info_flags(&self, volume: &StorageVolume, flags: u32) -> Result<virStorageVolInfo> {
        let _ = (volume, flags);
        unsupported()
    }

    fn path(&self, volume: &StorageVolume) -> Result<String> {
        let _ = volume;
        unsupported()
    }

    /// The `<volume>` document. No flags are known.
    fn xml(&self, volume: &StorageVolume, flags: u32) -> Result<String> {
        let _ = (volume, flags);
        unsupported()
    }
}
