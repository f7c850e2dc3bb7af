//! What `<libvirt/libvirt-nodedev.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_int, c_uint, c_void};

use super::*;

/// A device of the host: opaque, counted by reference.
#[repr(C)]
pub struct _virNodeDevice {
    _opaque: [u8; 0],
}
pub type virNodeDevice = _virNodeDevice;
pub type virNodeDevicePtr = *mut virNodeDevice;

/// Which devices are listed.
pub type virConnectListAllNodeDeviceFlags = c_uint;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM: virConnectListAllNodeDeviceFlags = 1;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV: virConnectListAllNodeDeviceFlags = 2;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV: virConnectListAllNodeDeviceFlags = 1 << 2;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE: virConnectListAllNodeDeviceFlags = 1 << 3;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET: virConnectListAllNodeDeviceFlags = 1 << 4;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST: virConnectListAllNodeDeviceFlags = 1 << 5;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET: virConnectListAllNodeDeviceFlags = 1 << 6;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI: virConnectListAllNodeDeviceFlags = 1 << 7;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE: virConnectListAllNodeDeviceFlags = 1 << 8;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST: virConnectListAllNodeDeviceFlags = 1 << 9;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS: virConnectListAllNodeDeviceFlags = 1 << 10;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC: virConnectListAllNodeDeviceFlags = 1 << 11;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM: virConnectListAllNodeDeviceFlags = 1 << 12;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES: virConnectListAllNodeDeviceFlags = 1 << 13;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV: virConnectListAllNodeDeviceFlags = 1 << 14;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV: virConnectListAllNodeDeviceFlags = 1 << 15;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV: virConnectListAllNodeDeviceFlags = 1 << 16;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA: virConnectListAllNodeDeviceFlags = 1 << 17;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD: virConnectListAllNodeDeviceFlags = 1 << 18;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE: virConnectListAllNodeDeviceFlags = 1 << 19;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX: virConnectListAllNodeDeviceFlags = 1 << 20;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD: virConnectListAllNodeDeviceFlags = 1 << 21;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV: virConnectListAllNodeDeviceFlags = 1 << 22;
pub const VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER: virConnectListAllNodeDeviceFlags = 1 << 23;
pub const VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT: virConnectListAllNodeDeviceFlags = 1 << 28;
pub const VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT: virConnectListAllNodeDeviceFlags = 1 << 29;
pub const VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE: virConnectListAllNodeDeviceFlags = 1 << 30;
pub const VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE: virConnectListAllNodeDeviceFlags = 1 << 31;

/// How a device's description is taken.
pub type virNodeDeviceCreateXMLFlags = c_uint;
pub const VIR_NODE_DEVICE_CREATE_XML_VALIDATE: virNodeDeviceCreateXMLFlags = 1;

/// How a definition is taken.
pub type virNodeDeviceDefineXMLFlags = c_uint;
pub const VIR_NODE_DEVICE_DEFINE_XML_VALIDATE: virNodeDeviceDefineXMLFlags = 1;

/// What happened to a device.
pub type virNodeDeviceEventLifecycleType = c_int;
pub const VIR_NODE_DEVICE_EVENT_CREATED: virNodeDeviceEventLifecycleType = 0;
pub const VIR_NODE_DEVICE_EVENT_DELETED: virNodeDeviceEventLifecycleType = 1;
pub const VIR_NODE_DEVICE_EVENT_DEFINED: virNodeDeviceEventLifecycleType = 2;
pub const VIR_NODE_DEVICE_EVENT_UNDEFINED: virNodeDeviceEventLifecycleType = 3;
pub const VIR_NODE_DEVICE_EVENT_LAST: virNodeDeviceEventLifecycleType = 4;

/// What can be listened to.
pub type virNodeDeviceEventID = c_int;
pub const VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE: virNodeDeviceEventID = 0;
pub const VIR_NODE_DEVICE_EVENT_ID_UPDATE: virNodeDeviceEventID = 1;
pub const VIR_NODE_DEVICE_EVENT_ID_LAST: virNodeDeviceEventID = 2;

/// Where a device is changed: now, in the definition, or whichever is current.
pub type virNodeDeviceUpdateFlags = c_uint;
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT: virNodeDeviceUpdateFlags = 0;
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE: virNodeDeviceUpdateFlags = 1;
pub const VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG: virNodeDeviceUpdateFlags = 2;

/// How a device is described.
pub type virNodeDeviceXMLFlags = c_uint;
pub const VIR_NODE_DEVICE_XML_INACTIVE: virNodeDeviceXMLFlags = 1;

/// Stands for the callbacks of all events of devices; is itself that of the update.
pub type virConnectNodeDeviceEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dev: virNodeDevicePtr, opaque: *mut c_void)>;

/// Is told that devices come and go: `event` is a `virNodeDeviceEventLifecycleType`.
pub type virConnectNodeDeviceEventLifecycleCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dev: virNodeDevicePtr, event: c_int, detail: c_int, opaque: *mut c_void),
>;
