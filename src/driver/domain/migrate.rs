//! Domains: migration.

/// Migration. Every method defaults to "not supported".
pub trait DomainMigrate {}
