//! Domains: memory size, statistics, parameters.

/// Memory size, statistics, parameters. Every method defaults to "not supported".
pub trait DomainMemory {}
