//! Domains: finding and listing domains.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Domain};

/// Finding and listing domains. Every method defaults to "not supported".
pub trait DomainLookup {
    /// The domain of that name.
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        let _ = (connection, name);
        unsupported()
    }
}
