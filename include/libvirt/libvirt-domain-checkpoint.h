/* libvirt-domain-checkpoint.h: checkpoints of domains: points in time that incremental backups start from.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_DOMAIN_CHECKPOINT_H
#define LIBVIRT_DOMAIN_CHECKPOINT_H

#include "libvirt-domain.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * How a checkpoint is made.
 */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1,
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 2,
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = (1 << 2),
} virDomainCheckpointCreateFlags;

/**
 * What is deleted with a checkpoint.
 */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1,
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 2,
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = (1 << 2),
} virDomainCheckpointDeleteFlags;

/**
 * Which checkpoints are listed.
 */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = 1,
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1,
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 2,
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = (1 << 2),
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = (1 << 3),
} virDomainCheckpointListFlags;

/**
 * How a checkpoint is described.
 */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1,
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 2,
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = (1 << 2),
} virDomainCheckpointXMLFlags;

/**
 * A checkpoint of a domain: opaque, counted by reference.
 */
struct _virDomainCheckpoint;

typedef struct _virDomainCheckpoint virDomainCheckpoint;

typedef virDomainCheckpoint *virDomainCheckpointPtr;

/**
 * Makes a checkpoint of the running domain as a `<domaincheckpoint>` says: from now on changes of its disks are known. Or,
 * with `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE`, learns of one that was made before.
 */
virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain,
                                                    const char *xmlDesc,
                                                    unsigned int flags);

/**
 * Deletes the checkpoint, with `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN` all below it too. Without it they are then below its
 * parent.
 */
int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint,
                              unsigned int flags);

/**
 * Gives one reference to the checkpoint back. The checkpoint itself stays.
 */
int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint);

/**
 * The connection it belongs to, which the caller does not own.
 */
virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint);

/**
 * The domain it belongs to, which the caller does not own.
 */
virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint);

/**
 * Its name, which lives as long as the handle.
 */
const char *virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint);

/**
 * The checkpoint above it; an error when there is none.
 */
virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint,
                                                    unsigned int flags);

/**
 * Its document, which the caller frees.
 */
char *virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint, unsigned int flags);

/**
 * The checkpoints below it that `VIR_DOMAIN_CHECKPOINT_LIST_…` flags ask for, in an array that the caller frees after each of them;
 * how many there are.
 */
int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint,
                                       virDomainCheckpointPtr **children,
                                       unsigned int flags);

/**
 * The domain's checkpoint of that name.
 */
virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain,
                                                       const char *name,
                                                       unsigned int flags);

/**
 * Takes one more reference, to be given back with `virDomainCheckpointFree`.
 */
int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint);

/**
 * The checkpoints that `VIR_DOMAIN_CHECKPOINT_LIST_…` flags ask for, in an array that the caller frees after each of them;
 * how many there are. With a NULL `checkpoints` only that.
 */
int virDomainListAllCheckpoints(virDomainPtr domain,
                                virDomainCheckpointPtr **checkpoints,
                                unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
