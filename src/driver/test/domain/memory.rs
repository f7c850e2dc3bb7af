//! The test driver's side of `driver/domain/memory.rs`.

use crate::driver::DomainMemory;
use crate::driver::test::Test;

impl DomainMemory for Test {}
