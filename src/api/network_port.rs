//! Network port.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Network, NetworkPort};
use crate::types::{VIR_FROM_NETWORK, virNetworkPortPtr, virNetworkPtr, virTypedParameterPtr};
use std::sync::Arc;

export!(
    virNetworkListAllPorts,
    virNetworkPortCreateXML,
    virNetworkPortDelete,
    virNetworkPortFree,
    virNetworkPortGetNetwork,
    virNetworkPortGetParameters,
    virNetworkPortGetUUID,
    virNetworkPortGetUUIDString,
    virNetworkPortGetXMLDesc,
    virNetworkPortLookupByUUID,
    virNetworkPortLookupByUUIDString,
    virNetworkPortRef,
    virNetworkPortSetParameters
);

const FROM: Origin = VIR_FROM_NETWORK;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    _ports: *mut *mut virNetworkPortPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkListAllPorts", |call| {
        call.borrow::<Network>(network)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    _xmldesc: *const c_char,
    _flags: c_uint,
) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortCreateXML", |call| {
        call.borrow::<Network>(net)?;
        call.unsupported::<Arc<NetworkPort>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virNetworkPortDelete", |call| {
        call.borrow::<NetworkPort>(port)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    entry(FROM, "virNetworkPortFree", |call| call.release::<NetworkPort>(port).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    entry(FROM, "virNetworkPortGetNetwork", |call| {
        call.borrow::<NetworkPort>(port)?;
        call.unsupported::<Arc<Network>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    _params: *mut virTypedParameterPtr,
    _nparams: *mut c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkPortGetParameters", |call| {
        call.borrow::<NetworkPort>(port)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNetworkPortGetUUID", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        call.store_uuid(uuid, port.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNetworkPortGetUUIDString", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        call.store_uuid_text(buf, port.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virNetworkPortGetXMLDesc", |call| {
        call.borrow::<NetworkPort>(port)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(net: virNetworkPtr, _uuid: *const c_uchar) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortLookupByUUID", |call| {
        call.borrow::<Network>(net)?;
        call.unsupported::<Arc<NetworkPort>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    _uuidstr: *const c_char,
) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortLookupByUUIDString", |call| {
        call.borrow::<Network>(net)?;
        call.unsupported::<Arc<NetworkPort>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    entry(FROM, "virNetworkPortRef", |call| call.reference::<NetworkPort>(port))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    _params: virTypedParameterPtr,
    _nparams: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkPortSetParameters", |call| {
        call.borrow::<NetworkPort>(port)?;
        call.unsupported::<()>()
    })
}
