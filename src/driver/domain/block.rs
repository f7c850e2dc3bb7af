//! Domains: disks: statistics, jobs, size.

/// Disks: statistics, jobs, size. Every method defaults to "not supported".
pub trait DomainBlock {}
