//! The test driver's side of `driver/domain/stats.rs`.

use crate::driver::DomainStats;
use crate::driver::test::Test;

impl DomainStats for Test {}
