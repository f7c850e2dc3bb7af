/* libvirt-lxc.h: what only LXC containers have: namespaces, control groups, labels (libvirt-lxc.so.0).
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include "libvirt.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Opens the namespaces of a running container; gives how many. The caller closes the files in `*fdlist` and frees the array.
 */
int virDomainLxcOpenNamespace(virDomainPtr domain,
                              int **fdlist,
                              unsigned int flags);

/**
 * Puts the calling process into namespaces that `virDomainLxcOpenNamespace` opened; -1 stands for none. The ones that it
 * leaves are opened into `*oldfdlist`, for going back, unless that is NULL; the caller closes them and frees the array.
 */
int virDomainLxcEnterNamespace(virDomainPtr domain,
                               unsigned int nfdlist,
                               int *fdlist,
                               unsigned int *noldfdlist,
                               int **oldfdlist,
                               unsigned int flags);

/**
 * Gives the calling thread a security label: with SELinux from its next program on, with AppArmor at once. `*oldlabel` gets
 * the SELinux label that it has now, unless that is NULL.
 */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model,
                                   virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel,
                                   unsigned int flags);

/**
 * Puts the calling process into the control groups of a running container.
 */
int virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
