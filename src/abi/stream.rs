//! Streams in C: the program's callbacks that are sources, sinks and listeners of streams.

use std::ffi::{c_int, c_void};
use std::io;
use std::sync::{Arc, Weak};

use super::{event_loop::Opaque, handle};
use crate::driver::StreamCallback;
use crate::error::{Error, Result};
use crate::object::Stream;
use crate::stream::{SparseSink, SparseSource};
use crate::sys;
use crate::types::*;

/// The program's callbacks for one whole transfer, and what they are given.
#[derive(Clone, Copy)]
pub(crate) struct Program {
    pub stream: virStreamPtr,
    pub opaque: *mut c_void,
}

/// A negative result of a callback is an error, by `errno` when the program set it.
fn checked(what: &str, call: impl FnOnce() -> c_int) -> Result<usize> {
    sys::set_errno(0);
    usize::try_from(call()).map_err(|_| {
        let errno = io::Error::last_os_error().raw_os_error().filter(|errno| *errno != 0);
        Error::system(&io::Error::from_raw_os_error(errno.unwrap_or(libc::EIO)), format!("{what} failed"))
    })
}

impl Program {
    /// Asks for data.
    pub(crate) fn read(self, source: virStreamSourceFunc, buffer: &mut [u8]) -> Result<usize> {
        let Some(source) = source else { return Ok(0) };
        // SAFETY: the program's function, given its own stream and pointer and a buffer with its size.
        let read = || unsafe { source(self.stream, buffer.as_mut_ptr().cast(), buffer.len(), self.opaque) };
        checked("send handler", read)
    }

    /// Gives data; how much was taken.
    pub(crate) fn write(self, sink: virStreamSinkFunc, data: &[u8]) -> Result<usize> {
        let Some(sink) = sink else { return Ok(data.len()) };
        // SAFETY: the program's function, given its own stream and pointer and bytes with their number.
        checked("recv handler", || unsafe { sink(self.stream, data.as_ptr().cast(), data.len(), self.opaque) })
    }
}

/// A source of the program's that knows its holes.
pub(crate) struct Source {
    pub program: Program,
    pub read: virStreamSourceFunc,
    pub next: virStreamSourceHoleFunc,
    pub skip: virStreamSourceSkipFunc,
}

impl SparseSource for Source {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        self.program.read(self.read, buffer)
    }

    fn next(&mut self) -> Result<(bool, i64)> {
        let (mut is_data, mut length) = (0, 0);
        let Some(next) = self.next else { return Ok((false, 0)) };
        let Program { stream, opaque } = self.program;
        // SAFETY: the program's function, given its own stream and pointer and places for its answer.
        checked("send holeHandler", || unsafe { next(stream, &mut is_data, &mut length, opaque) })?;
        Ok((is_data != 0, length))
    }

    fn skip(&mut self, length: i64) -> Result<()> {
        let Some(skip) = self.skip else { return Ok(()) };
        let Program { stream, opaque } = self.program;
        // SAFETY: the program's function, given its own stream and pointer.
        checked("send skipHandler", || unsafe { skip(stream, length, opaque) }).map(drop)
    }
}

/// A sink of the program's that wants to know of holes.
pub(crate) struct Sink {
    pub program: Program,
    pub write: virStreamSinkFunc,
    pub hole: virStreamSinkHoleFunc,
}

impl SparseSink for Sink {
    fn write(&mut self, data: &[u8]) -> Result<usize> {
        self.program.write(self.write, data)
    }

    fn hole(&mut self, length: i64) -> Result<()> {
        let Some(hole) = self.hole else { return Ok(()) };
        let Program { stream, opaque } = self.program;
        // SAFETY: the program's function, given its own stream and pointer.
        checked("recv holeHandler", || unsafe { hole(stream, length, opaque) }).map(drop)
    }
}

/// A callback of the program's for events on its stream. It does not keep the stream alive: the stream keeps it.
pub(crate) fn callback(stream: &Arc<Stream>, callback: virStreamEventCallback, opaque: &Arc<Opaque>) -> StreamCallback {
    let (stream, opaque): (Weak<Stream>, _) = (Arc::downgrade(stream), Arc::clone(opaque));
    Arc::new(move |events| {
        if let (Some(callback), Some(stream)) = (callback, stream.upgrade()) {
            // SAFETY: the program gave this function to be called with its own pointer; the stream lives meanwhile.
            unsafe { callback(handle::pointer(&stream), events, opaque.pointer()) }
        }
    })
}
