/* libvirt-domain-snapshot.h: snapshots of domains: states that a domain can go back to.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#include "libvirt-domain.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * How a snapshot is made.
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = 1,
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = 2,
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = (1 << 2),
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = (1 << 3),
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = (1 << 4),
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = (1 << 5),
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = (1 << 6),
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = (1 << 7),
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = (1 << 8),
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = (1 << 9),
} virDomainSnapshotCreateFlags;

/**
 * What is deleted with a snapshot.
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = 1,
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = 2,
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = (1 << 2),
} virDomainSnapshotDeleteFlags;

/**
 * Which snapshots are listed.
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = 1,
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = 1,
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 2,
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = (1 << 2),
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = (1 << 3),
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = (1 << 4),
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = (1 << 5),
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = (1 << 6),
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = (1 << 7),
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = (1 << 8),
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = (1 << 9),
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = (1 << 10),
} virDomainSnapshotListFlags;

/**
 * How a domain goes back to a snapshot.
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = 1,
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = 2,
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = (1 << 2),
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = (1 << 3),
} virDomainSnapshotRevertFlags;

/**
 * How a snapshot is described.
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = VIR_DOMAIN_XML_SECURE,
} virDomainSnapshotXMLFlags;

/**
 * A snapshot of a domain: opaque, counted by reference.
 */
struct _virDomainSnapshot;

typedef struct _virDomainSnapshot virDomainSnapshot;

typedef virDomainSnapshot *virDomainSnapshotPtr;

/**
 * Whether the domain has a current snapshot: the one it was taken of or gone back to last.
 */
int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags);

/**
 * The snapshots that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for, in an array that the caller frees after each of them;
 * how many there are. With a NULL `snaps` only that.
 */
int virDomainListAllSnapshots(virDomainPtr domain,
                              virDomainSnapshotPtr **snaps,
                              unsigned int flags);

/**
 * Makes the domain what it was when the snapshot was taken. With a `VIR_DOMAIN_SNAPSHOT_REVERT_…` flag it runs or pauses
 * afterwards, whatever it did then.
 */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot,
                              unsigned int flags);

/**
 * Takes a snapshot of the domain as a `<domainsnapshot>` says, which may be empty; or, with
 * `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE`, learns of one that was taken before.
 */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain,
                                                const char *xmlDesc,
                                                unsigned int flags);

/**
 * The domain's current snapshot; an error when it has none.
 */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain, unsigned int flags);

/**
 * Deletes the snapshot, with `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN` all below it too. Without it they are then below its
 * parent.
 */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot,
                            unsigned int flags);

/**
 * Gives one reference to the snapshot back. The snapshot itself stays.
 */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/**
 * The connection it belongs to, which the caller does not own.
 */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/**
 * The domain it belongs to, which the caller does not own.
 */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/**
 * Its name, which lives as long as the handle.
 */
const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/**
 * The snapshot above it; an error when there is none.
 */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Its document, which the caller frees.
 */
char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Whether the library knows more of the snapshot than what stands in the disks' images.
 */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Whether it is the domain's current snapshot.
 */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * The snapshots below it that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for, in an array that the caller frees after each of them;
 * how many there are.
 */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot,
                                     virDomainSnapshotPtr **snaps,
                                     unsigned int flags);

/**
 * Fills the caller's array with names of snapshots below this one, as far as it goes; the caller frees each. How many
 * there are.
 */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot,
                                       char **names,
                                       int nameslen,
                                       unsigned int flags);

/**
 * Fills the caller's array with names of the domain's snapshots, as far as it goes; the caller frees each. How many there
 * are.
 */
int virDomainSnapshotListNames(virDomainPtr domain,
                               char **names,
                               int nameslen,
                               unsigned int flags);

/**
 * The domain's snapshot of that name.
 */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain,
                                                   const char *name,
                                                   unsigned int flags);

/**
 * How many snapshots there are that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for.
 */
int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags);

/**
 * How many snapshots there are below this one that `VIR_DOMAIN_SNAPSHOT_LIST_…` flags ask for.
 */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Takes one more reference, to be given back with `virDomainSnapshotFree`.
 */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
}
#endif

#endif
