//! The test driver's side of `driver/domain/lifecycle.rs`.

use crate::driver::DomainLifecycle;
use crate::driver::test::{Test, error};
use crate::error::Result;
use crate::object::Domain;
use crate::types::*;

impl DomainLifecycle for Test {
    fn suspend(&self, domain: &Domain) -> Result<()> {
        let mut machine = self.state.domains.find(domain)?;
        match machine.state {
            VIR_DOMAIN_RUNNING => machine.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
            _ => return Err(error(VIR_ERR_INTERNAL_ERROR, format!("domain '{}' not running", domain.name()))),
        }
        Ok(())
    }
}
