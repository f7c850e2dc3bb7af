//! The test driver's side of `driver/interface.rs`.

use crate::driver::InterfaceDriver;
use crate::driver::test::Test;

impl InterfaceDriver for Test {}
