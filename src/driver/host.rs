//! What a driver does with the host: capabilities, memory, CPUs.

/// The host: capabilities, memory, CPUs. Every method defaults to "not supported".
pub trait HostDriver {}
