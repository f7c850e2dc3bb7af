//! What `<libvirt/libvirt-nwfilter.h>` declares beside functions: constants, structs and callback types.

use std::ffi::c_uint;

/// Handle of a nwfilter: opaque and counted by reference.
#[repr(C)]
pub struct _virNWFilter {
    _opaque: [u8; 0],
}
pub type virNWFilter = _virNWFilter;

/// Handle of a nwfilter binding: opaque and counted by reference.
#[repr(C)]
pub struct _virNWFilterBinding {
    _opaque: [u8; 0],
}
pub type virNWFilterBinding = _virNWFilterBinding;

pub type virNWFilterBindingPtr = *mut virNWFilterBinding;
pub type virNWFilterPtr = *mut virNWFilter;

/// Nwfilter binding create flags.
pub type virNWFilterBindingCreateFlags = c_uint;
pub const VIR_NWFILTER_BINDING_CREATE_VALIDATE: virNWFilterBindingCreateFlags = 1;

/// Nwfilter define flags.
pub type virNWFilterDefineFlags = c_uint;
pub const VIR_NWFILTER_DEFINE_VALIDATE: virNWFilterDefineFlags = 1;
