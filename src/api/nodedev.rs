//! Devices of the host.

use std::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::{entry, list, listener};
use crate::error::Origin;
use crate::event_hub::{Kind, Subject};
use crate::object::{Connection, NodeDevice};
use crate::types::{
    VIR_FROM_NODEDEV, VIR_NODE_DEVICE_EVENT_ID_LAST, virConnectNodeDeviceEventGenericCallback, virConnectPtr,
    virFreeCallback, virNodeDevicePtr,
};

export!(
    virConnectListAllNodeDevices,
    virConnectNodeDeviceEventDeregisterAny,
    virConnectNodeDeviceEventRegisterAny,
    virNodeDeviceCreate,
    virNodeDeviceCreateXML,
    virNodeDeviceDefineXML,
    virNodeDeviceDestroy,
    virNodeDeviceDetachFlags,
    virNodeDeviceDettach,
    virNodeDeviceFree,
    virNodeDeviceGetAutostart,
    virNodeDeviceGetName,
    virNodeDeviceGetParent,
    virNodeDeviceGetXMLDesc,
    virNodeDeviceIsActive,
    virNodeDeviceIsPersistent,
    virNodeDeviceListCaps,
    virNodeDeviceLookupByName,
    virNodeDeviceLookupSCSIHostByWWN,
    virNodeDeviceNumOfCaps,
    virNodeDeviceReAttach,
    virNodeDeviceRef,
    virNodeDeviceReset,
    virNodeDeviceSetAutostart,
    virNodeDeviceUndefine,
    virNodeDeviceUpdate,
    virNodeListDevices,
    virNodeNumOfDevices
);

const FROM: Origin = VIR_FROM_NODEDEV;

/// Lists devices into an array that ends with NULL; the caller frees each device and the array. With NULL for `devices` they are
/// only counted. `flags` is `virConnectListAllNodeDeviceFlags`: of each group of which some are set, a device must have one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    devices: *mut *mut virNodeDevicePtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNodeDevices", |call| {
        call.clear(devices);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(devices, connection.driver.node_devices()?.list(&connection, flags)?))
    })
}

/// Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectNodeDeviceEventDeregisterAny", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        connection.driver.node_devices()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}

/// Has what happens to node devices (a `VIR_NODE_DEVICE_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
/// of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventRegisterAny(
    conn: virConnectPtr,
    dev: virNodeDevicePtr,
    event_id: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectNodeDeviceEventRegisterAny", |call| {
        let connection = call.share::<Connection>(conn)?;
        let subject = call.subject::<NodeDevice>(&connection, dev, "dev", |device| {
            format!("node device '{}' in {}", device.name(), call.function())
        })?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        let kind = Kind::NodeDevice(call.event_id(event_id, VIR_NODE_DEVICE_EVENT_ID_LAST)?);
        connection.driver.node_devices()?;
        listener::register(
            connection,
            kind,
            subject.map(|device| Subject::Name(device.name().to_owned())),
            false,
            callback,
        )
    })
}

/// Starts a device that is defined. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceCreate", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.start(device, flags)
    })
}

/// Makes a device that is gone when it is destroyed: a virtual host bus adapter or a mediated device. `flags` is
/// `virNodeDeviceCreateXMLFlags`. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceCreateXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "node_device_definition")?;
        connection.driver.node_devices()?.create_xml(&connection, xml, flags)
    })
}

/// Keeps the definition of a device that can be started. `flags` is `virNodeDeviceDefineXMLFlags`. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "node_device_definition")?;
        connection.driver.node_devices()?.define(&connection, xml, flags)
    })
}

/// Takes a device away that `virNodeDeviceCreateXML` made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceDestroy", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.destroy(device).map(|complaint| call.complain(complaint))
    })
}

/// Takes a device from the host's driver, so that a guest may have it. `driver_name` is the driver that gets it, NULL for the usual
/// one; `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    driver_name: *const c_char,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeDeviceDetachFlags", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        let driver = call.optional_text(driver_name, "driverName")?;
        device.driver()?.detach(device, driver, flags)
    })
}

/// As `virNodeDeviceDetachFlags` with the usual driver.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceDettach", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.detach(device, None, 0)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceFree", |call| call.release::<NodeDevice>(dev).map(drop))
}

/// Whether the device is started with the host: 1 or 0 in `autostart`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, autostart: *mut c_int) -> c_int {
    entry(FROM, "virNodeDeviceGetAutostart", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        call.store(autostart, c_int::from(device.driver()?.autostart(device)?));
        Ok(())
    })
}

/// The name of the device; it stays the device's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    entry(FROM, "virNodeDeviceGetName", |call| Ok(call.borrow::<NodeDevice>(dev)?.c_name.as_c_str()))
}

/// The name of the device that this one is a part of; it stays the device's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    entry(FROM, "virNodeDeviceGetParent", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        match device.kept_parent() {
            Some(parent) => Ok(parent),
            None => Ok(device.keep_parent(&device.driver()?.parent(device)?)),
        }
    })
}

/// The device as a `<device>` document, which the caller frees. `flags` is `virNodeDeviceXMLFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virNodeDeviceGetXMLDesc", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        device.driver()?.xml(device, flags)
    })
}

/// Whether the device is there, other than only defined.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceIsActive", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        device.driver()?.is_active(device)
    })
}

/// Whether the device has a definition that outlives it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceIsPersistent", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        device.driver()?.is_persistent(device)
    })
}

/// Fills in at most `maxnames` of the device's kinds ("scsi_host", "fc_host") and gives their number. The caller frees each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virNodeDeviceListCaps", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &device.driver()?.capabilities(device)?))
    })
}

/// The device of that name. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(conn: virConnectPtr, name: *const c_char) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        let name = &call.sought_text(name, "name")?;
        connection.driver.node_devices()?.by_name(&connection, name)
    })
}

/// The host bus adapter of that node name and that port name, each of 16 hexadecimal digits. `flags` must be 0. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    wwnn: *const c_char,
    wwpn: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceLookupSCSIHostByWWN", |call| {
        let connection = call.share::<Connection>(conn)?;
        let (wwnn, wwpn) = (call.text(wwnn, "wwnn")?, call.text(wwpn, "wwpn")?);
        connection.driver.node_devices()?.by_wwn(&connection, wwnn, wwpn, flags)
    })
}

/// How many kinds the device has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceNumOfCaps", |call| {
        let device = call.borrow::<NodeDevice>(dev)?;
        Ok(device.driver()?.capabilities(device)?.len())
    })
}

/// Gives a device back to the host's driver.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceReAttach", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.reattach(device)
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceRef", |call| call.reference::<NodeDevice>(dev))
}

/// Brings a device into the state that it has after power-on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceReset", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.reset(device)
    })
}

/// Whether the device is to be started with the host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, autostart: c_int) -> c_int {
    entry(FROM, "virNodeDeviceSetAutostart", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.set_autostart(device, autostart != 0)
    })
}

/// Forgets the definition of a device. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceUndefine", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        device.driver()?.undefine(device, flags)
    })
}

/// Changes a device to what `xml_desc` says. `flags` is `virNodeDeviceUpdateFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(dev: virNodeDevicePtr, xml_desc: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceUpdate", |call| {
        let device = call.writable::<NodeDevice>(dev)?;
        let xml = call.document(xml_desc, "xmlDesc", "node_device_definition")?;
        device.driver()?.update(device, xml, flags)
    })
}

/// Fills in the names of at most `maxnames` devices of the kind `cap`, NULL for all, and gives their number. `flags` must be 0.
/// The caller frees each name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeListDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    names: *mut *mut c_char,
    maxnames: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeListDevices", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        let kind = call.optional_text(cap, "cap")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.node_devices()?.names(kind, flags)?))
    })
}

/// How many devices there are of the kind `cap`, NULL for all. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(conn: virConnectPtr, cap: *const c_char, flags: c_uint) -> c_int {
    entry(FROM, "virNodeNumOfDevices", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let kind = call.optional_text(cap, "cap")?;
        Ok(connection.driver.node_devices()?.names(kind, flags)?.len())
    })
}
