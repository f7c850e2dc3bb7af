//! Administration: a daemon's log.

use std::ffi::{c_char, c_int, c_uint};

use super::{FROM, no_handle};
use crate::abi::entry;
use crate::types::*;

/// The daemon's log filters, separated by spaces, in `*filters`, which the caller frees; gives how many.
pub unsafe extern "C" fn virAdmConnectGetLoggingFilters(
    _conn: virAdmConnectPtr,
    _filters: *mut *mut c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectGetLoggingFilters", |_| no_handle::<()>())
}

/// Where the daemon's log goes, separated by spaces, in `*outputs`, which the caller frees; gives how many.
pub unsafe extern "C" fn virAdmConnectGetLoggingOutputs(
    _conn: virAdmConnectPtr,
    _outputs: *mut *mut c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectGetLoggingOutputs", |_| no_handle::<()>())
}

/// Sets the daemon's log filters; NULL and "" remove them.
pub unsafe extern "C" fn virAdmConnectSetLoggingFilters(
    _conn: virAdmConnectPtr,
    _filters: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectSetLoggingFilters", |_| no_handle::<()>())
}

/// Sets where the daemon's log goes; NULL and "" are its default.
pub unsafe extern "C" fn virAdmConnectSetLoggingOutputs(
    _conn: virAdmConnectPtr,
    _outputs: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectSetLoggingOutputs", |_| no_handle::<()>())
}
