//! Connections: opening, closing, what they are; the library's own version.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::sync::Arc;

use super::sisters;
use crate::abi::entry::silence_panics;
use crate::abi::{Call, auth, entry};
use crate::connect;
use crate::error::{Error, Origin, Result};
use crate::object::Connection;
use crate::types::*;
use crate::version;

export!(
    virConnectAuthPtrDefault,
    virConnectClose,
    virConnectGetLibVersion,
    virConnectGetType,
    virConnectGetURI,
    virConnectGetVersion,
    virConnectIsAlive,
    virConnectIsEncrypted,
    virConnectIsSecure,
    virConnectOpen,
    virConnectOpenAuth,
    virConnectOpenReadOnly,
    virConnectRef,
    virConnectRegisterCloseCallback,
    virConnectSetIdentity,
    virConnectSetKeepAlive,
    virConnectUnregisterCloseCallback,
    virGetVersion,
    virInitialize
);

/// Who complains in functions about the library and about opening and closing.
const FROM: Origin = VIR_FROM_NONE;
/// Who complains in functions about a connection.
const CONNECTION: Origin = VIR_FROM_DOMAIN;

/// Prepares the library. Calling it is not needed: opening a connection does the same.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    silence_panics();
    0
}

/// The library's version in `*lib_ver`, major × 1,000,000 + minor × 1,000 + release. `kind` names a driver and is not
/// looked at, as in libvirt; `*type_ver` gets the same number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetVersion(lib_ver: *mut c_ulong, kind: *const c_char, type_ver: *mut c_ulong) -> c_int {
    entry(FROM, "virGetVersion", |call| {
        if lib_ver.is_null() {
            return Err(Error::without_cause());
        }
        let (own, other) = sisters::table(kind).unwrap_or((version::NUMBER, version::NUMBER));
        call.store(lib_ver, own);
        call.store(type_ver, other);
        Ok(())
    })
}

fn open(call: &Call, name: *const c_char, auth: virConnectAuthPtr, flags: c_uint) -> Result<Arc<Connection>> {
    silence_panics();
    let name = call.optional_text(name, "name")?;
    connect::open(name, &auth::Program::new(auth), flags)
}

/// Opens a connection to the hypervisor of a URI; NULL is the default one. Close it with `virConnectClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    entry(FROM, "virConnectOpen", |call| open(call, name, std::ptr::null_mut(), 0))
}

/// As `virConnectOpen`, but nothing can be changed through the connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    entry(FROM, "virConnectOpenReadOnly", |call| open(call, name, std::ptr::null_mut(), VIR_CONNECT_RO))
}

/// As `virConnectOpen`; where credentials are needed that no `auth.conf` has, `auth` is asked. Flags: `VIR_CONNECT_RO`,
/// `VIR_CONNECT_NO_ALIASES`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    entry(FROM, "virConnectOpenAuth", |call| open(call, name, auth, flags))
}

/// Gives up one reference; returns 1 while others are left, objects' and callbacks' too, and 0 when the connection is closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectClose", |call| call.release::<Connection>(conn).map(|left| left > 0))
}

/// Takes one more reference, which `virConnectClose` gives up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    entry(CONNECTION, "virConnectRef", |call| call.reference::<Connection>(conn))
}

/// The URI of the connection as it was opened; the caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    entry(CONNECTION, "virConnectGetURI", |call| Ok(call.borrow::<Connection>(conn)?.uri.to_string()))
}

/// The name of the hypervisor driver; it stays the library's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    entry(CONNECTION, "virConnectGetType", |call| Ok(call.borrow::<Connection>(conn)?.driver.name()))
}

/// The version of the library that serves the connection in `*lib_ver`, as `virGetVersion` says it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, lib_ver: *mut c_ulong) -> c_int {
    entry(CONNECTION, "virConnectGetLibVersion", |call| {
        call.borrow::<Connection>(conn)?;
        call.non_null(lib_ver, "libVer")?;
        call.store(lib_ver, version::NUMBER);
        Ok(())
    })
}

/// The hypervisor's version in `*hv_ver`, major × 1,000,000 + minor × 1,000 + release.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, hv_ver: *mut c_ulong) -> c_int {
    entry(CONNECTION, "virConnectGetVersion", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.non_null(hv_ver, "hvVer")?;
        connection.driver.version().map(|version| call.store(hv_ver, version))
    })
}

/// Whether the connection can still be used: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    entry(CONNECTION, "virConnectIsAlive", |call| call.borrow::<Connection>(conn)?.driver.is_alive())
}

/// Whether what goes over the connection is encrypted: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    entry(CONNECTION, "virConnectIsEncrypted", |call| call.borrow::<Connection>(conn)?.driver.is_encrypted())
}

/// Whether nobody can listen to what goes over the connection, because it is encrypted or stays on this host: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    entry(CONNECTION, "virConnectIsSecure", |call| call.borrow::<Connection>(conn)?.driver.is_secure())
}

/// Asks the other side every `interval` seconds whether it lives, and closes the connection after `count` silences; not
/// for an interval of 0. Returns 0, 1 when the other side cannot be asked, -1 where there is no other side.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(conn: virConnectPtr, interval: c_int, count: c_uint) -> c_int {
    entry(CONNECTION, "virConnectSetKeepAlive", |call| {
        call.borrow::<Connection>(conn)?.driver.set_keep_alive(interval, count).map(|is_asked| !is_asked)
    })
}

/// Says in whose name the connection acts (`VIR_CONNECT_IDENTITY_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(CONNECTION, "virConnectSetIdentity", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.set_identity(&call.params(params, nparams)?, flags)
    })
}

/// Says what to call when the connection breaks. One that stays within the process cannot break: nothing is called then,
/// nor `freecb`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(CONNECTION, "virConnectRegisterCloseCallback", |call| {
        call.borrow::<Connection>(conn)?;
        call.given(cb, "cb").map(drop)
    })
}

/// Says that the callback of `virConnectRegisterCloseCallback` is not wanted any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(conn: virConnectPtr, cb: virConnectCloseFunc) -> c_int {
    entry(CONNECTION, "virConnectUnregisterCloseCallback", |call| {
        call.borrow::<Connection>(conn)?;
        call.given(cb, "cb").map(drop)
    })
}

/// The default way to ask for credentials: on the program's terminal.
#[unsafe(no_mangle)]
pub static virConnectAuthPtrDefault: auth::Shared<virConnectAuthPtr> = auth::Shared(auth::DEFAULT);
