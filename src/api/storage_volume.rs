//! Storage volumes.

use std::ffi::{c_char, c_int, c_uint, c_ulonglong};
use std::sync::Arc;

use crate::abi::entry::{Borrowed, entry};
use crate::error::{Error, Origin, Result};
use crate::object::{Connection, StoragePool, StorageVolume, Stream};
use crate::types::{
    VIR_FROM_STORAGE, VIR_STORAGE_VOL_RESIZE_DELTA, VIR_STORAGE_VOL_RESIZE_SHRINK, VIR_STORAGE_VOL_WIPE_ALG_ZERO,
    virConnectPtr, virStoragePoolPtr, virStorageVolInfoPtr, virStorageVolPtr, virStreamPtr,
};

export!(
    virStorageVolCreateXML,
    virStorageVolCreateXMLFrom,
    virStorageVolDelete,
    virStorageVolDownload,
    virStorageVolFree,
    virStorageVolGetConnect,
    virStorageVolGetInfo,
    virStorageVolGetInfoFlags,
    virStorageVolGetKey,
    virStorageVolGetName,
    virStorageVolGetPath,
    virStorageVolGetXMLDesc,
    virStorageVolLookupByKey,
    virStorageVolLookupByName,
    virStorageVolLookupByPath,
    virStorageVolRef,
    virStorageVolResize,
    virStorageVolUpload,
    virStorageVolWipe,
    virStorageVolWipePattern
);

const FROM: Origin = VIR_FROM_STORAGE;

/// Data cannot go from one connection's volume into another connection's stream.
fn require_same_connection(volume: &StorageVolume, stream: &Stream) -> Result<()> {
    if Arc::ptr_eq(&volume.connection, &stream.connection) {
        return Ok(());
    }
    Err(Error::argument("stream", format!("must match connection of volume '{}'", volume.name())))
}

/// Makes a volume in an active pool. `flags` is `virStorageVolCreateFlags`. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virStorageVolPtr {
    entry(FROM, "virStorageVolCreateXML", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        let xml = call.document(xml_desc, "xmlDesc", "storage_volume_definition")?;
        call.require_write(pool)?;
        pool.connection.driver.storage_volumes()?.create(pool, xml, flags)
    })
}

/// Makes a volume with the content of another one, which may be in another pool. `flags` is `virStorageVolCreateFlags`. The caller
/// frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    xml_desc: *const c_char,
    clonevol: virStorageVolPtr,
    flags: c_uint,
) -> virStorageVolPtr {
    entry(FROM, "virStorageVolCreateXMLFrom", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        let original = call.borrow::<StorageVolume>(clonevol)?;
        let xml = call.document(xml_desc, "xmlDesc", "storage_volume_definition")?;
        call.require_write(pool)?;
        call.require_write(original)?;
        pool.connection.driver.storage_volumes()?.create_from(pool, xml, original, flags)
    })
}

/// Deletes a volume and what is stored in it. `flags` is `virStorageVolDeleteFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolDelete", |call| {
        let volume = call.writable::<StorageVolume>(vol)?;
        volume.driver()?.delete(volume, flags)
    })
}

/// Sends what is stored in a volume into `stream`: `length` bytes from `offset` on, 0 for all that follow. `flags` is
/// `virStorageVolDownloadFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolDownload", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        let stream = call.share::<Stream>(stream)?;
        call.require_write(volume)?;
        require_same_connection(volume, &stream)?;
        volume.driver()?.download(volume, &stream, offset, length, flags)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    entry(FROM, "virStorageVolFree", |call| call.release::<StorageVolume>(vol).map(drop))
}

/// The connection of the volume, without a reference for the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    entry(FROM, "virStorageVolGetConnect", |call| Ok(Borrowed(&call.borrow::<StorageVolume>(vol)?.connection)))
}

/// Type, and capacity and allocation in bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, info: virStorageVolInfoPtr) -> c_int {
    entry(FROM, "virStorageVolGetInfo", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        call.non_null(info, "info")?;
        call.store(info, volume.driver()?.info(volume)?);
        Ok(())
    })
}

/// As `virStorageVolGetInfo`; `flags` is `virStorageVolInfoFlags`: whether `allocation` is the size of the file instead.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    info: virStorageVolInfoPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolGetInfoFlags", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        call.non_null(info, "info")?;
        call.store(info, volume.driver()?.info_flags(volume, flags)?);
        Ok(())
    })
}

/// What identifies the volume on this host; it stays the volume's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    entry(FROM, "virStorageVolGetKey", |call| Ok(call.borrow::<StorageVolume>(vol)?.c_key.as_c_str()))
}

/// The name of the volume in its pool; it stays the volume's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    entry(FROM, "virStorageVolGetName", |call| Ok(call.borrow::<StorageVolume>(vol)?.c_name.as_c_str()))
}

/// The path of the volume, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    entry(FROM, "virStorageVolGetPath", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        volume.driver()?.path(volume)
    })
}

/// The volume as a `<volume>` document, which the caller frees. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virStorageVolGetXMLDesc", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        volume.driver()?.xml(volume, flags)
    })
}

/// The volume of that key, in whichever active pool it is. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(conn: virConnectPtr, key: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByKey", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.storage_volumes()?.by_key(&connection, &call.sought_text(key, "key")?)
    })
}

/// The volume of that name in an active pool. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(pool: virStoragePoolPtr, name: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByName", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        pool.connection.driver.storage_volumes()?.by_name(pool, &call.sought_text(name, "name")?)
    })
}

/// The volume of that path, in whichever active pool it is. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(conn: virConnectPtr, path: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByPath", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.storage_volumes()?.by_path(&connection, &call.sought_text(path, "path")?)
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    entry(FROM, "virStorageVolRef", |call| call.reference::<StorageVolume>(vol))
}

/// Changes the capacity to so many bytes, or by so many with `VIR_STORAGE_VOL_RESIZE_DELTA`. `flags` is `virStorageVolResizeFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(vol: virStorageVolPtr, capacity: c_ulonglong, flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolResize", |call| {
        let volume = call.writable::<StorageVolume>(vol)?;
        const ZERO_IS_MEANT: c_uint = VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK;
        if capacity == 0 && flags & ZERO_IS_MEANT == 0 {
            return Err(Error::argument("capacity", "cannot be zero without 'delta' or 'shrink' flags set"));
        }
        volume.driver()?.resize(volume, capacity, flags)
    })
}

/// Stores in a volume what comes from `stream`: `length` bytes from `offset` on, 0 for all that come. `flags` is
/// `virStorageVolUploadFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolUpload", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        let stream = call.share::<Stream>(stream)?;
        call.require_write(volume)?;
        require_same_connection(volume, &stream)?;
        volume.driver()?.upload(volume, &stream, offset, length, flags)
    })
}

/// Overwrites what is stored in a volume with zeros. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolWipe", |call| {
        let volume = call.writable::<StorageVolume>(vol)?;
        volume.driver()?.wipe(volume, VIR_STORAGE_VOL_WIPE_ALG_ZERO as c_uint, flags)
    })
}

/// Overwrites what is stored in a volume. `algorithm` is a `virStorageVolWipeAlgorithm`; `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(vol: virStorageVolPtr, algorithm: c_uint, flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolWipePattern", |call| {
        let volume = call.writable::<StorageVolume>(vol)?;
        volume.driver()?.wipe(volume, algorithm, flags)
    })
}
