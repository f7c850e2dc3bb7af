//! Snapshot.

use std::ffi::{c_char, c_int, c_uint};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Domain, Snapshot};
use crate::types::{VIR_FROM_DOMAIN_SNAPSHOT, virConnectPtr, virDomainPtr, virDomainSnapshotPtr};
use std::sync::Arc;

export!(
    virDomainHasCurrentSnapshot,
    virDomainListAllSnapshots,
    virDomainRevertToSnapshot,
    virDomainSnapshotCreateXML,
    virDomainSnapshotCurrent,
    virDomainSnapshotDelete,
    virDomainSnapshotFree,
    virDomainSnapshotGetConnect,
    virDomainSnapshotGetDomain,
    virDomainSnapshotGetName,
    virDomainSnapshotGetParent,
    virDomainSnapshotGetXMLDesc,
    virDomainSnapshotHasMetadata,
    virDomainSnapshotIsCurrent,
    virDomainSnapshotListAllChildren,
    virDomainSnapshotListChildrenNames,
    virDomainSnapshotListNames,
    virDomainSnapshotLookupByName,
    virDomainSnapshotNum,
    virDomainSnapshotNumChildren,
    virDomainSnapshotRef
);

const FROM: Origin = VIR_FROM_DOMAIN_SNAPSHOT;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainHasCurrentSnapshot", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllSnapshots(
    domain: virDomainPtr,
    _snaps: *mut *mut virDomainSnapshotPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListAllSnapshots", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainRevertToSnapshot", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCreateXML(
    domain: virDomainPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotCreateXML", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Snapshot>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCurrent(domain: virDomainPtr, _flags: c_uint) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotCurrent", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Snapshot>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotDelete", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    entry(FROM, "virDomainSnapshotFree", |call| call.release::<Snapshot>(snapshot).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    entry(FROM, "virDomainSnapshotGetConnect", |call| Ok(Borrowed(&call.borrow::<Snapshot>(snapshot)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    entry(FROM, "virDomainSnapshotGetDomain", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<Arc<Domain>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    entry(FROM, "virDomainSnapshotGetName", |call| Ok(call.borrow::<Snapshot>(snapshot)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    _flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotGetParent", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<Arc<Snapshot>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainSnapshotGetXMLDesc", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotHasMetadata", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotIsCurrent", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    _snaps: *mut *mut virDomainSnapshotPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListAllChildren", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListChildrenNames(
    snapshot: virDomainSnapshotPtr,
    _names: *mut *mut c_char,
    _nameslen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListChildrenNames", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListNames(
    domain: virDomainPtr,
    _names: *mut *mut c_char,
    _nameslen: c_int,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListNames", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotLookupByName(
    domain: virDomainPtr,
    _name: *const c_char,
    _flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotLookupByName", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<Arc<Snapshot>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotNum", |call| {
        call.borrow::<Domain>(domain)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(snapshot: virDomainSnapshotPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotNumChildren", |call| {
        call.borrow::<Snapshot>(snapshot)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    entry(FROM, "virDomainSnapshotRef", |call| call.reference::<Snapshot>(snapshot))
}
