//! Domains: virtual CPUs, pinning, IO threads.

/// Virtual CPUs, pinning, IO threads. Every method defaults to "not supported".
pub trait DomainVcpu {}
