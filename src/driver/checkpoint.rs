//! What a driver does with checkpoints of domains.

/// Checkpoints of domains. Every method defaults to "not supported".
pub trait CheckpointDriver {}
