//! Domains: save.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, Domain};
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr, virStreamPtr, virTypedParameterPtr};

export!(
    virDomainCoreDump,
    virDomainCoreDumpWithFormat,
    virDomainHasManagedSaveImage,
    virDomainManagedSave,
    virDomainManagedSaveDefineXML,
    virDomainManagedSaveGetXMLDesc,
    virDomainManagedSaveRemove,
    virDomainRestore,
    virDomainRestoreFlags,
    virDomainRestoreParams,
    virDomainSave,
    virDomainSaveFlags,
    virDomainSaveImageDefineXML,
    virDomainSaveImageGetXMLDesc,
    virDomainSaveParams,
    virDomainScreenshot
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, _to: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainCoreDump", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    _to: *const c_char,
    _dumpformat: c_uint,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCoreDumpWithFormat", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainHasManagedSaveImage", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainManagedSave", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    _dxml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainManagedSaveDefineXML", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainManagedSaveGetXMLDesc", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainManagedSaveRemove", |call| {
        call.borrow::<Domain>(dom)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, _from: *const c_char) -> c_int {
    entry(FROM, "virDomainRestore", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    _from: *const c_char,
    _dxml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainRestoreFlags", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainRestoreParams", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, _to: *const c_char) -> c_int {
    entry(FROM, "virDomainSave", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    _to: *const c_char,
    _dxml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveFlags", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    _file: *const c_char,
    _dxml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveImageDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    _file: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainSaveImageGetXMLDesc", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSaveParams", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    _stream: virStreamPtr,
    _screen: c_uint,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainScreenshot", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<String>()
    })
}
