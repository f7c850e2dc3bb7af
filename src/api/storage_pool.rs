//! Storage pool.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::error::Origin;
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::{
    VIR_FROM_STORAGE, virConnectPtr, virConnectStoragePoolEventGenericCallback, virFreeCallback, virStoragePoolInfoPtr,
    virStoragePoolPtr, virStorageVolPtr,
};
use std::sync::Arc;

export!(
    virConnectFindStoragePoolSources,
    virConnectGetStoragePoolCapabilities,
    virConnectListAllStoragePools,
    virConnectListDefinedStoragePools,
    virConnectListStoragePools,
    virConnectNumOfDefinedStoragePools,
    virConnectNumOfStoragePools,
    virConnectStoragePoolEventDeregisterAny,
    virConnectStoragePoolEventRegisterAny,
    virStoragePoolBuild,
    virStoragePoolCreate,
    virStoragePoolCreateXML,
    virStoragePoolDefineXML,
    virStoragePoolDelete,
    virStoragePoolDestroy,
    virStoragePoolFree,
    virStoragePoolGetAutostart,
    virStoragePoolGetConnect,
    virStoragePoolGetInfo,
    virStoragePoolGetName,
    virStoragePoolGetUUID,
    virStoragePoolGetUUIDString,
    virStoragePoolGetXMLDesc,
    virStoragePoolIsActive,
    virStoragePoolIsPersistent,
    virStoragePoolListAllVolumes,
    virStoragePoolListVolumes,
    virStoragePoolLookupByName,
    virStoragePoolLookupByTargetPath,
    virStoragePoolLookupByUUID,
    virStoragePoolLookupByUUIDString,
    virStoragePoolLookupByVolume,
    virStoragePoolNumOfVolumes,
    virStoragePoolRef,
    virStoragePoolRefresh,
    virStoragePoolSetAutostart,
    virStoragePoolUndefine
);

const FROM: Origin = VIR_FROM_STORAGE;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectFindStoragePoolSources(
    conn: virConnectPtr,
    _kind: *const c_char,
    _src_spec: *const c_char,
    _flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectFindStoragePoolSources", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetStoragePoolCapabilities(conn: virConnectPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virConnectGetStoragePoolCapabilities", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllStoragePools(
    conn: virConnectPtr,
    _pools: *mut *mut virStoragePoolPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllStoragePools", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedStoragePools(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedStoragePools", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListStoragePools(
    conn: virConnectPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListStoragePools", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedStoragePools(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedStoragePools", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfStoragePools(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfStoragePools", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(conn: virConnectPtr, _callback_id: c_int) -> c_int {
    entry(FROM, "virConnectStoragePoolEventDeregisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventRegisterAny(
    conn: virConnectPtr,
    _pool: virStoragePoolPtr,
    _event_id: c_int,
    _cb: virConnectStoragePoolEventGenericCallback,
    _opaque: *mut c_void,
    _freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectStoragePoolEventRegisterAny", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolBuild", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolCreate", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    _xml_desc: *const c_char,
    _flags: c_uint,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolCreateXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    _xml: *const c_char,
    _flags: c_uint,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolDefineXML", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolDelete", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolDestroy", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolFree(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolFree", |call| call.release::<StoragePool>(pool).map(drop))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, _autostart: *mut c_int) -> c_int {
    entry(FROM, "virStoragePoolGetAutostart", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetConnect(pool: virStoragePoolPtr) -> virConnectPtr {
    entry(FROM, "virStoragePoolGetConnect", |call| Ok(Borrowed(&call.borrow::<StoragePool>(pool)?.connection)))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(pool: virStoragePoolPtr, _info: virStoragePoolInfoPtr) -> c_int {
    entry(FROM, "virStoragePoolGetInfo", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetName(pool: virStoragePoolPtr) -> *const c_char {
    entry(FROM, "virStoragePoolGetName", |call| Ok(call.borrow::<StoragePool>(pool)?.c_name.as_c_str()))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUID(pool: virStoragePoolPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virStoragePoolGetUUID", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.store_uuid(uuid, pool.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUIDString(pool: virStoragePoolPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virStoragePoolGetUUIDString", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.store_uuid_text(buf, pool.uuid)
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, _flags: c_uint) -> *mut c_char {
    entry(FROM, "virStoragePoolGetXMLDesc", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<String>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsActive(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolIsActive", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsPersistent(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolIsPersistent", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListAllVolumes(
    pool: virStoragePoolPtr,
    _vols: *mut *mut virStorageVolPtr,
    _flags: c_uint,
) -> c_int {
    entry(FROM, "virStoragePoolListAllVolumes", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListVolumes(
    pool: virStoragePoolPtr,
    _names: *mut *mut c_char,
    _maxnames: c_int,
) -> c_int {
    entry(FROM, "virStoragePoolListVolumes", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByName(conn: virConnectPtr, _name: *const c_char) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByName", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByTargetPath(
    conn: virConnectPtr,
    _path: *const c_char,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByTargetPath", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUID(conn: virConnectPtr, _uuid: *const c_uchar) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByUUID", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUIDString(
    conn: virConnectPtr,
    _uuidstr: *const c_char,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByUUIDString", |call| {
        call.borrow::<Connection>(conn)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByVolume(vol: virStorageVolPtr) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByVolume", |call| {
        call.borrow::<StorageVolume>(vol)?;
        call.unsupported::<Arc<StoragePool>>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolNumOfVolumes(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolNumOfVolumes", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRef(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolRef", |call| call.reference::<StoragePool>(pool))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, _flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolRefresh", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, _autostart: c_int) -> c_int {
    entry(FROM, "virStoragePoolSetAutostart", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolUndefine", |call| {
        call.borrow::<StoragePool>(pool)?;
        call.unsupported::<()>()
    })
}
