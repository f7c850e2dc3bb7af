//! Administration: connections to a daemon.

use std::ffi::{c_char, c_int, c_uint, c_ulonglong, c_void};

use super::{FROM, no_handle, null_or_no_handle};
use crate::abi::entry;
use crate::abi::entry::silence_panics;
use crate::admin;
use crate::error::Error;
use crate::types::*;
use crate::version;

/// Prepares the library. Calling it is not needed: opening a connection does the same.
pub unsafe extern "C" fn virAdmInitialize() -> c_int {
    silence_panics();
    0
}

/// This library's version in `*lib_ver`: major × 1,000,000 + minor × 1,000 + release.
pub unsafe extern "C" fn virAdmGetVersion(lib_ver: *mut c_ulonglong) -> c_int {
    entry(FROM, "virAdmGetVersion", |call| {
        if lib_ver.is_null() {
            return Err(Error::without_cause());
        }
        call.store(lib_ver, version::NUMBER);
        Ok(())
    })
}

/// Opens a connection to the administration of a daemon: `libvirtd:///system`, `virtqemud:///session` …; NULL is the
/// default one. Close it with `virAdmConnectClose`.
pub unsafe extern "C" fn virAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    entry(FROM, "virAdmConnectOpen", |call| {
        silence_panics();
        admin::connect(call.optional_text(name, "name")?, flags)?;
        call.unsupported::<virAdmConnectPtr>()
    })
}

/// Gives up one reference; returns how many are left, 0 when the connection is closed.
pub unsafe extern "C" fn virAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    entry(FROM, "virAdmConnectClose", |_| null_or_no_handle::<_, c_int>(conn))
}

/// Takes one more reference, which `virAdmConnectClose` gives up.
pub unsafe extern "C" fn virAdmConnectRef(_conn: virAdmConnectPtr) -> c_int {
    entry(FROM, "virAdmConnectRef", |_| no_handle::<()>())
}

/// Whether the connection can still be used: 1 or 0.
pub unsafe extern "C" fn virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    entry(FROM, "virAdmConnectIsAlive", |_| null_or_no_handle::<_, bool>(conn))
}

/// The URI of the daemon; the caller frees it.
pub unsafe extern "C" fn virAdmConnectGetURI(_conn: virAdmConnectPtr) -> *mut c_char {
    entry(FROM, "virAdmConnectGetURI", |_| no_handle::<String>())
}

/// The daemon's version in `*lib_ver`: major × 1,000,000 + minor × 1,000 + release.
pub unsafe extern "C" fn virAdmConnectGetLibVersion(_conn: virAdmConnectPtr, _lib_ver: *mut c_ulonglong) -> c_int {
    entry(FROM, "virAdmConnectGetLibVersion", |_| no_handle::<()>())
}

/// Has the end of the connection told to `cb`; `freecb` is called with `opaque` when it was removed.
pub unsafe extern "C" fn virAdmConnectRegisterCloseCallback(
    _conn: virAdmConnectPtr,
    _cb: virAdmConnectCloseFunc,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virAdmConnectRegisterCloseCallback", |_| no_handle::<()>())
}

/// Removes the callback that `virAdmConnectRegisterCloseCallback` set.
pub unsafe extern "C" fn virAdmConnectUnregisterCloseCallback(
    _conn: virAdmConnectPtr,
    _cb: virAdmConnectCloseFunc,
) -> c_int {
    entry(FROM, "virAdmConnectUnregisterCloseCallback", |_| no_handle::<()>())
}

/// The daemon's servers: gives how many. The caller frees each and the array; no array is made for NULL.
pub unsafe extern "C" fn virAdmConnectListServers(
    _conn: virAdmConnectPtr,
    _servers: *mut *mut virAdmServerPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectListServers", |_| no_handle::<()>())
}

/// A server of the daemon by its name. Free it with `virAdmServerFree`.
pub unsafe extern "C" fn virAdmConnectLookupServer(
    _conn: virAdmConnectPtr,
    _name: *const c_char,
    _flags: c_uint,
) -> virAdmServerPtr {
    entry(FROM, "virAdmConnectLookupServer", |_| no_handle::<virAdmServerPtr>())
}

/// After how many idle seconds the daemon ends; 0 is never.
pub unsafe extern "C" fn virAdmConnectSetDaemonTimeout(
    _conn: virAdmConnectPtr,
    _timeout: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virAdmConnectSetDaemonTimeout", |_| no_handle::<()>())
}

/// Ends the daemon. `flags`: `VIR_DAEMON_SHUTDOWN_PRESERVE` saves its domains as it is configured to.
pub unsafe extern "C" fn virAdmConnectDaemonShutdown(_conn: virAdmConnectPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virAdmConnectDaemonShutdown", |_| no_handle::<()>())
}
