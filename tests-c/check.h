/* What the C tests share: printing results and errors so that two libraries can be compared. */
#ifndef CHECK_H
#define CHECK_H
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prints the last error, or that there is none, and forgets it. */
static inline void check_error(const char *what)
{
    virErrorPtr e = virGetLastError();
    if (e)
        printf("%s: error code=%d domain=%d level=%d int1=%d int2=%d message=[%s] str1=[%s] str2=[%s] str3=[%s]\n", what,
               e->code, e->domain, e->level, e->int1, e->int2, e->message ? e->message : "(null)",
               e->str1 ? e->str1 : "(null)", e->str2 ? e->str2 : "(null)", e->str3 ? e->str3 : "(null)");
    else
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

/* CHECK(virDomainSuspend(d)): prints the call, its result, and the error when there is one. */
#define CHECK(call)                                          \
    do {                                                     \
        virResetLastError();                                 \
        long long r_ = (long long)(call);                    \
        printf("%s = %lld\n", #call, r_);                    \
        if (virGetLastError())                               \
            check_error("  " #call);                         \
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
#endif
