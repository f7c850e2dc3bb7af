//! Streams: a pipe between the caller and a driver.

use std::sync::{Arc, OnceLock};

use super::tag::object;
use super::{Connection, Tag};
use crate::driver::StreamDriver;
use crate::error::{Error, Result};
use crate::types::*;

object! {
    /// A stream; useless until a call such as `virStorageVolDownload` gives it a driver.
    Stream = 14, VIR_ERR_INVALID_STREAM, VIR_FROM_STREAMS {
        /// `VIR_STREAM_NONBLOCK` or 0.
        flags: u32,
        transfer: OnceLock<Box<dyn StreamDriver>>,
    }
}

impl Stream {
    pub fn new(connection: &Arc<Connection>, flags: u32) -> Arc<Self> {
        Arc::new(Self { tag: Tag::new(), connection: Arc::clone(connection), flags, transfer: OnceLock::new() })
    }

    /// Gives it what its bytes go through.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it has that already.
    pub fn begin(&self, transfer: Box<dyn StreamDriver>) -> Result<()> {
        let text = "the stream has another transfer already";
        self.transfer.set(transfer).map_err(|_| Error::new(VIR_ERR_OPERATION_INVALID, text))
    }

    /// Whether its functions return when they would have to wait.
    pub fn never_waits(&self) -> bool {
        self.flags & VIR_STREAM_NONBLOCK != 0
    }

    pub fn driver(&self) -> Result<&dyn StreamDriver> {
        self.transfer.get().map(AsRef::as_ref).ok_or_else(|| Error::in_function(VIR_ERR_NO_SUPPORT))
    }
}
