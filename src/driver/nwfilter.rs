//! What a driver does with network filters and their bindings.

/// Network filters and their bindings. Every method defaults to "not supported".
pub trait NwFilterDriver {}
