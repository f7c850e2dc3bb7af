//! Checkpoint.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Checkpoint, Domain};
use crate::types::{VIR_FROM_DOMAIN_CHECKPOINT, virConnectPtr, virDomainCheckpointPtr, virDomainPtr};
use std::sync::Arc;

export!(
    virDomainCheckpointCreateXML,
    virDomainCheckpointDelete,
    virDomainCheckpointFree,
    virDomainCheckpointGetConnect,
    virDomainCheckpointGetDomain,
    virDomainCheckpointGetName,
    virDomainCheckpointGetParent,
    virDomainCheckpointGetXMLDesc,
    virDomainCheckpointListAllChildren,
    virDomainCheckpointLookupByName,
    virDomainCheckpointRef,
    virDomainListAllCheckpoints
);

const FROM: Origin = VIR_FROM_DOMAIN_CHECKPOINT;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointCreateXML", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Checkpoint>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(checkpoint: virDomainCheckpointPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainCheckpointDelete", |call| {
        call.borrow::<Checkpoint>(checkpoint)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry(FROM, "virDomainCheckpointFree", |call| call.release::<Checkpoint>(checkpoint).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    entry(FROM, "virDomainCheckpointGetConnect", |call| {
        Ok(Borrowed(&call.borrow::<Checkpoint>(checkpoint)?.connection))
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    entry(FROM, "virDomainCheckpointGetDomain", |call| {
        call.borrow::<Checkpoint>(checkpoint)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    entry(FROM, "virDomainCheckpointGetName", |call| Ok(call.borrow::<Checkpoint>(checkpoint)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    _flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointGetParent", |call| {
        call.borrow::<Checkpoint>(checkpoint)?;
        call.unsupported::<Arc<Checkpoint>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainCheckpointGetXMLDesc", |call| {
        call.borrow::<Checkpoint>(checkpoint)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    _children: *mut *mut virDomainCheckpointPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCheckpointListAllChildren", |call| {
        call.borrow::<Checkpoint>(checkpoint)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    _name: *const c_char,
    _flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointLookupByName", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Checkpoint>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry(FROM, "virDomainCheckpointRef", |call| call.reference::<Checkpoint>(checkpoint))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    _checkpoints: *mut *mut virDomainCheckpointPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListAllCheckpoints", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}
