//! What a driver does with devices of the host.

/// Devices of the host. Every method defaults to "not supported".
pub trait NodeDeviceDriver {}
