//! The test driver's side of `driver/domain/define.rs`.

use crate::driver::DomainDefine;
use crate::driver::test::Test;

impl DomainDefine for Test {}
