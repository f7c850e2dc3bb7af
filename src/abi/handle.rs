//! Between the objects and the opaque pointers that C holds of them.
//!
//! A handle is the address of an [`Arc`]'s content, and each reference that C has is one count of that `Arc`.

use std::mem;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::object::*;
use crate::types::*;

/// An object and the C type of its handle.
pub trait Handle: Object {
    type C;
}

macro_rules! handles {
    ($($object:ty = $c:ty),+ $(,)?) => { $(impl Handle for $object { type C = $c; })+ };
}

handles! {
    Connection = virConnect, Domain = virDomain, Snapshot = virDomainSnapshot, Checkpoint = virDomainCheckpoint,
    Network = virNetwork, NetworkPort = virNetworkPort, StoragePool = virStoragePool, StorageVolume = virStorageVol,
    Interface = virInterface, NodeDevice = virNodeDevice, Secret = virSecret, NwFilter = virNWFilter,
    NwFilterBinding = virNWFilterBinding, Stream = virStream,
}

/// Hands one reference over to C.
pub(crate) fn give<T: Handle>(object: Arc<T>) -> *mut T::C {
    Arc::into_raw(object).cast_mut().cast()
}

/// The handle of an object that C has, or that stays alive while C uses it.
pub(crate) fn pointer<T: Handle>(object: &Arc<T>) -> *mut T::C {
    Arc::as_ptr(object).cast_mut().cast()
}

/// Whether a pointer is a live object of this kind, as far as can be told.
fn is_live<T: Handle>(handle: *const T::C) -> bool {
    !handle.is_null()
        && handle.cast::<u64>().is_aligned()
        // SAFETY: a handle is NULL or points to an object, whose first field is its tag (abi's policy).
        && unsafe { handle.cast::<u64>().read_volatile() } == Tag::<T>::LIVE
}

/// The object behind a handle, for as long as the call lasts.
///
/// # Errors
/// The kind's own error for NULL and for what is no live object of that kind.
pub(crate) fn borrow<'a, T: Handle>(handle: *const T::C) -> Result<&'a T> {
    if !is_live::<T>(handle) {
        let error = Error::in_function(T::INVALID);
        return Err(match T::ORIGIN {
            Some(origin) => error.from_origin(origin),
            None => error,
        });
    }
    // SAFETY: it is live, and the caller keeps its reference until the call returns (abi's policy).
    Ok(unsafe { &*handle.cast::<T>() })
}

/// As [`borrow`], with a reference of its own, for what outlives the call.
pub(crate) fn share<T: Handle>(handle: *const T::C) -> Result<Arc<T>> {
    borrow::<T>(handle)?;
    // SAFETY: it is live, and every handle came from `Arc::into_raw` or `Arc::as_ptr`.
    let object = unsafe { Arc::from_raw(handle.cast::<T>()) };
    mem::forget(Arc::clone(&object));
    Ok(object)
}

/// Takes one more reference in C's name (`virDomainRef`).
pub(crate) fn reference<T: Handle>(handle: *const T::C) -> Result<()> {
    mem::forget(share::<T>(handle)?);
    Ok(())
}

/// Drops one of C's references and tells how many are left.
pub(crate) fn release<T: Handle>(handle: *mut T::C) -> Result<usize> {
    borrow::<T>(handle)?;
    // SAFETY: it is live, and C gives up a reference that it has.
    let object = unsafe { Arc::from_raw(handle.cast::<T>()) };
    Ok(Arc::strong_count(&object) - 1)
}
