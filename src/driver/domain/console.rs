//! Domains: consoles, channels, graphics, keys.

/// Consoles, channels, graphics, keys. Every method defaults to "not supported".
pub trait DomainConsole {}
