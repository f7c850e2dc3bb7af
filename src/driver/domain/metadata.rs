//! Domains: titles, descriptions, and what applications keep in a definition.

use crate::error::{Result, unsupported};
use crate::object::Domain;

/// Titles, descriptions, and what applications keep in a definition. Every method defaults to "not supported". A driver refuses flags that it does not know.
pub trait DomainMetadata {
    /// Title, description, or the element of a namespace, by `VIR_DOMAIN_METADATA_…`. `flags`: `VIR_DOMAIN_AFFECT_…`.
    fn metadata(&self, domain: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        let _ = (domain, kind, uri, flags);
        unsupported()
    }

    /// Sets one of them; `None` takes it away. An element has a namespace, and a prefix (`key`) unless it is taken away.
    fn set_metadata(
        &self,
        domain: &Domain,
        kind: i32,
        metadata: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        let _ = (domain, kind, metadata, key, uri, flags);
        unsupported()
    }
}
