//! The test driver's side of `driver/host.rs`.

use crate::driver::HostDriver;
use crate::driver::test::Test;

impl HostDriver for Test {}
