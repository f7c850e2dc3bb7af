//! The QEMU driver's side of `driver/domain/vcpu.rs`.

use std::ffi::c_uint;

use crate::driver::domain::DomainVcpu;
use crate::driver::qemu::{Qemu, check_flags, error};
use crate::error::Result;
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::CpuSet;

/// Numbers of the guest's processors are below this, as in libvirt.
const MOST_GUEST_VCPUS: u32 = 16384;

impl DomainVcpu for Qemu {
    fn guest_vcpus(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        check_flags(flags, 0)?;
        self.agent_vcpus(domain)
    }

    fn set_guest_vcpus(&self, domain: &Domain, vcpus: &str, enabled: bool, flags: c_uint) -> Result<()> {
        check_flags(flags, 0)?;
        let invalid = || error(VIR_ERR_INVALID_ARG, format!("Failed to parse bitmap '{vcpus}'"));
        let wanted = CpuSet::parse_below(vcpus, MOST_GUEST_VCPUS).ok_or_else(invalid)?;
        self.set_agent_vcpus(domain, &wanted, enabled)
    }
}
