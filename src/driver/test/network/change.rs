//! Which of a network's two definitions a call changes.

use std::sync::Arc;

use super::store::Entry;
use crate::error::{Error, Result};
use crate::types::*;
use crate::xml::network::Network;

/// The definitions that flags ask for.
struct Affected {
    live: bool,
    config: bool,
}

/// What `VIR_NETWORK_UPDATE_AFFECT_…` means now. Other flags are not looked at.
fn affected(entry: &Entry, flags: u32) -> Result<Affected> {
    let mut affected = Affected {
        live: flags & VIR_NETWORK_UPDATE_AFFECT_LIVE != 0,
        config: flags & VIR_NETWORK_UPDATE_AFFECT_CONFIG != 0,
    };
    if !affected.live && !affected.config {
        affected = Affected { live: entry.active, config: !entry.active };
    }
    if affected.live && !entry.active {
        return Err(invalid("network is not running"));
    }
    if affected.config && !entry.persistent {
        return Err(invalid("cannot change persistent config of a transient network"));
    }
    Ok(affected)
}

/// The one definition that flags ask for, to be read.
///
/// # Errors
/// `VIR_ERR_OPERATION_INVALID` when it does not run and the live definition is asked for, or has no persistent one that is.
pub fn selected(entry: &Entry, flags: u32) -> Result<&Arc<Network>> {
    Ok(if affected(entry, flags)?.config { entry.config() } else { &entry.definition })
}

/// Changes the definitions that flags ask for; none when `change` fails on one.
///
/// # Errors
/// Those of [`selected`], and those of `change`.
pub fn apply(entry: &mut Entry, flags: u32, mut change: impl FnMut(&mut Network) -> Result<()>) -> Result<()> {
    let affected = affected(entry, flags)?;
    let mut changed = |definition: &Arc<Network>| {
        let mut copy = Network::clone(definition);
        change(&mut copy).map(|()| Arc::new(copy))
    };
    let live = affected.live.then(|| changed(&entry.definition)).transpose()?;
    let config = affected.config.then(|| changed(entry.config())).transpose()?;
    if !entry.active {
        entry.definition = config.unwrap_or_else(|| Arc::clone(&entry.definition));
        return Ok(());
    }
    if entry.persistent {
        entry.next = Some(config.unwrap_or_else(|| Arc::clone(entry.config())));
    }
    if let Some(live) = live {
        entry.definition = live;
    }
    Ok(())
}

fn invalid(text: &str) -> Error {
    Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_NETWORK)
}
