//! What networks carry: title, description, and elements of others.

use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::network::Network;

/// What a definition carries; `uri` is an element's namespace.
///
/// # Errors
/// `VIR_ERR_NO_NETWORK_METADATA` where it carries none, `VIR_ERR_INVALID_ARG` for a kind that there is not.
pub fn get(definition: &Network, kind: i32, uri: &str) -> Result<String> {
    let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let found = match kind {
        VIR_NETWORK_METADATA_TITLE => text(&definition.title),
        VIR_NETWORK_METADATA_DESCRIPTION => text(&definition.description),
        VIR_NETWORK_METADATA_ELEMENT => definition.metadata.as_ref().and_then(|metadata| metadata.get(uri)),
        _ => return Err(unknown(kind)),
    };
    found.ok_or_else(|| {
        let text = "Requested metadata element is not present";
        Error::new(VIR_ERR_NO_NETWORK_METADATA, text).from_origin(VIR_FROM_NETWORK)
    })
}

/// Sets what a definition carries, or takes it away where `text` is none. An element gets the prefix `key`.
///
/// # Errors
/// What is wrong with an element or its prefix, `VIR_ERR_INVALID_ARG` for a kind that there is not.
pub fn set(definition: &mut Network, kind: i32, text: Option<&str>, key: &str, uri: &str) -> Result<()> {
    match kind {
        VIR_NETWORK_METADATA_TITLE => text.unwrap_or_default().clone_into(&mut definition.title),
        VIR_NETWORK_METADATA_DESCRIPTION => text.unwrap_or_default().clone_into(&mut definition.description),
        VIR_NETWORK_METADATA_ELEMENT => {
            let metadata = definition.metadata.get_or_insert_default();
            match text {
                Some(element) => metadata.set(element, key, uri)?,
                None => drop(metadata.remove(uri)),
            }
        }
        _ => return Err(unknown(kind)),
    }
    Ok(())
}

fn unknown(kind: i32) -> Error {
    Error::new(VIR_ERR_INVALID_ARG, format!("unknown metadata type '{kind}'")).from_origin(VIR_FROM_NETWORK)
}
