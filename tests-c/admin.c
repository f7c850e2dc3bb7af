/* The administration of daemons where none runs: which socket a URI means, and NULL in place of every handle. */
#include "check.h"
#include <libvirt/libvirt-admin.h>

static const char *const uris[] = {
    NULL, "", "libvirtd", "libvirtd:///system", "virtqemud:///system", "virtlockd:///session", "libvirtd:///", "libvirtd:///foo",
    "libvirtd:/system", "libvirtd:///system/", "LIBVIRTD:///system", "foo:///system", "libvirtd://host/system",
    "libvirtd+unix:///system", "virtqemud+unix:///session", "libvirtd:///system?socket=/nowhere/a&socket=/nowhere/b",
    "libvirtd:///embed?root=/x", "libvirtd:::///", "a b",
};

int main(void)
{
    unsigned long long version = 0;
    virTypedParameterPtr params = NULL;
    int nparams = 0;
    char *text = NULL;
    virAdmServerPtr *servers = NULL;
    virAdmClientPtr *clients = NULL;

    virInitialize(); /* the original's error functions need it */
    virSetErrorFunc(NULL, check_quiet);
    CHECK(virAdmInitialize());
    CHECK(virAdmGetVersion(&version));
    printf("version %s\n", version >= 9000000 ? "9.0.0 or later" : "older");
    for (size_t i = 0; i < sizeof uris / sizeof uris[0]; i++) {
        printf("%s: ", uris[i] ? uris[i] : "(null)");
        CHECK(virAdmConnectOpen(uris[i], 0) != NULL);
    }
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "virtnetworkd:///system", 1);
    CHECK(virAdmConnectOpen(NULL, VIR_CONNECT_NO_ALIASES) != NULL);

    CHECK(virAdmConnectClose(NULL));
    CHECK(virAdmConnectRef(NULL));
    CHECK(virAdmConnectIsAlive(NULL));
    CHECK_STRING(virAdmConnectGetURI(NULL));
    CHECK(virAdmConnectGetLibVersion(NULL, &version));
    CHECK(virAdmConnectRegisterCloseCallback(NULL, NULL, NULL, NULL));
    CHECK(virAdmConnectUnregisterCloseCallback(NULL, NULL));
    CHECK(virAdmConnectListServers(NULL, &servers, 0));
    CHECK(virAdmConnectLookupServer(NULL, "x", 0) != NULL);
    CHECK(virAdmConnectSetDaemonTimeout(NULL, 1, 0));
    CHECK(virAdmConnectGetLoggingFilters(NULL, &text, 0));
    CHECK(virAdmConnectGetLoggingOutputs(NULL, &text, 0));
    CHECK(virAdmConnectSetLoggingFilters(NULL, "", 0));
    CHECK(virAdmConnectSetLoggingOutputs(NULL, "", 0));
    CHECK(virAdmServerFree(NULL));
    CHECK(virAdmServerGetName(NULL) != NULL);
    CHECK(virAdmServerGetThreadPoolParameters(NULL, &params, &nparams, 0));
    CHECK(virAdmServerSetThreadPoolParameters(NULL, params, nparams, 0));
    CHECK(virAdmServerListClients(NULL, &clients, 0));
    CHECK(virAdmServerLookupClient(NULL, 1, 0) != NULL);
    CHECK(virAdmServerGetClientLimits(NULL, &params, &nparams, 0));
    CHECK(virAdmServerSetClientLimits(NULL, params, nparams, 0));
    CHECK(virAdmServerUpdateTlsFiles(NULL, 0));
    CHECK(virAdmClientFree(NULL));
    CHECK(virAdmClientGetID(NULL));
    CHECK(virAdmClientGetTimestamp(NULL));
    CHECK(virAdmClientGetTransport(NULL));
    CHECK(virAdmClientGetInfo(NULL, &params, &nparams, 0));
    CHECK(virAdmClientClose(NULL, 0));
    return 0;
}
