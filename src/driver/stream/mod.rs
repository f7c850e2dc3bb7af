//! What a driver does with one transfer through a stream.

mod file;

use std::sync::Arc;

pub use file::FileStream;

use crate::error::{Result, unsupported};

/// Called with the `VIR_STREAM_EVENT_…` that came.
pub type StreamCallback = Arc<dyn Fn(i32) + Send + Sync>;

/// What came of receiving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// So many bytes; 0 at the end.
    Data(usize),
    /// Nothing yet, on a stream that does not wait.
    WouldBlock,
}

/// One transfer through a stream. Every method defaults to "not supported".
pub trait StreamDriver: Send + Sync {
    /// Sends the beginning of `data`; how many bytes, `None` when a stream that does not wait would have to.
    fn send(&self, _data: &[u8]) -> Result<Option<usize>> {
        unsupported()
    }

    fn recv(&self, _buffer: &mut [u8]) -> Result<Received> {
        unsupported()
    }

    /// As [`StreamDriver::recv`], but it stops before a hole; `None` where one is next ([`StreamDriver::recv_hole`]).
    fn recv_until_hole(&self, _buffer: &mut [u8]) -> Result<Option<Received>> {
        unsupported()
    }

    /// Says that so many bytes of zero follow, which need not be sent.
    fn send_hole(&self, _length: i64) -> Result<()> {
        unsupported()
    }

    /// How long the hole is that [`StreamDriver::recv_until_hole`] told of.
    fn recv_hole(&self) -> Result<i64> {
        unsupported()
    }

    /// Ends the transfer; tells whether everything arrived.
    fn finish(&self) -> Result<()> {
        unsupported()
    }

    /// Ends the transfer; what was sent may be thrown away.
    fn abort(&self) -> Result<()> {
        unsupported()
    }

    /// Calls back when one of the `VIR_STREAM_EVENT_…` comes; one callback at a time.
    fn add_callback(&self, _events: i32, _callback: StreamCallback) -> Result<()> {
        unsupported()
    }

    fn update_callback(&self, _events: i32) -> Result<()> {
        unsupported()
    }

    fn remove_callback(&self) -> Result<()> {
        unsupported()
    }
}
