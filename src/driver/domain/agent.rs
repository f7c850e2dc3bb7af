//! Domains: what needs the guest agent.

/// What needs the guest agent. Every method defaults to "not supported".
pub trait DomainAgent {}
