//! The event loop: the library's own or one of the program's, and what both do for descriptors and timers.
//!
//! Functions that add, update and remove leave the thread's last error alone, as in libvirt.

use std::ffi::{c_int, c_void};

use crate::abi::entry;
use crate::abi::event_loop::{self as program, Functions};
use crate::error::Origin;
use crate::event;
use crate::log;
use crate::types::*;

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

/// Makes functions of the program's the event loop, once, before the first connection is opened; later ones are ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterImpl(
    add_handle: virEventAddHandleFunc,
    update_handle: virEventUpdateHandleFunc,
    remove_handle: virEventRemoveHandleFunc,
    add_timeout: virEventAddTimeoutFunc,
    update_timeout: virEventUpdateTimeoutFunc,
    remove_timeout: virEventRemoveTimeoutFunc,
) {
    let own = Functions { add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout };
    if !program::register(own) {
        log::info("util.event", "virEventRegisterImpl", format_args!("there is an event loop already; ignored"));
    }
}

/// Makes the library's own loop the event loop; ignored when there is one. A thread of the program then calls
/// `virEventRunDefaultImpl` again and again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry(FROM, "virEventRegisterDefaultImpl", |_| {
        event::register(|| event::default_loop());
        Ok(())
    })
}

/// One round of the library's loop: waits for a descriptor or a timer and calls the callbacks that are due.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRunDefaultImpl() -> c_int {
    entry(FROM, "virEventRunDefaultImpl", |_| event::default_loop().run_once())
}

/// Watches a descriptor for a set of `VIR_EVENT_HANDLE_…`. Returns the number of the watch, -1 without an event loop. `ff`
/// is called with `opaque` after the watch has been removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    program::add_handle(fd, events, cb, opaque, ff)
}

/// Changes what a watch waits for; 0 is nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(watch: c_int, events: c_int) {
    event::update_handle(watch, events);
}

/// Ends a watch. -1 when there is none of that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(watch: c_int) -> c_int {
    if event::remove_handle(watch) { 0 } else { -1 }
}

/// Calls `cb` every `timeout` milliseconds, in each round for 0, not for -1. Returns the number of the timer, -1 without an
/// event loop. `ff` is called with `opaque` after the timer has been removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddTimeout(
    timeout: c_int,
    cb: virEventTimeoutCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    program::add_timeout(timeout, cb, opaque, ff)
}

/// Changes a timer's interval, in milliseconds; it begins anew.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    event::update_timeout(timer, timeout);
}

/// Ends a timer. -1 when there is none of that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(timer: c_int) -> c_int {
    if event::remove_timeout(timer) { 0 } else { -1 }
}
