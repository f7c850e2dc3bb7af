//! The test driver's side of `driver/domain/metadata.rs`.

use crate::driver::DomainMetadata;
use crate::driver::test::Test;

impl DomainMetadata for Test {}
