//! What `<libvirt/libvirt-stream.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use super::*;

pub type virStreamEventCallback =
    Option<unsafe extern "C" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;
pub type virStreamSinkFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, data: *const c_char, nbytes: usize, opaque: *mut c_void) -> c_int>;
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
pub type virStreamSourceFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, data: *mut c_char, nbytes: usize, opaque: *mut c_void) -> c_int>;
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, inData: *mut c_int, length: *mut c_longlong, opaque: *mut c_void) -> c_int,
>;
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// Stream event type.
pub type virStreamEventType = c_int;
pub const VIR_STREAM_EVENT_READABLE: virStreamEventType = 1;
pub const VIR_STREAM_EVENT_WRITABLE: virStreamEventType = 2;
pub const VIR_STREAM_EVENT_ERROR: virStreamEventType = 4;
pub const VIR_STREAM_EVENT_HANGUP: virStreamEventType = 8;

/// Stream flags.
pub type virStreamFlags = c_uint;
pub const VIR_STREAM_NONBLOCK: virStreamFlags = 1;

/// Stream recv flags values.
pub type virStreamRecvFlagsValues = c_uint;
pub const VIR_STREAM_RECV_STOP_AT_HOLE: virStreamRecvFlagsValues = 1;
