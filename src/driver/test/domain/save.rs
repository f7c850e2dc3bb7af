//! The test driver's side of `driver/domain/save.rs`.

use crate::driver::DomainSave;
use crate::driver::test::Test;

impl DomainSave for Test {}
