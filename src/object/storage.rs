//! Storage pools and volumes.

use std::ffi::CString;
use std::sync::Arc;

use super::tag::{c_text, name_text, object};
use super::{Connection, Tag};
use crate::driver::{StoragePoolDriver, StorageVolumeDriver};
use crate::error::Result;
use crate::uuid::Uuid;

object! {
    /// A storage pool.
    StoragePool = 7, VIR_ERR_INVALID_STORAGE_POOL, VIR_FROM_STORAGE {
        c_name: CString,
        uuid: Uuid,
    }
}

impl StoragePool {
    pub fn new(connection: &Arc<Connection>, name: &str, uuid: Uuid) -> Arc<Self> {
        Arc::new(Self { tag: Tag::new(), connection: Arc::clone(connection), c_name: c_text(name), uuid })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn StoragePoolDriver> {
        self.connection.driver.storage_pools()
    }
}

object! {
    /// A volume of a storage pool.
    StorageVolume = 8, VIR_ERR_INVALID_STORAGE_VOL, VIR_FROM_STORAGE {
        /// The name of the pool.
        pool: String,
        c_name: CString,
        c_key: CString,
    }
}

impl StorageVolume {
    pub fn new(connection: &Arc<Connection>, pool: &str, name: &str, key: &str) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, pool: pool.to_owned(), c_name: c_text(name), c_key: c_text(key) })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn key(&self) -> &str {
        name_text(&self.c_key)
    }

    pub fn driver(&self) -> Result<&dyn StorageVolumeDriver> {
        self.connection.driver.storage_volumes()
    }
}
