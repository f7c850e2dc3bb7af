//! The test driver's side of `driver/domain/lifecycle.rs`.

use crate::driver::DomainLifecycle;
use crate::driver::test::{Test, error};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainLifecycle for Test {
    fn suspend(&self, domain: &Domain) -> Result<()> {
        let machine = self.state.domains.by_uuid(&domain.uuid)?;
        let mut inner = machine.inner.lock();
        match inner.state {
            VIR_DOMAIN_RUNNING => inner.state = VIR_DOMAIN_PAUSED,
            _ => return Err(error(VIR_ERR_OPERATION_INVALID, "domain is not running")),
        }
        Ok(())
    }
}
