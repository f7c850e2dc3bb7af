//! Streams: data between the program and a domain, a volume, a console.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use crate::abi::entry;
use crate::abi::event_loop::Opaque;
use crate::abi::stream::{Program, Sink, Source, callback};
use crate::driver::Received;
use crate::error::{Origin, Result};
use crate::object::{Connection, Stream};
use crate::stream;
use crate::types::*;

export!(
    virStreamAbort,
    virStreamEventAddCallback,
    virStreamEventRemoveCallback,
    virStreamEventUpdateCallback,
    virStreamFinish,
    virStreamFree,
    virStreamNew,
    virStreamRecv,
    virStreamRecvAll,
    virStreamRecvFlags,
    virStreamRecvHole,
    virStreamRef,
    virStreamSend,
    virStreamSendAll,
    virStreamSendHole,
    virStreamSparseRecvAll,
    virStreamSparseSendAll
);

const FROM: Origin = VIR_FROM_STREAMS;

/// A new stream, for a function such as `virStorageVolDownload`. With `VIR_STREAM_NONBLOCK` sending and receiving do not
/// wait. Free it with `virStreamFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, flags: c_uint) -> virStreamPtr {
    entry(FROM, "virStreamNew", |call| Ok(Stream::new(&call.share::<Connection>(conn)?, flags)))
}

/// Takes one more reference, which `virStreamFree` gives up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamRef", |call| call.reference::<Stream>(stream))
}

/// Gives up one reference. A transfer that was not finished is aborted with the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamFree", |call| call.release::<Stream>(stream).map(drop))
}

/// Sends the beginning of `nbytes` bytes. Returns how many, -2 when a stream that does not wait would have to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    entry(FROM, "virStreamSend", |call| {
        let stream = call.borrow::<Stream>(stream)?;
        call.non_null(data, "data")?;
        let sent = stream.driver()?.send(call.slice(data.cast(), nbytes.min(c_int::MAX as usize)))?;
        Ok(sent.map_or(-2, |count| count as c_int))
    })
}

/// Receives up to `nbytes` bytes. Returns how many, 0 at the end, -2 when a stream that does not wait would have to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    entry(FROM, "virStreamRecv", |call| {
        let stream = call.borrow::<Stream>(stream)?;
        call.non_null(data, "data")?;
        let buffer = call.room(data.cast(), nbytes.min(c_int::MAX as usize));
        stream.driver()?.recv(buffer).map(received)
    })
}

/// As `virStreamRecv`; with `VIR_STREAM_RECV_STOP_AT_HOLE` it returns -3 where a hole begins (`virStreamRecvHole`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvFlags(
    stream: virStreamPtr,
    data: *mut c_char,
    nbytes: usize,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virStreamRecvFlags", |call| {
        let stream = call.borrow::<Stream>(stream)?;
        call.non_null(data, "data")?;
        let (driver, buffer) = (stream.driver()?, call.room(data.cast(), nbytes.min(c_int::MAX as usize)));
        call.flags(flags, VIR_STREAM_RECV_STOP_AT_HOLE)?;
        match flags & VIR_STREAM_RECV_STOP_AT_HOLE {
            0 => driver.recv(buffer).map(received),
            _ => driver.recv_until_hole(buffer).map(|it| it.map_or(-3, received)),
        }
    })
}

/// What receiving gives in C.
fn received(received: Received) -> c_int {
    match received {
        Received::Data(count) => count as c_int,
        Received::WouldBlock => -2,
    }
}

/// Says that `length` bytes of zero follow, which need not be sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    entry(FROM, "virStreamSendHole", |call| {
        let driver = call.borrow::<Stream>(stream)?.driver()?;
        call.flags(flags, 0)?;
        driver.send_hole(length)
    })
}

/// How many bytes of zero the hole has at which `virStreamRecvFlags` stopped, in `*length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(stream: virStreamPtr, length: *mut c_longlong, flags: c_uint) -> c_int {
    entry(FROM, "virStreamRecvHole", |call| {
        let stream = call.borrow::<Stream>(stream)?;
        call.non_null(length, "length")?;
        let driver = stream.driver()?;
        call.flags(flags, 0)?;
        driver.recv_hole().map(|found| call.store(length, found))
    })
}

/// A transfer that failed on the way cannot go on: the other side is told.
fn or_abort(stream: &Stream, result: Result<()>) -> Result<()> {
    result.inspect_err(|_| {
        let _ = stream.driver().and_then(|driver| driver.abort());
    })
}

/// Sends what `handler` gives, until it gives 0 bytes. The transfer is aborted when that fails; else it is for the program
/// to finish.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSendAll", |call| {
        let (from, program) = (call.borrow::<Stream>(stream)?, Program { stream, opaque });
        let send = || {
            call.given(handler, "handler")?;
            stream::require_blocking(from, "data sources")?;
            stream::send_all(from, |buffer| program.read(handler, buffer))
        };
        or_abort(from, send())
    })
}

/// Gives to `handler` what is received, until the end; it returns how many bytes it took. The transfer is aborted when that
/// fails; else it is for the program to finish.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamRecvAll", |call| {
        let (to, program) = (call.borrow::<Stream>(stream)?, Program { stream, opaque });
        let recv = || {
            call.given(handler, "handler")?;
            stream::require_blocking(to, "data sinks")?;
            stream::recv_all(to, |data| program.write(handler, data))
        };
        or_abort(to, recv())
    })
}

/// As `virStreamSendAll`, without sending holes: `hole_handler` says whether data or a hole is next and how long it is,
/// `skip_handler` skips a hole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    hole_handler: virStreamSourceHoleFunc,
    skip_handler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSparseSendAll", |call| {
        let (from, program) = (call.borrow::<Stream>(stream)?, Program { stream, opaque });
        let send = || {
            call.given(handler, "handler")?;
            call.given(hole_handler, "holeHandler")?;
            call.given(skip_handler, "skipHandler")?;
            stream::require_blocking(from, "data sources")?;
            let mut source = Source { program, read: handler, next: hole_handler, skip: skip_handler };
            stream::sparse_send_all(from, &mut source)
        };
        or_abort(from, send())
    })
}

/// As `virStreamRecvAll`, without receiving holes, of which `hole_handler` is told.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    hole_handler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSparseRecvAll", |call| {
        let (to, program) = (call.borrow::<Stream>(stream)?, Program { stream, opaque });
        let recv = || {
            call.given(handler, "handler")?;
            call.given(hole_handler, "holeHandler")?;
            stream::require_blocking(to, "data sinks")?;
            stream::sparse_recv_all(to, &mut Sink { program, write: handler, hole: hole_handler })
        };
        or_abort(to, recv())
    })
}

/// Ends a transfer and says whether everything arrived.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamFinish", |call| call.borrow::<Stream>(stream)?.driver()?.finish())
}

/// Ends a transfer; what was sent may be thrown away. A stream that was never used has nothing to abort.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamAbort", |call| {
        call.borrow::<Stream>(stream)?.transfer.get().map_or(Ok(()), |driver| driver.abort())
    })
}

/// Calls `cb` in the event loop for each of the `VIR_STREAM_EVENT_…` in `events`. One callback at a time; `ff` is called
/// with `opaque` after it was removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventAddCallback(
    stream: virStreamPtr,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    entry(FROM, "virStreamEventAddCallback", |call| {
        let (stream, opaque) = (call.share::<Stream>(stream)?, Opaque::new(opaque, ff));
        let added = stream.driver()?.add_callback(events, callback(&stream, cb, &opaque));
        added.inspect(|()| opaque.accept())
    })
}

/// Changes which events the callback is called for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    entry(FROM, "virStreamEventUpdateCallback", |call| call.borrow::<Stream>(stream)?.driver()?.update_callback(events))
}

/// Removes the callback.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamEventRemoveCallback", |call| call.borrow::<Stream>(stream)?.driver()?.remove_callback())
}
