//! What a driver does with snapshots of domains.

/// Snapshots of domains. Every method defaults to "not supported".
pub trait SnapshotDriver {}
