//! The test driver's side of `driver/domain/lookup.rs`.

use std::ffi::c_uint;
use std::sync::Arc;

use super::store::{Locked, handle};
use crate::driver::test::{Test, check_flags};
use crate::driver::{DomainLookup, LIST_FLAGS};
use crate::error::{Error, Result};
use crate::object::{Connection, Domain};
use crate::types::*;
use crate::uuid::Uuid;

/// A handle of what was found.
fn found(connection: &Arc<Connection>, machine: Option<Locked>) -> Result<Arc<Domain>> {
    let machine = machine.ok_or_else(|| Error::bare(VIR_ERR_NO_DOMAIN).from_origin(VIR_FROM_TEST))?;
    Ok(handle(connection, &machine))
}

impl DomainLookup for Test {
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        found(connection, self.state.domains.by_name(name))
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<Domain>> {
        found(connection, self.state.domains.by_uuid(&uuid))
    }

    fn by_id(&self, connection: &Arc<Connection>, id: i32) -> Result<Arc<Domain>> {
        found(connection, self.state.domains.by_id(id))
    }

    fn list(&self, connection: &Arc<Connection>, flags: c_uint) -> Result<Vec<Arc<Domain>>> {
        check_flags(flags, LIST_FLAGS)?;
        Ok(self.state.domains.list(connection, flags))
    }

    fn count_active(&self) -> Result<usize> {
        Ok(self.state.domains.count_active())
    }

    fn active_ids(&self) -> Result<Vec<i32>> {
        Ok(self.state.domains.active_ids())
    }

    fn count_inactive(&self) -> Result<usize> {
        Ok(self.state.domains.count_inactive())
    }

    fn inactive_names(&self) -> Result<Vec<String>> {
        Ok(self.state.domains.inactive_names())
    }
}
