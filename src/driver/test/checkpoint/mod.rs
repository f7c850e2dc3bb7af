//! The test driver's side of `driver/checkpoint.rs`.

use crate::driver::CheckpointDriver;
use crate::driver::test::Test;

impl CheckpointDriver for Test {}
