/* libvirt-stream.h: streams of data: consoles, volumes, screenshots.
 * Written by `make headers` from src/types and src/api. */
#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#include "libvirt-host.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What happened, or shall be waited for, on a stream; may be combined.
 */
typedef enum {
    VIR_STREAM_EVENT_READABLE = 1,
    VIR_STREAM_EVENT_WRITABLE = 2,
    VIR_STREAM_EVENT_ERROR = 4,
    VIR_STREAM_EVENT_HANGUP = 8,
} virStreamEventType;

/**
 * How a stream works.
 */
typedef enum {
    VIR_STREAM_NONBLOCK = 1,
} virStreamFlags;

/**
 * How a stream is read.
 */
typedef enum {
    VIR_STREAM_RECV_STOP_AT_HOLE = 1,
} virStreamRecvFlagsValues;

/**
 * Is called when something happens on a stream: `events` are `VIR_STREAM_EVENT_…`.
 */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void *opaque);

/**
 * Takes data that was received: how many bytes, or -1 on failure.
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char *data, size_t nbytes, void *opaque);

/**
 * Gives up to `nbytes` of data to send: how many, 0 at the end, -1 on failure.
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char *data, size_t nbytes, void *opaque);

/**
 * Takes a hole of `length` bytes: 0, or -1 on failure.
 */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * Tells whether data or a hole comes next, and how long it is: 0, or -1 on failure.
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int *inData, long long *length, void *opaque);

/**
 * Skips a hole of `length` bytes: 0, or -1 on failure.
 */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st, long long length, void *opaque);

int virStreamAbort(virStreamPtr stream);

int virStreamEventAddCallback(virStreamPtr stream,
                              int events,
                              virStreamEventCallback cb,
                              void *opaque,
                              virFreeCallback ff);

int virStreamEventRemoveCallback(virStreamPtr stream);

int virStreamEventUpdateCallback(virStreamPtr stream, int events);

int virStreamFinish(virStreamPtr stream);

int virStreamFree(virStreamPtr stream);

virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags);

int virStreamRecv(virStreamPtr stream, char *data, size_t nbytes);

int virStreamRecvAll(virStreamPtr stream, virStreamSinkFunc handler, void *opaque);

int virStreamRecvFlags(virStreamPtr stream, char *data, size_t nbytes, unsigned int flags);

int virStreamRecvHole(virStreamPtr stream, long long *length, unsigned int flags);

int virStreamRef(virStreamPtr stream);

int virStreamSend(virStreamPtr stream, const char *data, size_t nbytes);

int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void *opaque);

int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

int virStreamSparseRecvAll(virStreamPtr stream,
                           virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler,
                           void *opaque);

int virStreamSparseSendAll(virStreamPtr stream,
                           virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler,
                           virStreamSourceSkipFunc skipHandler,
                           void *opaque);

#ifdef __cplusplus
}
#endif

#endif
