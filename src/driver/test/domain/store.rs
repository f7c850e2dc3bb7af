//! The domains that there are: found by UUID, name and number at the same cost however many there are.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

use crate::driver::test::error;
use crate::error::{Error, Result};
use crate::types::*;
use crate::uuid::Uuid;

/// All domains. Locks are taken in the order: index, then one machine.
#[derive(Default)]
pub struct Domains {
    index: RwLock<Index>,
}

#[derive(Default)]
struct Index {
    by_uuid: HashMap<Uuid, Arc<Machine>>,
    by_name: HashMap<String, Uuid>,
}

/// One domain of the imagined host.
pub struct Machine {
    pub uuid: Uuid,
    pub inner: Mutex<Inner>,
}

/// What changes in a machine's life.
pub struct Inner {
    pub name: String,
    /// The number while it runs, else -1.
    pub id: i32,
    /// A `VIR_DOMAIN_…` state.
    pub state: virDomainState,
}

impl Domains {
    /// The one domain of `test:///default`.
    pub fn builtin() -> Result<Self> {
        let uuid = Uuid::parse("6695eb01-f6a4-8304-79aa-97f2502e193f").unwrap_or_default();
        let inner = Inner { name: "test".to_owned(), id: 1, state: VIR_DOMAIN_RUNNING };
        let machine = Arc::new(Machine { uuid, inner: Mutex::new(inner) });
        let domains = Self::default();
        let mut index = domains.index.write();
        index.by_name.insert("test".to_owned(), uuid);
        index.by_uuid.insert(uuid, machine);
        drop(index);
        Ok(domains)
    }

    /// The machine of that UUID.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN`.
    pub fn by_uuid(&self, uuid: &Uuid) -> Result<Arc<Machine>> {
        let index = self.index.read();
        let found = index.by_uuid.get(uuid).map(Arc::clone);
        found.ok_or_else(|| error(VIR_ERR_NO_DOMAIN, format!("no domain with matching uuid '{uuid}'")))
    }

    /// The machine of that name.
    ///
    /// # Errors
    /// `VIR_ERR_NO_DOMAIN`.
    pub fn by_name(&self, name: &str) -> Result<Arc<Machine>> {
        let index = self.index.read();
        let found = index.by_name.get(name).and_then(|uuid| index.by_uuid.get(uuid)).map(Arc::clone);
        found.ok_or_else(|| Error::bare(VIR_ERR_NO_DOMAIN).from_origin(VIR_FROM_TEST))
    }
}
