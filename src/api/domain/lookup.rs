//! Domains: lookup.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, Domain};
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr};
use std::sync::Arc;

export!(
    virConnectListAllDomains,
    virConnectListDefinedDomains,
    virConnectListDomains,
    virConnectNumOfDefinedDomains,
    virConnectNumOfDomains,
    virDomainFree,
    virDomainGetConnect,
    virDomainGetID,
    virDomainGetName,
    virDomainGetUUID,
    virDomainGetUUIDString,
    virDomainLookupByID,
    virDomainLookupByName,
    virDomainLookupByUUID,
    virDomainLookupByUUIDString,
    virDomainRef
);

const FROM: Origin = VIR_FROM_DOMAIN;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllDomains(
    conn: virConnectPtr,
    _domains: *mut *mut virDomainPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllDomains", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedDomains(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedDomains", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDomains(conn: virConnectPtr, _ids: *mut c_int, _maxids: c_int) -> c_int {
    entry(FROM, "virConnectListDomains", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedDomains(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedDomains", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDomains(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDomains", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFree(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainFree", |call| call.release::<Domain>(domain).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetConnect(dom: virDomainPtr) -> virConnectPtr {
    entry(FROM, "virDomainGetConnect", |call| Ok(Borrowed(&call.borrow::<Domain>(dom)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetID(domain: virDomainPtr) -> c_uint {
    entry(FROM, "virDomainGetID", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<c_uint>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetName(domain: virDomainPtr) -> *const c_char {
    entry(FROM, "virDomainGetName", |call| Ok(call.borrow::<Domain>(domain)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUID(domain: virDomainPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virDomainGetUUID", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.store_uuid(uuid, domain.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUIDString(domain: virDomainPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virDomainGetUUIDString", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.store_uuid_text(buf, domain.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByID(conn: virConnectPtr, _id: c_int) -> virDomainPtr {
    entry(FROM, "virDomainLookupByID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByName(conn: virConnectPtr, name: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.domains()?.by_name(&connection, call.text(name, "name")?)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUID(conn: virConnectPtr, _uuid: *const c_uchar) -> virDomainPtr {
    entry(FROM, "virDomainLookupByUUID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUIDString(conn: virConnectPtr, _uuidstr: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainLookupByUUIDString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRef(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainRef", |call| call.reference::<Domain>(domain))
}
