/* The event loop: the library's own, and functions of the program's in its place. */
#include "check.h"
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static int calls, frees;

static void on_handle(int watch, int fd, int events, void *opaque)
{
    char byte = 0;
    printf("  watch %d events %d %s\n", watch, events, (char *)opaque);
    if (events & VIR_EVENT_HANDLE_READABLE)
        printf("  read %zd: %c\n", read(fd, &byte, 1), byte);
    calls++;
}

static void on_timeout(int timer, void *opaque)
{
    printf("  timer %d %s\n", timer, (char *)opaque);
    calls++;
}

static void on_timeout_once(int timer, void *opaque)
{
    printf("  timer %d %s\n", timer, (char *)opaque);
    CHECK(virEventRemoveTimeout(timer));
    CHECK(virEventRemoveTimeout(timer));
    calls++;
}

static void on_timeout_off(int timer, void *opaque)
{
    printf("  timer %d %s\n", timer, (char *)opaque);
    virEventUpdateTimeout(timer, -1);
    calls++;
}

static void on_free(void *opaque)
{
    printf("  free %s\n", (char *)opaque);
    frees++;
}

/* Runs the loop until `count` more callbacks were called. */
static void run(int count)
{
    for (int until = calls + count; calls < until;)
        if (virEventRunDefaultImpl() < 0)
            check_error("virEventRunDefaultImpl");
}

static void run_until_freed(int count)
{
    while (frees < count)
        virEventRunDefaultImpl();
}

static void *add_from_thread(void *opaque)
{
    usleep(50000);
    *(int *)opaque = virEventAddTimeout(0, on_timeout_once, "of another thread", on_free);
    return NULL;
}

static int own_add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    printf("  own loop: add handle %d events %d %d %s %d\n", fd, events, cb != NULL, (char *)opaque, ff != NULL);
    return 41;
}

static void own_update_handle(int watch, int events) { printf("  own loop: update handle %d %d\n", watch, events); }

static int own_remove_handle(int watch)
{
    printf("  own loop: remove handle %d\n", watch);
    return watch == 41 ? 0 : -1;
}

static int own_add_timeout(int ms, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    printf("  own loop: add timeout %d %d %s %d\n", ms, cb != NULL, (char *)opaque, ff != NULL);
    return 0;
}

static void own_update_timeout(int timer, int ms) { printf("  own loop: update timeout %d %d\n", timer, ms); }

static int own_remove_timeout(int timer)
{
    printf("  own loop: remove timeout %d\n", timer);
    return -1;
}

static void own_loop(void)
{
    virEventRegisterImpl(NULL, NULL, NULL, NULL, NULL, NULL);
    CHECK(virEventAddTimeout(0, on_timeout, "none", on_free));
    virEventRegisterImpl(own_add_handle, own_update_handle, own_remove_handle, own_add_timeout, own_update_timeout,
                         own_remove_timeout);
    virEventRegisterImpl(NULL, NULL, NULL, own_add_timeout, NULL, NULL);
    CHECK(virEventRegisterDefaultImpl());
    CHECK(virEventAddHandle(0, 1, on_handle, "a", on_free));
    virEventUpdateHandle(41, 3);
    CHECK(virEventRemoveHandle(41));
    CHECK(virEventRemoveHandle(42));
    CHECK(virEventAddTimeout(7, on_timeout, "b", NULL));
    virEventUpdateTimeout(0, -1);
    CHECK(virEventRemoveTimeout(0));
}

int main(void)
{
    virInitialize();
    virSetErrorFunc(NULL, check_quiet);
    printf("before one is registered\n");
    virDomainSuspend(NULL);
    printf("%d %d\n", virEventAddTimeout(0, on_timeout, "none", on_free), virEventRemoveTimeout(1));
    printf("%d %d\n", virEventAddHandle(0, 1, on_handle, "none", on_free), virEventRemoveHandle(1));
    virEventUpdateHandle(1, 1);
    virEventUpdateTimeout(1, 1);
    check_error("the error stays");

    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        own_loop();
        fflush(stdout);
        _exit(0);
    }
    waitpid(child, NULL, 0);

    CHECK(virEventRegisterDefaultImpl());
    CHECK(virEventRegisterDefaultImpl());
    virEventRegisterImpl(own_add_handle, own_update_handle, own_remove_handle, own_add_timeout, own_update_timeout,
                         own_remove_timeout);

    printf("timers\n");
    int timer = virEventAddTimeout(0, on_timeout, "each round", on_free);
    printf("timer %d\n", timer);
    run(2);
    CHECK(virEventRemoveTimeout(timer));
    CHECK(virEventRemoveTimeout(timer));
    run_until_freed(1);
    virEventAddTimeout(30, on_timeout_once, "once", on_free);
    run(1);
    run_until_freed(2);
    timer = virEventAddTimeout(-1, on_timeout_off, "switched on", NULL);
    int later = virEventAddTimeout(60, on_timeout, "later", on_free);
    virEventUpdateTimeout(timer, 10);
    run(2);
    CHECK(virEventRemoveTimeout(timer));
    CHECK(virEventRemoveTimeout(later));
    run_until_freed(3);
    CHECK(virEventRemoveTimeout(77));
    CHECK(virEventRemoveTimeout(-1));
    virEventUpdateTimeout(77, 1);

    printf("handles\n");
    int fds[2];
    if (pipe(fds) < 0 || write(fds[1], "abc", 3) != 3)
        return 1;
    int reader = virEventAddHandle(fds[0], VIR_EVENT_HANDLE_READABLE, on_handle, "reader", on_free);
    printf("watch %d\n", reader);
    run(1);
    virEventUpdateHandle(reader, 0);
    int writer = virEventAddHandle(fds[1], VIR_EVENT_HANDLE_WRITABLE, on_handle, "writer", on_free);
    run(1);
    CHECK(virEventRemoveHandle(writer));
    run_until_freed(4);
    virEventUpdateHandle(reader, VIR_EVENT_HANDLE_READABLE);
    run(2);
    close(fds[1]);
    run(1);
    virEventUpdateHandle(reader, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP);
    run(1);
    CHECK(virEventRemoveHandle(reader));
    CHECK(virEventRemoveHandle(reader));
    close(fds[0]);
    run_until_freed(5);
    CHECK(virEventRemoveHandle(77));
    virEventUpdateHandle(77, 1);

    printf("threads\n");
    pthread_t thread;
    int added = 0;
    pthread_create(&thread, NULL, add_from_thread, &added);
    run(1);
    pthread_join(thread, NULL);
    run_until_freed(6);
    return 0;
}
