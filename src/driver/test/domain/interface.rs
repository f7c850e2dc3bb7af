//! The test driver's side of `driver/domain/interface.rs`.

use crate::driver::DomainInterface;
use crate::driver::test::Test;

impl DomainInterface for Test {}
