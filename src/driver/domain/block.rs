//! Domains: disks: statistics, jobs, size.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::*;

/// How many disks a domain has, and which of them have had errors.
pub struct DiskErrors {
    pub disks: usize,
    /// Targets and `VIR_DOMAIN_DISK_ERROR_…`.
    pub errors: Vec<(String, virDomainDiskErrorCode)>,
}

/// Where a disk is mirrored to.
pub enum CopyDestination<'a> {
    /// A `<disk>`, and `VIR_DOMAIN_BLOCK_COPY_…`.
    Xml { xml: &'a str, params: &'a TypedParams },
    /// A file, and how fast that may be.
    Path { path: &'a str, bandwidth: u64 },
}

/// Disks: statistics, jobs, size. A disk is named by its target or by the path of its image. Every method defaults to
/// "not supported".
pub trait DomainBlock {
    /// What was read and written; what nobody counts is -1.
    fn block_stats(&self, domain: &Domain, disk: &str) -> Result<virDomainBlockStatsStruct> {
        let _ = (domain, disk);
        unsupported()
    }

    fn block_stats_params(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<TypedParams> {
        let _ = (domain, disk, flags);
        unsupported()
    }

    /// Sizes in bytes.
    fn block_info(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<virDomainBlockInfo> {
        let _ = (domain, disk, flags);
        unsupported()
    }

    /// Fills `buffer` with the disk's content from byte `offset` on.
    fn block_peek(&self, domain: &Domain, disk: &str, offset: u64, buffer: &mut [u8], flags: c_uint) -> Result<()> {
        let _ = (domain, disk, offset, buffer, flags);
        unsupported()
    }

    /// `size` is in KiB, or in bytes with `VIR_DOMAIN_BLOCK_RESIZE_BYTES`.
    fn block_resize(&self, domain: &Domain, disk: &str, size: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, size, flags);
        unsupported()
    }

    fn disk_errors(&self, domain: &Domain, flags: c_uint) -> Result<DiskErrors> {
        let _ = (domain, flags);
        unsupported()
    }

    fn set_block_threshold(&self, domain: &Domain, disk: &str, bytes: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, bytes, flags);
        unsupported()
    }

    /// The job on a disk, when there is one.
    fn block_job_info(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<Option<virDomainBlockJobInfo>> {
        let _ = (domain, disk, flags);
        unsupported()
    }

    fn block_job_abort(&self, domain: &Domain, disk: &str, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, flags);
        unsupported()
    }

    /// `bandwidth` is in MiB/s, or in bytes/s with a flag, here and below; 0 is no limit.
    fn block_job_set_speed(&self, domain: &Domain, disk: &str, bandwidth: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, bandwidth, flags);
        unsupported()
    }

    /// Copies the images above `base`, or all, into the active one.
    fn block_pull(&self, domain: &Domain, disk: &str, base: Option<&str>, bandwidth: u64, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, base, bandwidth, flags);
        unsupported()
    }

    /// Flags are `VIR_DOMAIN_BLOCK_COPY_…`, or `VIR_DOMAIN_BLOCK_REBASE_…` where the destination is a path.
    fn block_copy(&self, domain: &Domain, disk: &str, destination: &CopyDestination, flags: c_uint) -> Result<()> {
        let _ = (domain, disk, destination, flags);
        unsupported()
    }

    /// Merges the images from `top` down to `base` into `base`.
    fn block_commit(
        &self,
        domain: &Domain,
        disk: &str,
        base: Option<&str>,
        top: Option<&str>,
        bandwidth: u64,
        flags: c_uint,
    ) -> Result<()> {
        let _ = (domain, disk, base, top, bandwidth, flags);
        unsupported()
    }
}
