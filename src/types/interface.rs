//! What `<libvirt/libvirt-interface.h>` declares beside functions: constants, structs and callback types.

use std::ffi::c_uint;

/// A network interface of the host: opaque, counted by reference.
#[repr(C)]
pub struct _virInterface {
    _opaque: [u8; 0],
}
pub type virInterface = _virInterface;
pub type virInterfacePtr = *mut virInterface;

/// Which interfaces are listed.
pub type virConnectListAllInterfacesFlags = c_uint;
pub const VIR_CONNECT_LIST_INTERFACES_INACTIVE: virConnectListAllInterfacesFlags = 1;
pub const VIR_CONNECT_LIST_INTERFACES_ACTIVE: virConnectListAllInterfacesFlags = 2;

/// How a definition is taken.
pub type virInterfaceDefineFlags = c_uint;
pub const VIR_INTERFACE_DEFINE_VALIDATE: virInterfaceDefineFlags = 1;

/// How an interface is described.
pub type virInterfaceXMLFlags = c_uint;
pub const VIR_INTERFACE_XML_INACTIVE: virInterfaceXMLFlags = 1;
