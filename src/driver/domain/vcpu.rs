//! Domains: virtual processors and I/O threads.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::{VIR_DOMAIN_AFFECT_LIVE, virVcpuInfo};
use crate::xml::CpuSet;

/// An I/O thread.
pub struct IoThread {
    pub id: u32,
    /// Where it may run.
    pub cpus: CpuSet,
}

/// Times that processors of the host spent on a domain.
pub struct CpuStats {
    /// How many processors there are to ask about.
    pub cpus: usize,
    /// For each processor that was asked about.
    pub params: Vec<TypedParams>,
}

/// Virtual processors and I/O threads. Every method defaults to "not supported".
pub trait DomainVcpu {
    /// How many there are, or may be with `VIR_DOMAIN_VCPU_MAXIMUM`. At most one of the two definitions is asked for.
    fn vcpu_count(&self, domain: &Domain, flags: c_uint) -> Result<usize> {
        let _ = (domain, flags);
        unsupported()
    }

    /// `count` is not 0.
    fn set_vcpus(&self, domain: &Domain, count: c_uint, flags: c_uint) -> Result<()> {
        let _ = (domain, count, flags);
        unsupported()
    }

    /// `vcpus` is a set as the caller wrote it.
    fn set_vcpu(&self, domain: &Domain, vcpus: &str, enabled: bool, flags: c_uint) -> Result<()> {
        let _ = (domain, vcpus, enabled, flags);
        unsupported()
    }

    /// What each of a running domain's processors does, and where it may run.
    fn vcpus(&self, domain: &Domain) -> Result<Vec<(virVcpuInfo, CpuSet)>> {
        let _ = domain;
        unsupported()
    }

    /// Where each may run. At most one of the two definitions is asked for, here and below.
    fn vcpu_pins(&self, domain: &Domain, flags: c_uint) -> Result<Vec<CpuSet>> {
        let _ = (domain, flags);
        unsupported()
    }

    fn pin_vcpu(&self, domain: &Domain, vcpu: c_uint, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        let _ = (domain, vcpu, cpus, flags);
        unsupported()
    }

    /// As [`DomainVcpu::pin_vcpu`], by the older function.
    fn pin_running_vcpu(&self, domain: &Domain, vcpu: c_uint, cpus: &CpuSet) -> Result<()> {
        self.pin_vcpu(domain, vcpu, cpus, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn emulator_pin(&self, domain: &Domain, flags: c_uint) -> Result<CpuSet> {
        let _ = (domain, flags);
        unsupported()
    }

    fn pin_emulator(&self, domain: &Domain, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        let _ = (domain, cpus, flags);
        unsupported()
    }

    fn io_threads(&self, domain: &Domain, flags: c_uint) -> Result<Vec<IoThread>> {
        let _ = (domain, flags);
        unsupported()
    }

    fn pin_io_thread(&self, domain: &Domain, id: c_uint, cpus: &CpuSet, flags: c_uint) -> Result<()> {
        let _ = (domain, id, cpus, flags);
        unsupported()
    }

    fn add_io_thread(&self, domain: &Domain, id: c_uint, flags: c_uint) -> Result<()> {
        let _ = (domain, id, flags);
        unsupported()
    }

    /// `id` is not 0.
    fn delete_io_thread(&self, domain: &Domain, id: c_uint, flags: c_uint) -> Result<()> {
        let _ = (domain, id, flags);
        unsupported()
    }

    fn set_io_thread_params(&self, domain: &Domain, id: c_uint, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, id, params, flags);
        unsupported()
    }

    /// What was used of `count` of the host's processors from `start` on; of all together when `start` is -1.
    fn cpu_stats(&self, domain: &Domain, start: i32, count: c_uint, flags: c_uint) -> Result<CpuStats> {
        let _ = (domain, start, count, flags);
        unsupported()
    }

    /// What the guest's agent tells of its processors.
    fn guest_vcpus(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    /// `vcpus` is a set as the caller wrote it.
    fn set_guest_vcpus(&self, domain: &Domain, vcpus: &str, enabled: bool, flags: c_uint) -> Result<()> {
        let _ = (domain, vcpus, enabled, flags);
        unsupported()
    }
}
