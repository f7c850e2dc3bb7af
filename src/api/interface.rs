//! Interface.

use std::ffi::{CStr, c_char, c_int, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, Interface};
use crate::types::{VIR_FROM_INTERFACE, virConnectPtr, virInterfacePtr};
use std::sync::Arc;

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllInterfaces(
    conn: virConnectPtr,
    _ifaces: *mut *mut virInterfacePtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllInterfaces", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedInterfaces(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedInterfaces", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListInterfaces(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListInterfaces", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedInterfaces(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedInterfaces", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfInterfaces(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfInterfaces", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeBegin(conn: virConnectPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeBegin", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeCommit(conn: virConnectPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeCommit", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeRollback(conn: virConnectPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceChangeRollback", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, _flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceCreate", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDefineXML(
    conn: virConnectPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> virInterfacePtr {
    entry(FROM, "virInterfaceDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Interface>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, _flags: c_uint) -> c_int {
    entry(FROM, "virInterfaceDestroy", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceFree", |call| call.release::<Interface>(iface).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    entry(FROM, "virInterfaceGetConnect", |call| Ok(Borrowed(&call.borrow::<Interface>(iface)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    entry(FROM, "virInterfaceGetMACString", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    entry(FROM, "virInterfaceGetName", |call| Ok(call.borrow::<Interface>(iface)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virInterfaceGetXMLDesc", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceIsActive", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByMACString(conn: virConnectPtr, _macstr: *const c_char) -> virInterfacePtr {
    entry(FROM, "virInterfaceLookupByMACString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Interface>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByName(conn: virConnectPtr, _name: *const c_char) -> virInterfacePtr {
    entry(FROM, "virInterfaceLookupByName", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Interface>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceRef", |call| call.reference::<Interface>(iface))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    entry(FROM, "virInterfaceUndefine", |call| {
        call.borrow::<Interface>(iface)?;
        call.unsupported::<()>()
    })
}
