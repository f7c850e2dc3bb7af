//! Network filters in use on ports.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::{entry, list};
use crate::error::Origin;
use crate::object::{Connection, NwFilterBinding};
use crate::types::{VIR_FROM_NWFILTER, virConnectPtr, virNWFilterBindingPtr};

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

/// Lists filters in use into an array that ends with NULL; the caller frees each binding and the array. With NULL for `bindings`
/// they are only counted. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    bindings: *mut *mut virNWFilterBindingPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllNWFilterBindings", |call| {
        call.clear(bindings);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(bindings, connection.driver.nwfilters()?.bindings(&connection, flags)?))
    })
}

/// Puts a filter in use on a port. `flags` is `virNWFilterBindingCreateFlags`. The caller frees the binding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNWFilterBindingPtr {
    entry(FROM, "virNWFilterBindingCreateXML", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml, "xml", "nwfilterbinding_definition")?;
        call.require_write(&*connection)?;
        connection.driver.nwfilters()?.create_binding(&connection, xml, flags)
    })
}

/// Takes a filter off its port.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingDelete", |call| {
        let binding = call.writable::<NwFilterBinding>(binding)?;
        binding.driver()?.delete_binding(binding)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingFree", |call| call.release::<NwFilterBinding>(binding).map(drop))
}

/// The name of the filter; it stays the binding's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    entry(FROM, "virNWFilterBindingGetFilterName", |call| {
        Ok(call.borrow::<NwFilterBinding>(binding)?.c_filter.as_c_str())
    })
}

/// The name of the port; it stays the binding's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    entry(FROM, "virNWFilterBindingGetPortDev", |call| Ok(call.borrow::<NwFilterBinding>(binding)?.c_port.as_c_str()))
}

/// The binding as a `<filterbinding>` document, which the caller frees. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(binding: virNWFilterBindingPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virNWFilterBindingGetXMLDesc", |call| {
        let binding = call.borrow::<NwFilterBinding>(binding)?;
        binding.driver()?.binding_xml(binding, flags)
    })
}

/// The binding on that port. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    portdev: *const c_char,
) -> virNWFilterBindingPtr {
    entry(FROM, "virNWFilterBindingLookupByPortDev", |call| {
        let connection = call.share::<Connection>(conn)?;
        let port = call.text(portdev, "portdev")?;
        connection.driver.nwfilters()?.binding_by_port(&connection, port)
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    entry(FROM, "virNWFilterBindingRef", |call| call.reference::<NwFilterBinding>(binding))
}
