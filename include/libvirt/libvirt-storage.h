/* libvirt-storage.h: storage pools and their volumes.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The callback of one event as virConnectStoragePoolEventRegisterAny takes it. */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback)(void (*)(void))(cb))

/**
 * Which storage pools are listed.
 */
typedef enum {
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1,
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 2,
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = (1 << 2),
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = (1 << 3),
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = (1 << 4),
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = (1 << 5),
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = (1 << 6),
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = (1 << 7),
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = (1 << 8),
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = (1 << 9),
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = (1 << 10),
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = (1 << 11),
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = (1 << 12),
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = (1 << 13),
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = (1 << 14),
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = (1 << 15),
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = (1 << 16),
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = (1 << 17),
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = (1 << 18),
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = (1 << 19),
} virConnectListAllStoragePoolsFlags;

/**
 * What a storage pool is doing.
 */
typedef enum {
    VIR_STORAGE_POOL_INACTIVE = 0,
    VIR_STORAGE_POOL_BUILDING = 1,
    VIR_STORAGE_POOL_RUNNING = 2,
    VIR_STORAGE_POOL_DEGRADED = 3,
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
#if defined(VIR_ENUM_SENTINELS)
    VIR_STORAGE_POOL_STATE_LAST = 5,
#endif
} virStoragePoolState;

/**
 * How a storage pool is built.
 */
typedef enum {
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    VIR_STORAGE_POOL_BUILD_REPAIR = 1,
    VIR_STORAGE_POOL_BUILD_RESIZE = 2,
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = (1 << 2),
    VIR_STORAGE_POOL_BUILD_OVERWRITE = (1 << 3),
} virStoragePoolBuildFlags;

/**
 * How a storage pool starts.
 */
typedef enum {
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1,
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 2,
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = (1 << 2),
} virStoragePoolCreateFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_STORAGE_POOL_DEFINE_VALIDATE = 1,
} virStoragePoolDefineFlags;

/**
 * How a storage pool is deleted.
 */
typedef enum {
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    VIR_STORAGE_POOL_DELETE_ZEROED = 1,
} virStoragePoolDeleteFlags;

/**
 * What happened in a storage pool's life.
 */
typedef enum {
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
#if defined(VIR_ENUM_SENTINELS)
    VIR_STORAGE_POOL_EVENT_LAST = 6,
#endif
} virStoragePoolEventLifecycleType;

/**
 * What can be listened to.
 */
typedef enum {
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
#endif
} virStoragePoolEventID;

/**
 * What a storage volume is on the host.
 */
typedef enum {
    VIR_STORAGE_VOL_FILE = 0,
    VIR_STORAGE_VOL_BLOCK = 1,
    VIR_STORAGE_VOL_DIR = 2,
    VIR_STORAGE_VOL_NETWORK = 3,
    VIR_STORAGE_VOL_NETDIR = 4,
    VIR_STORAGE_VOL_PLOOP = 5,
#if defined(VIR_ENUM_SENTINELS)
    VIR_STORAGE_VOL_LAST = 6,
#endif
} virStorageVolType;

/**
 * How a storage volume is made.
 */
typedef enum {
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1,
    VIR_STORAGE_VOL_CREATE_REFLINK = 2,
    VIR_STORAGE_VOL_CREATE_VALIDATE = (1 << 2),
} virStorageVolCreateFlags;

/**
 * How a storage volume is deleted.
 */
typedef enum {
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    VIR_STORAGE_VOL_DELETE_ZEROED = 1,
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 2,
} virStorageVolDeleteFlags;

/**
 * How a storage volume is read.
 */
typedef enum {
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1,
} virStorageVolDownloadFlags;

/**
 * Which size of a storage volume is told.
 */
typedef enum {
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    VIR_STORAGE_VOL_GET_PHYSICAL = 1,
} virStorageVolInfoFlags;

/**
 * How a storage volume's new size is meant.
 */
typedef enum {
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1,
    VIR_STORAGE_VOL_RESIZE_DELTA = 2,
    VIR_STORAGE_VOL_RESIZE_SHRINK = (1 << 2),
} virStorageVolResizeFlags;

/**
 * How a storage volume is written.
 */
typedef enum {
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1,
} virStorageVolUploadFlags;

/**
 * How a storage volume is wiped.
 */
typedef enum {
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
#if defined(VIR_ENUM_SENTINELS)
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
#endif
} virStorageVolWipeAlgorithm;

/**
 * How a storage pool is described.
 */
typedef enum {
    VIR_STORAGE_XML_INACTIVE = 1,
} virStorageXMLFlags;

/**
 * A storage pool: opaque, counted by reference.
 */
struct _virStoragePool;

/**
 * A storage volume: opaque, counted by reference.
 */
struct _virStorageVol;

typedef struct _virStoragePool virStoragePool;

typedef virStoragePool *virStoragePoolPtr;

/**
 * Stands for the callbacks of all events of storage pools; is itself that of the refresh.
 */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn,
                                                          virStoragePoolPtr pool,
                                                          void *opaque);

/**
 * State and sizes, in bytes, of a storage pool.
 */
struct _virStoragePoolInfo {
    int state;
    unsigned long long capacity;
    unsigned long long allocation;
    unsigned long long available;
};

typedef struct _virStoragePoolInfo virStoragePoolInfo;

typedef virStoragePoolInfo *virStoragePoolInfoPtr;

typedef struct _virStorageVol virStorageVol;

typedef virStorageVol *virStorageVolPtr;

/**
 * Kind and sizes, in bytes, of a storage volume.
 */
struct _virStorageVolInfo {
    int type;
    unsigned long long capacity;
    unsigned long long allocation;
};

typedef struct _virStorageVolInfo virStorageVolInfo;

typedef virStorageVolInfo *virStorageVolInfoPtr;

/**
 * Is told the steps of storage pools' lives: `event` is a `virStoragePoolEventLifecycleType`.
 */
typedef void (*virConnectStoragePoolEventLifecycleCallback)(virConnectPtr conn,
                                                            virStoragePoolPtr pool,
                                                            int event,
                                                            int detail,
                                                            void *opaque);

/**
 * Looks for storage that a pool of this type could be made of. `srcSpec` is a `<source>` document that says where to look;
 * NULL where the type needs none. Gives a `<sources>` document, which the caller frees.
 */
char *virConnectFindStoragePoolSources(virConnectPtr conn,
                                       const char *type,
                                       const char *srcSpec,
                                       unsigned int flags);

/**
 * Which types of pools there are, and with which options, as a `<storagepoolCapabilities>` document, which the caller frees.
 * `flags` must be 0.
 */
char *virConnectGetStoragePoolCapabilities(virConnectPtr conn,
                                           unsigned int flags);

/**
 * Lists pools into an array that ends with NULL; the caller frees each pool and the array. With NULL for `pools` they are only
 * counted. `flags` is `virConnectListAllStoragePoolsFlags`: of each group of which some are set, a pool must have one.
 */
int virConnectListAllStoragePools(virConnectPtr conn,
                                  virStoragePoolPtr **pools,
                                  unsigned int flags);

/**
 * Fills in the names of at most `maxnames` inactive pools and gives their number. The caller frees each name.
 */
int virConnectListDefinedStoragePools(virConnectPtr conn,
                                      char **names,
                                      int maxnames);

/**
 * Fills in the names of at most `maxnames` active pools and gives their number. The caller frees each name.
 */
int virConnectListStoragePools(virConnectPtr conn,
                               char **names,
                               int maxnames);

/**
 * How many inactive pools there are.
 */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/**
 * How many active pools there are.
 */
int virConnectNumOfStoragePools(virConnectPtr conn);

/**
 * Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
 */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn,
                                            int callbackID);

/**
 * Has what happens to storage pools (a `VIR_STORAGE_POOL_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
 * of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
 */
int virConnectStoragePoolEventRegisterAny(virConnectPtr conn,
                                          virStoragePoolPtr pool,
                                          int eventID,
                                          virConnectStoragePoolEventGenericCallback cb,
                                          void *opaque,
                                          virFreeCallback freecb);

/**
 * Makes the storage that an inactive pool stands on: a directory, a file system, a volume group. `flags` is
 * `virStoragePoolBuildFlags`.
 */
int virStoragePoolBuild(virStoragePoolPtr pool,
                        unsigned int flags);

/**
 * Starts a defined pool. `flags` is `virStoragePoolCreateFlags`: whether it is built before.
 */
int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags);

/**
 * Starts a pool that is gone when it is stopped. `flags` is `virStoragePoolCreateFlags`: whether it is built before.
 * The caller frees the pool.
 */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn,
                                          const char *xmlDesc,
                                          unsigned int flags);

/**
 * Keeps a pool's definition, in the place of the one that it has. `flags` is `virStoragePoolDefineFlags`. The caller frees the pool.
 */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn,
                                          const char *xml,
                                          unsigned int flags);

/**
 * Deletes the storage that an inactive pool stands on, for good. `flags` is `virStoragePoolDeleteFlags`.
 */
int virStoragePoolDelete(virStoragePoolPtr pool,
                         unsigned int flags);

/**
 * Stops a pool; what is stored in it stays. A pool without a definition is gone.
 */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/**
 * Gives a reference back.
 */
int virStoragePoolFree(virStoragePoolPtr pool);

/**
 * Whether the pool is started with the host: 1 or 0 in `autostart`.
 */
int virStoragePoolGetAutostart(virStoragePoolPtr pool, int *autostart);

/**
 * The connection of the pool, without a reference for the caller.
 */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/**
 * State, and capacity, allocation and free space in bytes.
 */
int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info);

/**
 * The name of the pool; it stays the pool's.
 */
const char *virStoragePoolGetName(virStoragePoolPtr pool);

/**
 * Writes the 16 bytes of the pool's UUID.
 */
int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char *uuid);

/**
 * Writes the UUID as text of 36 characters and a NUL.
 */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char *buf);

/**
 * The pool as a `<pool>` document, which the caller frees. `flags` is `virStorageXMLFlags`: whether what is defined is meant
 * instead of what runs.
 */
char *virStoragePoolGetXMLDesc(virStoragePoolPtr pool,
                               unsigned int flags);

/**
 * Whether the pool is started.
 */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/**
 * Whether the pool has a definition that outlives it.
 */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/**
 * Lists the volumes of an active pool into an array that ends with NULL; the caller frees each volume and the array. With NULL
 * for `vols` they are only counted. `flags` must be 0.
 */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool,
                                 virStorageVolPtr **vols,
                                 unsigned int flags);

/**
 * Fills in the names of at most `maxnames` volumes of an active pool and gives their number. The caller frees each name.
 */
int virStoragePoolListVolumes(virStoragePoolPtr pool,
                              char **names,
                              int maxnames);

/**
 * The pool of that name. The caller frees it.
 */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn, const char *name);

/**
 * The active pool whose volumes appear under that path. The caller frees it.
 */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn, const char *path);

/**
 * The pool of that UUID of 16 bytes. The caller frees it.
 */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * The pool of that UUID, written as text. The caller frees it.
 */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * The pool of a volume. The caller frees it.
 */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/**
 * How many volumes there are in an active pool.
 */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/**
 * Takes one more reference.
 */
int virStoragePoolRef(virStoragePoolPtr pool);

/**
 * Looks again at what stands in an active pool: sizes and volumes. `flags` must be 0.
 */
int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags);

/**
 * Whether the pool is to be started with the host.
 */
int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart);

/**
 * Forgets the definition of an inactive pool; what is stored in it stays.
 */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/**
 * Makes a volume in an active pool. `flags` is `virStorageVolCreateFlags`. The caller frees it.
 */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Makes a volume with the content of another one, which may be in another pool. `flags` is `virStorageVolCreateFlags`. The caller
 * frees it.
 */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool,
                                            const char *xmlDesc,
                                            virStorageVolPtr clonevol,
                                            unsigned int flags);

/**
 * Deletes a volume and what is stored in it. `flags` is `virStorageVolDeleteFlags`.
 */
int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags);

/**
 * Sends what is stored in a volume into `stream`: `length` bytes from `offset` on, 0 for all that follow. `flags` is
 * `virStorageVolDownloadFlags`.
 */
int virStorageVolDownload(virStorageVolPtr vol,
                          virStreamPtr stream,
                          unsigned long long offset,
                          unsigned long long length,
                          unsigned int flags);

/**
 * Gives a reference back.
 */
int virStorageVolFree(virStorageVolPtr vol);

/**
 * The connection of the volume, without a reference for the caller.
 */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/**
 * Type, and capacity and allocation in bytes.
 */
int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info);

/**
 * As `virStorageVolGetInfo`; `flags` is `virStorageVolInfoFlags`: whether `allocation` is the size of the file instead.
 */
int virStorageVolGetInfoFlags(virStorageVolPtr vol,
                              virStorageVolInfoPtr info,
                              unsigned int flags);

/**
 * What identifies the volume on this host; it stays the volume's.
 */
const char *virStorageVolGetKey(virStorageVolPtr vol);

/**
 * The name of the volume in its pool; it stays the volume's.
 */
const char *virStorageVolGetName(virStorageVolPtr vol);

/**
 * The path of the volume, which the caller frees.
 */
char *virStorageVolGetPath(virStorageVolPtr vol);

/**
 * The volume as a `<volume>` document, which the caller frees. `flags` must be 0.
 */
char *virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags);

/**
 * The volume of that key, in whichever active pool it is. The caller frees it.
 */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn, const char *key);

/**
 * The volume of that name in an active pool. The caller frees it.
 */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool, const char *name);

/**
 * The volume of that path, in whichever active pool it is. The caller frees it.
 */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn, const char *path);

/**
 * Takes one more reference.
 */
int virStorageVolRef(virStorageVolPtr vol);

/**
 * Changes the capacity to so many bytes, or by so many with `VIR_STORAGE_VOL_RESIZE_DELTA`. `flags` is `virStorageVolResizeFlags`.
 */
int virStorageVolResize(virStorageVolPtr vol,
                        unsigned long long capacity,
                        unsigned int flags);

/**
 * Stores in a volume what comes from `stream`: `length` bytes from `offset` on, 0 for all that come. `flags` is
 * `virStorageVolUploadFlags`.
 */
int virStorageVolUpload(virStorageVolPtr vol,
                        virStreamPtr stream,
                        unsigned long long offset,
                        unsigned long long length,
                        unsigned int flags);

/**
 * Overwrites what is stored in a volume with zeros. `flags` must be 0.
 */
int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags);

/**
 * Overwrites what is stored in a volume. `algorithm` is a `virStorageVolWipeAlgorithm`; `flags` must be 0.
 */
int virStorageVolWipePattern(virStorageVolPtr vol,
                             unsigned int algorithm,
                             unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
