//! What the metadata functions of domains and of networks ask of their arguments: both number the kinds alike.

use std::ffi::{c_char, c_int};

use crate::abi::Call;
use crate::error::{Error, Result};
use crate::types::*;

/// Which arguments a kind has when it is read.
pub(super) fn check_get(call: &Call, kind: c_int, uri: *const c_char) -> Result<()> {
    match kind {
        VIR_DOMAIN_METADATA_TITLE | VIR_DOMAIN_METADATA_DESCRIPTION => call.null(uri, "uri"),
        VIR_DOMAIN_METADATA_ELEMENT => call.non_null(uri, "uri"),
        _ => Ok(()),
    }
}

/// Which arguments a kind has when it is set; a title is one line.
pub(super) fn check_set(
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
