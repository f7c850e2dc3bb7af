/* libvirt-admin.h: the administration of a running daemon (libvirt-admin.so.0).
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#include "libvirt-common.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIR_CLIENT_INFO_READONLY "readonly"
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"
#define VIR_SERVER_CLIENTS_CURRENT "nclients"
#define VIR_SERVER_CLIENTS_MAX "nclients_max"
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"

/**
 * How a client is connected.
 */
typedef enum {
    VIR_CLIENT_TRANS_UNIX = 0,
    VIR_CLIENT_TRANS_TCP = 1,
    VIR_CLIENT_TRANS_TLS = 2,
#if defined(VIR_ENUM_SENTINELS)
    VIR_CLIENT_TRANS_LAST = 3,
#endif
} virClientTransport;

/**
 * How a daemon ends.
 */
typedef enum {
    VIR_DAEMON_SHUTDOWN_PRESERVE = 1,
} virAdmConnectDaemonShutdownFlags;

/**
 * A client of a daemon: opaque, counted by reference.
 */
struct _virAdmClient;

/**
 * A connection to a daemon's administration: opaque, counted by reference.
 */
struct _virAdmConnect;

/**
 * A server of a daemon: opaque, counted by reference.
 */
struct _virAdmServer;

typedef struct _virAdmClient virAdmClient;

typedef virAdmClient *virAdmClientPtr;

typedef struct _virAdmConnect virAdmConnect;

typedef virAdmConnect *virAdmConnectPtr;

/**
 * Is called when a connection is lost; `reason` is a `virConnectCloseReason`.
 */
typedef void (*virAdmConnectCloseFunc)(virAdmConnectPtr conn, int reason, void *opaque);

typedef struct _virAdmServer virAdmServer;

typedef virAdmServer *virAdmServerPtr;

/**
 * Gives up the handle of a client; the client stays connected.
 */
int virAdmClientFree(virAdmClientPtr client);

/**
 * The number of a client, which no other client of its server has.
 */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/**
 * When a client connected: seconds since 1970, 0 when that is not known.
 */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/**
 * How a client is connected: a `virClientTransport`.
 */
int virAdmClientGetTransport(virAdmClientPtr client);

/**
 * Who a client is (`VIR_CLIENT_INFO_…`) in `*params`, which the caller frees.
 */
int virAdmClientGetInfo(virAdmClientPtr client,
                        virTypedParameterPtr *params,
                        int *nparams,
                        unsigned int flags);

/**
 * Ends a client's connection to its server.
 */
int virAdmClientClose(virAdmClientPtr client, unsigned int flags);

/**
 * Prepares the library. Calling it is not needed: opening a connection does the same.
 */
int virAdmInitialize(void);

/**
 * This library's version in `*libVer`: major × 1,000,000 + minor × 1,000 + release.
 */
int virAdmGetVersion(unsigned long long *libVer);

/**
 * Opens a connection to the administration of a daemon: `libvirtd:///system`, `virtqemud:///session` …; NULL is the
 * default one. Close it with `virAdmConnectClose`.
 */
virAdmConnectPtr virAdmConnectOpen(const char *name,
                                   unsigned int flags);

/**
 * Gives up one reference; returns how many are left, 0 when the connection is closed.
 */
int virAdmConnectClose(virAdmConnectPtr conn);

/**
 * Takes one more reference, which `virAdmConnectClose` gives up.
 */
int virAdmConnectRef(virAdmConnectPtr conn);

/**
 * Whether the connection can still be used: 1 or 0.
 */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/**
 * The URI of the daemon; the caller frees it.
 */
char *virAdmConnectGetURI(virAdmConnectPtr conn);

/**
 * The daemon's version in `*lib_ver`: major × 1,000,000 + minor × 1,000 + release.
 */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn, unsigned long long *libVer);

/**
 * Has the end of the connection told to `cb`; `freecb` is called with `opaque` when it was removed.
 */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn,
                                       virAdmConnectCloseFunc cb,
                                       void *opaque,
                                       virFreeCallback freecb);

/**
 * Removes the callback that `virAdmConnectRegisterCloseCallback` set.
 */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb);

/**
 * The daemon's servers: gives how many. The caller frees each and the array; no array is made for NULL.
 */
int virAdmConnectListServers(virAdmConnectPtr conn,
                             virAdmServerPtr **servers,
                             unsigned int flags);

/**
 * A server of the daemon by its name. Free it with `virAdmServerFree`.
 */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn,
                                          const char *name,
                                          unsigned int flags);

/**
 * After how many idle seconds the daemon ends; 0 is never.
 */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn, unsigned int timeout, unsigned int flags);

/**
 * Ends the daemon. `flags`: `VIR_DAEMON_SHUTDOWN_PRESERVE` saves its domains as it is configured to.
 */
int virAdmConnectDaemonShutdown(virAdmConnectPtr conn,
                                unsigned int flags);

/**
 * The daemon's log filters, separated by spaces, in `*filters`, which the caller frees; gives how many.
 */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn,
                                   char **filters,
                                   unsigned int flags);

/**
 * Where the daemon's log goes, separated by spaces, in `*outputs`, which the caller frees; gives how many.
 */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn,
                                   char **outputs,
                                   unsigned int flags);

/**
 * Sets the daemon's log filters; NULL and "" remove them.
 */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn, const char *filters, unsigned int flags);

/**
 * Sets where the daemon's log goes; NULL and "" are its default.
 */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn, const char *outputs, unsigned int flags);

/**
 * Gives up the handle of a server; the server itself is left alone.
 */
int virAdmServerFree(virAdmServerPtr srv);

/**
 * The name of a server; it stays the server's.
 */
const char *virAdmServerGetName(virAdmServerPtr srv);

/**
 * The settings of a server's worker threads (`VIR_THREADPOOL_…`) in `*params`, which the caller frees.
 */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr *params,
                                        int *nparams,
                                        unsigned int flags);

/**
 * Changes settings of a server's worker threads (`VIR_THREADPOOL_…`).
 */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr params,
                                        int nparams,
                                        unsigned int flags);

/**
 * The clients of a server: gives how many. The caller frees each and the array; no array is made for NULL.
 */
int virAdmServerListClients(virAdmServerPtr srv,
                            virAdmClientPtr **clients,
                            unsigned int flags);

/**
 * A client of a server by its number. Free it with `virAdmClientFree`.
 */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv,
                                         unsigned long long id,
                                         unsigned int flags);

/**
 * How many clients a server has and may have (`VIR_SERVER_CLIENTS_…`) in `*params`, which the caller frees.
 */
int virAdmServerGetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Changes how many clients a server may have (`VIR_SERVER_CLIENTS_…`).
 */
int virAdmServerSetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Has a server read its TLS certificates and keys again.
 */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
