//! Connections: a driver, how it was reached, and what the program hung on it.

use std::sync::Arc;

use parking_lot::Mutex;

use super::{Object, Tag};
use crate::abi::last_error::OwnedError;
use crate::driver::Driver;
use crate::error::{Code, Error, Origin, Result};
use crate::types::*;
use crate::uri::Uri;

/// An open connection.
#[repr(C)]
pub struct Connection {
    tag: Tag<Connection>,
    pub driver: Box<dyn Driver>,
    pub uri: Uri,
    pub read_only: bool,
    /// The last failure on this connection, for `virConnGetLastError`.
    pub last_error: Mutex<OwnedError>,
    /// Who is told of failures instead of the process's handler.
    pub error_handler: Mutex<ErrorHandler>,
}

/// A C function that is told of each failure, and what it wants to be given. The address is a number here: only `abi`
/// calls it.
#[derive(Clone, Copy, Default)]
pub struct ErrorHandler {
    pub function: virErrorFunc,
    pub user_data: usize,
}

impl Object for Connection {
    const INVALID: Code = VIR_ERR_INVALID_CONN;
    const ORIGIN: Option<Origin> = None;
    const NUMBER: u64 = 1;
    fn connection(&self) -> &Connection {
        self
    }
}

impl Connection {
    pub fn new(driver: Box<dyn Driver>, uri: Uri, read_only: bool) -> Arc<Self> {
        Arc::new(Self {
            tag: Tag::new(),
            driver,
            uri,
            read_only,
            last_error: Mutex::default(),
            error_handler: Mutex::default(),
        })
    }

    /// Fails on a read-only connection. `function` is the public function that was called.
    pub fn require_write(&self, function: &str) -> Result<()> {
        if self.read_only {
            return Err(Error::new(VIR_ERR_OPERATION_DENIED, format!("read only access prevents {function}")));
        }
        Ok(())
    }
}
