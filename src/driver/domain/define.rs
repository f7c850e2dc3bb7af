//! Domains: definitions: define, undefine, XML, autostart.

/// Definitions: define, undefine, XML, autostart. Every method defaults to "not supported".
pub trait DomainDefine {}
