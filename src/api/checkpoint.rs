//! Checkpoints of domains: making, listing, deleting.

use std::ffi::{c_char, c_int, c_uint};
use std::sync::Arc;

use crate::abi::entry::{Borrowed, entry};
use crate::abi::list;
use crate::driver::CheckpointDriver;
use crate::error::{Error, Origin, Result};
use crate::object::{Checkpoint, Domain};
use crate::types::*;

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

fn driver(domain: &Domain) -> Result<&dyn CheckpointDriver> {
    domain.connection.driver.checkpoints()
}

fn handles(domain: &Arc<Domain>, names: &[String]) -> Vec<Arc<Checkpoint>> {
    names.iter().map(|name| Checkpoint::new(domain, name)).collect()
}

/// Makes a checkpoint of the running domain as a `<domaincheckpoint>` says: from now on changes of its disks are known. Or,
/// with `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE`, learns of one that was made before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointCreateXML", |call| {
        let domain = call.share::<Domain>(domain)?;
        let xml = call.document(xml_desc, "xmlDesc", "domain_checkpoint")?;
        call.require_write(&*domain)?;
        let redefine = flag!(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE);
        call.exclusive(flags, redefine, flag!(VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE))?;
        call.requires(flags, flag!(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE), redefine)?;
        driver(&domain)?.create(&domain, xml, flags)
    })
}

/// Deletes the checkpoint, with `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN` all below it too. Without it they are then below its
/// parent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(checkpoint: virDomainCheckpointPtr, flags: c_uint) -> c_int {
    entry(FROM, "virDomainCheckpointDelete", |call| {
        let checkpoint = call.writable::<Checkpoint>(checkpoint)?;
        let children = flag!(VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN);
        call.exclusive(flags, children, flag!(VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY))?;
        checkpoint.driver()?.delete(checkpoint, flags)
    })
}

/// Gives one reference to the checkpoint back. The checkpoint itself stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry(FROM, "virDomainCheckpointFree", |call| call.release::<Checkpoint>(checkpoint).map(drop))
}

/// The connection it belongs to, which the caller does not own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    entry(FROM, "virDomainCheckpointGetConnect", |call| {
        Ok(Borrowed(&call.borrow::<Checkpoint>(checkpoint)?.connection))
    })
}

/// The domain it belongs to, which the caller does not own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    entry(FROM, "virDomainCheckpointGetDomain", |call| Ok(Borrowed(&call.borrow::<Checkpoint>(checkpoint)?.domain)))
}

/// Its name, which lives as long as the handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    entry(FROM, "virDomainCheckpointGetName", |call| Ok(call.borrow::<Checkpoint>(checkpoint)?.c_name.as_c_str()))
}

/// The checkpoint above it; an error when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointGetParent", |call| {
        let checkpoint = call.borrow::<Checkpoint>(checkpoint)?;
        Ok(Checkpoint::new(&checkpoint.domain, &checkpoint.driver()?.parent(checkpoint, flags)?))
    })
}

/// Its document, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virDomainCheckpointGetXMLDesc", |call| {
        let checkpoint = call.borrow::<Checkpoint>(checkpoint)?;
        if flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE != 0 && checkpoint.connection.read_only {
            return Err(Error::new(VIR_ERR_OPERATION_DENIED, "virDomainCheckpointGetXMLDesc with secure flag"));
        }
        checkpoint.driver()?.xml(checkpoint, flags)
    })
}

/// The checkpoints below it that `VIR_DOMAIN_CHECKPOINT_LIST_…` flags ask for, in an array that the caller frees after each of them;
/// how many there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainCheckpointListAllChildren", |call| {
        call.clear(children);
        let checkpoint = call.borrow::<Checkpoint>(checkpoint)?;
        let names = checkpoint.driver()?.children(checkpoint, flags)?;
        Ok(list::handles(children, handles(&checkpoint.domain, &names)))
    })
}

/// The domain's checkpoint of that name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    entry(FROM, "virDomainCheckpointLookupByName", |call| {
        let domain = call.share::<Domain>(domain)?;
        let name = &call.sought_text(name, "name")?;
        driver(&domain)?.lookup(&domain, name, flags)?;
        Ok(Checkpoint::new(&domain, name))
    })
}

/// Takes one more reference, to be given back with `virDomainCheckpointFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    entry(FROM, "virDomainCheckpointRef", |call| call.reference::<Checkpoint>(checkpoint))
}

/// The checkpoints that `VIR_DOMAIN_CHECKPOINT_LIST_…` flags ask for, in an array that the caller frees after each of them;
/// how many there are. With a NULL `checkpoints` only that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    checkpoints: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virDomainListAllCheckpoints", |call| {
        call.clear(checkpoints);
        let domain = call.share::<Domain>(domain)?;
        let names = driver(&domain)?.list(&domain, flags)?;
        Ok(list::handles(checkpoints, handles(&domain, &names)))
    })
}
