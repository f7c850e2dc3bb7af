//! Nwfilter binding.

use std::ffi::{CStr, c_char, c_int, c_uint};

use crate::abi::entry;
use crate::error::Origin;
use crate::object::{Connection, NwFilterBinding};
use crate::types::{VIR_FROM_NWFILTER, virConnectPtr, virNWFilterBindingPtr};
use std::sync::Arc;

export!(
    virConnectListAllNWFilterBindings,
    virNWFilterBindingCreateXML,
    virNWFilterBindingDelete,
    virNWFilterBindingFree,
    virNWFilterBindingGetFilterName,
    virNWFilterBindingGetPortDev,
    virNWFilterBindingGetXMLDesc,
    virNWFilterBindingLookupByPortDev,
    virNWFilterBindingRef
);

const FROM: Origin = VIR_FROM_NWFILTER;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    _bindings: *mut *mut virNWFilterBindingPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNWFilterBindings", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> virNWFilterBindingPtr {
    entry(FROM, "virNWFilterBindingCreateXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilterBinding>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingDelete", |call| {
        call.borrow::<NwFilterBinding>(binding)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingFree", |call| call.release::<NwFilterBinding>(binding).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    entry(FROM, "virNWFilterBindingGetFilterName", |call| {
        call.borrow::<NwFilterBinding>(binding)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    entry(FROM, "virNWFilterBindingGetPortDev", |call| {
        call.borrow::<NwFilterBinding>(binding)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(binding: virNWFilterBindingPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virNWFilterBindingGetXMLDesc", |call| {
        call.borrow::<NwFilterBinding>(binding)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    _portdev: *const c_char,
) -> virNWFilterBindingPtr {
    entry(FROM, "virNWFilterBindingLookupByPortDev", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<NwFilterBinding>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingRef", |call| call.reference::<NwFilterBinding>(binding))
}
