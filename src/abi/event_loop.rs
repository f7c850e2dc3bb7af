//! The event loop in C: functions of the program's that are a loop, and callbacks of the program's in ours.

use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::event::{self, EventLoop, HandleCallback, TimeoutCallback};
use crate::types::*;

/// The functions that a program gave to `virEventRegisterImpl`; those that are NULL do nothing.
#[derive(Clone, Copy)]
pub(crate) struct Functions {
    pub add_handle: virEventAddHandleFunc,
    pub update_handle: virEventUpdateHandleFunc,
    pub remove_handle: virEventRemoveHandleFunc,
    pub add_timeout: virEventAddTimeoutFunc,
    pub update_timeout: virEventUpdateTimeoutFunc,
    pub remove_timeout: virEventRemoveTimeoutFunc,
}

static PROGRAM: OnceLock<Functions> = OnceLock::new();

impl Functions {
    fn is_empty(&self) -> bool {
        self.add_handle.is_none()
            && self.update_handle.is_none()
            && self.remove_handle.is_none()
            && self.add_timeout.is_none()
            && self.update_timeout.is_none()
            && self.remove_timeout.is_none()
    }
}

/// Makes the program's functions the event loop; false when there is a loop already.
pub(crate) fn register(functions: Functions) -> bool {
    !functions.is_empty() && event::register(|| PROGRAM.get_or_init(|| functions))
        || functions.is_empty() && !event::is_registered()
}

/// What the program wants to be given, and how it frees that: done when the last callback with it is dropped, but only for
/// callbacks that were accepted; what is refused stays the program's.
pub(crate) struct Opaque {
    address: usize,
    free: virFreeCallback,
    is_ours: AtomicBool,
}

impl Opaque {
    pub(crate) fn new(opaque: *mut c_void, free: virFreeCallback) -> Arc<Self> {
        Arc::new(Self { address: opaque.expose_provenance(), free, is_ours: AtomicBool::new(false) })
    }

    pub(crate) fn pointer(&self) -> *mut c_void {
        ptr::with_exposed_provenance_mut(self.address)
    }

    /// Says that the callback was accepted.
    pub(crate) fn accept(&self) {
        self.is_ours.store(true, Ordering::Release);
    }
}

impl Drop for Opaque {
    fn drop(&mut self) {
        if let Some(free) = self.free.filter(|_| *self.is_ours.get_mut()) {
            // SAFETY: the program gave this function for its own pointer; it is called once.
            unsafe { free(self.pointer()) }
        }
    }
}

/// `virEventAddHandle`: straight to the program's own loop, or wrapped into ours. -1 without a loop.
pub(crate) fn add_handle(
    fd: c_int,
    events: c_int,
    callback: virEventHandleCallback,
    opaque: *mut c_void,
    free: virFreeCallback,
) -> c_int {
    if let Some(functions) = PROGRAM.get() {
        // SAFETY: the program's own function, given what the program says.
        return functions.add_handle.map_or(-1, |add| unsafe { add(fd, events, callback, opaque, free) });
    }
    let Some(registered) = event::registered() else { return -1 };
    let opaque = Opaque::new(opaque, free);
    let given = Arc::clone(&opaque);
    let call = move |watch, fd, events| {
        if let Some(callback) = callback {
            // SAFETY: the program gave this function to be called with its own pointer.
            unsafe { callback(watch, fd, events, given.pointer()) }
        }
    };
    let number = registered.add_handle(fd, events, Arc::new(call));
    number.inspect(|_| opaque.accept()).unwrap_or(-1)
}

/// `virEventAddTimeout`: straight to the program's own loop, or wrapped into ours. -1 without a loop.
pub(crate) fn add_timeout(
    milliseconds: c_int,
    callback: virEventTimeoutCallback,
    opaque: *mut c_void,
    free: virFreeCallback,
) -> c_int {
    if let Some(functions) = PROGRAM.get() {
        // SAFETY: the program's own function, given what the program says.
        return functions.add_timeout.map_or(-1, |add| unsafe { add(milliseconds, callback, opaque, free) });
    }
    let Some(registered) = event::registered() else { return -1 };
    let opaque = Opaque::new(opaque, free);
    let given = Arc::clone(&opaque);
    let call = move |timer| {
        if let Some(callback) = callback {
            // SAFETY: the program gave this function to be called with its own pointer.
            unsafe { callback(timer, given.pointer()) }
        }
    };
    let number = registered.add_timeout(milliseconds, Arc::new(call));
    number.inspect(|_| opaque.accept()).unwrap_or(-1)
}

/// The library's own callbacks in the program's loop: what the loop is given stands for a boxed one.
impl EventLoop for Functions {
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> Option<i32> {
        let add = self.add_handle?;
        let opaque = Box::into_raw(Box::new(callback));
        // SAFETY: the program's function; it gives the pointer back to the two functions that know what it is.
        let watch = unsafe { add(fd, events, Some(call_handle), opaque.cast(), Some(free::<HandleCallback>)) };
        accepted(watch, opaque)
    }

    fn update_handle(&self, watch: i32, events: i32) {
        if let Some(update) = self.update_handle {
            // SAFETY: the program's function for watches, which it numbers itself.
            unsafe { update(watch, events) }
        }
    }

    fn remove_handle(&self, watch: i32) -> bool {
        // SAFETY: the program's function for watches, which it numbers itself.
        self.remove_handle.is_some_and(|remove| unsafe { remove(watch) } >= 0)
    }

    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> Option<i32> {
        let add = self.add_timeout?;
        let opaque = Box::into_raw(Box::new(callback));
        // SAFETY: the program's function; it gives the pointer back to the two functions that know what it is.
        let timer = unsafe { add(milliseconds, Some(call_timeout), opaque.cast(), Some(free::<TimeoutCallback>)) };
        accepted(timer, opaque)
    }

    fn update_timeout(&self, timer: i32, milliseconds: i32) {
        if let Some(update) = self.update_timeout {
            // SAFETY: the program's function for timers, which it numbers itself.
            unsafe { update(timer, milliseconds) }
        }
    }

    fn remove_timeout(&self, timer: i32) -> bool {
        // SAFETY: the program's function for timers, which it numbers itself.
        self.remove_timeout.is_some_and(|remove| unsafe { remove(timer) } >= 0)
    }
}

/// The number that the program's loop gave; where it refused, the callback is ours to drop.
fn accepted<T>(number: c_int, opaque: *mut T) -> Option<i32> {
    if number < 0 {
        // SAFETY: it came from `Box::into_raw`, and the loop did not take it.
        drop(unsafe { Box::from_raw(opaque) });
        return None;
    }
    Some(number)
}

unsafe extern "C" fn call_handle(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void) {
    // SAFETY: the loop gives back what `add_handle` gave it, and has not freed it.
    let callback = HandleCallback::clone(unsafe { &*opaque.cast::<HandleCallback>() });
    stop_panics(|| callback(watch, fd, events));
}

unsafe extern "C" fn call_timeout(timer: c_int, opaque: *mut c_void) {
    // SAFETY: the loop gives back what `add_timeout` gave it, and has not freed it.
    let callback = TimeoutCallback::clone(unsafe { &*opaque.cast::<TimeoutCallback>() });
    stop_panics(|| callback(timer));
}

unsafe extern "C" fn free<T>(opaque: *mut c_void) {
    // SAFETY: it came from `Box::into_raw`, and the loop frees it once.
    let callback = unsafe { Box::from_raw(opaque.cast::<T>()) };
    stop_panics(|| drop(callback));
}

/// The program's loop is C: a panic of a callback of ours ends there.
fn stop_panics(call: impl FnOnce()) {
    let _ = catch_unwind(AssertUnwindSafe(call));
}
