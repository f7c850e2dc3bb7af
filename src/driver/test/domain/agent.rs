//! The test driver's side of `driver/domain/agent.rs`.

use crate::driver::DomainAgent;
use crate::driver::test::Test;

impl DomainAgent for Test {}
