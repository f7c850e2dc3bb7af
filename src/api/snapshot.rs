//! Snapshots of domains: taking, listing, going back, deleting.

use std::ffi::{c_char, c_int, c_uint};
use std::sync::Arc;

use crate::abi::entry::{Borrowed, entry};
use crate::abi::{Call, list};
use crate::driver::SnapshotDriver;
use crate::error::{Error, Origin, Result};
use crate::object::{Domain, Snapshot};
use crate::types::*;

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

fn driver(domain: &Domain) -> Result<&dyn SnapshotDriver> {
    domain.connection.driver.snapshots()
}

fn handles(domain: &Arc<Domain>, names: &[String]) -> Vec<Arc<Snapshot>> {
    names.iter().map(|name| Snapshot::new(domain, name)).collect()
}

/// Complains about flags of `virDomainSnapshotCreateXML` that do not go together.
fn check_create(call: &Call, flags: c_uint) -> Result<()> {
    let redefine = flag!(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
    call.requires(flags, flag!(VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT), redefine)?;
    call.exclusive(flags, redefine, flag!(VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA))?;
    call.exclusive(flags, redefine, flag!(VIR_DOMAIN_SNAPSHOT_CREATE_HALT))
}

/// Whether the domain has a current snapshot: the one it was taken of or gone back to last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainHasCurrentSnapshot", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        driver(domain)?.has_current(domain, flags)
    })
}

/// The snapshots that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for, in an array that the caller frees after each of them;
/// how many there are. With a NULL `snaps` only that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllSnapshots(
    domain: virDomainPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListAllSnapshots", |call| {
        call.clear(snaps);
        let domain = call.share::<Domain>(domain)?;
        let names = driver(&domain)?.list(&domain, flags)?;
        Ok(list::handles(snaps, handles(&domain, &names)))
    })
}

/// Makes the domain what it was when the snapshot was taken. With a `VIR_DOMAIN_SNAPSHOT_REVERT_…` flag it runs or pauses
/// afterwards, whatever it did then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainRevertToSnapshot", |call| {
        let snapshot = call.writable::<Snapshot>(snapshot)?;
        call.exclusive(flags, flag!(VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING), flag!(VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED))?;
        snapshot.driver()?.revert(snapshot, flags)
    })
}

/// Takes a snapshot of the domain as a `<domainsnapshot>` says, which may be empty; or, with
/// `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE`, learns of one that was taken before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCreateXML(
    domain: virDomainPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotCreateXML", |call| {
        let domain = call.share::<Domain>(domain)?;
        let xml = call.document(xml_desc, "xmlDesc", "domain_snapshot")?;
        call.require_write(&*domain)?;
        check_create(call, flags)?;
        driver(&domain)?.create(&domain, xml, flags)
    })
}

/// The domain's current snapshot; an error when it has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCurrent(domain: virDomainPtr, flags: c_uint) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotCurrent", |call| {
        let domain = call.share::<Domain>(domain)?;
        Ok(Snapshot::new(&domain, &driver(&domain)?.current(&domain, flags)?))
    })
}

/// Deletes the snapshot, with `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN` all below it too. Without it they are then below its
/// parent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotDelete", |call| {
        let snapshot = call.writable::<Snapshot>(snapshot)?;
        let children = flag!(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
        call.exclusive(flags, children, flag!(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY))?;
        snapshot.driver()?.delete(snapshot, flags)
    })
}

/// Gives one reference to the snapshot back. The snapshot itself stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    entry(FROM, "virDomainSnapshotFree", |call| call.release::<Snapshot>(snapshot).map(drop))
}

/// The connection it belongs to, which the caller does not own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    entry(FROM, "virDomainSnapshotGetConnect", |call| Ok(Borrowed(&call.borrow::<Snapshot>(snapshot)?.connection)))
}

/// The domain it belongs to, which the caller does not own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    entry(FROM, "virDomainSnapshotGetDomain", |call| Ok(Borrowed(&call.borrow::<Snapshot>(snapshot)?.domain)))
}

/// Its name, which lives as long as the handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    entry(FROM, "virDomainSnapshotGetName", |call| Ok(call.borrow::<Snapshot>(snapshot)?.c_name.as_c_str()))
}

/// The snapshot above it; an error when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotGetParent", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        Ok(Snapshot::new(&snapshot.domain, &snapshot.driver()?.parent(snapshot, flags)?))
    })
}

/// Its document, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(snapshot: virDomainSnapshotPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virDomainSnapshotGetXMLDesc", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        if flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE != 0 && snapshot.connection.read_only {
            return Err(Error::new(VIR_ERR_OPERATION_DENIED, "virDomainSnapshotGetXMLDesc with secure flag"));
        }
        snapshot.driver()?.xml(snapshot, flags)
    })
}

/// Whether the library knows more of the snapshot than what stands in the disks' images.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotHasMetadata", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        snapshot.driver()?.has_metadata(snapshot, flags)
    })
}

/// Whether it is the domain's current snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotIsCurrent", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        snapshot.driver()?.is_current(snapshot, flags)
    })
}

/// The snapshots below it that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for, in an array that the caller frees after each of them;
/// how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListAllChildren", |call| {
        call.clear(snaps);
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        let names = snapshot.driver()?.children(snapshot, flags)?;
        Ok(list::handles(snaps, handles(&snapshot.domain, &names)))
    })
}

/// Fills the caller's array with names of snapshots below this one, as far as it goes; the caller frees each. How many
/// there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListChildrenNames(
    snapshot: virDomainSnapshotPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListChildrenNames", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        call.array(names, "names", nameslen, "nameslen")?;
        let children = snapshot.driver()?.children(snapshot, flags)?;
        list::fill_strings(names, nameslen, &children);
        Ok(children.len())
    })
}

/// Fills the caller's array with names of the domain's snapshots, as far as it goes; the caller frees each. How many there
/// are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListNames(
    domain: virDomainPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainSnapshotListNames", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        call.array(names, "names", nameslen, "nameslen")?;
        let all = driver(domain)?.list(domain, flags)?;
        list::fill_strings(names, nameslen, &all);
        Ok(all.len())
    })
}

/// The domain's snapshot of that name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    entry(FROM, "virDomainSnapshotLookupByName", |call| {
        let domain = call.share::<Domain>(domain)?;
        let name = &call.sought_text(name, "name")?;
        driver(&domain)?.lookup(&domain, name, flags)?;
        Ok(Snapshot::new(&domain, name))
    })
}

/// How many snapshots there are that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotNum", |call| {
        let domain = call.borrow::<Domain>(domain)?;
        Ok(driver(domain)?.list(domain, flags)?.len())
    })
}

/// How many snapshots there are below this one that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainSnapshotNumChildren", |call| {
        let snapshot = call.borrow::<Snapshot>(snapshot)?;
        Ok(snapshot.driver()?.children(snapshot, flags)?.len())
    })
}

/// Takes one more reference, to be given back with `virDomainSnapshotFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    entry(FROM, "virDomainSnapshotRef", |call| call.reference::<Snapshot>(snapshot))
}
