//! The test driver's side of `driver/nodedev.rs`.

use crate::driver::NodeDeviceDriver;
use crate::driver::test::Test;

impl NodeDeviceDriver for Test {}
