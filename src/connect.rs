//! From a URI to an open connection: the first driver that accepts.

use std::sync::Arc;

use crate::driver::{self, Ask, Open};
use crate::error::{Error, Result};
use crate::object::Connection;
use crate::types::*;
use crate::uri::Uri;

/// Opens a connection. Without a name the default is taken.
///
/// # Errors
/// `VIR_ERR_NO_CONNECT` when no driver knows the URI; else the driver's own.
pub fn open(name: Option<&str>, ask: &dyn Ask, read_only: bool) -> Result<Arc<Connection>> {
    let uri = Uri::parse(name.unwrap_or("test:///default"))?;
    for factory in driver::TABLE {
        match factory(&uri, ask)? {
            Open::Declined => {}
            Open::Accepted(driver) => return Ok(Connection::new(driver, uri, read_only)),
        }
    }
    Err(Error::new(VIR_ERR_NO_CONNECT, format!("no driver for URI '{uri}'")))
}
