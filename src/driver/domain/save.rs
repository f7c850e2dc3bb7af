//! Domains: save, restore, dump, screenshot.

/// Save, restore, dump, screenshot. Every method defaults to "not supported".
pub trait DomainSave {}
