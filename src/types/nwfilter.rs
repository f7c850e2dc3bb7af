//! What `<libvirt/libvirt-nwfilter.h>` declares beside functions: constants, structs and callback types.

use std::ffi::c_uint;

/// A network filter: opaque, counted by reference.
#[repr(C)]
pub struct _virNWFilter {
    _opaque: [u8; 0],
}
pub type virNWFilter = _virNWFilter;
pub type virNWFilterPtr = *mut virNWFilter;

/// A network filter at work on an interface: opaque, counted by reference.
#[repr(C)]
pub struct _virNWFilterBinding {
    _opaque: [u8; 0],
}
pub type virNWFilterBinding = _virNWFilterBinding;
pub type virNWFilterBindingPtr = *mut virNWFilterBinding;

/// How a binding's description is taken.
pub type virNWFilterBindingCreateFlags = c_uint;
pub const VIR_NWFILTER_BINDING_CREATE_VALIDATE: virNWFilterBindingCreateFlags = 1;

/// How a definition is taken.
pub type virNWFilterDefineFlags = c_uint;
pub const VIR_NWFILTER_DEFINE_VALIDATE: virNWFilterDefineFlags = 1;
