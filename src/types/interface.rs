//! What `<libvirt/libvirt-interface.h>` declares beside functions: constants, structs and callback types.

use std::ffi::c_uint;

/// Handle of a interface: opaque and counted by reference.
#[repr(C)]
pub struct _virInterface {
    _opaque: [u8; 0],
}
pub type virInterface = _virInterface;

pub type virInterfacePtr = *mut virInterface;

/// Connect list all interfaces flags.
pub type virConnectListAllInterfacesFlags = c_uint;
pub const VIR_CONNECT_LIST_INTERFACES_INACTIVE: virConnectListAllInterfacesFlags = 1;
pub const VIR_CONNECT_LIST_INTERFACES_ACTIVE: virConnectListAllInterfacesFlags = 2;

/// Interface define flags.
pub type virInterfaceDefineFlags = c_uint;
pub const VIR_INTERFACE_DEFINE_VALIDATE: virInterfaceDefineFlags = 1;

/// Interface xmlflags.
pub type virInterfaceXMLFlags = c_uint;
pub const VIR_INTERFACE_XML_INACTIVE: virInterfaceXMLFlags = 1;
