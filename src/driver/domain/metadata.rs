//! Domains: titles, descriptions, and what applications keep in a definition.

use crate::error::{Error, Result, unsupported};
use crate::object::Domain;
use crate::types::*;
use crate::xml::domain::Domain as Definition;

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

/// Larger numbers than those of `VIR_DOMAIN_METADATA_…` are refused; smaller ones stand for nothing.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG`.
pub fn check_metadata_kind(kind: i32) -> Result<()> {
    if kind < VIR_DOMAIN_METADATA_LAST {
        return Ok(());
    }
    Err(Error::new(VIR_ERR_INVALID_ARG, format!("unknown metadata type '{kind}'")).from_origin(VIR_FROM_DOMAIN))
}

/// What a definition has of that kind.
///
/// # Errors
/// `VIR_ERR_NO_DOMAIN_METADATA` when it has nothing.
pub fn metadata_of(definition: &Definition, kind: i32, uri: &str) -> Result<String> {
    let found = match kind {
        VIR_DOMAIN_METADATA_TITLE => definition.title.clone(),
        VIR_DOMAIN_METADATA_DESCRIPTION => definition.description.clone(),
        VIR_DOMAIN_METADATA_ELEMENT => definition.metadata.as_ref().and_then(|metadata| metadata.get(uri)),
        _ => None,
    };
    found.ok_or_else(|| {
        let text = "Requested metadata element is not present";
        Error::new(VIR_ERR_NO_DOMAIN_METADATA, text).from_origin(VIR_FROM_DOMAIN)
    })
}

/// Changes it; `None` takes it away.
///
/// # Errors
/// When an element is not XML, or `key` no name.
pub fn set_metadata_of(definition: &mut Definition, kind: i32, text: Option<&str>, key: &str, uri: &str) -> Result<()> {
    let line = || text.filter(|text| !text.is_empty()).map(str::to_owned);
    match kind {
        VIR_DOMAIN_METADATA_TITLE => definition.title = line(),
        VIR_DOMAIN_METADATA_DESCRIPTION => definition.description = line(),
        VIR_DOMAIN_METADATA_ELEMENT => {
            let metadata = definition.metadata.get_or_insert_default();
            match text {
                Some(element) => metadata.set(element, key, uri)?,
                None => drop(metadata.remove(uri)),
            }
        }
        _ => {}
    }
    Ok(())
}
