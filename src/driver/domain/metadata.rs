//! Domains: metadata, title and description.

/// Metadata, title and description. Every method defaults to "not supported".
pub trait DomainMetadata {}
