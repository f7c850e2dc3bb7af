/* Streams: arguments, streams without a transfer, callbacks that fail. */
#include "check.h"
#include <errno.h>

static int read_failing(virStreamPtr s, char *data, size_t size, void *opaque)
{
    printf("  source: %zu bytes wanted\n", size);
    errno = *(int *)opaque;
    return -1;
}

static int read_nothing(virStreamPtr s, char *data, size_t size, void *opaque)
{
    printf("  source: %zu bytes wanted\n", size);
    return 0;
}

static int read_something(virStreamPtr s, char *data, size_t size, void *opaque)
{
    printf("  source: %zu bytes wanted\n", size);
    memset(data, 'x', 10);
    return 10;
}

static int write_all(virStreamPtr s, const char *data, size_t size, void *opaque)
{
    printf("  sink: %zu bytes\n", size);
    return size;
}

static int hole(virStreamPtr s, long long length, void *opaque)
{
    printf("  hole of %lld\n", length);
    return 0;
}

static int next_failing(virStreamPtr s, int *in_data, long long *length, void *opaque) { return -1; }

static int next_data(virStreamPtr s, int *in_data, long long *length, void *opaque)
{
    *in_data = 1;
    *length = 5;
    return 0;
}

static int next_end(virStreamPtr s, int *in_data, long long *length, void *opaque)
{
    *in_data = 0;
    *length = 0;
    return 0;
}

static int next_hole(virStreamPtr s, int *in_data, long long *length, void *opaque)
{
    *in_data = 0;
    *length = 7;
    return 0;
}

static int skip(virStreamPtr s, long long length, void *opaque) { return 0; }

static void on_event(virStreamPtr s, int events, void *opaque) { printf("  event %d\n", events); }

static void on_free(void *opaque) { printf("  free %s\n", (char *)opaque); }

static void steps(virStreamPtr s)
{
    char data[100] = "";
    long long length = 0;
    CHECK(virStreamSend(s, data, 10));
    CHECK(virStreamSend(s, NULL, 10));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamRecv(s, NULL, 10));
    CHECK(virStreamRecvFlags(s, data, 10, 0));
    CHECK(virStreamRecvFlags(s, data, 10, VIR_STREAM_RECV_STOP_AT_HOLE));
    CHECK(virStreamRecvFlags(s, data, 10, 2));
    CHECK(virStreamRecvFlags(s, NULL, 10, 2));
    CHECK(virStreamSendHole(s, 10, 0));
    CHECK(virStreamSendHole(s, 10, 1));
    CHECK(virStreamSendHole(s, -1, 0));
    CHECK(virStreamRecvHole(s, &length, 0));
    CHECK(virStreamRecvHole(s, &length, 1));
    CHECK(virStreamRecvHole(s, NULL, 0));
    CHECK(virStreamEventAddCallback(s, VIR_STREAM_EVENT_READABLE, on_event, "opaque", on_free));
    CHECK(virStreamEventUpdateCallback(s, 1));
    CHECK(virStreamEventRemoveCallback(s));
    CHECK(virStreamFinish(s));
    CHECK(virStreamAbort(s));
}

static void whole(virStreamPtr s)
{
    int none = 0, full = ENOSPC;
    CHECK(virStreamSendAll(s, NULL, NULL));
    CHECK(virStreamSendAll(s, read_failing, &none));
    CHECK(virStreamSendAll(s, read_failing, &full));
    CHECK(virStreamSendAll(s, read_nothing, NULL));
    CHECK(virStreamSendAll(s, read_something, NULL));
    CHECK(virStreamRecvAll(s, NULL, NULL));
    CHECK(virStreamRecvAll(s, write_all, NULL));
    CHECK(virStreamSparseSendAll(s, NULL, NULL, NULL, NULL));
    CHECK(virStreamSparseSendAll(s, read_nothing, NULL, skip, NULL));
    CHECK(virStreamSparseSendAll(s, read_nothing, next_end, NULL, NULL));
    CHECK(virStreamSparseSendAll(s, read_nothing, next_end, skip, NULL));
    CHECK(virStreamSparseSendAll(s, read_failing, next_data, skip, &none));
    CHECK(virStreamSparseSendAll(s, read_nothing, next_failing, skip, NULL));
    CHECK(virStreamSparseSendAll(s, read_nothing, next_hole, skip, NULL));
    CHECK(virStreamSparseRecvAll(s, NULL, hole, NULL));
    CHECK(virStreamSparseRecvAll(s, write_all, NULL, NULL));
    CHECK(virStreamSparseRecvAll(s, write_all, hole, NULL));
}

/* A picture of the domain's screen: what is in it is each library's own affair. */
static virStreamPtr screenshot(virConnectPtr c, unsigned int flags)
{
    virDomainPtr d = virDomainLookupByName(c, "test");
    virStreamPtr s = virStreamNew(c, flags);
    CHECK_STRING(virDomainScreenshot(d, s, 0, 0));
    virDomainFree(d);
    return s;
}

static int count_all(virStreamPtr s, const char *data, size_t size, void *opaque)
{
    *(size_t *)opaque += size;
    return size;
}

static int count_some(virStreamPtr s, const char *data, size_t size, void *opaque)
{
    size_t taken = size > 1000 ? 1000 : size;
    *(size_t *)opaque += taken;
    return taken;
}

static int refuse(virStreamPtr s, const char *data, size_t size, void *opaque) { return -1; }

static int at_end;

static void on_data(virStreamPtr s, int events, void *opaque)
{
    char data[100000];
    int count = virStreamRecv(s, data, sizeof data);
    /* libvirt reads files through a pipe, which may hang up */
    printf("  event %d %s: %s\n", events & VIR_STREAM_EVENT_READABLE, (char *)opaque, count > 0 ? "data" : count == 0 ? "end" : "error");
    if (count > 0)
        return;
    at_end = 1;
    CHECK(virStreamEventUpdateCallback(s, 0));
    CHECK(virStreamEventRemoveCallback(s));
    CHECK(virStreamEventRemoveCallback(s));
}

static void transfers(virConnectPtr c)
{
    char data[100];
    size_t whole = 0, pieces = 0;
    virStreamPtr s = screenshot(c, 0);
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamRecv(s, data, 0));
    CHECK(virStreamFinish(s));
    CHECK(virStreamFinish(s));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamAbort(s));
    CHECK(virStreamFree(s));

    s = screenshot(c, 0);
    CHECK(virStreamRecvAll(s, count_all, &whole));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamRecvAll(s, count_all, &whole));
    CHECK(virStreamAbort(s));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamFree(s));
    s = screenshot(c, 0);
    CHECK(virStreamRecvAll(s, count_some, &pieces));
    CHECK(virStreamFree(s));
    printf("whole and in pieces: %d\n", whole > 10 && whole == pieces);

    s = screenshot(c, 0);
    CHECK(virStreamRecvAll(s, refuse, NULL));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamFree(s));
    s = screenshot(c, 0);
    CHECK(virStreamSparseRecvAll(s, count_all, hole, &whole));
    CHECK(virStreamFree(s));
    s = screenshot(c, VIR_STREAM_NONBLOCK);
    CHECK(virStreamRecvAll(s, count_all, &whole));
    CHECK(virStreamRecv(s, data, 10));
    CHECK(virStreamEventAddCallback(s, VIR_STREAM_EVENT_READABLE, on_data, "closed", on_free));
    CHECK(virStreamFree(s));

    virEventRegisterDefaultImpl();
    s = screenshot(c, VIR_STREAM_NONBLOCK);
    CHECK(virStreamEventUpdateCallback(s, 1));
    CHECK(virStreamEventAddCallback(s, VIR_STREAM_EVENT_READABLE, on_data, "first", NULL));
    CHECK(virStreamEventAddCallback(s, VIR_STREAM_EVENT_READABLE, on_data, "second", on_free));
    while (!at_end)
        virEventRunDefaultImpl();
    CHECK(virStreamFinish(s));
    CHECK(virStreamFree(s));
}

int main(void)
{
    virConnectPtr c = check_open();
    CHECK(virStreamNew(NULL, 0) != NULL);
    unsigned int flags[] = {0, VIR_STREAM_NONBLOCK};
    for (int i = 0; i < 2; i++) {
        printf("-- flags %u\n", flags[i]);
        virStreamPtr s = virStreamNew(c, flags[i]);
        steps(s);
        whole(s);
        CHECK(virStreamRef(s));
        CHECK(virStreamFree(s));
        CHECK(virStreamFree(s));
    }
    printf("-- NULL\n");
    steps(NULL);
    whole(NULL);
    CHECK(virStreamRef(NULL));
    CHECK(virStreamFree(NULL));
    printf("-- transfers\n");
    transfers(c);
    /* not checked: libvirt's loop would drop the last stream's callback later */
    virConnectClose(c);
    return 0;
}
