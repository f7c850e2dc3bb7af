//! The test driver's side of `driver/domain/lookup.rs`.

use std::sync::Arc;

use crate::driver::DomainLookup;
use crate::driver::test::Test;
use crate::error::Result;
use crate::object::{Connection, Domain};

impl DomainLookup for Test {
    fn by_name(&self, connection: &Arc<Connection>, name: &str) -> Result<Arc<Domain>> {
        let machine = self.state.domains.by_name(name)?;
        let inner = machine.inner.lock();
        Ok(Domain::new(connection, &inner.name, machine.uuid, inner.id))
    }
}
