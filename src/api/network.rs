//! Network.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, Network};
use crate::types::{
    VIR_FROM_NETWORK, virConnectNetworkEventGenericCallback, virConnectPtr, virFreeCallback, virNetworkDHCPLeasePtr,
    virNetworkPtr,
};
use std::sync::Arc;

export!(
    virConnectListAllNetworks,
    virConnectListDefinedNetworks,
    virConnectListNetworks,
    virConnectNetworkEventDeregisterAny,
    virConnectNetworkEventRegisterAny,
    virConnectNumOfDefinedNetworks,
    virConnectNumOfNetworks,
    virNetworkCreate,
    virNetworkCreateXML,
    virNetworkCreateXMLFlags,
    virNetworkDHCPLeaseFree,
    virNetworkDefineXML,
    virNetworkDefineXMLFlags,
    virNetworkDestroy,
    virNetworkFree,
    virNetworkGetAutostart,
    virNetworkGetBridgeName,
    virNetworkGetConnect,
    virNetworkGetDHCPLeases,
    virNetworkGetMetadata,
    virNetworkGetName,
    virNetworkGetUUID,
    virNetworkGetUUIDString,
    virNetworkGetXMLDesc,
    virNetworkIsActive,
    virNetworkIsPersistent,
    virNetworkLookupByName,
    virNetworkLookupByUUID,
    virNetworkLookupByUUIDString,
    virNetworkRef,
    virNetworkSetAutostart,
    virNetworkSetMetadata,
    virNetworkUndefine,
    virNetworkUpdate
);

const FROM: Origin = VIR_FROM_NETWORK;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    _nets: *mut *mut virNetworkPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNetworks", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedNetworks", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListNetworks", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(conn: virConnectPtr, _callback_id: c_int) -> c_int {
    entry(FROM, "virConnectNetworkEventDeregisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventRegisterAny(
    conn: virConnectPtr,
    _net: virNetworkPtr,
    _event_id: c_int,
    _cb: virConnectNetworkEventGenericCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectNetworkEventRegisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedNetworks", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfNetworks", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkCreate", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, _xml_desc: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkCreateXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virNetworkPtr {
    entry(FROM, "virNetworkCreateXMLFlags", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDHCPLeaseFree(_lease: virNetworkDHCPLeasePtr) {
    entry(FROM, "virNetworkDHCPLeaseFree", |call| call.unsupported::<()>());
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, _xml: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> virNetworkPtr {
    entry(FROM, "virNetworkDefineXMLFlags", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkDestroy", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkFree", |call| call.release::<Network>(network).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, _autostart: *mut c_int) -> c_int {
    entry(FROM, "virNetworkGetAutostart", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    entry(FROM, "virNetworkGetBridgeName", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    entry(FROM, "virNetworkGetConnect", |call| Ok(Borrowed(&call.borrow::<Network>(net)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    _mac: *const c_char,
    _leases: *mut *mut virNetworkDHCPLeasePtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkGetDHCPLeases", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    _kind: c_int,
    _uri: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virNetworkGetMetadata", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    entry(FROM, "virNetworkGetName", |call| Ok(call.borrow::<Network>(network)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNetworkGetUUID", |call| {
        let network = call.borrow::<Network>(network)?;
        call.store_uuid(uuid, network.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNetworkGetUUIDString", |call| {
        let network = call.borrow::<Network>(network)?;
        call.store_uuid_text(buf, network.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virNetworkGetXMLDesc", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkIsActive", |call| {
        call.borrow::<Network>(net)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkIsPersistent", |call| {
        call.borrow::<Network>(net)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, _name: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByName", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, _uuid: *const c_uchar) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByUUID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(conn: virConnectPtr, _uuidstr: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByUUIDString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkRef", |call| call.reference::<Network>(network))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, _autostart: c_int) -> c_int {
    entry(FROM, "virNetworkSetAutostart", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    _kind: c_int,
    _metadata: *const c_char,
    _key: *const c_char,
    _uri: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkSetMetadata", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkUndefine", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    _command: c_uint,
    _section: c_uint,
    _parent_index: c_int,
    _xml: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkUpdate", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}
