//! The test driver's side of `driver/domain/block.rs`.

use crate::driver::DomainBlock;
use crate::driver::test::Test;

impl DomainBlock for Test {}
