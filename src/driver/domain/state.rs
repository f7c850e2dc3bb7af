//! Domains: state and information.

/// State and information. Every method defaults to "not supported".
pub trait DomainState {}
