//! Domains: titles, descriptions, and what applications keep in a definition.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::api::metadata::{check_get, check_set};
use crate::error::Origin;
use crate::object::Domain;
use crate::types::*;

export!(virDomainGetMetadata, virDomainSetMetadata);

const FROM: Origin = VIR_FROM_DOMAIN;

const LIVE: (c_uint, &str) = (VIR_DOMAIN_AFFECT_LIVE, "VIR_DOMAIN_AFFECT_LIVE");
const CONFIG: (c_uint, &str) = (VIR_DOMAIN_AFFECT_CONFIG, "VIR_DOMAIN_AFFECT_CONFIG");

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
        check_get(call, kind, uri)?;
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
        check_set(call, kind, metadata, key, uri)?;
        let key = call.optional_text(key, "key")?;
        let uri = call.optional_text(uri, "uri")?;
        domain.driver()?.set_metadata(domain, kind, call.optional_text(metadata, "metadata")?, key, uri, flags)
    })
}
