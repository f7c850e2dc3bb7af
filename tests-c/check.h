/* What the C tests share: printing results and errors so that two libraries can be compared. */
#ifndef CHECK_H
#define CHECK_H
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text of an error without what may differ: which internal function complains about flags, and where in a document
 * the mistake is (only ours says it). One of four buffers. */
static inline const char *check_text(const char *text)
{
    static char buffers[4][4096];
    static int next;
    int row, column;
    if (!text)
        return "(null)";
    char *copy = buffers[next++ % 4];
    snprintf(copy, sizeof buffers[0], "%s", text);
    char *at = strstr(copy, "in function ");
    if (at && strstr(copy, "unsupported flags"))
        strcpy(at, "in function *");
    for (at = copy; (at = strstr(at, " (line ")); at++)
        if (sscanf(at, " (line %d, column %d", &row, &column) == 2) {
            *at = '\0';
            break;
        }
    return copy;
}

/* Prints the last error, or that there is none, and forgets it. */
static inline void check_error(const char *what)
{
    virErrorPtr e = virGetLastError();
    if (e) {
        int flags = e->message && (strstr(e->message, "unsupported flags") || strstr(e->message, "mutually exclusive") ||
                                  strstr(e->message, "is required by flag"));
        printf("%s: error code=%d domain=%d level=%d int1=%d int2=%d message=[%s] str1=[%s] str2=[%s] str3=[%s]\n", what,
               e->code, e->domain, e->level, e->int1, e->int2, check_text(e->message), flags ? "*" : check_text(e->str1),
               check_text(e->str2), check_text(e->str3));
    } else
        printf("%s: no error\n", what);
    virResetLastError();
}

static inline void check_quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

/* Nothing on stderr; a connection to the test driver or exit. */
static inline virConnectPtr check_open(void)
{
    virSetErrorFunc(NULL, check_quiet);
    virConnectPtr c = virConnectOpen("test:///default");
    if (!c) {
        check_error("virConnectOpen");
        exit(1);
    }
    return c;
}

static inline void check_fire(int timer, void *fired)
{
    (void)timer;
    *(int *)fired = 1;
}

/* Runs the default event loop until all events that wait were told. */
static inline void check_events(void)
{
    for (int round = 0; round < 2; round++) {
        int fired = 0, timer = virEventAddTimeout(0, check_fire, &fired, NULL);
        while (!fired && virEventRunDefaultImpl() == 0)
            ;
        virEventRemoveTimeout(timer);
    }
}

/* CHECK(virDomainSuspend(d)): prints the call, its result, and the error when there is one. */
#define CHECK(call)                                          \
    do {                                                     \
        virResetLastError();                                 \
        long long r_ = (long long)(call);                    \
        printf("%s = %lld\n", #call, r_);                    \
        if (virGetLastError())                               \
            check_error("  " #call);                         \
    } while (0)

/* CHECK_FLAGS(virDomainReset(d, flag)): calls it with each of the 32 flags by itself; prints which were known and how that went. */
#define CHECK_FLAGS(call)                                                                    \
    do {                                                                                     \
        for (unsigned int bit_ = 0; bit_ < 32; bit_++) {                                     \
            unsigned int flag = 1u << bit_;                                                  \
            virResetLastError();                                                             \
            long long r_ = (long long)(call);                                                \
            virErrorPtr e_ = virGetLastError();                                              \
            if (e_ && e_->message && strstr(e_->message, "unsupported flags"))               \
                continue;                                                                    \
            printf("%s with flag 0x%x = %lld\n", #call, flag, r_);                           \
            if (e_)                                                                          \
                check_error("  " #call);                                                     \
        }                                                                                    \
    } while (0)

/* For calls that give a string to free. */
#define CHECK_STRING(call)                                   \
    do {                                                     \
        virResetLastError();                                 \
        char *s_ = (call);                                   \
        printf("%s = %s\n", #call, s_ ? s_ : "NULL");        \
        if (virGetLastError())                               \
            check_error("  " #call);                         \
        free(s_);                                            \
    } while (0)
/* For qsort: texts in the order of strcmp. */
static inline int check_by_name(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Prints a list of names whose order does not matter, and frees them. */
static inline void check_names(const char *what, char **list, int count)
{
    qsort(list, count > 0 ? count : 0, sizeof *list, check_by_name);
    printf("%s: %d:", what, count);
    for (int i = 0; i < count; i++) {
        printf(" %s", list[i]);
        free(list[i]);
    }
    printf("\n");
}

#endif
