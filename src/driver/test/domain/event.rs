//! The test driver's side of `driver/domain/event.rs`.

use crate::driver::DomainEvent;
use crate::driver::test::Test;

impl DomainEvent for Test {}
