/* libvirt.h: everything but errors, which are in virterror.h.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_H
#define LIBVIRT_H

#include "libvirt-common.h"
#include "libvirt-host.h"
#include "libvirt-domain.h"
#include "libvirt-domain-checkpoint.h"
#include "libvirt-domain-snapshot.h"
#include "libvirt-event.h"
#include "libvirt-interface.h"
#include "libvirt-network.h"
#include "libvirt-nodedev.h"
#include "libvirt-nwfilter.h"
#include "libvirt-secret.h"
#include "libvirt-storage.h"
#include "libvirt-stream.h"

#endif
