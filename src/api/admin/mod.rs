//! The administration of a running daemon. libvirt-admin.so.0 (libs/admin) exports these functions and forwards its calls
//! to them.
//!
//! The library does not speak to daemons yet, so no connection opens and nothing that a caller passes can be a live handle.

mod client;
mod connect;
mod logging;
mod server;

pub use {client::*, connect::*, logging::*, server::*};

use crate::error::{Error, Origin, Result};
use crate::types::{VIR_ERR_INVALID_CONN, VIR_FROM_ADMIN};

const FROM: Origin = VIR_FROM_ADMIN;

/// What is said of a handle of this API.
fn no_handle<T>() -> Result<T> {
    Err(Error::in_function(VIR_ERR_INVALID_CONN))
}

/// What is said where NULL is allowed.
fn null_or_no_handle<C, T: Default>(handle: *const C) -> Result<T> {
    if handle.is_null() { Ok(T::default()) } else { no_handle() }
}
