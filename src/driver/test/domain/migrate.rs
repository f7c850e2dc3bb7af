//! The test driver's side of `driver/domain/migrate.rs`.

use crate::driver::DomainMigrate;
use crate::driver::test::Test;

impl DomainMigrate for Test {}
