/* libvirt-nodedev.h: the host's devices.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The callback of one event as virConnectNodeDeviceEventRegisterAny takes it. */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback)(void (*)(void))(cb))

/**
 * Which devices are listed.
 */
typedef enum {
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = 1,
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = 2,
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = (1 << 2),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = (1 << 3),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = (1 << 4),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = (1 << 5),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = (1 << 6),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = (1 << 7),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = (1 << 8),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = (1 << 9),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = (1 << 10),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = (1 << 11),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = (1 << 12),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = (1 << 13),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = (1 << 14),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = (1 << 15),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = (1 << 16),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = (1 << 17),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = (1 << 18),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = (1 << 19),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = (1 << 20),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = (1 << 21),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = (1 << 22),
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = (1 << 23),
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = (1 << 28),
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = (1 << 29),
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = (1 << 30),
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = (1u << 31),
} virConnectListAllNodeDeviceFlags;

/**
 * How a device's description is taken.
 */
typedef enum {
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = 1,
} virNodeDeviceCreateXMLFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = 1,
} virNodeDeviceDefineXMLFlags;

/**
 * What happened to a device.
 */
typedef enum {
    VIR_NODE_DEVICE_EVENT_CREATED = 0,
    VIR_NODE_DEVICE_EVENT_DELETED = 1,
    VIR_NODE_DEVICE_EVENT_DEFINED = 2,
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NODE_DEVICE_EVENT_LAST = 4,
#endif
} virNodeDeviceEventLifecycleType;

/**
 * What can be listened to.
 */
typedef enum {
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
#if defined(VIR_ENUM_SENTINELS)
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
#endif
} virNodeDeviceEventID;

/**
 * Where a device is changed: now, in the definition, or whichever is current.
 */
typedef enum {
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = 1,
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = 2,
} virNodeDeviceUpdateFlags;

/**
 * How a device is described.
 */
typedef enum {
    VIR_NODE_DEVICE_XML_INACTIVE = 1,
} virNodeDeviceXMLFlags;

/**
 * A device of the host: opaque, counted by reference.
 */
struct _virNodeDevice;

typedef struct _virNodeDevice virNodeDevice;

typedef virNodeDevice *virNodeDevicePtr;

/**
 * Stands for the callbacks of all events of devices; is itself that of the update.
 */
typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn,
                                                         virNodeDevicePtr dev,
                                                         void *opaque);

/**
 * Is told that devices come and go: `event` is a `virNodeDeviceEventLifecycleType`.
 */
typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn,
                                                           virNodeDevicePtr dev,
                                                           int event,
                                                           int detail,
                                                           void *opaque);

/**
 * Lists devices into an array that ends with NULL; the caller frees each device and the array. With NULL for `devices` they are
 * only counted. `flags` is `virConnectListAllNodeDeviceFlags`: of each group of which some are set, a device must have one.
 */
int virConnectListAllNodeDevices(virConnectPtr conn,
                                 virNodeDevicePtr **devices,
                                 unsigned int flags);

/**
 * Removes a callback by its number. It may be running in another thread; its `freecb` is called when it has returned.
 */
int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn,
                                           int callbackID);

/**
 * Has what happens to node devices (a `VIR_NODE_DEVICE_EVENT_ID_…`) told to `cb`, which is of the type that belongs to that number:
 * of all of them, or of one. Gives the number by which it can be removed; `freecb` is called with `opaque` after that.
 */
int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn,
                                         virNodeDevicePtr dev,
                                         int eventID,
                                         virConnectNodeDeviceEventGenericCallback cb,
                                         void *opaque,
                                         virFreeCallback freecb);

/**
 * Starts a device that is defined. `flags` must be 0.
 */
int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags);

/**
 * Makes a device that is gone when it is destroyed: a virtual host bus adapter or a mediated device. `flags` is
 * `virNodeDeviceCreateXMLFlags`. The caller frees it.
 */
virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Keeps the definition of a device that can be started. `flags` is `virNodeDeviceDefineXMLFlags`. The caller frees it.
 */
virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Takes a device away that `virNodeDeviceCreateXML` made.
 */
int virNodeDeviceDestroy(virNodeDevicePtr dev);

/**
 * Takes a device from the host's driver, so that a guest may have it. `driverName` is the driver that gets it, NULL for the usual
 * one; `flags` must be 0.
 */
int virNodeDeviceDetachFlags(virNodeDevicePtr dev,
                             const char *driverName,
                             unsigned int flags);

/**
 * As `virNodeDeviceDetachFlags` with the usual driver.
 */
int virNodeDeviceDettach(virNodeDevicePtr dev);

/**
 * Gives a reference back.
 */
int virNodeDeviceFree(virNodeDevicePtr dev);

/**
 * Whether the device is started with the host: 1 or 0 in `autostart`.
 */
int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int *autostart);

/**
 * The name of the device; it stays the device's.
 */
const char *virNodeDeviceGetName(virNodeDevicePtr dev);

/**
 * The name of the device that this one is a part of; it stays the device's.
 */
const char *virNodeDeviceGetParent(virNodeDevicePtr dev);

/**
 * The device as a `<device>` document, which the caller frees. `flags` is `virNodeDeviceXMLFlags`.
 */
char *virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags);

/**
 * Whether the device is there, other than only defined.
 */
int virNodeDeviceIsActive(virNodeDevicePtr dev);

/**
 * Whether the device has a definition that outlives it.
 */
int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

/**
 * Fills in at most `maxnames` of the device's kinds ("scsi_host", "fc_host") and gives their number. The caller frees each.
 */
int virNodeDeviceListCaps(virNodeDevicePtr dev,
                          char **names,
                          int maxnames);

/**
 * The device of that name. The caller frees it.
 */
virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn, const char *name);

/**
 * The host bus adapter of that node name and that port name, each of 16 hexadecimal digits. `flags` must be 0. The caller frees it.
 */
virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn,
                                                  const char *wwnn,
                                                  const char *wwpn,
                                                  unsigned int flags);

/**
 * How many kinds the device has.
 */
int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

/**
 * Gives a device back to the host's driver.
 */
int virNodeDeviceReAttach(virNodeDevicePtr dev);

/**
 * Takes one more reference.
 */
int virNodeDeviceRef(virNodeDevicePtr dev);

/**
 * Brings a device into the state that it has after power-on.
 */
int virNodeDeviceReset(virNodeDevicePtr dev);

/**
 * Whether the device is to be started with the host.
 */
int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart);

/**
 * Forgets the definition of a device. `flags` must be 0.
 */
int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags);

/**
 * Changes a device to what `xmlDesc` says. `flags` is `virNodeDeviceUpdateFlags`.
 */
int virNodeDeviceUpdate(virNodeDevicePtr dev, const char *xmlDesc, unsigned int flags);

/**
 * Fills in the names of at most `maxnames` devices of the kind `cap`, NULL for all, and gives their number. `flags` must be 0.
 * The caller frees each name.
 */
int virNodeListDevices(virConnectPtr conn,
                       const char *cap,
                       char **names,
                       int maxnames,
                       unsigned int flags);

/**
 * How many devices there are of the kind `cap`, NULL for all. `flags` must be 0.
 */
int virNodeNumOfDevices(virConnectPtr conn, const char *cap, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
