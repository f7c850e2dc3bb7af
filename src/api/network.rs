//! Virtual networks: finding, defining, starting, changing.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::{lease, list, listener};
use crate::api::metadata::{check_get, check_set};
use crate::driver::NetworkChange;
use crate::error::Origin;
use crate::event_hub::{Kind, Subject};
use crate::object::{Connection, Network};
use crate::types::*;

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

/// Lists networks as an array of handles that the caller frees, each with `virNetworkFree`, and the array with `free`;
/// returns how many there are. `flags`: groups of `VIR_CONNECT_LIST_NETWORKS_…`, of each group one must fit; 0 is all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    nets: *mut *mut virNetworkPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNetworks", |call| {
        call.clear(nets);
        let connection = call.share::<Connection>(conn)?;
        let networks = connection.driver.networks()?.list(&connection, flags)?;
        Ok(list::handles(nets, networks))
    })
}

/// Fills `names` with the names of at most `maxnames` inactive networks, which the caller frees one by one; returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedNetworks", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.networks()?.names(false)?))
    })
}

/// Fills `names` with the names of at most `maxnames` active networks, which the caller frees one by one; returns how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListNetworks", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.networks()?.names(true)?))
    })
}

/// Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectNetworkEventDeregisterAny", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        connection.driver.networks()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}

/// Has what happens to networks (a `VIR_NETWORK_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
/// of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventRegisterAny(
    conn: virConnectPtr,
    net: virNetworkPtr,
    event_id: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectNetworkEventRegisterAny", |call| {
        let connection = call.share::<Connection>(conn)?;
        let subject = call.subject::<Network>(&connection, net, "net", |network| {
            format!("network '{}' in {}", network.name(), call.function())
        })?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        let kind = Kind::Network(call.event_id(event_id, VIR_NETWORK_EVENT_ID_LAST)?);
        connection.driver.networks()?;
        listener::register(connection, kind, subject.map(|network| Subject::Uuid(network.uuid)), false, callback)
    })
}

/// How many inactive networks there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedNetworks", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.networks()?.count(false)
    })
}

/// How many active networks there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfNetworks", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.networks()?.count(true)
    })
}

/// Starts a defined network.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkCreate", |call| {
        let network = call.writable::<Network>(network)?;
        network.driver()?.create(network)
    })
}

/// Starts a network that is gone once it stops. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, xml_desc: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkCreateXML", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "network_definition")?;
        call.require_write(&*connection)?;
        connection.driver.networks()?.create_xml(&connection, xml, 0)
    })
}

/// As `virNetworkCreateXML`; `flags`: `VIR_NETWORK_CREATE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry(FROM, "virNetworkCreateXMLFlags", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "network_definition")?;
        call.require_write(&*connection)?;
        connection.driver.networks()?.create_xml(&connection, xml, flags)
    })
}

/// Frees a lease that `virNetworkGetDHCPLeases` gave; NULL is let be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDHCPLeaseFree(lease: virNetworkDHCPLeasePtr) {
    // Not guarded: the last error stays.
    lease::free(lease);
}

/// Keeps a definition, in the place of the one with the same name and UUID. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, xml: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.networks()?.define_xml(&connection, call.document(xml, "xml", "network_definition")?, 0)
    })
}

/// As `virNetworkDefineXML`; `flags`: `VIR_NETWORK_DEFINE_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    entry(FROM, "virNetworkDefineXMLFlags", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.networks()?.define_xml(&connection, call.document(xml, "xml", "network_definition")?, flags)
    })
}

/// Stops a network; one without a definition is gone then. The handle stays the caller's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkDestroy", |call| {
        let network = call.writable::<Network>(network)?;
        network.driver()?.destroy(network)
    })
}

/// Gives up one reference to a network.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkFree", |call| call.release::<Network>(network).map(drop))
}

/// Stores whether the network starts with the host: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, autostart: *mut c_int) -> c_int {
    entry(FROM, "virNetworkGetAutostart", |call| {
        let network = call.borrow::<Network>(network)?;
        call.non_null(autostart, "autostart")?;
        let starts = network.driver()?.autostart(network)?;
        call.store(autostart, c_int::from(starts));
        Ok(())
    })
}

/// The name of the bridge on the host, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    entry(FROM, "virNetworkGetBridgeName", |call| {
        let network = call.borrow::<Network>(network)?;
        network.driver()?.bridge_name(network)
    })
}

/// The connection of a network; it stays the network's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    entry(FROM, "virNetworkGetConnect", |call| Ok(Borrowed(&call.borrow::<Network>(net)?.connection)))
}

/// The leases given out, those of one MAC address where `mac` is not NULL, as an array that the caller frees, each lease
/// with `virNetworkDHCPLeaseFree`; only their number where `leases` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    mac: *const c_char,
    leases: *mut *mut virNetworkDHCPLeasePtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkGetDHCPLeases", |call| {
        call.clear(leases);
        let network = call.borrow::<Network>(network)?;
        let found = network.driver()?.leases(network, call.optional_text(mac, "mac")?, flags)?;
        Ok(lease::list(leases, &found))
    })
}

/// What the network carries: title, description, or the element of the namespace `uri` (`kind`: a
/// `VIR_NETWORK_METADATA_…`). The caller frees it. `flags`: `VIR_NETWORK_UPDATE_AFFECT_…`, one at most.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    kind: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virNetworkGetMetadata", |call| {
        let network = call.borrow::<Network>(network)?;
        let config = (VIR_NETWORK_UPDATE_AFFECT_CONFIG, "VIR_NETWORK_UPDATE_AFFECT_CONFIG");
        call.exclusive(flags, (VIR_NETWORK_UPDATE_AFFECT_LIVE, "VIR_NETWORK_UPDATE_AFFECT_LIVE"), config)?;
        check_get(call, kind, uri)?;
        network.driver()?.metadata(network, kind, call.optional_text(uri, "uri")?, flags)
    })
}

/// The name; it stays the network's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    entry(FROM, "virNetworkGetName", |call| Ok(call.borrow::<Network>(network)?.c_name.as_c_str()))
}

/// Stores the UUID, 16 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virNetworkGetUUID", |call| {
        let network = call.borrow::<Network>(network)?;
        call.store_uuid(uuid, network.uuid)
    })
}

/// Stores the UUID as text, 37 bytes with its NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virNetworkGetUUIDString", |call| {
        let network = call.borrow::<Network>(network)?;
        call.store_uuid_text(buf, network.uuid)
    })
}

/// The network's document, which the caller frees. `flags`: `VIR_NETWORK_XML_INACTIVE` for the definition with which
/// it will start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virNetworkGetXMLDesc", |call| {
        let network = call.borrow::<Network>(network)?;
        network.driver()?.xml(network, flags)
    })
}

/// Whether the network runs: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkIsActive", |call| {
        let network = call.borrow::<Network>(net)?;
        network.driver()?.is_active(network)
    })
}

/// Whether the network stays defined when it stops: 1 or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkIsPersistent", |call| {
        let network = call.borrow::<Network>(net)?;
        network.driver()?.is_persistent(network)
    })
}

/// The network of that name. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, name: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.networks()?.by_name(&connection, &call.sought_text(name, "name")?)
    })
}

/// The network of that UUID, 16 bytes. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByUUID", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.networks()?.by_uuid(&connection, &call.uuid(uuid, "uuid")?)
    })
}

/// The network of that UUID, as text. The handle is the caller's to free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(conn: virConnectPtr, uuidstr: *const c_char) -> virNetworkPtr {
    entry(FROM, "virNetworkLookupByUUIDString", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.networks()?.by_uuid(&connection, &call.uuid_text(uuidstr, "uuidstr")?)
    })
}

/// Takes one more reference to a network.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkRef", |call| call.reference::<Network>(network))
}

/// Says whether the network starts with the host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, autostart: c_int) -> c_int {
    entry(FROM, "virNetworkSetAutostart", |call| {
        let network = call.writable::<Network>(network)?;
        network.driver()?.set_autostart(network, autostart != 0)
    })
}

/// Sets title, description, or the element of the namespace `uri` with the prefix `key`; NULL takes it away.
/// `flags`: `VIR_NETWORK_UPDATE_AFFECT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    kind: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkSetMetadata", |call| {
        let network = call.writable::<Network>(network)?;
        check_set(call, kind, metadata, key, uri)?;
        let text = call.optional_text(metadata, "metadata")?;
        let (key, uri) = (call.optional_text(key, "key")?, call.optional_text(uri, "uri")?);
        network.driver()?.set_metadata(network, kind, text, key, uri, flags)
    })
}

/// Forgets the definition; a network that runs is gone once it stops.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    entry(FROM, "virNetworkUndefine", |call| {
        let network = call.writable::<Network>(network)?;
        network.driver()?.undefine(network)
    })
}

/// Adds, changes or deletes one element of the document. `command`: a `VIR_NETWORK_UPDATE_COMMAND_…`; `section`: a
/// `VIR_NETWORK_SECTION_…`; `parent_index`: in which of several parents, from 0, -1 where that is clear; `flags`:
/// `VIR_NETWORK_UPDATE_AFFECT_…`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    command: c_uint,
    section: c_uint,
    parent_index: c_int,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNetworkUpdate", |call| {
        let network = call.writable::<Network>(network)?;
        let change =
            NetworkChange { command, section, parent_index, xml: call.document(xml, "xml", "network_update_xml")? };
        network.driver()?.update(network, &change, flags)
    })
}
