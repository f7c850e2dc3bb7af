//! Domains: titles, descriptions, and what applications keep in a definition.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::{Call, entry};
use crate::error::{Error, Origin, Result};
use crate::object::Domain;
use crate::types::*;

export!(virDomainGetMetadata, virDomainSetMetadata);

const FROM: Origin = VIR_FROM_DOMAIN;

const LIVE: (c_uint, &str) = (VIR_DOMAIN_AFFECT_LIVE, "VIR_DOMAIN_AFFECT_LIVE");
const CONFIG: (c_uint, &str) = (VIR_DOMAIN_AFFECT_CONFIG, "VIR_DOMAIN_AFFECT_CONFIG");

/// What belongs to which kind; a title is one line.
fn check_metadata(
    call: &Call,
    kind: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
) -> Result<()> {
    match kind {
        VIR_DOMAIN_METADATA_TITLE | VIR_DOMAIN_METADATA_DESCRIPTION => {
            let is_title = kind == VIR_DOMAIN_METADATA_TITLE;
            if is_title && call.optional_text(metadata, "metadata")?.is_some_and(|title| title.contains('\n')) {
                return Err(Error::about("metadata", "metadata title can't contain newlines"));
            }
            call.null(uri, "uri")?;
            call.null(key, "key")
        }
        VIR_DOMAIN_METADATA_ELEMENT => {
            call.non_null(uri, "uri")?;
            if metadata.is_null() { Ok(()) } else { call.non_null(key, "key") }
        }
        _ => Ok(()),
    }
}

/// Title, description, or the element of the namespace `uri`, by `kind` (`VIR_DOMAIN_METADATA_…`). The caller frees it.
/// `flags`: `VIR_DOMAIN_AFFECT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMetadata(
    domain: virDomainPtr,
    kind: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainGetMetadata", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.exclusive(flags, LIVE, CONFIG)?;
        match kind {
            VIR_DOMAIN_METADATA_TITLE | VIR_DOMAIN_METADATA_DESCRIPTION => call.null(uri, "uri")?,
            VIR_DOMAIN_METADATA_ELEMENT => call.non_null(uri, "uri")?,
            _ => {}
        }
        domain.driver()?.metadata(domain, kind, call.optional_text(uri, "uri")?, flags)
    })
}

/// Sets title, description, or the element of the namespace `uri` with the prefix `key`; NULL takes it away.
/// `flags`: `VIR_DOMAIN_AFFECT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMetadata(
    domain: virDomainPtr,
    kind: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetMetadata", |call| {
        let domain = call.writable::<Domain>(domain)?;
        check_metadata(call, kind, metadata, key, uri)?;
        let key = call.optional_text(key, "key")?;
        let uri = call.optional_text(uri, "uri")?;
        domain.driver()?.set_metadata(domain, kind, call.optional_text(metadata, "metadata")?, key, uri, flags)
    })
}
