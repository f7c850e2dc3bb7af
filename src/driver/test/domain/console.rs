//! The test driver's side of `driver/domain/console.rs`.

use crate::driver::DomainConsole;
use crate::driver::test::Test;

impl DomainConsole for Test {}
