//! Domains: security labels and launch security.

/// Security labels and launch security. Every method defaults to "not supported".
pub trait DomainSecurity {}
