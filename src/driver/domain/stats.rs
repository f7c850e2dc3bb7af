//! Domains: statistics of many domains at once.

/// Statistics of many domains at once. Every method defaults to "not supported".
pub trait DomainStats {}
