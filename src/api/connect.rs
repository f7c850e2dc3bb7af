//! Connections: opening, closing, what they are; the library's own version.

use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::sync::Arc;

use super::sisters;
use crate::abi::entry::silence_panics;
use crate::abi::{Call, auth, entry};
use crate::connect;
use crate::error::{Origin, Result};
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

const FROM: Origin = VIR_FROM_NONE;

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
        call.non_null(lib_ver, "libVer")?;
        let (own, other) = sisters::table(kind).unwrap_or((version::NUMBER, version::NUMBER));
        call.store(lib_ver, own);
        call.store(type_ver, other);
        Ok(())
    })
}

fn open(call: &Call, name: *const c_char, auth: virConnectAuthPtr, read_only: bool) -> Result<Arc<Connection>> {
    silence_panics();
    let name = call.optional_text(name, "name")?;
    connect::open(name, &auth::Program::new(auth), read_only)
}

/// Opens a connection to the hypervisor of a URI; NULL is the default one. Close it with `virConnectClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    entry(FROM, "virConnectOpen", |call| open(call, name, std::ptr::null_mut(), false))
}

/// As `virConnectOpen`, but nothing can be changed through the connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    entry(FROM, "virConnectOpenReadOnly", |call| open(call, name, std::ptr::null_mut(), true))
}

/// Gives up one reference; returns how many are left, 0 when the connection is closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectClose", |call| call.release::<Connection>(conn))
}

/// Takes one more reference, which `virConnectClose` gives up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectRef", |call| call.reference::<Connection>(conn))
}

/// The URI of the connection as it was opened; the caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    entry(FROM, "virConnectGetURI", |call| Ok(call.borrow::<Connection>(conn)?.uri.to_string()))
}

/// The name of the hypervisor driver; it stays the library's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    entry(FROM, "virConnectGetType", |call| Ok(call.borrow::<Connection>(conn)?.driver.name()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, _lib_ver: *mut c_ulong) -> c_int {
    entry(FROM, "virConnectGetLibVersion", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, _hv_ver: *mut c_ulong) -> c_int {
    entry(FROM, "virConnectGetVersion", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectIsAlive", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectIsEncrypted", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectIsSecure", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    _name: *const c_char,
    _auth: virConnectAuthPtr,
    _flags: c_uint,
) -> virConnectPtr {
    entry(FROM, "virConnectOpenAuth", |call| call.unsupported::<Arc<Connection>>())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    _cb: virConnectCloseFunc,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectRegisterCloseCallback", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectSetIdentity", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(conn: virConnectPtr, _interval: c_int, _count: c_uint) -> c_int {
    entry(FROM, "virConnectSetKeepAlive", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(conn: virConnectPtr, _cb: virConnectCloseFunc) -> c_int {
    entry(FROM, "virConnectUnregisterCloseCallback", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

/// The default way to ask for credentials: on the program's terminal.
#[unsafe(no_mangle)]
pub static virConnectAuthPtrDefault: auth::Shared<virConnectAuthPtr> = auth::Shared(std::ptr::null_mut());
