//! Domains: the job that runs on one, and backups.

use std::ffi::c_uint;

use crate::error::{Result, unsupported};
use crate::object::Domain;
use crate::typed_param::TypedParams;
use crate::types::{virDomainJobInfo, virDomainJobType};

/// The job that runs on a domain, and backups. Every method defaults to "not supported".
pub trait DomainJob {
    /// Times in milliseconds, sizes in bytes.
    fn job_info(&self, domain: &Domain) -> Result<virDomainJobInfo> {
        let _ = domain;
        unsupported()
    }

    fn job_stats(&self, domain: &Domain, flags: c_uint) -> Result<(virDomainJobType, TypedParams)> {
        let _ = (domain, flags);
        unsupported()
    }

    fn abort_job(&self, domain: &Domain, flags: c_uint) -> Result<()> {
        let _ = (domain, flags);
        unsupported()
    }

    /// Both are XML.
    fn begin_backup(&self, domain: &Domain, backup: &str, checkpoint: Option<&str>, flags: c_uint) -> Result<()> {
        let _ = (domain, backup, checkpoint, flags);
        unsupported()
    }

    fn backup_xml(&self, domain: &Domain, flags: c_uint) -> Result<String> {
        let _ = (domain, flags);
        unsupported()
    }
}
