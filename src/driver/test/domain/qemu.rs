//! The test driver's side of `driver/domain/qemu.rs`: it has none of it, as in libvirt.

use crate::driver::DomainQemu;
use crate::driver::test::Test;

impl DomainQemu for Test {}
