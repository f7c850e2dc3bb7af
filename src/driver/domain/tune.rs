//! Domains: scheduler, disk and network limits, NUMA, performance counters.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;

/// What a domain may take of the host. Parameters are those of the public functions, by their names. Every method
/// defaults to "not supported".
pub trait DomainTune {
    /// The scheduler's name and how many settings it has.
    fn scheduler_type(&self, domain: &Domain) -> Result<(String, usize)> {
        let _ = domain;
        unsupported()
    }

    fn scheduler_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_scheduler_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    /// Limits on all disks together.
    fn blkio_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_blkio_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    /// Limits on one disk; without a disk the caller only wants to know how many there are.
    fn block_io_tune(&self, domain: &Domain, disk: Option<&str>, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, disk, flags);
        unsupported()
    }

    fn set_block_io_tune(&self, domain: &Domain, disk: &str, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, params, flags);
        unsupported()
    }

    /// Limits on one interface, by its target or MAC address; without one the caller only wants to know how many there
    /// are.
    fn interface_parameters(&self, domain: &Domain, device: Option<&str>, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, device, flags);
        unsupported()
    }

    fn set_interface_parameters(
        &self,
        domain: &Domain,
        device: &str,
        params: &TypedParams,
        flags: c_uint,
    ) -> Result<()> {
        let _ = (domain, device, params, flags);
        unsupported()
    }

    fn numa_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_numa_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    fn perf_events(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_perf_events(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    /// Makes or changes a group of disks that share limits.
    fn set_throttle_group(&self, domain: &Domain, group: &str, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, group, params, flags);
        unsupported()
    }

    fn delete_throttle_group(&self, domain: &Domain, group: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, group, flags);
        unsupported()
    }

    /// Begins to measure how fast the guest writes to its memory.
    fn start_dirty_rate(&self, domain: &Domain, seconds: i32, flags: c_uint) -> Result<()> {
        let _ = (domain, seconds, flags);
        unsupported()
    }
}
