//! Domains: finding and listing domains.

use std::ffi::c_uint;
use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};
use crate::uuid::Uuid;

/// Finding and listing domains. Every method defaults to "not supported".
///
/// What is not there is `VIR_ERR_NO_DOMAIN`.
pub trait DomainLookup {
    /// The domain of that name.
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        let _ = (connection, name);
        unsupported()
    }

    /// The domain of that UUID.
    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<Domain>> {
        let _ = (connection, uuid);
        unsupported()
    }

    /// The running domain of that number.
    fn by_id(&self, connection: &Arc<Connection>, id: i32) -> Result<Arc<Domain>> {
        let _ = (connection, id);
        unsupported()
    }

    /// The domains that `VIR_CONNECT_LIST_DOMAINS_…` flags ask for.
    fn list(&self, connection: &Arc<Connection>, flags: c_uint) -> Result<Vec<Arc<Domain>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// How many domains run.
    fn count_active(&self) -> Result<usize> {
        unsupported()
    }

    /// The numbers of the domains that run.
    fn active_ids(&self) -> Result<Vec<i32>> {
        unsupported()
    }

    /// How many defined domains do not run.
    fn count_inactive(&self) -> Result<usize> {
        unsupported()
    }

    /// The names of the defined domains that do not run.
    fn inactive_names(&self) -> Result<Vec<String>> {
        unsupported()
    }
}
