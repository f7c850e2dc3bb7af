//! What `<libvirt/libvirt-stream.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use super::*;

/// What happened, or shall be waited for, on a stream; may be combined.
pub type virStreamEventType = c_int;
pub const VIR_STREAM_EVENT_READABLE: virStreamEventType = 1;
pub const VIR_STREAM_EVENT_WRITABLE: virStreamEventType = 2;
pub const VIR_STREAM_EVENT_ERROR: virStreamEventType = 4;
pub const VIR_STREAM_EVENT_HANGUP: virStreamEventType = 8;

/// How a stream works.
pub type virStreamFlags = c_uint;
pub const VIR_STREAM_NONBLOCK: virStreamFlags = 1;

/// How a stream is read.
pub type virStreamRecvFlagsValues = c_uint;
pub const VIR_STREAM_RECV_STOP_AT_HOLE: virStreamRecvFlagsValues = 1;

/// Is called when something happens on a stream: `events` are `VIR_STREAM_EVENT_…`.
pub type virStreamEventCallback =
    Option<unsafe extern "C" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;

/// Takes data that was received: how many bytes, or -1 on failure.
pub type virStreamSinkFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, data: *const c_char, nbytes: usize, opaque: *mut c_void) -> c_int>;

/// Takes a hole of `length` bytes: 0, or -1 on failure.
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// Gives up to `nbytes` of data to send: how many, 0 at the end, -1 on failure.
pub type virStreamSourceFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, data: *mut c_char, nbytes: usize, opaque: *mut c_void) -> c_int>;

/// Tells whether data or a hole comes next, and how long it is: 0, or -1 on failure.
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, inData: *mut c_int, length: *mut c_longlong, opaque: *mut c_void) -> c_int,
>;

/// Skips a hole of `length` bytes: 0, or -1 on failure.
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
