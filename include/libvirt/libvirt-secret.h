/* libvirt-secret.h: secrets: passphrases and keys that other objects refer to.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The callback of one event as virConnectSecretEventRegisterAny takes it. */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback)(void (*)(void))(cb))

/**
 * Which secrets are listed.
 */
typedef enum {
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = 1,
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = 2,
    VIR_CONNECT_LIST_SECRETS_PRIVATE = (1 << 2),
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = (1 << 3),
} virConnectListAllSecretsFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_SECRET_DEFINE_VALIDATE = 1,
} virSecretDefineFlags;

/**
 * What happened to a secret.
 */
typedef enum {
    VIR_SECRET_EVENT_DEFINED = 0,
    VIR_SECRET_EVENT_UNDEFINED = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_SECRET_EVENT_LAST = 2,
#endif
} virSecretEventLifecycleType;

/**
 * What can be listened to.
 */
typedef enum {
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_SECRET_EVENT_ID_LAST = 2,
#endif
} virSecretEventID;

/**
 * What a secret is for.
 */
typedef enum {
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    VIR_SECRET_USAGE_TYPE_VTPM = 5,
#if defined(VIR_ENUM_SENTINELS)
    VIR_SECRET_USAGE_TYPE_LAST = 6,
#endif
} virSecretUsageType;

/**
 * A secret: opaque, counted by reference.
 */
struct _virSecret;

typedef struct _virSecret virSecret;

typedef virSecret *virSecretPtr;

/**
 * Stands for the callbacks of all events of secrets; is itself that of a new value.
 */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn,
                                                     virSecretPtr secret,
                                                     void *opaque);

/**
 * Is told that secrets come and go: `event` is a `virSecretEventLifecycleType`.
 */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn,
                                                       virSecretPtr secret,
                                                       int event,
                                                       int detail,
                                                       void *opaque);

/**
 * Lists secrets into an array that ends with NULL; the caller frees each secret and the array. With NULL for `secrets` they are
 * only counted. `flags` is `virConnectListAllSecretsFlags`: of each group of which some are set, a secret must have one.
 */
int virConnectListAllSecrets(virConnectPtr conn,
                             virSecretPtr **secrets,
                             unsigned int flags);

/**
 * Fills in the UUIDs of at most `maxuuids` secrets as text and gives their number. The caller frees each.
 */
int virConnectListSecrets(virConnectPtr conn,
                          char **uuids,
                          int maxuuids);

/**
 * How many secrets there are.
 */
int virConnectNumOfSecrets(virConnectPtr conn);

/**
 * Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
 */
int virConnectSecretEventDeregisterAny(virConnectPtr conn,
                                       int callbackID);

/**
 * Has what happens to secrets (a `VIR_SECRET_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
 * of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
 */
int virConnectSecretEventRegisterAny(virConnectPtr conn,
                                     virSecretPtr secret,
                                     int eventID,
                                     virConnectSecretEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * Makes a secret without a value, or changes what is known of one. `flags` is `virSecretDefineFlags`. The caller frees it.
 */
virSecretPtr virSecretDefineXML(virConnectPtr conn,
                                const char *xml,
                                unsigned int flags);

/**
 * Gives a reference back.
 */
int virSecretFree(virSecretPtr secret);

/**
 * The connection of the secret, without a reference for the caller.
 */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/**
 * Writes the 16 bytes of the secret's UUID.
 */
int virSecretGetUUID(virSecretPtr secret, unsigned char *uuid);

/**
 * Writes the UUID as text of 36 characters and a NUL.
 */
int virSecretGetUUIDString(virSecretPtr secret, char *buf);

/**
 * What uses the secret, "" for nothing; it stays the secret's.
 */
const char *virSecretGetUsageID(virSecretPtr secret);

/**
 * Which kind of thing uses the secret, a `virSecretUsageType`.
 */
int virSecretGetUsageType(virSecretPtr secret);

/**
 * The value, `value_size` bytes, which the caller frees; better after overwriting them. `flags` must be 0.
 */
unsigned char *virSecretGetValue(virSecretPtr secret,
                                 size_t *value_size,
                                 unsigned int flags);

/**
 * The secret as a `<secret>` document without its value, which the caller frees. `flags` must be 0.
 */
char *virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/**
 * The secret of that UUID of 16 bytes. The caller frees it.
 */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * The secret of that UUID, written as text. The caller frees it.
 */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * The secret that is used by that. `usageType` is a `virSecretUsageType`. The caller frees it.
 */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char *usageID);

/**
 * Takes one more reference.
 */
int virSecretRef(virSecretPtr secret);

/**
 * Gives a secret a value of `value_size` bytes. `flags` must be 0.
 */
int virSecretSetValue(virSecretPtr secret,
                      const unsigned char *value,
                      size_t value_size,
                      unsigned int flags);

/**
 * Forgets a secret and its value.
 */
int virSecretUndefine(virSecretPtr secret);

#ifdef __cplusplus
}
#endif

#endif
