/* libvirt-interface.h: the host's network interfaces.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_INTERFACE_H
#define LIBVIRT_INTERFACE_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Which interfaces are listed.
 */
typedef enum {
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = 1,
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = 2,
} virConnectListAllInterfacesFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_INTERFACE_DEFINE_VALIDATE = 1,
} virInterfaceDefineFlags;

/**
 * How an interface is described.
 */
typedef enum {
    VIR_INTERFACE_XML_INACTIVE = 1,
} virInterfaceXMLFlags;

/**
 * A network interface of the host: opaque, counted by reference.
 */
struct _virInterface;

typedef struct _virInterface virInterface;

typedef virInterface *virInterfacePtr;

/**
 * Lists interfaces as an array of handles that the caller frees, each with `virInterfaceFree`, and the array with `free`;
 * returns how many there are. `flags`: `VIR_CONNECT_LIST_INTERFACES_…`; 0 is all.
 */
int virConnectListAllInterfaces(virConnectPtr conn,
                                virInterfacePtr **ifaces,
                                unsigned int flags);

/**
 * Fills `names` with the names of at most `maxnames` inactive interfaces, which the caller frees one by one; returns how many.
 */
int virConnectListDefinedInterfaces(virConnectPtr conn,
                                    char **names,
                                    int maxnames);

/**
 * Fills `names` with the names of at most `maxnames` active interfaces, which the caller frees one by one; returns how many.
 */
int virConnectListInterfaces(virConnectPtr conn,
                             char **names,
                             int maxnames);

/**
 * How many inactive interfaces there are.
 */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/**
 * How many active interfaces there are.
 */
int virConnectNumOfInterfaces(virConnectPtr conn);

/**
 * Remembers the interfaces as they are, for `virInterfaceChangeRollback`.
 */
int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags);

/**
 * Keeps the changes since `virInterfaceChangeBegin`.
 */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/**
 * Goes back to the interfaces as they were at `virInterfaceChangeBegin`.
 */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/**
 * Brings an interface up.
 */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/**
 * Keeps a definition, in the place of the one with the same name. The handle is the caller's to free. `flags`:
 * `VIR_INTERFACE_DEFINE_…`.
 */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn,
                                      const char *xml,
                                      unsigned int flags);

/**
 * Takes an interface down. The handle stays the caller's.
 */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/**
 * Gives up one reference to an interface.
 */
int virInterfaceFree(virInterfacePtr iface);

/**
 * The connection of an interface; it stays the interface's.
 */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/**
 * The MAC address; it stays the interface's.
 */
const char *virInterfaceGetMACString(virInterfacePtr iface);

/**
 * The name; it stays the interface's.
 */
const char *virInterfaceGetName(virInterfacePtr iface);

/**
 * The interface's document, which the caller frees. `flags`: `VIR_INTERFACE_XML_…`.
 */
char *virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/**
 * Whether the interface is up: 1 or 0.
 */
int virInterfaceIsActive(virInterfacePtr iface);

/**
 * The interface with that MAC address. The handle is the caller's to free.
 */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char *macstr);

/**
 * The interface of that name. The handle is the caller's to free.
 */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char *name);

/**
 * Takes one more reference to an interface.
 */
int virInterfaceRef(virInterfacePtr iface);

/**
 * Forgets the definition of an interface.
 */
int virInterfaceUndefine(virInterfacePtr iface);

#ifdef __cplusplus
}
#endif

#endif
