//! What a driver does with storage pools.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::virStoragePoolInfo;
use crate::uuid::Uuid;

/// Storage pools. Every method defaults to "not supported".
pub trait StoragePoolDriver {
    /// The pools that `virConnectListAllStoragePoolsFlags` choose.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<StoragePool>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The names of all active pools, or of all others.
    fn names(&self, active: bool) -> Result<Vec<String>> {
        let _ = active;
        unsupported()
    }

    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<StoragePool>> {
        let _ = (connection, name);
        unsupported()
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<StoragePool>> {
        let _ = (connection, uuid);
        unsupported()
    }

    /// The active pool whose volumes appear under that path.
    fn by_target_path(&self, connection: &Arc<Connection>, path: &str) -> Result<Arc<StoragePool>> {
        let _ = (connection, path);
        unsupported()
    }

    fn of_volume(&self, volume: &StorageVolume) -> Result<Arc<StoragePool>> {
        let _ = volume;
        unsupported()
    }

    /// Keeps a definition. `flags` is `virStoragePoolDefineFlags`.
    fn define(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<StoragePool>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Starts a pool without keeping its definition. `flags` is `virStoragePoolCreateFlags`.
    fn create_xml(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<StoragePool>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    /// Starts a defined pool. `flags` is `virStoragePoolCreateFlags`.
    fn start(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        let _ = (pool, flags);
        unsupported()
    }

    /// Makes what an inactive pool stands on. `flags` is `virStoragePoolBuildFlags`.
    fn build(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        let _ = (pool, flags);
        unsupported()
    }

    fn destroy(&self, pool: &StoragePool) -> Result<()> {
        let _ = pool;
        unsupported()
    }

    fn undefine(&self, pool: &StoragePool) -> Result<()> {
        let _ = pool;
        unsupported()
    }

    /// Deletes what an inactive pool stands on. `flags` is `virStoragePoolDeleteFlags`.
    fn delete(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        let _ = (pool, flags);
        unsupported()
    }

    /// Looks again at sizes and volumes. No flags are known.
    fn refresh(&self, pool: &StoragePool, flags: u32) -> Result<()> {
        let _ = (pool, flags);
        unsupported()
    }

    fn info(&self, pool: &StoragePool) -> Result<virStoragePoolInfo> {
        let _ = pool;
        unsupported()
    }

    /// The `<pool>` document. `flags` is `virStorageXMLFlags`.
    fn xml(&self, pool: &StoragePool, flags: u32) -> Result<String> {
        let _ = (pool, flags);
        unsupported()
    }

    fn autostart(&self, pool: &StoragePool) -> Result<bool> {
        let _ = pool;
        unsupported()
    }

    fn set_autostart(&self, pool: &StoragePool, autostart: bool) -> Result<()> {
        let _ = (pool, autostart);
        unsupported()
    }

    fn is_active(&self, pool: &StoragePool) -> Result<bool> {
        let _ = pool;
        unsupported()
    }

    fn is_persistent(&self, pool: &StoragePool) -> Result<bool> {
        let _ = pool;
        unsupported()
    }

    /// A `<sources>` document of what a pool of that type could be made of. `specification` is a `<source>` document.
    /// No flags are known.
    fn find_sources(&self, kind: &str, specification: Option<&str>, flags: u32) -> Result<String> {
        let _ = (kind, specification, flags);
        unsupported()
    }

    /// The `<storagepoolCapabilities>` document. No flags are known.
    fn capabilities(&self, flags: u32) -> Result<String> {
        let _ = flags;
        unsupported()
    }
}
