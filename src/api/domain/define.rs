//! Domains: define.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, Domain};
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr};
use std::sync::Arc;

export!(
    virConnectDomainXMLFromNative,
    virConnectDomainXMLToNative,
    virConnectGetDomainCapabilities,
    virDomainCreateLinux,
    virDomainCreateXML,
    virDomainCreateXMLWithFiles,
    virDomainDefineXML,
    virDomainDefineXMLFlags,
    virDomainFDAssociate,
    virDomainGetAutostart,
    virDomainGetAutostartOnce,
    virDomainGetXMLDesc,
    virDomainRename,
    virDomainSetAutostart,
    virDomainSetAutostartOnce,
    virDomainSetLifecycleAction,
    virDomainUndefine,
    virDomainUndefineFlags
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLFromNative(
    conn: virConnectPtr,
    _native_format: *const c_char,
    _native_config: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectDomainXMLFromNative", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLToNative(
    conn: virConnectPtr,
    _native_format: *const c_char,
    _domain_xml: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectDomainXMLToNative", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetDomainCapabilities(
    conn: virConnectPtr,
    _emulatorbin: *const c_char,
    _arch: *const c_char,
    _machine: *const c_char,
    _virttype: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectGetDomainCapabilities", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateLinux(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateLinux", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXML(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXMLWithFiles(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _nfiles: c_uint,
    _files: *mut c_int,
    _flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainCreateXMLWithFiles", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXML(conn: virConnectPtr, _xml: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXMLFlags(
    conn: virConnectPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> virDomainPtr {
    entry(FROM, "virDomainDefineXMLFlags", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFDAssociate(
    domain: virDomainPtr,
    _name: *const c_char,
    _nfds: c_uint,
    _fds: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainFDAssociate", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostart(domain: virDomainPtr, _autostart: *mut c_int) -> c_int {
    entry(FROM, "virDomainGetAutostart", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostartOnce(domain: virDomainPtr, _autostart: *mut c_int) -> c_int {
    entry(FROM, "virDomainGetAutostartOnce", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetXMLDesc(domain: virDomainPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainGetXMLDesc", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRename(dom: virDomainPtr, _new_name: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainRename", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostart(domain: virDomainPtr, _autostart: c_int) -> c_int {
    entry(FROM, "virDomainSetAutostart", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostartOnce(domain: virDomainPtr, _autostart: c_int) -> c_int {
    entry(FROM, "virDomainSetAutostartOnce", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLifecycleAction(
    domain: virDomainPtr,
    _kind: c_uint,
    _action: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSetLifecycleAction", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefine(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainUndefine", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefineFlags(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainUndefineFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
