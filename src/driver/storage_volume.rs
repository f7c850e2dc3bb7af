//! What a driver does with storage volumes.

/// Storage volumes. Every method defaults to "not supported".
pub trait StorageVolumeDriver {}
