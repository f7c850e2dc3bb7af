//! What a driver does with storage pools.

/// Storage pools. Every method defaults to "not supported".
pub trait StoragePoolDriver {}
