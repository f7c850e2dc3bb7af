/* libvirt-event.h: the event loop that delivers events, timeouts and streams.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#include "libvirt-common.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What happened, or shall be waited for, on a file descriptor; may be combined.
 */
typedef enum {
    VIR_EVENT_HANDLE_READABLE = 1,
    VIR_EVENT_HANDLE_WRITABLE = 2,
    VIR_EVENT_HANDLE_ERROR = 4,
    VIR_EVENT_HANDLE_HANGUP = 8,
} virEventHandleType;

/**
 * Is called when something happens on a watched file descriptor.
 */
typedef void (*virEventHandleCallback)(int watch, int fd, int events, void *opaque);

/**
 * Part of an event loop of the program's: watches a file descriptor; gives the watch's number.
 */
typedef int (*virEventAddHandleFunc)(int fd,
                                     int event,
                                     virEventHandleCallback cb,
                                     void *opaque,
                                     virFreeCallback ff);

/**
 * Part of an event loop of the program's: changes what a watch waits for.
 */
typedef void (*virEventUpdateHandleFunc)(int watch, int event);

/**
 * Part of an event loop of the program's: ends a watch and calls its `ff`.
 */
typedef int (*virEventRemoveHandleFunc)(int watch);

/**
 * Is called when a timer runs out.
 */
typedef void (*virEventTimeoutCallback)(int timer, void *opaque);

/**
 * Part of an event loop of the program's: starts a timer, in milliseconds, -1 for an idle one; gives its number.
 */
typedef int (*virEventAddTimeoutFunc)(int timeout,
                                      virEventTimeoutCallback cb,
                                      void *opaque,
                                      virFreeCallback ff);

/**
 * Part of an event loop of the program's: changes a timer's milliseconds.
 */
typedef void (*virEventUpdateTimeoutFunc)(int timer, int timeout);

/**
 * Part of an event loop of the program's: ends a timer and calls its `ff`.
 */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/**
 * Makes functions of the program's the event loop, once, before the first connection is opened; later ones are ignored.
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle,
                          virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle,
                          virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * Makes the library's own loop the event loop; ignored when there is one. A thread of the program then calls
 * `virEventRunDefaultImpl` again and again.
 */
int virEventRegisterDefaultImpl(void);

/**
 * One round of the library's loop: waits for a descriptor or a timer and calls the callbacks that are due.
 */
int virEventRunDefaultImpl(void);

/**
 * Watches a descriptor for a set of `VIR_EVENT_HANDLE_…`. Returns the number of the watch, -1 without an event loop. `ff`
 * is called with `opaque` after the watch has been removed.
 */
int virEventAddHandle(int fd,
                      int events,
                      virEventHandleCallback cb,
                      void *opaque,
                      virFreeCallback ff);

/**
 * Changes what a watch waits for; 0 is nothing.
 */
void virEventUpdateHandle(int watch, int events);

/**
 * Ends a watch. -1 when there is none of that number.
 */
int virEventRemoveHandle(int watch);

/**
 * Calls `cb` every `timeout` milliseconds, in each round for 0, not for -1. Returns the number of the timer, -1 without an
 * event loop. `ff` is called with `opaque` after the timer has been removed.
 */
int virEventAddTimeout(int timeout,
                       virEventTimeoutCallback cb,
                       void *opaque,
                       virFreeCallback ff);

/**
 * Changes a timer's interval, in milliseconds; it begins anew.
 */
void virEventUpdateTimeout(int timer, int timeout);

/**
 * Ends a timer. -1 when there is none of that number.
 */
int virEventRemoveTimeout(int timer);

#ifdef __cplusplus
}
#endif

#endif
