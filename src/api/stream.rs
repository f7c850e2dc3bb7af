//! Stream.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, Stream};
use crate::types::{
    VIR_FROM_STREAMS, virConnectPtr, virFreeCallback, virStreamEventCallback, virStreamPtr, virStreamSinkFunc,
    virStreamSinkHoleFunc, virStreamSourceFunc, virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use std::sync::Arc;

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamAbort", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventAddCallback(
    stream: virStreamPtr,
    _events: c_int,
    _cb: virStreamEventCallback,
    _opaque: *mut c_void,
    _ff: virFreeCallback,
) -> c_int {
    entry(FROM, "virStreamEventAddCallback", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamEventRemoveCallback", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, _events: c_int) -> c_int {
    entry(FROM, "virStreamEventUpdateCallback", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamFinish", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamFree", |call| call.release::<Stream>(stream).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, _flags: c_uint) -> virStreamPtr {
    entry(FROM, "virStreamNew", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Stream>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, _data: *mut c_char, _nbytes: usize) -> c_int {
    entry(FROM, "virStreamRecv", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    stream: virStreamPtr,
    _handler: virStreamSinkFunc,
    _opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamRecvAll", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvFlags(
    stream: virStreamPtr,
    _data: *mut c_char,
    _nbytes: usize,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virStreamRecvFlags", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(stream: virStreamPtr, _length: *mut c_longlong, _flags: c_uint) -> c_int {
    entry(FROM, "virStreamRecvHole", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    entry(FROM, "virStreamRef", |call| call.reference::<Stream>(stream))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, _data: *const c_char, _nbytes: usize) -> c_int {
    entry(FROM, "virStreamSend", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    stream: virStreamPtr,
    _handler: virStreamSourceFunc,
    _opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSendAll", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, _length: c_longlong, _flags: c_uint) -> c_int {
    entry(FROM, "virStreamSendHole", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseRecvAll(
    stream: virStreamPtr,
    _handler: virStreamSinkFunc,
    _hole_handler: virStreamSinkHoleFunc,
    _opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSparseRecvAll", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseSendAll(
    stream: virStreamPtr,
    _handler: virStreamSourceFunc,
    _hole_handler: virStreamSourceHoleFunc,
    _skip_handler: virStreamSourceSkipFunc,
    _opaque: *mut c_void,
) -> c_int {
    entry(FROM, "virStreamSparseSendAll", |call| {
        call.borrow::<Stream>(stream)?;
        call.unsupported::<()>()
    })
}
