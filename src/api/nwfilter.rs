//! Nwfilter.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, NwFilter};
use crate::types::{VIR_FROM_NWFILTER, virConnectPtr, virNWFilterPtr};
use std::sync::Arc;

export!(
    virConnectListAllNWFilters,
    virConnectListNWFilters,
    virConnectNumOfNWFilters,
    virNWFilterDefineXML,
    virNWFilterDefineXMLFlags,
    virNWFilterFree,
    virNWFilterGetName,
    virNWFilterGetUUID,
    virNWFilterGetUUIDString,
    virNWFilterGetXMLDesc,
    virNWFilterLookupByName,
    virNWFilterLookupByUUID,
    virNWFilterLookupByUUIDString,
    virNWFilterRef,
    virNWFilterUndefine
);

const FROM: Origin = VIR_FROM_NWFILTER;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilters(
    conn: virConnectPtr,
    _filters: *mut *mut virNWFilterPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNWFilters", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNWFilters(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListNWFilters", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNWFilters(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfNWFilters", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXML(conn: virConnectPtr, _xml_desc: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilter>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXMLFlags(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virNWFilterPtr {
    entry(FROM, "virNWFilterDefineXMLFlags", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilter>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterFree(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterFree", |call| call.release::<NwFilter>(nwfilter).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetName(nwfilter: virNWFilterPtr) -> *const c_char {
    entry(FROM, "virNWFilterGetName", |call| Ok(call.borrow::<NwFilter>(nwfilter)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUID(nwfilter: virNWFilterPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNWFilterGetUUID", |call| {
        let nwfilter = call.borrow::<NwFilter>(nwfilter)?;
        call.store_uuid(uuid, nwfilter.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUIDString(nwfilter: virNWFilterPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNWFilterGetUUIDString", |call| {
        let nwfilter = call.borrow::<NwFilter>(nwfilter)?;
        call.store_uuid_text(buf, nwfilter.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetXMLDesc(nwfilter: virNWFilterPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virNWFilterGetXMLDesc", |call| {
        call.borrow::<NwFilter>(nwfilter)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByName(conn: virConnectPtr, _name: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByName", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilter>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUID(conn: virConnectPtr, _uuid: *const c_uchar) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByUUID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilter>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUIDString(conn: virConnectPtr, _uuidstr: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByUUIDString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilter>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterRef(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterRef", |call| call.reference::<NwFilter>(nwfilter))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterUndefine(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterUndefine", |call| {
        call.borrow::<NwFilter>(nwfilter)?;
        call.unsupported::<()>()
    })
}
