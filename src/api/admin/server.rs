//! Administration: servers of a daemon.

use std::ffi::{CStr, c_char, c_int, c_uint, c_ulonglong};

use super::{FROM, no_handle, null_or_no_handle};
use crate::abi::entry;
use crate::types::*;

/// Gives up the handle of a server; the server itself is left alone.
pub unsafe extern "C" fn virAdmServerFree(srv: virAdmServerPtr) -> c_int {
    entry(FROM, "virAdmServerFree", |_| null_or_no_handle::<_, ()>(srv))
}

/// The name of a server; it stays the server's.
pub unsafe extern "C" fn virAdmServerGetName(_srv: virAdmServerPtr) -> *const c_char {
    entry(FROM, "virAdmServerGetName", |_| no_handle::<&CStr>())
}

/// The settings of a server's worker threads (`VIR_THREADPOOL_…`) in `*params`, which the caller frees.
pub unsafe extern "C" fn virAdmServerGetThreadPoolParameters(
    _srv: virAdmServerPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmServerGetThreadPoolParameters", |_| no_handle::<()>())
}

/// Changes settings of a server's worker threads (`VIR_THREADPOOL_…`).
pub unsafe extern "C" fn virAdmServerSetThreadPoolParameters(
    _srv: virAdmServerPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmServerSetThreadPoolParameters", |_| no_handle::<()>())
}

/// The clients of a server: gives how many. The caller frees each and the array; no array is made for NULL.
pub unsafe extern "C" fn virAdmServerListClients(
    _srv: virAdmServerPtr,
    _clients: *mut *mut virAdmClientPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmServerListClients", |_| no_handle::<()>())
}

/// A client of a server by its number. Free it with `virAdmClientFree`.
pub unsafe extern "C" fn virAdmServerLookupClient(
    _srv: virAdmServerPtr,
    _id: c_ulonglong,
    _flags: c_uint,
) -> virAdmClientPtr {
    entry(FROM, "virAdmServerLookupClient", |_| no_handle::<virAdmClientPtr>())
}

/// How many clients a server has and may have (`VIR_SERVER_CLIENTS_…`) in `*params`, which the caller frees.
pub unsafe extern "C" fn virAdmServerGetClientLimits(
    _srv: virAdmServerPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmServerGetClientLimits", |_| no_handle::<()>())
}

/// Changes how many clients a server may have (`VIR_SERVER_CLIENTS_…`).
pub unsafe extern "C" fn virAdmServerSetClientLimits(
    _srv: virAdmServerPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmServerSetClientLimits", |_| no_handle::<()>())
}

/// Has a server read its TLS certificates and keys again.
pub unsafe extern "C" fn virAdmServerUpdateTlsFiles(_srv: virAdmServerPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virAdmServerUpdateTlsFiles", |_| no_handle::<()>())
}
