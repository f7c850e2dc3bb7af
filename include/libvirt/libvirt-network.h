/* libvirt-network.h: virtual networks and their ports.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The callback of one event as virConnectNetworkEventRegisterAny takes it. */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback)(void (*)(void))(cb))

#define VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"
#define VIR_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"
#define VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"
#define VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average"
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"

/**
 * Which networks are listed.
 */
typedef enum {
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = 1,
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = 2,
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = (1 << 2),
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = (1 << 3),
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = (1 << 4),
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = (1 << 5),
} virConnectListAllNetworksFlags;

/**
 * The kind of an IP address.
 */
typedef enum {
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    VIR_IP_ADDR_TYPE_IPV6 = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_IP_ADDR_TYPE_LAST = 2,
#endif
} virIPAddrType;

/**
 * How a network's description is taken.
 */
typedef enum {
    VIR_NETWORK_CREATE_VALIDATE = 1,
} virNetworkCreateFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_NETWORK_DEFINE_VALIDATE = 1,
} virNetworkDefineFlags;

/**
 * What happened in a network's life.
 */
typedef enum {
    VIR_NETWORK_EVENT_DEFINED = 0,
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    VIR_NETWORK_EVENT_STARTED = 2,
    VIR_NETWORK_EVENT_STOPPED = 3,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NETWORK_EVENT_LAST = 4,
#endif
} virNetworkEventLifecycleType;

/**
 * What can be listened to.
 */
typedef enum {
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NETWORK_EVENT_ID_LAST = 2,
#endif
} virNetworkEventID;

/**
 * Which of a network's notes is meant.
 */
typedef enum {
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    VIR_NETWORK_METADATA_TITLE = 1,
    VIR_NETWORK_METADATA_ELEMENT = 2,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NETWORK_METADATA_LAST = 3,
#endif
} virNetworkMetadataType;

/**
 * How a port is made.
 */
typedef enum {
    VIR_NETWORK_PORT_CREATE_RECLAIM = 1,
    VIR_NETWORK_PORT_CREATE_VALIDATE = 2,
} virNetworkPortCreateFlags;

/**
 * Which part of a network is changed.
 */
typedef enum {
    VIR_NETWORK_SECTION_NONE = 0,
    VIR_NETWORK_SECTION_BRIDGE = 1,
    VIR_NETWORK_SECTION_DOMAIN = 2,
    VIR_NETWORK_SECTION_IP = 3,
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    VIR_NETWORK_SECTION_FORWARD = 6,
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    VIR_NETWORK_SECTION_DNS_SRV = 12,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NETWORK_SECTION_LAST = 13,
#endif
} virNetworkUpdateSection;

/**
 * Where a network is changed: now, in the definition, or whichever is current.
 */
typedef enum {
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    VIR_NETWORK_UPDATE_AFFECT_LIVE = 1,
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = 2,
} virNetworkUpdateFlags;

/**
 * How a part of a network is changed.
 */
typedef enum {
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
#endif
} virNetworkUpdateCommand;

/**
 * How a network is described.
 */
typedef enum {
    VIR_NETWORK_XML_INACTIVE = 1,
} virNetworkXMLFlags;

/**
 * A virtual network: opaque, counted by reference.
 */
struct _virNetwork;

/**
 * A port of a virtual network: opaque, counted by reference.
 */
struct _virNetworkPort;

typedef struct _virNetwork virNetwork;

typedef virNetwork *virNetworkPtr;

/**
 * Stands for the callbacks of all events of networks.
 */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn,
                                                      virNetworkPtr net,
                                                      void *opaque);

/**
 * An address that a virtual network gave out; what is not known is NULL or 0.
 */
struct _virNetworkDHCPLease {
    char *iface;
    long long expirytime;
    int type;
    char *mac;
    char *iaid;
    char *ipaddr;
    unsigned int prefix;
    char *hostname;
    char *clientid;
};

typedef struct _virNetworkDHCPLease virNetworkDHCPLease;

typedef virNetworkDHCPLease *virNetworkDHCPLeasePtr;

typedef struct _virNetworkPort virNetworkPort;

typedef virNetworkPort *virNetworkPortPtr;

/**
 * Is told the steps of networks' lives: `event` is a `virNetworkEventLifecycleType`.
 */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn,
                                                        virNetworkPtr net,
                                                        int event,
                                                        int detail,
                                                        void *opaque);

/**
 * Is told that notes on a network changed: `type` is a `virNetworkMetadataType`.
 */
typedef void (*virConnectNetworkEventMetadataChangeCallback)(virConnectPtr conn,
                                                             virNetworkPtr net,
                                                             int type,
                                                             const char *nsuri,
                                                             void *opaque);

/**
 * Lists networks as an array of handles that the caller frees, each with `virNetworkFree`, and the array with `free`;
 * returns how many there are. `flags`: groups of `VIR_CONNECT_LIST_NETWORKS_…`, of each group one must fit; 0 is all.
 */
int virConnectListAllNetworks(virConnectPtr conn,
                              virNetworkPtr **nets,
                              unsigned int flags);

/**
 * Fills `names` with the names of at most `maxnames` inactive networks, which the caller frees one by one; returns how many.
 */
int virConnectListDefinedNetworks(virConnectPtr conn,
                                  char **names,
                                  int maxnames);

/**
 * Fills `names` with the names of at most `maxnames` active networks, which the caller frees one by one; returns how many.
 */
int virConnectListNetworks(virConnectPtr conn,
                           char **names,
                           int maxnames);

/**
 * Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
 */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn,
                                        int callbackID);

/**
 * Has what happens to networks (a `VIR_NETWORK_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
 * of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
 */
int virConnectNetworkEventRegisterAny(virConnectPtr conn,
                                      virNetworkPtr net,
                                      int eventID,
                                      virConnectNetworkEventGenericCallback cb,
                                      void *opaque,
                                      virFreeCallback freecb);

/**
 * How many inactive networks there are.
 */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/**
 * How many active networks there are.
 */
int virConnectNumOfNetworks(virConnectPtr conn);

/**
 * Starts a defined network.
 */
int virNetworkCreate(virNetworkPtr network);

/**
 * Starts a network that is gone once it stops. The handle is the caller's to free.
 */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char *xmlDesc);

/**
 * As `virNetworkCreateXML`; `flags`: `VIR_NETWORK_CREATE_…`.
 */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * Frees a lease that `virNetworkGetDHCPLeases` gave; NULL is let be.
 */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/**
 * Keeps a definition, in the place of the one with the same name and UUID. The handle is the caller's to free.
 */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn,
                                  const char *xml);

/**
 * As `virNetworkDefineXML`; `flags`: `VIR_NETWORK_DEFINE_…`.
 */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Stops a network; one without a definition is gone then. The handle stays the caller's.
 */
int virNetworkDestroy(virNetworkPtr network);

/**
 * Gives up one reference to a network.
 */
int virNetworkFree(virNetworkPtr network);

/**
 * Stores whether the network starts with the host: 1 or 0.
 */
int virNetworkGetAutostart(virNetworkPtr network, int *autostart);

/**
 * The name of the bridge on the host, which the caller frees.
 */
char *virNetworkGetBridgeName(virNetworkPtr network);

/**
 * The connection of a network; it stays the network's.
 */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/**
 * The leases given out, those of one MAC address where `mac` is not NULL, as an array that the caller frees, each lease
 * with `virNetworkDHCPLeaseFree`; only their number where `leases` is NULL.
 */
int virNetworkGetDHCPLeases(virNetworkPtr network,
                            const char *mac,
                            virNetworkDHCPLeasePtr **leases,
                            unsigned int flags);

/**
 * What the network carries: title, description, or the element of the namespace `uri` (`type`: a
 * `VIR_NETWORK_METADATA_…`). The caller frees it. `flags`: `VIR_NETWORK_UPDATE_AFFECT_…`, one at most.
 */
char *virNetworkGetMetadata(virNetworkPtr network,
                            int type,
                            const char *uri,
                            unsigned int flags);

/**
 * The name; it stays the network's.
 */
const char *virNetworkGetName(virNetworkPtr network);

/**
 * Stores the UUID, 16 bytes.
 */
int virNetworkGetUUID(virNetworkPtr network, unsigned char *uuid);

/**
 * Stores the UUID as text, 37 bytes with its NUL.
 */
int virNetworkGetUUIDString(virNetworkPtr network, char *buf);

/**
 * The network's document, which the caller frees. `flags`: `VIR_NETWORK_XML_INACTIVE` for the definition with which
 * it will start.
 */
char *virNetworkGetXMLDesc(virNetworkPtr network,
                           unsigned int flags);

/**
 * Whether the network runs: 1 or 0.
 */
int virNetworkIsActive(virNetworkPtr net);

/**
 * Whether the network stays defined when it stops: 1 or 0.
 */
int virNetworkIsPersistent(virNetworkPtr net);

/**
 * The network of that name. The handle is the caller's to free.
 */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char *name);

/**
 * The network of that UUID, 16 bytes. The handle is the caller's to free.
 */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * The network of that UUID, as text. The handle is the caller's to free.
 */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Takes one more reference to a network.
 */
int virNetworkRef(virNetworkPtr network);

/**
 * Says whether the network starts with the host.
 */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/**
 * Sets title, description, or the element of the namespace `uri` with the prefix `key`; NULL takes it away.
 * `flags`: `VIR_NETWORK_UPDATE_AFFECT_…`.
 */
int virNetworkSetMetadata(virNetworkPtr network,
                          int type,
                          const char *metadata,
                          const char *key,
                          const char *uri,
                          unsigned int flags);

/**
 * Forgets the definition; a network that runs is gone once it stops.
 */
int virNetworkUndefine(virNetworkPtr network);

/**
 * Adds, changes or deletes one element of the document. `command`: a `VIR_NETWORK_UPDATE_COMMAND_…`; `section`: a
 * `VIR_NETWORK_SECTION_…`; `parentIndex`: in which of several parents, from 0, -1 where that is clear; `flags`:
 * `VIR_NETWORK_UPDATE_AFFECT_…`.
 */
int virNetworkUpdate(virNetworkPtr network,
                     unsigned int command,
                     unsigned int section,
                     int parentIndex,
                     const char *xml,
                     unsigned int flags);

/**
 * Lists the ports of a network as an array of handles that the caller frees, each with `virNetworkPortFree`; only their
 * number where `ports` is NULL.
 */
int virNetworkListAllPorts(virNetworkPtr network,
                           virNetworkPortPtr **ports,
                           unsigned int flags);

/**
 * Makes a port of a network. The handle is the caller's to free. `flags`: `VIR_NETWORK_PORT_CREATE_…`.
 */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net,
                                          const char *xmldesc,
                                          unsigned int flags);

/**
 * Takes a port away. The handle stays the caller's.
 */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/**
 * Gives up one reference to a port.
 */
int virNetworkPortFree(virNetworkPortPtr port);

/**
 * The network of a port; it stays the port's.
 */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/**
 * Stores the port's parameters (`VIR_NETWORK_PORT_BANDWIDTH_…`) in an array that the caller frees with `virTypedParamsFree`.
 */
int virNetworkPortGetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Stores the UUID, 16 bytes.
 */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char *uuid);

/**
 * Stores the UUID as text, 37 bytes with its NUL.
 */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char *buf);

/**
 * The port's document, which the caller frees.
 */
char *virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/**
 * The port of that UUID, 16 bytes. The handle is the caller's to free.
 */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char *uuid);

/**
 * The port of that UUID, as text. The handle is the caller's to free.
 */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char *uuidstr);

/**
 * Takes one more reference to a port.
 */
int virNetworkPortRef(virNetworkPortPtr port);

/**
 * Changes the port's parameters (`VIR_NETWORK_PORT_BANDWIDTH_…`).
 */
int virNetworkPortSetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
