//! What a driver does with virtual networks and their ports.

/// Virtual networks and their ports. Every method defaults to "not supported".
pub trait NetworkDriver {}
