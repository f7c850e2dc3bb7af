//! The test driver's side of `driver/domain/device.rs`.

use crate::driver::DomainDevice;
use crate::driver::test::Test;

impl DomainDevice for Test {}
