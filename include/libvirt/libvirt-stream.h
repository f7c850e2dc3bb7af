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
 * Gives up to `nbytes` of data to send: how many, 0 at the end, -1 on failure.
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char *data, size_t nbytes, void *opaque);

/**
 * Takes data that was received: how many bytes, or -1 on failure.
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char *data, size_t nbytes, void *opaque);

/**
 * Tells whether data or a hole comes next, and how long it is: 0, or -1 on failure.
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int *inData, long long *length, void *opaque);

/**
 * Skips a hole of `length` bytes: 0, or -1 on failure.
 */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * Takes a hole of `length` bytes: 0, or -1 on failure.
 */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * Is called when something happens on a stream: `events` are `VIR_STREAM_EVENT_…`.
 */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void *opaque);

/**
 * A new stream, for a function such as `virStorageVolDownload`. With `VIR_STREAM_NONBLOCK` sending and receiving do not
 * wait. Free it with `virStreamFree`.
 */
virStreamPtr virStreamNew(virConnectPtr conn,
                          unsigned int flags);

/**
 * Takes one more reference, which `virStreamFree` gives up.
 */
int virStreamRef(virStreamPtr stream);

/**
 * Gives up one reference. A transfer that was not finished is aborted with the last.
 */
int virStreamFree(virStreamPtr stream);

/**
 * Sends the beginning of `nbytes` bytes. Returns how many, -2 when a stream that does not wait would have to.
 */
int virStreamSend(virStreamPtr stream,
                  const char *data,
                  size_t nbytes);

/**
 * Receives up to `nbytes` bytes. Returns how many, 0 at the end, -2 when a stream that does not wait would have to.
 */
int virStreamRecv(virStreamPtr stream,
                  char *data,
                  size_t nbytes);

/**
 * As `virStreamRecv`; with `VIR_STREAM_RECV_STOP_AT_HOLE` it returns -3 where a hole begins (`virStreamRecvHole`).
 */
int virStreamRecvFlags(virStreamPtr stream,
                       char *data,
                       size_t nbytes,
                       unsigned int flags);

/**
 * Says that `length` bytes of zero follow, which need not be sent.
 */
int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

/**
 * How many bytes of zero the hole has at which `virStreamRecvFlags` stopped, in `*length`.
 */
int virStreamRecvHole(virStreamPtr stream, long long *length, unsigned int flags);

/**
 * Sends what `handler` gives, until it gives 0 bytes. The transfer is aborted when that fails; else it is for the program
 * to finish.
 */
int virStreamSendAll(virStreamPtr stream,
                     virStreamSourceFunc handler,
                     void *opaque);

/**
 * Gives to `handler` what is received, until the end; it returns how many bytes it took. The transfer is aborted when that
 * fails; else it is for the program to finish.
 */
int virStreamRecvAll(virStreamPtr stream,
                     virStreamSinkFunc handler,
                     void *opaque);

/**
 * As `virStreamSendAll`, without sending holes: `holeHandler` says whether data or a hole is next and how long it is,
 * `skipHandler` skips a hole.
 */
int virStreamSparseSendAll(virStreamPtr stream,
                           virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler,
                           virStreamSourceSkipFunc skipHandler,
                           void *opaque);

/**
 * As `virStreamRecvAll`, without receiving holes, of which `holeHandler` is told.
 */
int virStreamSparseRecvAll(virStreamPtr stream,
                           virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler,
                           void *opaque);

/**
 * Ends a transfer and says whether everything arrived.
 */
int virStreamFinish(virStreamPtr stream);

/**
 * Ends a transfer; what was sent may be thrown away. A stream that was never used has nothing to abort.
 */
int virStreamAbort(virStreamPtr stream);

/**
 * Calls `cb` in the event loop for each of the `VIR_STREAM_EVENT_…` in `events`. One callback at a time; `ff` is called
 * with `opaque` after it was removed.
 */
int virStreamEventAddCallback(virStreamPtr stream,
                              int events,
                              virStreamEventCallback cb,
                              void *opaque,
                              virFreeCallback ff);

/**
 * Changes which events the callback is called for.
 */
int virStreamEventUpdateCallback(virStreamPtr stream, int events);

/**
 * Removes the callback.
 */
int virStreamEventRemoveCallback(virStreamPtr stream);

#ifdef __cplusplus
}
#endif

#endif
