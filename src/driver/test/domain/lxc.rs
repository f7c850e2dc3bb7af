//! The test driver's side of `driver/domain/lxc.rs`: it has none of it, as in libvirt.

use crate::driver::DomainLxc;
use crate::driver::test::Test;

impl DomainLxc for Test {}
