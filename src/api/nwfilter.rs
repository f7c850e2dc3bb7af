//! Network filters.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::{entry, list};
use crate::error::Origin;
use crate::object::{Connection, NwFilter};
use crate::types::{VIR_FROM_NWFILTER, virConnectPtr, virNWFilterPtr};

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

/// Lists network filters into an array that ends with NULL; the caller frees each filter and the array. With NULL for `filters`
/// they are only counted. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilters(
    conn: virConnectPtr,
    filters: *mut *mut virNWFilterPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNWFilters", |call| {
        call.clear(filters);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(filters, connection.driver.nwfilters()?.list(&connection, flags)?))
    })
}

/// Fills in the names of at most `maxnames` network filters and gives their number. The caller frees each name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNWFilters(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListNWFilters", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.nwfilters()?.names()?))
    })
}

/// How many network filters there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNWFilters(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfNWFilters", |call| {
        Ok(call.borrow::<Connection>(conn)?.driver.nwfilters()?.names()?.len())
    })
}

/// Makes a network filter, or changes one and all that use it. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXML(conn: virConnectPtr, xml_desc: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterDefineXML", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "nwfilter_definition")?;
        call.require_write(&*connection)?;
        connection.driver.nwfilters()?.define(&connection, xml, 0)
    })
}

/// As `virNWFilterDefineXML`; `flags` is `virNWFilterDefineFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXMLFlags(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virNWFilterPtr {
    entry(FROM, "virNWFilterDefineXMLFlags", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "nwfilter_definition")?;
        call.require_write(&*connection)?;
        connection.driver.nwfilters()?.define(&connection, xml, flags)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterFree(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterFree", |call| call.release::<NwFilter>(nwfilter).map(drop))
}

/// The name of the filter; it stays the filter's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetName(nwfilter: virNWFilterPtr) -> *const c_char {
    entry(FROM, "virNWFilterGetName", |call| Ok(call.borrow::<NwFilter>(nwfilter)?.c_name.as_c_str()))
}

/// Writes the 16 bytes of the filter's UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUID(nwfilter: virNWFilterPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNWFilterGetUUID", |call| {
        let nwfilter = call.borrow::<NwFilter>(nwfilter)?;
        call.store_uuid(uuid, nwfilter.uuid)
    })
}

/// Writes the UUID as text of 36 characters and a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUIDString(nwfilter: virNWFilterPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNWFilterGetUUIDString", |call| {
        let nwfilter = call.borrow::<NwFilter>(nwfilter)?;
        call.store_uuid_text(buf, nwfilter.uuid)
    })
}

/// The filter as a `<filter>` document, which the caller frees. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetXMLDesc(nwfilter: virNWFilterPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virNWFilterGetXMLDesc", |call| {
        let filter = call.borrow::<NwFilter>(nwfilter)?;
        filter.driver()?.xml(filter, flags)
    })
}

/// The network filter of that name. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByName(conn: virConnectPtr, name: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        let name = &call.sought_text(name, "name")?;
        connection.driver.nwfilters()?.by_name(&connection, name)
    })
}

/// The network filter of that UUID of 16 bytes. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByUUID", |call| {
        let connection = call.share::<Connection>(conn)?;
        let uuid = call.uuid(uuid, "uuid")?;
        connection.driver.nwfilters()?.by_uuid(&connection, uuid)
    })
}

/// The network filter of that UUID, written as text. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUIDString(conn: virConnectPtr, uuidstr: *const c_char) -> virNWFilterPtr {
    entry(FROM, "virNWFilterLookupByUUIDString", |call| {
        let connection = call.share::<Connection>(conn)?;
        let uuid = call.uuid_text(uuidstr, "uuidstr")?;
        call.acts_as("virNWFilterLookupByUUID");
        connection.driver.nwfilters()?.by_uuid(&connection, uuid)
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterRef(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterRef", |call| call.reference::<NwFilter>(nwfilter))
}

/// Forgets a network filter that nothing uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterUndefine(nwfilter: virNWFilterPtr) -> c_int {
    entry(FROM, "virNWFilterUndefine", |call| {
        let filter = call.writable::<NwFilter>(nwfilter)?;
        filter.driver()?.undefine(filter)
    })
}
