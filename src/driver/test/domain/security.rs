//! The test driver's side of `driver/domain/security.rs`.

use crate::driver::DomainSecurity;
use crate::driver::test::Test;

impl DomainSecurity for Test {}
