//! Domains: network interfaces of domains.

/// Network interfaces of domains. Every method defaults to "not supported".
pub trait DomainInterface {}
