//! Event.

use std::ffi::{c_int, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::types::{
    VIR_FROM_EVENT, virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback, virEventRemoveHandleFunc,
    virEventRemoveTimeoutFunc, virEventTimeoutCallback, virEventUpdateHandleFunc, virEventUpdateTimeoutFunc,
    virFreeCallback,
};

export!(
    virEventAddHandle,
    virEventAddTimeout,
    virEventRegisterDefaultImpl,
    virEventRegisterImpl,
    virEventRemoveHandle,
    virEventRemoveTimeout,
    virEventRunDefaultImpl,
    virEventUpdateHandle,
    virEventUpdateTimeout
);

const FROM: Origin = VIR_FROM_EVENT;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddHandle(
    _fd: c_int,
    _events: c_int,
    _cb: virEventHandleCallback,
    _opaque: *mut c_void,
    _ff: virFreeCallback,
) -> c_int {
    entry(FROM, "virEventAddHandle", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddTimeout(
    _timeout: c_int,
    _cb: virEventTimeoutCallback,
    _opaque: *mut c_void,
    _ff: virFreeCallback,
) -> c_int {
    entry(FROM, "virEventAddTimeout", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry(FROM, "virEventRegisterDefaultImpl", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterImpl(
    _add_handle: virEventAddHandleFunc,
    _update_handle: virEventUpdateHandleFunc,
    _remove_handle: virEventRemoveHandleFunc,
    _add_timeout: virEventAddTimeoutFunc,
    _update_timeout: virEventUpdateTimeoutFunc,
    _remove_timeout: virEventRemoveTimeoutFunc,
) {
    entry(FROM, "virEventRegisterImpl", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(_watch: c_int) -> c_int {
    entry(FROM, "virEventRemoveHandle", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(_timer: c_int) -> c_int {
    entry(FROM, "virEventRemoveTimeout", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRunDefaultImpl() -> c_int {
    entry(FROM, "virEventRunDefaultImpl", |call| call.unsupported::<()>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(_watch: c_int, _events: c_int) {
    entry(FROM, "virEventUpdateHandle", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(_timer: c_int, _timeout: c_int) {
    entry(FROM, "virEventUpdateTimeout", |call| call.unsupported::<()>());
}
