//! Domains: memory. Amounts are in KiB.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::virDomainMemoryStatStruct;

/// Memory: sizes, statistics, limits. Every method defaults to "not supported".
pub trait DomainMemory {
    /// The most memory that it may have.
    fn max_memory(&self, domain: &Domain) -> Result<u64> {
        let _ = domain;
        unsupported()
    }

    /// Sets what it has, or with `VIR_DOMAIN_MEM_MAXIMUM` the most that it may have. `kib` is above 0, and its bytes fit in
    /// an `i64`.
    fn set_memory(&self, domain: &Domain, kib: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, kib, flags);
        unsupported()
    }

    /// The limits on what it takes of the host. At most one of the two definitions is asked for.
    fn memory_parameters(&self, domain: &Domain, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_memory_parameters(&self, domain: &Domain, params: &TypedParams, flags: c_uint) -> Result<()> {
        let _ = (domain, params, flags);
        unsupported()
    }

    /// What its balloon device and the host tell of its memory.
    fn memory_stats(&self, domain: &Domain, flags: c_uint) -> Result<Vec<virDomainMemoryStatStruct>> {
        let _ = (domain, flags);
        unsupported()
    }

    /// `period` is in seconds and not negative.
    fn set_memory_stats_period(&self, domain: &Domain, period: i32, flags: c_uint) -> Result<()> {
        let _ = (domain, period, flags);
        unsupported()
    }

    /// Fills `buffer` with what stands in the guest's memory from `start` on; `flags` say which kind of address that is.
    fn memory_peek(&self, domain: &Domain, start: u64, buffer: &mut [u8], flags: c_uint) -> Result<()> {
        let _ = (domain, start, buffer, flags);
        unsupported()
    }
}
