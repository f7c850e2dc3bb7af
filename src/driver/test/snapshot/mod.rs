//! The test driver's side of `driver/snapshot.rs`.

use crate::driver::SnapshotDriver;
use crate::driver::test::Test;

impl SnapshotDriver for Test {}
