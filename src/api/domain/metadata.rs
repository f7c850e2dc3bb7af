//! Domains: metadata.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::Domain;
use crate::types::{VIR_FROM_DOMAIN, virDomainPtr};

export!(virDomainGetMetadata, virDomainSetMetadata);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMetadata(
    domain: virDomainPtr,
    _kind: c_int,
    _uri: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainGetMetadata", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMetadata(
    domain: virDomainPtr,
    _kind: c_int,
    _metadata: *const c_char,
    _key: *const c_char,
    _uri: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetMetadata", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
