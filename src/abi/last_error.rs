//! The thread's last error as C sees it, the connection's, and who is told of a new one.

use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::io::Write;
use std::ptr;

use parking_lot::Mutex;

use super::memory;
use crate::error::{Report, origin_name};
use crate::object::{Connection, ErrorHandler};
use crate::types::*;

/// A `virError` whose strings are its own, from `malloc`.
pub struct OwnedError(virError);

// SAFETY: its strings are its own, and nothing else is behind its pointers.
unsafe impl Send for OwnedError {}

/// No error: what C finds in a `virError` that was reset.
const NOTHING: virError = virError {
    code: VIR_ERR_OK,
    domain: VIR_FROM_NONE,
    message: ptr::null_mut(),
    level: VIR_ERR_NONE,
    conn: ptr::null_mut(),
    dom: ptr::null_mut(),
    str1: ptr::null_mut(),
    str2: ptr::null_mut(),
    str3: ptr::null_mut(),
    int1: 0,
    int2: 0,
    net: ptr::null_mut(),
};

thread_local! {
    static LAST: RefCell<OwnedError> = const { RefCell::new(OwnedError(NOTHING)) };
}

/// Who is told of failures on connections without a handler of their own; nobody set: standard error.
static HANDLER: Mutex<ErrorHandler> = Mutex::new(ErrorHandler { function: None, user_data: 0 });

impl Default for OwnedError {
    fn default() -> Self {
        Self(NOTHING)
    }
}

impl OwnedError {
    fn new(report: &Report) -> Self {
        let text = |text: &Option<String>| text.as_deref().map_or(ptr::null_mut(), memory::string);
        Self(virError {
            code: report.code,
            domain: report.origin,
            message: memory::string(&report.message),
            level: VIR_ERR_ERROR,
            str1: text(&report.texts[0]),
            str2: text(&report.texts[1]),
            str3: text(&report.texts[2]),
            int1: report.numbers[0],
            int2: report.numbers[1],
            ..NOTHING
        })
    }

    /// Its address, for functions that lend a `virError` to C.
    pub(crate) fn as_mut_ptr(&mut self) -> *mut virError {
        &raw mut self.0
    }

    /// Its fields; the strings stay its own.
    pub(crate) fn raw(&self) -> &virError {
        &self.0
    }

    /// Gives it to C, which frees the strings.
    pub(crate) fn into_raw(mut self) -> virError {
        std::mem::replace(&mut self.0, NOTHING)
    }
}

impl Clone for OwnedError {
    fn clone(&self) -> Self {
        let copy = |text: *mut c_char| {
            // SAFETY: NULL or a string.
            if text.is_null() { text } else { unsafe { libc::strdup(text) } }
        };
        let raw = &self.0;
        let (message, str1, str2, str3) = (copy(raw.message), copy(raw.str1), copy(raw.str2), copy(raw.str3));
        Self(virError { message, str1, str2, str3, ..self.0 })
    }
}

impl Drop for OwnedError {
    fn drop(&mut self) {
        clear(&mut self.0);
    }
}

/// Frees the strings of a `virError` and leaves [`NOTHING`].
pub(crate) fn clear(raw: &mut virError) {
    if raw.code == VIR_ERR_OK && raw.message.is_null() {
        return;
    }
    for text in [raw.message, raw.str1, raw.str2, raw.str3] {
        memory::free(text);
    }
    *raw = NOTHING;
}

/// What `look` makes of the thread's last error; nothing in a thread that is ending.
pub(crate) fn with<R>(look: impl FnOnce(&mut OwnedError) -> R) -> Option<R> {
    LAST.try_with(|last| last.try_borrow_mut().ok().map(|mut last| look(&mut last))).ok().flatten()
}

/// Forgets the thread's last error.
pub(crate) fn reset() {
    with(|last| clear(&mut last.0));
}

/// Makes a failure the thread's last error and the connection's, and tells the handler.
pub(crate) fn raise(report: Report, connection: Option<&Connection>) {
    let error = OwnedError::new(&report);
    let mut told = error.clone();
    let mut handler = *HANDLER.lock();
    if let Some(connection) = connection {
        *connection.last_error.lock() = error.clone();
        let own = *connection.error_handler.lock();
        if own.function.is_some() {
            handler = own;
        }
    }
    with(|last| *last = error);
    match handler.function {
        // SAFETY: the program registered this function and its data for this purpose.
        Some(function) => unsafe {
            function(ptr::with_exposed_provenance_mut::<c_void>(handler.user_data), &mut told.0)
        },
        None => print(&told.0),
    }
}

/// What libvirt prints on standard error when no handler is set: "libvirt: Domain error : …".
pub(crate) fn print(raw: &virError) {
    let level = match raw.level {
        VIR_ERR_WARNING => "warning",
        VIR_ERR_ERROR => "error",
        _ => "",
    };
    let message = if raw.message.is_null() {
        "No error message provided".into()
    } else {
        // SAFETY: not NULL, so a string.
        unsafe { CStr::from_ptr(raw.message) }.to_string_lossy()
    };
    let text = format!("libvirt: {} {level} : {message}\n", origin_name(raw.domain));
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Sets who is told of failures; no function goes back to standard error.
pub(crate) fn set_handler(handler: ErrorHandler) {
    *HANDLER.lock() = handler;
}

/// The code of the thread's last error, `VIR_ERR_OK` when there is none.
pub(crate) fn code() -> c_int {
    with(|last| last.0.code).unwrap_or(VIR_ERR_OK)
}
