//! The test driver's side of `driver/domain/vcpu.rs`.

use crate::driver::DomainVcpu;
use crate::driver::test::Test;

impl DomainVcpu for Test {}
