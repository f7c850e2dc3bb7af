//! Secret.

use std::ffi::{CStr, c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, Secret};
use crate::types::{
    VIR_FROM_SECRET, virConnectPtr, virConnectSecretEventGenericCallback, virFreeCallback, virSecretPtr,
};
use std::sync::Arc;

export!(
    virConnectListAllSecrets,
    virConnectListSecrets,
    virConnectNumOfSecrets,
    virConnectSecretEventDeregisterAny,
    virConnectSecretEventRegisterAny,
    virSecretDefineXML,
    virSecretFree,
    virSecretGetConnect,
    virSecretGetUUID,
    virSecretGetUUIDString,
    virSecretGetUsageID,
    virSecretGetUsageType,
    virSecretGetValue,
    virSecretGetXMLDesc,
    virSecretLookupByUUID,
    virSecretLookupByUUIDString,
    virSecretLookupByUsage,
    virSecretRef,
    virSecretSetValue,
    virSecretUndefine
);

const FROM: Origin = VIR_FROM_SECRET;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    _secrets: *mut *mut virSecretPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllSecrets", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(
    conn: virConnectPtr,
    _uuids: *mut *mut c_char,
    _maxuuids: c_int,
) -> c_int {
    entry(FROM, "virConnectListSecrets", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfSecrets", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, _callback_id: c_int) -> c_int {
    entry(FROM, "virConnectSecretEventDeregisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    _secret: virSecretPtr,
    _event_id: c_int,
    _cb: virConnectSecretEventGenericCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectSecretEventRegisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(conn: virConnectPtr, _xml: *const c_char, _flags: c_uint) -> virSecretPtr {
    entry(FROM, "virSecretDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Secret>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretFree", |call| call.release::<Secret>(secret).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    entry(FROM, "virSecretGetConnect", |call| Ok(Borrowed(&call.borrow::<Secret>(secret)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virSecretGetUUID", |call| {
        let secret = call.borrow::<Secret>(secret)?;
        call.store_uuid(uuid, secret.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virSecretGetUUIDString", |call| {
        let secret = call.borrow::<Secret>(secret)?;
        call.store_uuid_text(buf, secret.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    entry(FROM, "virSecretGetUsageID", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretGetUsageType", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    _value_size: *mut usize,
    _flags: c_uint,
) -> *mut c_uchar {
    entry(FROM, "virSecretGetValue", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<*mut c_uchar>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virSecretGetXMLDesc", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, _uuid: *const c_uchar) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUUID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Secret>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(conn: virConnectPtr, _uuidstr: *const c_char) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUUIDString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Secret>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    _usage_type: c_int,
    _usage_id: *const c_char,
) -> virSecretPtr {
    entry(FROM, "virSecretLookupByUsage", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Secret>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretRef", |call| call.reference::<Secret>(secret))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    _value: *const c_uchar,
    _value_size: usize,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virSecretSetValue", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    entry(FROM, "virSecretUndefine", |call| {
        call.borrow::<Secret>(secret)?;
        call.unsupported::<()>()
    })
}
