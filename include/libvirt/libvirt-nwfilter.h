/* libvirt-nwfilter.h: rules that filter the traffic of domains.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_NWFILTER_H
#define LIBVIRT_NWFILTER_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * How a binding's description is taken.
 */
typedef enum {
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = 1,
} virNWFilterBindingCreateFlags;

/**
 * How a definition is taken.
 */
typedef enum {
    VIR_NWFILTER_DEFINE_VALIDATE = 1,
} virNWFilterDefineFlags;

/**
 * A network filter: opaque, counted by reference.
 */
struct _virNWFilter;

/**
 * A network filter at work on an interface: opaque, counted by reference.
 */
struct _virNWFilterBinding;

typedef struct _virNWFilter virNWFilter;

typedef virNWFilter *virNWFilterPtr;

typedef struct _virNWFilterBinding virNWFilterBinding;

typedef virNWFilterBinding *virNWFilterBindingPtr;

/**
 * Lists network filters into an array that ends with NULL; the caller frees each filter and the array. With NULL for `filters`
 * they are only counted. `flags` must be 0.
 */
int virConnectListAllNWFilters(virConnectPtr conn,
                               virNWFilterPtr **filters,
                               unsigned int flags);

/**
 * Fills in the names of at most `maxnames` network filters and gives their number. The caller frees each name.
 */
int virConnectListNWFilters(virConnectPtr conn,
                            char **names,
                            int maxnames);

/**
 * How many network filters there are.
 */
int virConnectNumOfNWFilters(virConnectPtr conn);

/**
 * Makes a network filter, or changes one and all that use it. The caller frees it.
 */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char *xmlDesc);

/**
 * As `virNWFilterDefineXML`; `flags` is `virNWFilterDefineFlags`.
 */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int flags);

/**
 * Gives a reference back.
 */
int virNWFilterFree(virNWFilterPtr nwfilter);

/**
 * The name of the filter; it stays the filter's.
 */
const char *virNWFilterGetName(virNWFilterPtr nwfilter);

/**
 * Writes the 16 bytes of the filter's UUID.
 */
int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char *uuid);

/**
 * Writes the UUID as text of 36 characters and a NUL.
 */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char *buf);

/**
 * The filter as a `<filter>` document, which the caller frees. `flags` must be 0.
 */
char *virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags);

/**
 * The network filter of that name. The caller frees it.
 */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char *name);

/**
 * The network filter of that UUID of 16 bytes. The caller frees it.
 */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * The network filter of that UUID, written as text. The caller frees it.
 */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Takes one more reference.
 */
int virNWFilterRef(virNWFilterPtr nwfilter);

/**
 * Forgets a network filter that nothing uses.
 */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

/**
 * Lists filters in use into an array that ends with NULL; the caller frees each binding and the array. With NULL for `bindings`
 * they are only counted. `flags` must be 0.
 */
int virConnectListAllNWFilterBindings(virConnectPtr conn,
                                      virNWFilterBindingPtr **bindings,
                                      unsigned int flags);

/**
 * Puts a filter in use on a port. `flags` is `virNWFilterBindingCreateFlags`. The caller frees the binding.
 */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn,
                                                  const char *xml,
                                                  unsigned int flags);

/**
 * Takes a filter off its port.
 */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/**
 * Gives a reference back.
 */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/**
 * The name of the filter; it stays the binding's.
 */
const char *virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/**
 * The name of the port; it stays the binding's.
 */
const char *virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/**
 * The binding as a `<filterbinding>` document, which the caller frees. `flags` must be 0.
 */
char *virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags);

/**
 * The binding on that port. The caller frees it.
 */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char *portdev);

/**
 * Takes one more reference.
 */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

#ifdef __cplusplus
}
#endif

#endif
