//! The test driver's side of `driver/network.rs`.

use crate::driver::NetworkDriver;
use crate::driver::test::Test;

impl NetworkDriver for Test {}
