//! Ports of virtual networks.

use std::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::list;
use crate::error::Origin;
use crate::object::{Network, NetworkPort};
use crate::types::*;

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

/// Lists the ports of a network as an array of handles that the caller frees, each with `virNetworkPortFree`; only their
/// number where `ports` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    ports: *mut *mut virNetworkPortPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkListAllPorts", |call| {
        call.clear(ports);
        let network = call.share::<Network>(network)?;
        let found = network.driver()?.list_ports(&network, flags)?;
        Ok(list::handles(ports, found))
    })
}

/// Makes a port of a network. The handle is the caller's to free. `flags`: `VIR_NETWORK_PORT_CREATE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    xmldesc: *const c_char,
    flags: c_uint,
) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortCreateXML", |call| {
        let network = call.share::<Network>(net)?;
        let xml = call.document(xmldesc, "xmldesc", "networkport_definition")?;
        call.require_write(&*network)?;
        network.driver()?.create_port(&network, xml, flags)
    })
}

/// Takes a port away. The handle stays the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, flags: c_uint) -> c_int {
    entry(FROM, "virNetworkPortDelete", |call| {
        let port = call.writable::<NetworkPort>(port)?;
        port.driver()?.delete_port(port, flags)
    })
}

/// Gives up one reference to a port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    entry(FROM, "virNetworkPortFree", |call| call.release::<NetworkPort>(port).map(drop))
}

/// The network of a port; it stays the port's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    entry(FROM, "virNetworkPortGetNetwork", |call| Ok(Borrowed(&call.borrow::<NetworkPort>(port)?.network)))
}

/// Stores the port's parameters (`VIR_NETWORK_PORT_BANDWIDTH_…`) in an array that the caller frees with `virTypedParamsFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkPortGetParameters", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        call.non_null(params, "params")?;
        call.non_null(nparams, "nparams")?;
        let found = port.driver()?.port_params(port, flags)?;
        call.give_params(params, nparams, &found);
        Ok(())
    })
}

/// Stores the UUID, 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNetworkPortGetUUID", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        call.store_uuid(uuid, port.uuid)
    })
}

/// Stores the UUID as text, 37 bytes with its NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNetworkPortGetUUIDString", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        call.store_uuid_text(buf, port.uuid)
    })
}

/// The port's document, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virNetworkPortGetXMLDesc", |call| {
        let port = call.borrow::<NetworkPort>(port)?;
        port.driver()?.port_xml(port, flags)
    })
}

/// The port of that UUID, 16 bytes. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(net: virNetworkPtr, uuid: *const c_uchar) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortLookupByUUID", |call| {
        let network = call.share::<Network>(net)?;
        network.driver()?.port_by_uuid(&network, &call.uuid(uuid, "uuid")?)
    })
}

/// The port of that UUID, as text. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    uuidstr: *const c_char,
) -> virNetworkPortPtr {
    entry(FROM, "virNetworkPortLookupByUUIDString", |call| {
        let network = call.share::<Network>(net)?;
        let uuid = call.uuid_text(uuidstr, "uuidstr")?;
        call.acts_as("virNetworkPortLookupByUUID");
        network.driver()?.port_by_uuid(&network, &uuid)
    })
}

/// Takes one more reference to a port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    entry(FROM, "virNetworkPortRef", |call| call.reference::<NetworkPort>(port))
}

/// Changes the port's parameters (`VIR_NETWORK_PORT_BANDWIDTH_…`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkPortSetParameters", |call| {
        let port = call.writable::<NetworkPort>(port)?;
        port.driver()?.set_port_params(port, &call.params(params, nparams)?, flags)
    })
}
