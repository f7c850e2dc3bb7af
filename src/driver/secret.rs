//! What a driver does with secrets.

use std::sync::Arc;

use crate::error::{Result, unsupported};
use crate::object::{Connection, Secret};
use crate::uuid::Uuid;

/// Secrets. Every method defaults to "not supported".
pub trait SecretDriver {
    /// The secrets that `virConnectListAllSecretsFlags` choose.
    fn list(&self, connection: &Arc<Connection>, flags: u32) -> Result<Vec<Arc<Secret>>> {
        let _ = (connection, flags);
        unsupported()
    }

    /// The UUIDs of all secrets.
    fn uuids(&self) -> Result<Vec<Uuid>> {
        unsupported()
    }

    fn by_uuid(&self, connection: &Arc<Connection>, uuid: Uuid) -> Result<Arc<Secret>> {
        let _ = (connection, uuid);
        unsupported()
    }

    /// The secret of a `virSecretUsageType` and of what uses it.
    fn by_usage(&self, connection: &Arc<Connection>, usage_type: i32, usage_id: &str) -> Result<Arc<Secret>> {
        let _ = (connection, usage_type, usage_id);
        unsupported()
    }

    /// Makes or changes a secret. `flags` is `virSecretDefineFlags`.
    fn define(&self, connection: &Arc<Connection>, xml: &str, flags: u32) -> Result<Arc<Secret>> {
        let _ = (connection, xml, flags);
        unsupported()
    }

    fn undefine(&self, secret: &Secret) -> Result<()> {
        let _ = secret;
        unsupported()
    }

    /// The value. No flags are known.
    fn value(&self, secret: &Secret, flags: u32) -> Result<Vec<u8>> {
        let _ = (secret, flags);
        unsupported()
    }

    /// Changes the value. No flags are known.
    fn set_value(&self, secret: &Secret, value: &[u8], flags: u32) -> Result<()> {
        let _ = (secret, value, flags);
        unsupported()
    }

    /// The `<secret>` document, without the value. No flags are known.
    fn xml(&self, secret: &Secret, flags: u32) -> Result<String> {
        let _ = (secret, flags);
        unsupported()
    }
}
