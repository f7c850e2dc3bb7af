//! The test driver's side of `driver/domain/tune.rs`.

use crate::driver::DomainTune;
use crate::driver::test::Test;

impl DomainTune for Test {}
