//! Storage volume.

use std::ffi::{CStr, c_char, c_int, c_uint, c_ulonglong};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::{
    VIR_FROM_STORAGE, virConnectPtr, virStoragePoolPtr, virStorageVolInfoPtr, virStorageVolPtr, virStreamPtr,
};
use std::sync::Arc;

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

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virStorageVolPtr {
    entry(FROM, "virStorageVolCreateXML", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<Arc<StorageVolume>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    _xml_desc: *const c_char,
    _clonevol: virStorageVolPtr,
    _flags: c_uint,
) -> virStorageVolPtr {
    entry(FROM, "virStorageVolCreateXMLFrom", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<Arc<StorageVolume>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolDelete", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    _stream: virStreamPtr,
    _offset: c_ulonglong,
    _length: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolDownload", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    entry(FROM, "virStorageVolFree", |call| call.release::<StorageVolume>(vol).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    entry(FROM, "virStorageVolGetConnect", |call| Ok(Borrowed(&call.borrow::<StorageVolume>(vol)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, _info: virStorageVolInfoPtr) -> c_int {
    entry(FROM, "virStorageVolGetInfo", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    _info: virStorageVolInfoPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolGetInfoFlags", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    entry(FROM, "virStorageVolGetKey", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<&CStr>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    entry(FROM, "virStorageVolGetName", |call| Ok(call.borrow::<StorageVolume>(vol)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    entry(FROM, "virStorageVolGetPath", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virStorageVolGetXMLDesc", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(conn: virConnectPtr, _key: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByKey", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StorageVolume>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(pool: virStoragePoolPtr, _name: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByName", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<Arc<StorageVolume>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(conn: virConnectPtr, _path: *const c_char) -> virStorageVolPtr {
    entry(FROM, "virStorageVolLookupByPath", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StorageVolume>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    entry(FROM, "virStorageVolRef", |call| call.reference::<StorageVolume>(vol))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(vol: virStorageVolPtr, _capacity: c_ulonglong, _flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolResize", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    _stream: virStreamPtr,
    _offset: c_ulonglong,
    _length: c_ulonglong,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virStorageVolUpload", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolWipe", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(vol: virStorageVolPtr, _algorithm: c_uint, _flags: c_uint) -> c_int {
    entry(FROM, "virStorageVolWipePattern", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<()>()
    })
}
