//! Streams: a pipe between the caller and a driver.

use std::sync::{Arc, OnceLock};

use super::tag::object;
use super::{Connection, Tag};
use crate::driver::StreamDriver;
use crate::error::{Error, Result};
use crate::types::VIR_ERR_NO_SUPPORT;

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

    pub fn driver(&self) -> Result<&dyn StreamDriver> {
        self.transfer.get().map(AsRef::as_ref).ok_or_else(|| Error::in_function(VIR_ERR_NO_SUPPORT))
    }
}
