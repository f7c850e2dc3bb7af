//! Domains: domain events.

/// Domain events. Every method defaults to "not supported".
pub trait DomainEvent {}
