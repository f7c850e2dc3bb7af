//! What `<libvirt/libvirt-storage.h>` declares beside functions: constants, structs and callback types.

use std::ffi::{c_int, c_uint, c_ulonglong, c_void};

use super::*;

/// A storage pool: opaque, counted by reference.
#[repr(C)]
pub struct _virStoragePool {
    _opaque: [u8; 0],
}
pub type virStoragePool = _virStoragePool;
pub type virStoragePoolPtr = *mut virStoragePool;

/// A storage volume: opaque, counted by reference.
#[repr(C)]
pub struct _virStorageVol {
    _opaque: [u8; 0],
}
pub type virStorageVol = _virStorageVol;
pub type virStorageVolPtr = *mut virStorageVol;

/// State and sizes, in bytes, of a storage pool.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStoragePoolInfo {
    pub state: c_int,
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
    pub available: c_ulonglong,
}
pub type virStoragePoolInfo = _virStoragePoolInfo;
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;

/// Kind and sizes, in bytes, of a storage volume.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStorageVolInfo {
    pub r#type: c_int,
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
}
pub type virStorageVolInfo = _virStorageVolInfo;
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;

/// Which storage pools are listed.
pub type virConnectListAllStoragePoolsFlags = c_uint;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE: virConnectListAllStoragePoolsFlags = 1;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE: virConnectListAllStoragePoolsFlags = 2;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT: virConnectListAllStoragePoolsFlags = 1 << 2;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT: virConnectListAllStoragePoolsFlags = 1 << 3;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART: virConnectListAllStoragePoolsFlags = 1 << 4;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART: virConnectListAllStoragePoolsFlags = 1 << 5;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_DIR: virConnectListAllStoragePoolsFlags = 1 << 6;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_FS: virConnectListAllStoragePoolsFlags = 1 << 7;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_NETFS: virConnectListAllStoragePoolsFlags = 1 << 8;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL: virConnectListAllStoragePoolsFlags = 1 << 9;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_DISK: virConnectListAllStoragePoolsFlags = 1 << 10;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI: virConnectListAllStoragePoolsFlags = 1 << 11;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_SCSI: virConnectListAllStoragePoolsFlags = 1 << 12;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_MPATH: virConnectListAllStoragePoolsFlags = 1 << 13;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_RBD: virConnectListAllStoragePoolsFlags = 1 << 14;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG: virConnectListAllStoragePoolsFlags = 1 << 15;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER: virConnectListAllStoragePoolsFlags = 1 << 16;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ZFS: virConnectListAllStoragePoolsFlags = 1 << 17;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE: virConnectListAllStoragePoolsFlags = 1 << 18;
pub const VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT: virConnectListAllStoragePoolsFlags = 1 << 19;

/// What a storage pool is doing.
pub type virStoragePoolState = c_int;
pub const VIR_STORAGE_POOL_INACTIVE: virStoragePoolState = 0;
pub const VIR_STORAGE_POOL_BUILDING: virStoragePoolState = 1;
pub const VIR_STORAGE_POOL_RUNNING: virStoragePoolState = 2;
pub const VIR_STORAGE_POOL_DEGRADED: virStoragePoolState = 3;
pub const VIR_STORAGE_POOL_INACCESSIBLE: virStoragePoolState = 4;
pub const VIR_STORAGE_POOL_STATE_LAST: virStoragePoolState = 5;

/// How a storage pool is built.
pub type virStoragePoolBuildFlags = c_uint;
pub const VIR_STORAGE_POOL_BUILD_NEW: virStoragePoolBuildFlags = 0;
pub const VIR_STORAGE_POOL_BUILD_REPAIR: virStoragePoolBuildFlags = 1;
pub const VIR_STORAGE_POOL_BUILD_RESIZE: virStoragePoolBuildFlags = 2;
pub const VIR_STORAGE_POOL_BUILD_NO_OVERWRITE: virStoragePoolBuildFlags = 1 << 2;
pub const VIR_STORAGE_POOL_BUILD_OVERWRITE: virStoragePoolBuildFlags = 1 << 3;

/// How a storage pool starts.
pub type virStoragePoolCreateFlags = c_uint;
pub const VIR_STORAGE_POOL_CREATE_NORMAL: virStoragePoolCreateFlags = 0;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD: virStoragePoolCreateFlags = 1;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE: virStoragePoolCreateFlags = 2;
pub const VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE: virStoragePoolCreateFlags = 1 << 2;

/// How a definition is taken.
pub type virStoragePoolDefineFlags = c_uint;
pub const VIR_STORAGE_POOL_DEFINE_VALIDATE: virStoragePoolDefineFlags = 1;

/// How a storage pool is deleted.
pub type virStoragePoolDeleteFlags = c_uint;
pub const VIR_STORAGE_POOL_DELETE_NORMAL: virStoragePoolDeleteFlags = 0;
pub const VIR_STORAGE_POOL_DELETE_ZEROED: virStoragePoolDeleteFlags = 1;

/// What happened in a storage pool's life.
pub type virStoragePoolEventLifecycleType = c_int;
pub const VIR_STORAGE_POOL_EVENT_DEFINED: virStoragePoolEventLifecycleType = 0;
pub const VIR_STORAGE_POOL_EVENT_UNDEFINED: virStoragePoolEventLifecycleType = 1;
pub const VIR_STORAGE_POOL_EVENT_STARTED: virStoragePoolEventLifecycleType = 2;
pub const VIR_STORAGE_POOL_EVENT_STOPPED: virStoragePoolEventLifecycleType = 3;
pub const VIR_STORAGE_POOL_EVENT_CREATED: virStoragePoolEventLifecycleType = 4;
pub const VIR_STORAGE_POOL_EVENT_DELETED: virStoragePoolEventLifecycleType = 5;
pub const VIR_STORAGE_POOL_EVENT_LAST: virStoragePoolEventLifecycleType = 6;

/// What can be listened to.
pub type virStoragePoolEventID = c_int;
pub const VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE: virStoragePoolEventID = 0;
pub const VIR_STORAGE_POOL_EVENT_ID_REFRESH: virStoragePoolEventID = 1;
pub const VIR_STORAGE_POOL_EVENT_ID_LAST: virStoragePoolEventID = 2;

/// What a storage volume is on the host.
pub type virStorageVolType = c_int;
pub const VIR_STORAGE_VOL_FILE: virStorageVolType = 0;
pub const VIR_STORAGE_VOL_BLOCK: virStorageVolType = 1;
pub const VIR_STORAGE_VOL_DIR: virStorageVolType = 2;
pub const VIR_STORAGE_VOL_NETWORK: virStorageVolType = 3;
pub const VIR_STORAGE_VOL_NETDIR: virStorageVolType = 4;
pub const VIR_STORAGE_VOL_PLOOP: virStorageVolType = 5;
pub const VIR_STORAGE_VOL_LAST: virStorageVolType = 6;

/// How a storage volume is made.
pub type virStorageVolCreateFlags = c_uint;
pub const VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA: virStorageVolCreateFlags = 1;
pub const VIR_STORAGE_VOL_CREATE_REFLINK: virStorageVolCreateFlags = 2;
pub const VIR_STORAGE_VOL_CREATE_VALIDATE: virStorageVolCreateFlags = 1 << 2;

/// How a storage volume is deleted.
pub type virStorageVolDeleteFlags = c_uint;
pub const VIR_STORAGE_VOL_DELETE_NORMAL: virStorageVolDeleteFlags = 0;
pub const VIR_STORAGE_VOL_DELETE_ZEROED: virStorageVolDeleteFlags = 1;
pub const VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS: virStorageVolDeleteFlags = 2;

/// How a storage volume is read.
pub type virStorageVolDownloadFlags = c_uint;
pub const VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM: virStorageVolDownloadFlags = 1;

/// Which size of a storage volume is told.
pub type virStorageVolInfoFlags = c_uint;
pub const VIR_STORAGE_VOL_USE_ALLOCATION: virStorageVolInfoFlags = 0;
pub const VIR_STORAGE_VOL_GET_PHYSICAL: virStorageVolInfoFlags = 1;

/// How a storage volume's new size is meant.
pub type virStorageVolResizeFlags = c_uint;
pub const VIR_STORAGE_VOL_RESIZE_ALLOCATE: virStorageVolResizeFlags = 1;
pub const VIR_STORAGE_VOL_RESIZE_DELTA: virStorageVolResizeFlags = 2;
pub const VIR_STORAGE_VOL_RESIZE_SHRINK: virStorageVolResizeFlags = 1 << 2;

/// How a storage volume is written.
pub type virStorageVolUploadFlags = c_uint;
pub const VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM: virStorageVolUploadFlags = 1;

/// How a storage volume is wiped.
pub type virStorageVolWipeAlgorithm = c_int;
pub const VIR_STORAGE_VOL_WIPE_ALG_ZERO: virStorageVolWipeAlgorithm = 0;
pub const VIR_STORAGE_VOL_WIPE_ALG_NNSA: virStorageVolWipeAlgorithm = 1;
pub const VIR_STORAGE_VOL_WIPE_ALG_DOD: virStorageVolWipeAlgorithm = 2;
pub const VIR_STORAGE_VOL_WIPE_ALG_BSI: virStorageVolWipeAlgorithm = 3;
pub const VIR_STORAGE_VOL_WIPE_ALG_GUTMANN: virStorageVolWipeAlgorithm = 4;
pub const VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER: virStorageVolWipeAlgorithm = 5;
pub const VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7: virStorageVolWipeAlgorithm = 6;
pub const VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33: virStorageVolWipeAlgorithm = 7;
pub const VIR_STORAGE_VOL_WIPE_ALG_RANDOM: virStorageVolWipeAlgorithm = 8;
pub const VIR_STORAGE_VOL_WIPE_ALG_TRIM: virStorageVolWipeAlgorithm = 9;
pub const VIR_STORAGE_VOL_WIPE_ALG_LAST: virStorageVolWipeAlgorithm = 10;

/// How a storage pool is described.
pub type virStorageXMLFlags = c_uint;
pub const VIR_STORAGE_XML_INACTIVE: virStorageXMLFlags = 1;

/// Stands for the callbacks of all events of storage pools; is itself that of the refresh.
pub type virConnectStoragePoolEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut c_void)>;

/// Is told the steps of storage pools' lives: `event` is a `virStoragePoolEventLifecycleType`.
pub type virConnectStoragePoolEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;
