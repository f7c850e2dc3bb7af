/* libvirt-host.h: connections, and the host that they lead to.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#include "libvirt-common.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The highest number of CPUs that a host with this virNodeInfo can have. */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
    ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)

#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"
#define VIR_NODE_CPU_STATS_GUEST "guest"
#define VIR_NODE_CPU_STATS_IDLE "idle"
#define VIR_NODE_CPU_STATS_INTR "intr"
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"
#define VIR_NODE_CPU_STATS_KERNEL "kernel"
#define VIR_NODE_CPU_STATS_USER "user"
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"
#define VIR_NODE_MEMORY_STATS_AVAILABLE "available"
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"
#define VIR_NODE_MEMORY_STATS_CACHED "cached"
#define VIR_NODE_MEMORY_STATS_FREE "free"
#define VIR_NODE_MEMORY_STATS_TOTAL "total"
#define VIR_NODE_SEV_CBITPOS "cbitpos"
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"
#define VIR_NODE_SEV_PDH "pdh"
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"

#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80

#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80

#define VIR_UUID_BUFLEN 16

#define VIR_UUID_STRING_BUFLEN (36 + 1)

#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1)

#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)

#define VIR_SECURITY_DOI_BUFLEN (256 + 1)

/**
 * How a common CPU is computed.
 */
typedef enum {
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1,
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 2,
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = (1 << 2),
} virConnectBaselineCPUFlags;

/**
 * How CPUs are compared.
 */
typedef enum {
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1,
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 2,
} virConnectCompareCPUFlags;

/**
 * How a connection is opened.
 */
typedef enum {
    VIR_CONNECT_RO = 1,
    VIR_CONNECT_NO_ALIASES = 2,
} virConnectFlags;

/**
 * How a CPU compares to the host's.
 */
typedef enum {
    VIR_CPU_COMPARE_ERROR = -1,
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    VIR_CPU_COMPARE_IDENTICAL = 1,
    VIR_CPU_COMPARE_SUPERSET = 2,
#if defined(VIR_ENUM_SENTINELS)
    VIR_CPU_COMPARE_LAST = 3,
#endif
} virCPUCompareResult;

/**
 * What is asked for when a connection opens.
 */
typedef enum {
    VIR_CRED_USERNAME = 1,
    VIR_CRED_AUTHNAME = 2,
    VIR_CRED_LANGUAGE = 3,
    VIR_CRED_CNONCE = 4,
    VIR_CRED_PASSPHRASE = 5,
    VIR_CRED_ECHOPROMPT = 6,
    VIR_CRED_NOECHOPROMPT = 7,
    VIR_CRED_REALM = 8,
    VIR_CRED_EXTERNAL = 9,
#if defined(VIR_ENUM_SENTINELS)
    VIR_CRED_LAST = 10,
#endif
} virConnectCredentialType;

/**
 * Whether pages are added to the pool of huge pages, or the pool gets this size.
 */
typedef enum {
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    VIR_NODE_ALLOC_PAGES_SET = 1,
} virNodeAllocPagesFlags;

/**
 * The number that stands for all CPUs together.
 */
typedef enum {
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
} virNodeGetCPUStatsAllCPUs;

/**
 * The number that stands for all NUMA cells together.
 */
typedef enum {
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
} virNodeGetMemoryStatsAllCells;

/**
 * How the host is suspended.
 */
typedef enum {
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
#endif
} virNodeSuspendTarget;

/**
 * A connection to a hypervisor: opaque, counted by reference.
 */
struct _virConnect;

/**
 * A stream of data: opaque, counted by reference.
 */
struct _virStream;

typedef struct _virConnect virConnect;

typedef virConnect *virConnectPtr;

/**
 * One question for credentials, and room for its answer, which the library frees.
 */
struct _virConnectCredential {
    int type;
    const char *prompt;
    const char *challenge;
    const char *defresult;
    char *result;
    unsigned int resultlen;
};

typedef struct _virConnectCredential virConnectCredential;

typedef virConnectCredential *virConnectCredentialPtr;

/**
 * Answers questions for credentials in place; 0, or -1 when it cannot.
 */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred,
                                         unsigned int ncred,
                                         void *cbdata);

/**
 * How a program answers when it is asked for credentials.
 */
struct _virConnectAuth {
    int *credtype;
    unsigned int ncredtype;
    virConnectAuthCallbackPtr cb;
    void *cbdata;
};

typedef struct _virConnectAuth virConnectAuth;

typedef virConnectAuth *virConnectAuthPtr;

/**
 * Is called when a connection is lost; `reason` is a `virConnectCloseReason`.
 */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void *opaque);

/**
 * One figure of the host's CPUs: nanoseconds, or per cent for utilization.
 */
struct _virNodeCPUStats {
    char field[VIR_NODE_CPU_STATS_FIELD_LENGTH];
    unsigned long long value;
};

typedef struct _virNodeCPUStats virNodeCPUStats;

typedef virNodeCPUStats *virNodeCPUStatsPtr;

/**
 * The host's CPUs and memory, in KiB.
 */
struct _virNodeInfo {
    char model[32];
    unsigned long memory;
    unsigned int cpus;
    unsigned int mhz;
    unsigned int nodes;
    unsigned int sockets;
    unsigned int cores;
    unsigned int threads;
};

typedef struct _virNodeInfo virNodeInfo;

typedef virNodeInfo *virNodeInfoPtr;

/**
 * One figure of the host's memory, in KiB.
 */
struct _virNodeMemoryStats {
    char field[VIR_NODE_MEMORY_STATS_FIELD_LENGTH];
    unsigned long long value;
};

typedef struct _virNodeMemoryStats virNodeMemoryStats;

typedef virNodeMemoryStats *virNodeMemoryStatsPtr;

/**
 * A security driver by name, and its domain of interpretation.
 */
struct _virSecurityModel {
    char model[VIR_SECURITY_MODEL_BUFLEN];
    char doi[VIR_SECURITY_DOI_BUFLEN];
};

typedef struct _virSecurityModel virSecurityModel;

typedef virSecurityModel *virSecurityModelPtr;

typedef struct _virStream virStream;

typedef virStream *virStreamPtr;

/**
 * The security label of a domain, and whether it is enforced.
 */
struct _virSecurityLabel {
    char label[VIR_SECURITY_LABEL_BUFLEN];
    int enforcing;
};

typedef struct _virSecurityLabel virSecurityLabel;

typedef virSecurityLabel *virSecurityLabelPtr;

/**
 * The default way to ask for credentials: on the program's terminal.
 */
extern virConnectAuthPtr virConnectAuthPtrDefault;

/**
 * Prepares the library. Calling it is not needed: opening a connection does the same.
 */
int virInitialize(void);

/**
 * The library's version in `*libVer`, major × 1,000,000 + minor × 1,000 + release. `type` names a driver and is not
 * looked at, as in libvirt; `*typeVer` gets the same number.
 */
int virGetVersion(unsigned long *libVer,
                  const char *type,
                  unsigned long *typeVer);

/**
 * Opens a connection to the hypervisor of a URI; NULL is the default one. Close it with `virConnectClose`.
 */
virConnectPtr virConnectOpen(const char *name);

/**
 * As `virConnectOpen`, but nothing can be changed through the connection.
 */
virConnectPtr virConnectOpenReadOnly(const char *name);

/**
 * As `virConnectOpen`; where credentials are needed that no `auth.conf` has, `auth` is asked. Flags: `VIR_CONNECT_RO`,
 * `VIR_CONNECT_NO_ALIASES`.
 */
virConnectPtr virConnectOpenAuth(const char *name,
                                 virConnectAuthPtr auth,
                                 unsigned int flags);

/**
 * Gives up one reference; returns 1 while others are left, objects' and callbacks' too, and 0 when the connection is closed.
 */
int virConnectClose(virConnectPtr conn);

/**
 * Takes one more reference, which `virConnectClose` gives up.
 */
int virConnectRef(virConnectPtr conn);

/**
 * The URI of the connection as it was opened; the caller frees it.
 */
char *virConnectGetURI(virConnectPtr conn);

/**
 * The name of the hypervisor driver; it stays the library's.
 */
const char *virConnectGetType(virConnectPtr conn);

/**
 * The version of the library that serves the connection in `*libVer`, as `virGetVersion` says it.
 */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long *libVer);

/**
 * The hypervisor's version in `*hvVer`, major × 1,000,000 + minor × 1,000 + release.
 */
int virConnectGetVersion(virConnectPtr conn, unsigned long *hvVer);

/**
 * Whether the connection can still be used: 1 or 0.
 */
int virConnectIsAlive(virConnectPtr conn);

/**
 * Whether what goes over the connection is encrypted: 1 or 0.
 */
int virConnectIsEncrypted(virConnectPtr conn);

/**
 * Whether nobody can listen to what goes over the connection, because it is encrypted or stays on this host: 1 or 0.
 */
int virConnectIsSecure(virConnectPtr conn);

/**
 * Asks the other side every `interval` seconds whether it lives, and closes the connection after `count` silences; not
 * for an interval of 0. Returns 0, 1 when the other side cannot be asked, -1 where there is no other side.
 */
int virConnectSetKeepAlive(virConnectPtr conn,
                           int interval,
                           unsigned int count);

/**
 * Says in whose name the connection acts (`VIR_CONNECT_IDENTITY_…`).
 */
int virConnectSetIdentity(virConnectPtr conn,
                          virTypedParameterPtr params,
                          int nparams,
                          unsigned int flags);

/**
 * Says what to call when the connection breaks. One that stays within the process cannot break: nothing is called then,
 * nor `freecb`.
 */
int virConnectRegisterCloseCallback(virConnectPtr conn,
                                    virConnectCloseFunc cb,
                                    void *opaque,
                                    virFreeCallback freecb);

/**
 * Says that the callback of `virConnectRegisterCloseCallback` is not wanted any more.
 */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/**
 * What the host has and which guests it can run: a `<capabilities>` document that the caller frees.
 */
char *virConnectGetCapabilities(virConnectPtr conn);

/**
 * The name of the host; the caller frees it.
 */
char *virConnectGetHostname(virConnectPtr conn);

/**
 * The most virtual CPUs that a domain of type `type` (NULL: the default) can have.
 */
int virConnectGetMaxVcpus(virConnectPtr conn, const char *type);

/**
 * What the firmware says of the host: a `<sysinfo>` document that the caller frees. `flags` is 0.
 */
char *virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/**
 * Sets (or adds to, with `VIR_NODE_ALLOC_PAGES_ADD`) the number of pages of `npages` sizes (`pageSizes`, KiB) to `pageCounts` in each
 * of `cellCount` NUMA cells from `startCell` on. Returns how many cells were changed.
 */
int virNodeAllocPages(virConnectPtr conn,
                      unsigned int npages,
                      unsigned int *pageSizes,
                      unsigned long long *pageCounts,
                      int startCell,
                      unsigned int cellCount,
                      unsigned int flags);

/**
 * Which CPUs the host has: `*cpumap` gets a bitmap of those in use, which the caller frees, `*online` how many these are; both may be
 * NULL. Returns how many are present.
 */
int virNodeGetCPUMap(virConnectPtr conn,
                     unsigned char **cpumap,
                     unsigned int *online,
                     unsigned int flags);

/**
 * Times of the CPU `cpuNum` (-1: of all together) in nanoseconds, into `params`, which has room for `*nparams`; NULL or 0 asks how
 * many there are.
 */
int virNodeGetCPUStats(virConnectPtr conn,
                       int cpuNum,
                       virNodeCPUStatsPtr params,
                       int *nparams,
                       unsigned int flags);

/**
 * Free memory in KiB of at most `maxCells` NUMA cells from `startCell` on, into `freeMems`. Returns how many cells there were.
 */
int virNodeGetCellsFreeMemory(virConnectPtr conn,
                              unsigned long long *freeMems,
                              int startCell,
                              int maxCells);

/**
 * Free memory of the host in bytes; 0 on failure.
 */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/**
 * Free pages of `npages` sizes (`pages`, KiB) in each of `cellCount` NUMA cells from `startCell` on, into `counts`, which has
 * room for `npages` × `cellCount`, cell by cell. Returns how many were written.
 */
int virNodeGetFreePages(virConnectPtr conn,
                        unsigned int npages,
                        unsigned int *pages,
                        int startCell,
                        unsigned int cellCount,
                        unsigned long long *counts,
                        unsigned int flags);

/**
 * Model, memory (KiB) and topology of the host in `*info`.
 */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/**
 * How the host handles memory (page sharing), into `params`, which has room for `*nparams`; 0 asks how many there are.
 */
int virNodeGetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Memory of the NUMA cell `cellNum` (-1: of all together) in KiB, into `params`, which has room for `*nparams`; NULL or 0 asks how
 * many there are.
 */
int virNodeGetMemoryStats(virConnectPtr conn,
                          int cellNum,
                          virNodeMemoryStatsPtr params,
                          int *nparams,
                          unsigned int flags);

/**
 * What AMD SEV needs to know of the host; the caller frees `*params`.
 */
int virNodeGetSEVInfo(virConnectPtr conn,
                      virTypedParameterPtr *params,
                      int *nparams,
                      unsigned int flags);

/**
 * The security driver of the host in `*secmodel`.
 */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/**
 * Changes how the host handles memory.
 */
int virNodeSetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Puts the host to sleep (`target`: a `VIR_NODE_SUSPEND_TARGET_…`) and wakes it after `duration` seconds.
 */
int virNodeSuspendForDuration(virConnectPtr conn,
                              unsigned int target,
                              unsigned long long duration,
                              unsigned int flags);

/**
 * The richest CPU that the hosts of `ncpus` documents (`<cpu>` or `<capabilities>` CPUs) can all give to a guest: a `<cpu>` document that
 * the caller frees.
 */
char *virConnectBaselineCPU(virConnectPtr conn,
                            const char **xmlCPUs,
                            unsigned int ncpus,
                            unsigned int flags);

/**
 * As `virConnectBaselineCPU`, of what a hypervisor can give; NULLs are its defaults.
 */
char *virConnectBaselineHypervisorCPU(virConnectPtr conn,
                                      const char *emulator,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      const char **xmlCPUs,
                                      unsigned int ncpus,
                                      unsigned int flags);

/**
 * How a `<cpu>` compares to the host's: a `VIR_CPU_COMPARE_…`.
 */
int virConnectCompareCPU(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * As `virConnectCompareCPU`, with what a hypervisor can give; NULLs are its defaults.
 */
int virConnectCompareHypervisorCPU(virConnectPtr conn,
                                   const char *emulator,
                                   const char *arch,
                                   const char *machine,
                                   const char *virttype,
                                   const char *xmlCPU,
                                   unsigned int flags);

/**
 * The names of the CPU models of `arch` in `*models`, which the caller frees; NULL asks only how many there are. 0: any name is a model.
 */
int virConnectGetCPUModelNames(virConnectPtr conn,
                               const char *arch,
                               char ***models,
                               unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
