//! Domains: jobs and backups.

/// Jobs and backups. Every method defaults to "not supported".
pub trait DomainJob {}
