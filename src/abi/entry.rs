//! The guard around every exported function, and what each kind of result is in C.

use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulong};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::{Arc, Once};

use super::{Call, handle, last_error, memory};
use crate::error::{Error, Origin, Result};
use crate::event_hub::InCall;
use crate::log;
use crate::types::VIR_ERR_INTERNAL_ERROR;

/// What the log's filters call the functions that programs call.
const LOG: &str = "libvirt";

/// What a function's result is in C, and how failure looks there.
pub trait IntoC {
    type C;
    const FAILED: Self::C;
    fn into_c(self) -> Self::C;
}

/// 0, or -1 on failure.
impl IntoC for () {
    type C = c_int;
    const FAILED: c_int = -1;
    fn into_c(self) -> c_int {
        0
    }
}

/// 1 or 0, or -1 on failure.
impl IntoC for bool {
    type C = c_int;
    const FAILED: c_int = -1;
    fn into_c(self) -> c_int {
        c_int::from(self)
    }
}

/// A number that is not negative, or -1 on failure.
impl IntoC for c_int {
    type C = c_int;
    const FAILED: c_int = -1;
    fn into_c(self) -> c_int {
        self
    }
}

/// A count, or -1 on failure.
impl IntoC for usize {
    type C = c_int;
    const FAILED: c_int = -1;
    fn into_c(self) -> c_int {
        c_int::try_from(self).unwrap_or(c_int::MAX)
    }
}

/// A number, or all bits set on failure.
impl IntoC for c_uint {
    type C = c_uint;
    const FAILED: c_uint = c_uint::MAX;
    fn into_c(self) -> c_uint {
        self
    }
}

/// An amount, or 0 on failure.
impl IntoC for c_ulong {
    type C = c_ulong;
    const FAILED: c_ulong = 0;
    fn into_c(self) -> c_ulong {
        self
    }
}

/// A time, or -1 on failure.
impl IntoC for c_longlong {
    type C = c_longlong;
    const FAILED: c_longlong = -1;
    fn into_c(self) -> c_longlong {
        self
    }
}

/// A string that the caller frees, or NULL on failure.
impl IntoC for String {
    type C = *mut c_char;
    const FAILED: *mut c_char = ptr::null_mut();
    fn into_c(self) -> *mut c_char {
        memory::string(&self)
    }
}

/// Memory in C's hands, or NULL on failure.
impl<T> IntoC for *mut T {
    type C = *mut T;
    const FAILED: *mut T = ptr::null_mut();
    fn into_c(self) -> *mut T {
        self
    }
}

/// A string that stays the object's, or NULL on failure.
impl IntoC for &CStr {
    type C = *const c_char;
    const FAILED: *const c_char = ptr::null();
    fn into_c(self) -> *const c_char {
        self.as_ptr()
    }
}

/// A new reference to an object, or NULL on failure.
impl<T: handle::Handle> IntoC for Arc<T> {
    type C = *mut T::C;
    const FAILED: *mut T::C = ptr::null_mut();
    fn into_c(self) -> *mut T::C {
        handle::give(self)
    }
}

/// An object of the caller's that stays borrowed, or NULL on failure (`virDomainGetConnect`).
pub struct Borrowed<'a, T>(pub &'a Arc<T>);

impl<T: handle::Handle> IntoC for Borrowed<'_, T> {
    type C = *mut T::C;
    const FAILED: *mut T::C = ptr::null_mut();
    fn into_c(self) -> *mut T::C {
        handle::pointer(self.0)
    }
}

/// Runs the body of an exported function: clears the thread's last error, stops panics, and tells of a failure as C
/// expects it: in the last error, to the error handler, and by the value that the result's type has for it.
///
/// `origin` is who complains when an error does not say so itself.
#[track_caller]
pub fn entry<T: IntoC>(origin: Origin, function: &'static str, body: impl FnOnce(&Call) -> Result<T>) -> T::C {
    last_error::reset();
    entry_keeping_error(origin, function, body)
}

/// As [`entry`], but what was the thread's last error stays so unless this call fails too: for functions that are called
/// while another's failure is being dealt with.
#[track_caller]
pub fn entry_keeping_error<T: IntoC>(
    origin: Origin,
    function: &'static str,
    body: impl FnOnce(&Call) -> Result<T>,
) -> T::C {
    log::debug(LOG, function, format_args!("called"));
    let call = Call::new(function);
    // The couriers of events wake when the body is over and its locks are gone.
    let in_call = InCall::enter();
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&call)));
    drop(in_call);
    let error = match outcome {
        Ok(Ok(value)) => return value.into_c(),
        Ok(Err(error)) => error,
        Err(_) => Error::new(VIR_ERR_INTERNAL_ERROR, format!("{function} panicked; this is a bug of solovirt")),
    };
    let report = error.report(call.function(), origin);
    log::error(LOG, function, format_args!("{}", report.message));
    last_error::raise(report, call.connection());
    T::FAILED
}

/// A panic says nothing on the program's terminal: it becomes an error of the call. Done once, by whoever opens the first
/// connection. The hook is that of our own copy of std, so a program in Rust keeps its own.
pub fn silence_panics() {
    static ONCE: Once = Once::new();
    if cfg!(not(test)) {
        ONCE.call_once(|| std::panic::set_hook(Box::new(|_| ())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::*;

    #[test]
    fn failures_look_as_their_type_says() {
        assert_eq!(entry(VIR_FROM_NONE, "virTest", |_| Ok(())), 0);
        assert_eq!(entry(VIR_FROM_NONE, "virTest", |_| Ok(true)), 1);
        assert_eq!(entry::<()>(VIR_FROM_NONE, "virTest", |call| call.unsupported()), -1);
        assert!(entry::<String>(VIR_FROM_NONE, "virTest", |call| call.unsupported()).is_null());
        assert_eq!(entry::<c_uint>(VIR_FROM_NONE, "virTest", |call| call.unsupported()), c_uint::MAX);
        assert_eq!(last_error::code(), VIR_ERR_NO_SUPPORT);
    }

    #[test]
    fn a_panic_becomes_an_error() {
        assert_eq!(entry::<()>(VIR_FROM_NONE, "virTest", |_| panic!("a bug")), -1);
        assert_eq!(last_error::code(), VIR_ERR_INTERNAL_ERROR);
    }
}
