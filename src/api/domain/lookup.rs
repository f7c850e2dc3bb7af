//! Domains: finding and listing them, and what a handle knows by itself.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::list;
use crate::error::{Error, Origin};
use crate::object::{Connection, Domain};
use crate::types::{VIR_FROM_DOMAIN, virConnectPtr, virDomainPtr};
use crate::uuid::Uuid;

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

/// Lists domains as an array of handles that the caller frees, each with `virDomainFree`, and the array with `free`; returns
/// how many there are. `flags`: groups of `VIR_CONNECT_LIST_DOMAINS_…`, of each group one must fit; 0 is all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllDomains(
    conn: virConnectPtr,
    domains: *mut *mut virDomainPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllDomains", |call| {
        call.clear(domains);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(domains, connection.driver.domains()?.list(&connection, flags)?))
    })
}

/// Fills `names` with the names of at most `maxnames` defined domains that do not run, which the caller frees one by one;
/// returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedDomains(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedDomains", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.domains()?.inactive_names()?))
    })
}

/// Fills `ids` with the numbers of at most `maxids` running domains; returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDomains(conn: virConnectPtr, ids: *mut c_int, maxids: c_int) -> c_int {
    entry(FROM, "virConnectListDomains", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(ids, "ids", maxids, "maxids")?;
        Ok(list::fill(ids, maxids, connection.driver.domains()?.active_ids()?.into_iter()))
    })
}

/// How many defined domains do not run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedDomains(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedDomains", |call| {
        call.borrow::<Connection>(conn)?.driver.domains()?.count_inactive()
    })
}

/// How many domains run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDomains(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDomains", |call| call.borrow::<Connection>(conn)?.driver.domains()?.count_active())
}

/// Gives one reference of a handle back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFree(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainFree", |call| call.release::<Domain>(domain).map(drop))
}

/// The connection of a domain, without a reference of its own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetConnect(dom: virDomainPtr) -> virConnectPtr {
    entry(FROM, "virDomainGetConnect", |call| Ok(Borrowed(&call.borrow::<Domain>(dom)?.connection)))
}

/// The number of a running domain as the handle knows it; all bits set when it knows none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetID(domain: virDomainPtr) -> c_uint {
    entry(FROM, "virDomainGetID", |call| Ok(call.borrow::<Domain>(domain)?.id() as c_uint))
}

/// The name of a domain as the handle knows it; it stays the handle's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetName(domain: virDomainPtr) -> *const c_char {
    entry(FROM, "virDomainGetName", |call| Ok(call.borrow::<Domain>(domain)?.c_name.as_c_str()))
}

/// Writes the 16 bytes of a domain's UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUID(domain: virDomainPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virDomainGetUUID", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.store_uuid(uuid, domain.uuid)
    })
}

/// Writes the text of a domain's UUID, 36 characters and a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUIDString(domain: virDomainPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virDomainGetUUIDString", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.store_uuid_text(buf, domain.uuid)
    })
}

/// The running domain of that number. Released with `virDomainFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByID(conn: virConnectPtr, id: c_int) -> virDomainPtr {
    entry(FROM, "virDomainLookupByID", |call| {
        let connection = call.share::<Connection>(conn)?;
        call.count(id, "id")?;
        connection.driver.domains()?.by_id(&connection, id)
    })
}

/// The domain of that name. Released with `virDomainFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByName(conn: virConnectPtr, name: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.domains()?.by_name(&connection, &call.sought_text(name, "name")?)
    })
}

/// The domain of that UUID, given as 16 bytes. Released with `virDomainFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virDomainPtr {
    entry(FROM, "virDomainLookupByUUID", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.domains()?.by_uuid(&connection, call.uuid(uuid, "uuid")?)
    })
}

/// The domain of that UUID, given as text. Released with `virDomainFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUIDString(conn: virConnectPtr, uuidstr: *const c_char) -> virDomainPtr {
    entry(FROM, "virDomainLookupByUUIDString", |call| {
        let connection = call.share::<Connection>(conn)?;
        let uuid = Uuid::parse(&call.sought_text(uuidstr, "uuidstr")?);
        let uuid = uuid.ok_or_else(|| Error::about("uuidstr", "Invalid UUID"))?;
        connection.driver.domains()?.by_uuid(&connection, uuid)
    })
}

/// Takes one more reference to a handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRef(domain: virDomainPtr) -> c_int {
    entry(FROM, "virDomainRef", |call| call.reference::<Domain>(domain))
}
