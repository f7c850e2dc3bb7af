//! Whole transfers through a stream: from a source of the caller's until it ends, or into a sink until the stream ends.
//! They are made of the single steps of [`StreamDriver`](crate::driver::StreamDriver), and errors name the step.

use crate::driver::Received;
use crate::error::{Error, Result};
use crate::object::Stream;
use crate::types::*;

/// How much is asked of a source, and given to a sink, at once: a message of libvirt's protocol, which callbacks have come
/// to expect.
const CHUNK: usize = 262_120;

/// Where data of a sparse transfer comes from.
pub trait SparseSource {
    /// Fills in data; 0 at the end.
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize>;
    /// Whether data is next or a hole, and how many bytes of it.
    fn next(&mut self) -> Result<(bool, i64)>;
    /// Skips a hole.
    fn skip(&mut self, length: i64) -> Result<()>;
}

/// Where data of a sparse transfer goes.
pub trait SparseSink {
    /// Takes the beginning of `data`; how many bytes.
    fn write(&mut self, data: &[u8]) -> Result<usize>;
    fn hole(&mut self, length: i64) -> Result<()>;
}

/// Complains about a stream that does not wait: `what` is "data sources" or "data sinks".
///
/// # Errors
/// `VIR_ERR_OPERATION_INVALID`.
pub fn require_blocking(stream: &Stream, what: &str) -> Result<()> {
    if stream.flags & VIR_STREAM_NONBLOCK == 0 {
        return Ok(());
    }
    Err(Error::new(VIR_ERR_OPERATION_INVALID, format!("{what} cannot be used for non-blocking streams")))
}

/// Sends what `read` gives until that is nothing.
pub fn send_all(stream: &Stream, mut read: impl FnMut(&mut [u8]) -> Result<usize>) -> Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let count = read(&mut buffer)?;
        match buffer.get(..count) {
            None | Some([]) => return Ok(()),
            Some(data) => send(stream, data)?,
        }
    }
}

/// Receives until the end and gives everything to `write`, which says how much of it was taken.
pub fn recv_all(stream: &Stream, mut write: impl FnMut(&[u8]) -> Result<usize>) -> Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let received = stream.driver().and_then(|driver| driver.recv(&mut buffer));
        match received.map_err(|error| error.in_step("virStreamRecv"))? {
            Received::Data(0) => return Ok(()),
            Received::Data(count) => give(buffer.get(..count).unwrap_or_default(), &mut write)?,
            Received::WouldBlock => return Err(stopped()),
        }
    }
}

/// As [`send_all`], with holes that are told and not sent.
pub fn sparse_send_all(stream: &Stream, source: &mut impl SparseSource) -> Result<()> {
    let mut buffer = vec![0; CHUNK];
    let mut left = 0;
    loop {
        if left == 0 {
            let (is_data, length) = source.next()?;
            if !is_data && length > 0 {
                let sent = stream.driver().and_then(|driver| driver.send_hole(length));
                sent.map_err(|error| error.in_step("virStreamSendHole"))?;
                source.skip(length)?;
                continue;
            }
            left = usize::try_from(length).unwrap_or(0);
        }
        let wanted = left.min(CHUNK);
        let count = source.read(buffer.get_mut(..wanted).unwrap_or_default())?.min(wanted);
        match buffer.get(..count) {
            None | Some([]) => return Ok(()),
            Some(data) => send(stream, data)?,
        }
        left -= count;
    }
}

/// As [`recv_all`], with holes that are told and not received.
pub fn sparse_recv_all(stream: &Stream, sink: &mut impl SparseSink) -> Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let received = stream.driver().and_then(|driver| driver.recv_until_hole(&mut buffer));
        match received.map_err(|error| error.in_step("virStreamRecvFlags"))? {
            Some(Received::Data(0)) => return Ok(()),
            Some(Received::Data(count)) => give(buffer.get(..count).unwrap_or_default(), |data| sink.write(data))?,
            Some(Received::WouldBlock) => return Err(stopped()),
            None => {
                let length = stream.driver().and_then(|driver| driver.recv_hole());
                sink.hole(length.map_err(|error| error.in_step("virStreamRecvHole"))?)?;
            }
        }
    }
}

fn send(stream: &Stream, mut data: &[u8]) -> Result<()> {
    while !data.is_empty() {
        let sent = stream.driver().and_then(|driver| driver.send(data));
        let count = sent.map_err(|error| error.in_step("virStreamSend"))?.ok_or_else(stopped)?;
        data = data.get(count..).unwrap_or_default();
    }
    Ok(())
}

fn give(mut data: &[u8], mut write: impl FnMut(&[u8]) -> Result<usize>) -> Result<()> {
    while !data.is_empty() {
        let count = write(data)?;
        data = data.get(count..).unwrap_or_default();
    }
    Ok(())
}

/// A driver whose stream should wait and did not.
fn stopped() -> Error {
    Error::new(VIR_ERR_INTERNAL_ERROR, "a blocking stream did not wait for data")
}
