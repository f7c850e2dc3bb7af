/* The last error, its copies, and who is told. */
#include "check.h"

static void told(void *data, virErrorPtr error)
{
    printf("told %s: %d %s\n", (const char *)data, error->code, error->message);
}

int main(void)
{
    virConnectPtr c = check_open();
    virError copy;

    printf("message without an error: %s\n", virGetLastErrorMessage());
    printf("copy without an error: %d\n", virCopyLastError(&copy));
    virErrorPtr saved = virSaveLastError();
    printf("saved without an error: %d\n", saved->code);
    virFreeError(saved);

    CHECK(virDomainLookupByName(c, "no-such-domain") != NULL);
    CHECK(virDomainLookupByName(c, NULL) != NULL);
    CHECK(virDomainSuspend(NULL));

    virDomainSuspend(NULL);
    printf("code %d domain %d message %s\n", virGetLastErrorCode(), virGetLastErrorDomain(), virGetLastErrorMessage());
    printf("copy: %d %s\n", virCopyLastError(&copy), "made");
    printf("copied: %d %s\n", copy.code, copy.message);
    virResetError(&copy);
    printf("after reset: %d %d\n", copy.code, copy.message != NULL);
    saved = virSaveLastError();
    virResetLastError();
    printf("saved: %d %s\n", saved->code, saved->message);
    virFreeError(saved);

    virDomainLookupByName(c, "no-such-domain");
    virErrorPtr of_connection = virConnGetLastError(c);
    printf("of the connection: %d %s\n", of_connection->code, of_connection->message);
    printf("copy of it: %d\n", virConnCopyLastError(c, &copy));
    virResetError(&copy);
    virConnResetLastError(c);
    printf("copy after reset: %d\n", virConnCopyLastError(c, &copy));

    memset(&copy, 0xff, sizeof(copy));
    printf("copy of no connection: %d\n", virConnCopyLastError(NULL, &copy));
    printf("which is empty: %d %d\n", copy.code, copy.message == NULL);
    virResetError(&copy);

    virSetErrorFunc("process", told);
    virDomainLookupByName(c, "no-such-domain");
    virConnSetErrorFunc(c, "connection", told);
    virDomainLookupByName(c, "no-such-domain");
    virDomainSuspend(NULL);
    virConnSetErrorFunc(c, NULL, NULL);
    virDomainLookupByName(c, "no-such-domain");
    virSetErrorFunc(NULL, check_quiet);

    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(ro, "test");
    CHECK(virDomainSuspend(d));
    CHECK(virDomainFree(d));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
