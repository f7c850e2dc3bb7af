//! Network interfaces of the host.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::list;
use crate::error::Origin;
use crate::object::{Connection, Interface};
use crate::types::*;

export!(
    virConnectListAllInterfaces,
    virConnectListDefinedInterfaces,
    virConnectListInterfaces,
    virConnectNumOfDefinedInterfaces,
    virConnectNumOfInterfaces,
    virInterfaceChangeBegin,
    virInterfaceChangeCommit,
    virInterfaceChangeRollback,
    virInterfaceCreate,
    virInterfaceDefineXML,
    virInterfaceDestroy,
    virInterfaceFree,
    virInterfaceGetConnect,
    virInterfaceGetMACString,
    virInterfaceGetName,
    virInterfaceGetXMLDesc,
    virInterfaceIsActive,
    virInterfaceLookupByMACString,
    virInterfaceLookupByName,
    virInterfaceRef,
    virInterfaceUndefine
);

const FROM: Origin = VIR_FROM_INTERFACE;

/// Lists interfaces as an array of handles that the caller frees, each with `virInterfaceFree`, and the array with `free`;
/// returns how many there are. `flags`: `VIR_CONNECT_LIST_INTERFACES_…`; 0 is all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllInterfaces(
    conn: virConnectPtr,
    ifaces: *mut *mut virInterfacePtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllInterfaces", |call| {
        call.clear(ifaces);
        let connection = call.share::<Connection>(conn)?;
        let interfaces = connection.driver.interfaces()?.list(&connection, flags)?;
        Ok(list::handles(ifaces, interfaces))
    })
}

/// Fills `names` with the names of at most `maxnames` inactive interfaces, which the caller frees one by one; returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedInterfaces", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.interfaces()?.names(false)?))
    })
}

/// Fills `names` with the names of at most `maxnames` active interfaces, which the caller frees one by one; returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListInterfaces", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.interfaces()?.names(true)?))
    })
}

/// How many inactive interfaces there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedInterfaces(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedInterfaces", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.interfaces()?.count(false)
    })
}

/// How many active interfaces there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfInterfaces(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfInterfaces", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.interfaces()?.count(true)
    })
}

/// Remembers the interfaces as they are, for `virInterfaceChangeRollback`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeBegin(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeBegin", |call| {
        let connection = call.writable::<Connection>(conn)?;
        connection.driver.interfaces()?.change_begin(flags)
    })
}

/// Keeps the changes since `virInterfaceChangeBegin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeCommit(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeCommit", |call| {
        let connection = call.writable::<Connection>(conn)?;
        connection.driver.interfaces()?.change_commit(flags)
    })
}

/// Goes back to the interfaces as they were at `virInterfaceChangeBegin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeRollback(conn: virConnectPtr, flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeRollback", |call| {
        let connection = call.writable::<Connection>(conn)?;
        connection.driver.interfaces()?.change_rollback(flags)
    })
}

/// Brings an interface up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceCreate", |call| {
        let interface = call.writable::<Interface>(iface)?;
        interface.driver()?.create(interface, flags)
    })
}

/// Keeps a definition, in the place of the one with the same name. The handle is the caller's to free. `flags`:
/// `VIR_INTERFACE_DEFINE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virInterfacePtr {
    entry(FROM, "virInterfaceDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.interfaces()?.define_xml(
            &connection,
            call.document(xml, "xml", "interface_definition")?,
            flags,
        )
    })
}

/// Takes an interface down. The handle stays the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceDestroy", |call| {
        let interface = call.writable::<Interface>(iface)?;
        interface.driver()?.destroy(interface, flags)
    })
}

/// Gives up one reference to an interface.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceFree", |call| call.release::<Interface>(iface).map(drop))
}

/// The connection of an interface; it stays the interface's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    entry(FROM, "virInterfaceGetConnect", |call| Ok(Borrowed(&call.borrow::<Interface>(iface)?.connection)))
}

/// The MAC address; it stays the interface's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    entry(FROM, "virInterfaceGetMACString", |call| Ok(call.borrow::<Interface>(iface)?.c_mac.as_c_str()))
}

/// The name; it stays the interface's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    entry(FROM, "virInterfaceGetName", |call| Ok(call.borrow::<Interface>(iface)?.c_name.as_c_str()))
}

/// The interface's document, which the caller frees. `flags`: `VIR_INTERFACE_XML_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virInterfaceGetXMLDesc", |call| {
        let interface = call.borrow::<Interface>(iface)?;
        interface.driver()?.xml(interface, flags)
    })
}

/// Whether the interface is up: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceIsActive", |call| {
        let interface = call.borrow::<Interface>(iface)?;
        interface.driver()?.is_active(interface)
    })
}

/// The interface with that MAC address. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByMACString(conn: virConnectPtr, macstr: *const c_char) -> virInterfacePtr {
    entry(FROM, "virInterfaceLookupByMACString", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.interfaces()?.by_mac(&connection, &call.sought_text(macstr, "macstr")?)
    })
}

/// The interface of that name. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByName(conn: virConnectPtr, name: *const c_char) -> virInterfacePtr {
    entry(FROM, "virInterfaceLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.interfaces()?.by_name(&connection, &call.sought_text(name, "name")?)
    })
}

/// Takes one more reference to an interface.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceRef", |call| call.reference::<Interface>(iface))
}

/// Forgets the definition of an interface.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceUndefine", |call| {
        let interface = call.writable::<Interface>(iface)?;
        interface.driver()?.undefine(interface)
    })
}
