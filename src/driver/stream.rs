//! What a driver does with one transfer through a stream.

/// One transfer through a stream. Every method defaults to "not supported".
pub trait StreamDriver: Send + Sync {}
