//! Storage pools.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::entry::{Borrowed, entry};
use crate::abi::list;
use crate::abi::listener;
use crate::error::Origin;
use crate::event_hub::{Kind, Subject};
use crate::object::{Connection, StoragePool, StorageVolume};
use crate::types::{
    VIR_FROM_STORAGE, VIR_STORAGE_POOL_EVENT_ID_LAST, virConnectPtr, virConnectStoragePoolEventGenericCallback,
    virFreeCallback, virStoragePoolInfoPtr, virStoragePoolPtr, virStorageVolPtr,
};

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

/// Looks for storage that a pool of this type could be made of. `src_spec` is a `<source>` document that says where to look;
/// NULL where the type needs none. Gives a `<sources>` document, which the caller frees.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectFindStoragePoolSources(
    conn: virConnectPtr,
    kind: *const c_char,
    src_spec: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    entry(FROM, "virConnectFindStoragePoolSources", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        let kind = call.text(kind, "type")?;
        let specification = call.optional_text(src_spec, "srcSpec")?;
        call.require_write(connection)?;
        connection.driver.storage_pools()?.find_sources(kind, specification, flags)
    })
}

/// Which types of pools there are, and with which options, as a `<storagepoolCapabilities>` document, which the caller frees.
/// `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetStoragePoolCapabilities(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virConnectGetStoragePoolCapabilities", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        connection.driver.storage_pools()?.capabilities(flags)
    })
}

/// Lists pools into an array that ends with NULL; the caller frees each pool and the array. With NULL for `pools` they are only
/// counted. `flags` is `virConnectListAllStoragePoolsFlags`: of each group of which some are set, a pool must have one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllStoragePools(
    conn: virConnectPtr,
    pools: *mut *mut virStoragePoolPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virConnectListAllStoragePools", |call| {
        call.clear(pools);
        let connection = call.share::<Connection>(conn)?;
        Ok(list::handles(pools, connection.driver.storage_pools()?.list(&connection, flags)?))
    })
}

/// Fills in the names of at most `maxnames` inactive pools and gives their number. The caller frees each name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListDefinedStoragePools", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.storage_pools()?.names(false)?))
    })
}

/// Fills in the names of at most `maxnames` active pools and gives their number. The caller frees each name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virConnectListStoragePools", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &connection.driver.storage_pools()?.names(true)?))
    })
}

/// How many inactive pools there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedStoragePools(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfDefinedStoragePools", |call| {
        Ok(call.borrow::<Connection>(conn)?.driver.storage_pools()?.names(false)?.len())
    })
}

/// How many active pools there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfStoragePools(conn: virConnectPtr) -> c_int {
    entry(FROM, "virConnectNumOfStoragePools", |call| {
        Ok(call.borrow::<Connection>(conn)?.driver.storage_pools()?.names(true)?.len())
    })
}

/// Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(conn: virConnectPtr, callback_id: c_int) -> c_int {
    entry(FROM, "virConnectStoragePoolEventDeregisterAny", |call| {
        let connection = call.borrow::<Connection>(conn)?;
        call.count(callback_id, "callbackID")?;
        connection.driver.storage_pools()?;
        connection.driver.events()?.deregister(connection, callback_id)
    })
}

/// Has what happens to storage pools (a `VIR_STORAGE_POOL_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
/// of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventRegisterAny(
    conn: virConnectPtr,
    pool: virStoragePoolPtr,
    event_id: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    entry(FROM, "virConnectStoragePoolEventRegisterAny", |call| {
        let connection = call.share::<Connection>(conn)?;
        let subject = call.subject::<StoragePool>(&connection, pool, "pool", |pool| {
            format!("storage pool '{}' in {}", pool.name(), call.function())
        })?;
        let callback = call.callback(cb.map(|cb| cb as usize), opaque, freecb)?;
        let kind = Kind::StoragePool(call.event_id(event_id, VIR_STORAGE_POOL_EVENT_ID_LAST)?);
        connection.driver.storage_pools()?;
        listener::register(connection, kind, subject.map(|pool| Subject::Uuid(pool.uuid)), false, callback)
    })
}

/// Makes the storage that an inactive pool stands on: a directory, a file system, a volume group. `flags` is
/// `virStoragePoolBuildFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolBuild", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.build(pool, flags)
    })
}

/// Starts a defined pool. `flags` is `virStoragePoolCreateFlags`: whether it is built before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolCreate", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.start(pool, flags)
    })
}

/// Starts a pool that is gone when it is stopped. `flags` is `virStoragePoolCreateFlags`: whether it is built before.
/// The caller frees the pool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    xml_desc: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolCreateXML", |call| {
        let connection = call.share::<Connection>(conn)?;
        let xml = call.document(xml_desc, "xmlDesc", "storage_pool_definition")?;
        call.require_write(&*connection)?;
        connection.driver.storage_pools()?.create_xml(&connection, xml, flags)
    })
}

/// Keeps a pool's definition, in the place of the one that it has. `flags` is `virStoragePoolDefineFlags`. The caller frees the pool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolDefineXML", |call| {
        let connection = call.share_writable::<Connection>(conn)?;
        connection.driver.storage_pools()?.define(
            &connection,
            call.document(xml, "xml", "storage_pool_definition")?,
            flags,
        )
    })
}

/// Deletes the storage that an inactive pool stands on, for good. `flags` is `virStoragePoolDeleteFlags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolDelete", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.delete(pool, flags)
    })
}

/// Stops a pool; what is stored in it stays. A pool without a definition is gone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolDestroy", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.destroy(pool)
    })
}

/// Gives a reference back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolFree(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolFree", |call| call.release::<StoragePool>(pool).map(drop))
}

/// Whether the pool is started with the host: 1 or 0 in `autostart`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, autostart: *mut c_int) -> c_int {
    entry(FROM, "virStoragePoolGetAutostart", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.non_null(autostart, "autostart")?;
        call.store(autostart, c_int::from(pool.driver()?.autostart(pool)?));
        Ok(())
    })
}

/// The connection of the pool, without a reference for the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetConnect(pool: virStoragePoolPtr) -> virConnectPtr {
    entry(FROM, "virStoragePoolGetConnect", |call| Ok(Borrowed(&call.borrow::<StoragePool>(pool)?.connection)))
}

/// State, and capacity, allocation and free space in bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(pool: virStoragePoolPtr, info: virStoragePoolInfoPtr) -> c_int {
    entry(FROM, "virStoragePoolGetInfo", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.non_null(info, "info")?;
        call.store(info, pool.driver()?.info(pool)?);
        Ok(())
    })
}

/// The name of the pool; it stays the pool's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetName(pool: virStoragePoolPtr) -> *const c_char {
    entry(FROM, "virStoragePoolGetName", |call| Ok(call.borrow::<StoragePool>(pool)?.c_name.as_c_str()))
}

/// Writes the 16 bytes of the pool's UUID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUID(pool: virStoragePoolPtr, uuid: *mut c_uchar) -> c_int {
    entry(FROM, "virStoragePoolGetUUID", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.store_uuid(uuid, pool.uuid)
    })
}

/// Writes the UUID as text of 36 characters and a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUIDString(pool: virStoragePoolPtr, buf: *mut c_char) -> c_int {
    entry(FROM, "virStoragePoolGetUUIDString", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.store_uuid_text(buf, pool.uuid)
    })
}

/// The pool as a `<pool>` document, which the caller frees. `flags` is `virStorageXMLFlags`: whether what is defined is meant
/// instead of what runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, flags: c_uint) -> *mut c_char {
    entry(FROM, "virStoragePoolGetXMLDesc", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        pool.driver()?.xml(pool, flags)
    })
}

/// Whether the pool is started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsActive(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolIsActive", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        pool.driver()?.is_active(pool)
    })
}

/// Whether the pool has a definition that outlives it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsPersistent(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolIsPersistent", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        pool.driver()?.is_persistent(pool)
    })
}

/// Lists the volumes of an active pool into an array that ends with NULL; the caller frees each volume and the array. With NULL
/// for `vols` they are only counted. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListAllVolumes(
    pool: virStoragePoolPtr,
    vols: *mut *mut virStorageVolPtr,
    flags: c_uint,
) -> c_int {
    entry(FROM, "virStoragePoolListAllVolumes", |call| {
        call.clear(vols);
        let pool = call.borrow::<StoragePool>(pool)?;
        Ok(list::handles(vols, pool.connection.driver.storage_volumes()?.list(pool, flags)?))
    })
}

/// Fills in the names of at most `maxnames` volumes of an active pool and gives their number. The caller frees each name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListVolumes(
    pool: virStoragePoolPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    entry(FROM, "virStoragePoolListVolumes", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        call.array(names, "names", maxnames, "maxnames")?;
        Ok(list::fill_strings(names, maxnames, &pool.connection.driver.storage_volumes()?.names(pool)?))
    })
}

/// The pool of that name. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByName(conn: virConnectPtr, name: *const c_char) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByName", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.storage_pools()?.by_name(&connection, &call.sought_text(name, "name")?)
    })
}

/// The active pool whose volumes appear under that path. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByTargetPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByTargetPath", |call| {
        let connection = call.share::<Connection>(conn)?;
        let path = &call.sought_text(path, "path")?;
        connection.driver.storage_pools()?.by_target_path(&connection, path)
    })
}

/// The pool of that UUID of 16 bytes. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByUUID", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.storage_pools()?.by_uuid(&connection, call.uuid(uuid, "uuid")?)
    })
}

/// The pool of that UUID, written as text. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByUUIDString", |call| {
        let connection = call.share::<Connection>(conn)?;
        connection.driver.storage_pools()?.by_uuid(&connection, call.uuid_text(uuidstr, "uuidstr")?)
    })
}

/// The pool of a volume. The caller frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByVolume(vol: virStorageVolPtr) -> virStoragePoolPtr {
    entry(FROM, "virStoragePoolLookupByVolume", |call| {
        let volume = call.borrow::<StorageVolume>(vol)?;
        volume.connection.driver.storage_pools()?.of_volume(volume)
    })
}

/// How many volumes there are in an active pool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolNumOfVolumes(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolNumOfVolumes", |call| {
        let pool = call.borrow::<StoragePool>(pool)?;
        Ok(pool.connection.driver.storage_volumes()?.names(pool)?.len())
    })
}

/// Takes one more reference.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRef(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolRef", |call| call.reference::<StoragePool>(pool))
}

/// Looks again at what stands in an active pool: sizes and volumes. `flags` must be 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    entry(FROM, "virStoragePoolRefresh", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.refresh(pool, flags)
    })
}

/// Whether the pool is to be started with the host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, autostart: c_int) -> c_int {
    entry(FROM, "virStoragePoolSetAutostart", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.set_autostart(pool, autostart != 0)
    })
}

/// Forgets the definition of an inactive pool; what is stored in it stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    entry(FROM, "virStoragePoolUndefine", |call| {
        let pool = call.writable::<StoragePool>(pool)?;
        pool.driver()?.undefine(pool)
    })
}
