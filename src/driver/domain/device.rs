//! Domains: devices plugged and unplugged.

/// Devices plugged and unplugged. Every method defaults to "not supported".
pub trait DomainDevice {}
