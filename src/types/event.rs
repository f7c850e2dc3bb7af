//! What `<libvirt/libvirt-event.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_int, c_void};

use super::*;

pub type virEventAddHandleFunc = Option<
    unsafe extern "C" fn(
        fd: c_int,
        event: c_int,
        cb: virEventHandleCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;
pub type virEventAddTimeoutFunc = Option<
    unsafe extern "C" fn(
        timeout: c_int,
        cb: virEventTimeoutCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;
pub type virEventHandleCallback =
    Option<unsafe extern "C" fn(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void)>;
pub type virEventRemoveHandleFunc = Option<unsafe extern "C" fn(watch: c_int) -> c_int>;
pub type virEventRemoveTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int) -> c_int>;
pub type virEventTimeoutCallback = Option<unsafe extern "C" fn(timer: c_int, opaque: *mut c_void)>;
pub type virEventUpdateHandleFunc = Option<unsafe extern "C" fn(watch: c_int, event: c_int)>;
pub type virEventUpdateTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int, timeout: c_int)>;

/// Event handle type.
pub type virEventHandleType = c_int;
pub const VIR_EVENT_HANDLE_READABLE: virEventHandleType = 1;
pub const VIR_EVENT_HANDLE_WRITABLE: virEventHandleType = 2;
pub const VIR_EVENT_HANDLE_ERROR: virEventHandleType = 4;
pub const VIR_EVENT_HANDLE_HANGUP: virEventHandleType = 8;
