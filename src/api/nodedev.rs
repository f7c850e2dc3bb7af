//! Nodedev.

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, NodeDevice};
use crate::types::{
    VIR_FROM_NODEDEV, virConnectNodeDeviceEventGenericCallback, virConnectPtr, virFreeCallback, virNodeDevicePtr,
};
use std::sync::Arc;

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    _devices: *mut *mut virNodeDevicePtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNodeDevices", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(conn: virConnectPtr, _callback_id: c_int) -> c_int {
    entry(FROM, "virConnectNodeDeviceEventDeregisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventRegisterAny(
    conn: virConnectPtr,
    _dev: virNodeDevicePtr,
    _event_id: c_int,
    _cb: virConnectNodeDeviceEventGenericCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectNodeDeviceEventRegisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, _flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceCreate", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceCreateXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NodeDevice>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NodeDevice>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceDestroy", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    _driver_name: *const c_char,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeDeviceDetachFlags", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceDettach", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceFree", |call| call.release::<NodeDevice>(dev).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, _autostart: *mut c_int) -> c_int {
    entry(FROM, "virNodeDeviceGetAutostart", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    entry(FROM, "virNodeDeviceGetName", |call| Ok(call.borrow::<NodeDevice>(dev)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    entry(FROM, "virNodeDeviceGetParent", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virNodeDeviceGetXMLDesc", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceIsActive", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceIsPersistent", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virNodeDeviceListCaps", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(conn: virConnectPtr, _name: *const c_char) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceLookupByName", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NodeDevice>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    _wwnn: *const c_char,
    _wwpn: *const c_char,
    _flags: c_uint,
) -> virNodeDevicePtr {
    entry(FROM, "virNodeDeviceLookupSCSIHostByWWN", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NodeDevice>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceNumOfCaps", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceReAttach", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceRef", |call| call.reference::<NodeDevice>(dev))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    entry(FROM, "virNodeDeviceReset", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, _autostart: c_int) -> c_int {
    entry(FROM, "virNodeDeviceSetAutostart", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, _flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceUndefine", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(dev: virNodeDevicePtr, _xml_desc: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virNodeDeviceUpdate", |call| {
        call.borrow::<NodeDevice>(dev)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeListDevices(
    conn: virConnectPtr,
    _cap: *const c_char,
    _names: *mut *mut c_char,
    _maxnames: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virNodeListDevices", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(conn: virConnectPtr, _cap: *const c_char, _flags: c_uint) -> c_int {
    entry(FROM, "virNodeNumOfDevices", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}
