//! Domains, and what hangs on one: snapshots and checkpoints.

use std::ffi::CString;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use super::tag::{c_text, name_text, object};
use super::{Connection, Name, Tag};
use crate::driver::{CheckpointDriver, DomainDriver, SnapshotDriver};
use crate::error::Result;
use crate::uuid::Uuid;

object! {
    /// A domain, by what identified it when it was looked up.
    Domain = 2, VIR_ERR_INVALID_DOMAIN, VIR_FROM_DOM {
        c_name: Name,
        uuid: Uuid,
        /// The number of the running domain, -1 when it does not run; kept up to date by calls that change it.
        id: AtomicI32,
    }
}

impl Domain {
    pub fn new(connection: &Arc<Connection>, name: &str, uuid: Uuid, id: i32) -> Arc<Self> {
        Self::named(connection, Name::new(name), uuid, id)
    }

    /// As [`Domain::new`], of a name that is kept.
    pub fn named(connection: &Arc<Connection>, c_name: Name, uuid: Uuid, id: i32) -> Arc<Self> {
        let connection = Arc::clone(connection);
        Arc::new(Self { tag: Tag::new(), connection, c_name, uuid, id: AtomicI32::new(id) })
    }

    pub fn name(&self) -> &str {
        self.c_name.as_str()
    }

    pub fn id(&self) -> i32 {
        self.id.load(Ordering::Relaxed)
    }

    pub fn set_id(&self, id: i32) {
        self.id.store(id, Ordering::Relaxed);
    }

    pub fn driver(&self) -> Result<&dyn DomainDriver> {
        self.connection.driver.domains()
    }
}

object! {
    /// A snapshot of a domain.
    Snapshot = 3, VIR_ERR_INVALID_DOMAIN_SNAPSHOT, VIR_FROM_DOMAIN_SNAPSHOT {
        c_name: CString,
        domain: Arc<Domain>,
    }
}

impl Snapshot {
    pub fn new(domain: &Arc<Domain>, name: &str) -> Arc<Self> {
        let connection = Arc::clone(&domain.connection);
        Arc::new(Self { tag: Tag::new(), connection, c_name: c_text(name), domain: Arc::clone(domain) })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn SnapshotDriver> {
        self.connection.driver.snapshots()
    }
}

object! {
    /// A checkpoint of a domain.
    Checkpoint = 4, VIR_ERR_INVALID_DOMAIN_CHECKPOINT, VIR_FROM_DOMAIN_CHECKPOINT {
        c_name: CString,
        domain: Arc<Domain>,
    }
}

impl Checkpoint {
    pub fn new(domain: &Arc<Domain>, name: &str) -> Arc<Self> {
        let connection = Arc::clone(&domain.connection);
        Arc::new(Self { tag: Tag::new(), connection, c_name: c_text(name), domain: Arc::clone(domain) })
    }

    pub fn name(&self) -> &str {
        name_text(&self.c_name)
    }

    pub fn driver(&self) -> Result<&dyn CheckpointDriver> {
        self.connection.driver.checkpoints()
    }
}
