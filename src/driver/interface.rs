//! What a driver does with network interfaces of the host.

/// Network interfaces of the host. Every method defaults to "not supported".
pub trait InterfaceDriver {}
