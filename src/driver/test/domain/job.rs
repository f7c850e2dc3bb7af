//! The test driver's side of `driver/domain/job.rs`.

use crate::driver::DomainJob;
use crate::driver::test::Test;

impl DomainJob for Test {}
