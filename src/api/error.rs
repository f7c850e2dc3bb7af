//! The last error, and who is told of failures. Nothing here resets the last error except what says so.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use crate::abi::last_error::{self, OwnedError};
use crate::abi::{handle, memory};
use crate::object::{Connection, ErrorHandler};
use crate::types::*;

export!(
    virConnCopyLastError,
    virConnGetLastError,
    virConnResetLastError,
    virConnSetErrorFunc,
    virCopyLastError,
    virDefaultErrorFunc,
    virFreeError,
    virGetLastError,
    virGetLastErrorCode,
    virGetLastErrorDomain,
    virGetLastErrorMessage,
    virResetError,
    virResetLastError,
    virSaveLastError,
    virSetErrorFunc
);

/// The last error of the calling thread; NULL when there is none. It stays the library's and is valid until the thread's
/// next call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastError() -> virErrorPtr {
    let address = last_error::with(|last| (last.raw().code != VIR_ERR_OK).then(|| last.as_mut_ptr()));
    address.flatten().unwrap_or(ptr::null_mut())
}

/// The code of the thread's last error, a `VIR_ERR_…`; `VIR_ERR_OK` when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorCode() -> c_int {
    last_error::code()
}

/// Which part of the library reported the thread's last error, a `VIR_FROM_…`; `VIR_FROM_NONE` when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorDomain() -> c_int {
    last_error::with(|last| last.raw().domain).unwrap_or(VIR_FROM_NONE)
}

/// The text of the thread's last error, "no error" when there is none. It stays the library's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorMessage() -> *const c_char {
    let (code, message) =
        last_error::with(|last| (last.raw().code, last.raw().message)).unwrap_or((VIR_ERR_OK, ptr::null_mut()));
    match (code, message.is_null()) {
        (VIR_ERR_OK, _) => c"no error".as_ptr(),
        (_, true) => c"unknown error".as_ptr(),
        (_, false) => message,
    }
}

/// Forgets the last error of the calling thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetLastError() {
    last_error::reset();
}

/// Frees what an error points at and empties it; the structure itself stays the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetError(err: virErrorPtr) {
    // SAFETY: NULL or an error of the caller's.
    if let Some(error) = unsafe { err.as_mut() } {
        last_error::clear(error);
    }
}

/// Frees an error from `virSaveLastError` with all that it points at.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virFreeError(err: virErrorPtr) {
    // SAFETY: the caller's promise is ours.
    unsafe { virResetError(err) };
    memory::free(err);
}

/// A copy of the thread's last error, empty when there is none; the caller frees it with `virFreeError`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSaveLastError() -> virErrorPtr {
    let copy = last_error::with(|last| last.clone()).unwrap_or_default();
    memory::array(&[copy.into_raw()])
}

/// Copies the thread's last error to `to`, whose strings the caller frees with `virResetError`. Returns its code, -1 for
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virCopyLastError(to: virErrorPtr) -> c_int {
    if to.is_null() {
        return -1;
    }
    copy_to(last_error::with(|last| last.clone()).unwrap_or_default(), to)
}

/// Hands an error over; returns its code.
fn copy_to(error: OwnedError, to: virErrorPtr) -> c_int {
    if to.is_null() {
        return VIR_ERR_OK;
    }
    let raw = error.into_raw();
    memory::store(to, raw);
    raw.code
}

/// The last error on a connection, of whichever thread. It stays the library's; NULL when `conn` is no connection.
/// `virGetLastError` is the one to use in a program with threads.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnGetLastError(conn: virConnectPtr) -> virErrorPtr {
    match handle::borrow::<Connection>(conn) {
        Ok(connection) => connection.last_error.lock().as_mut_ptr(),
        Err(_) => ptr::null_mut(),
    }
}

/// As `virCopyLastError`, of a connection. Returns -1 for NULL and, with `to` emptied, when `conn` is no connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnCopyLastError(conn: virConnectPtr, to: virErrorPtr) -> c_int {
    let connection = handle::borrow::<Connection>(conn);
    let copy = connection.as_ref().map(|connection| connection.last_error.lock().clone()).unwrap_or_default();
    // Whatever `to` held, it can be reset afterwards.
    let code = copy_to(copy, to);
    if connection.is_err() || to.is_null() { -1 } else { code }
}

/// Forgets the last error on a connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnResetLastError(conn: virConnectPtr) {
    if let Ok(connection) = handle::borrow::<Connection>(conn) {
        *connection.last_error.lock() = OwnedError::default();
    }
}

/// Who is told of failures in the process; a NULL `handler` goes back to printing on standard error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSetErrorFunc(user_data: *mut c_void, handler: virErrorFunc) {
    last_error::set_handler(ErrorHandler { function: handler, user_data: user_data.expose_provenance() });
}

/// Who is told of failures on a connection in place of the process's handler.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnSetErrorFunc(conn: virConnectPtr, user_data: *mut c_void, handler: virErrorFunc) {
    if let Ok(connection) = handle::borrow::<Connection>(conn) {
        let handler = ErrorHandler { function: handler, user_data: user_data.expose_provenance() };
        *connection.error_handler.lock() = handler;
    }
}

/// Prints an error on standard error, as happens when no handler is set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDefaultErrorFunc(err: virErrorPtr) {
    // SAFETY: NULL or an error of the caller's.
    match unsafe { err.as_ref() } {
        Some(error) if error.code != VIR_ERR_OK => last_error::print(error),
        _ => {}
    }
}
