//! What a driver does with secrets.

/// Secrets. Every method defaults to "not supported".
pub trait SecretDriver {}
