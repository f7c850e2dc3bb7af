//! Domains: scheduler, block I/O, NUMA, bandwidth and performance settings.

/// Scheduler, block I/O, NUMA, bandwidth and performance settings. Every method defaults to "not supported".
pub trait DomainTune {}
