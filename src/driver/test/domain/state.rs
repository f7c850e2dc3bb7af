//! The test driver's side of `driver/domain/state.rs`.

use crate::driver::DomainState;
use crate::driver::test::Test;

impl DomainState for Test {}
