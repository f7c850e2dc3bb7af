/* What callbacks are told of networks. */
#include "check.h"

static int lifecycle_id = -1;

static void lifecycle(virConnectPtr c, virNetworkPtr n, int event, int detail, void *opaque)
{
    char uuid[VIR_UUID_STRING_BUFLEN];
    virNetworkGetUUIDString(n, uuid);
    printf("  %s: %s %s: event %d, detail %d\n", (char *)opaque, virNetworkGetName(n), uuid, event, detail);
}

static void gone(void *opaque)
{
    printf("  gone: %s\n", (char *)opaque);
}

static void run(const char *what)
{
    printf("%s:\n", what);
    check_events();
}

static const char *xml = "<network><name>second</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
                         "<ip address='192.168.200.1' netmask='255.255.255.0'/></network>";

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    virNetworkPtr n = virNetworkLookupByName(c, "default"), second;
    CHECK(virConnectNetworkEventRegisterAny(NULL, NULL, 0, VIR_NETWORK_EVENT_CALLBACK(lifecycle), NULL, NULL));
    lifecycle_id = virConnectNetworkEventRegisterAny(c, NULL, VIR_NETWORK_EVENT_ID_LIFECYCLE,
                                                     VIR_NETWORK_EVENT_CALLBACK(lifecycle), "all", gone);
    CHECK(virConnectNetworkEventRegisterAny(c, n, VIR_NETWORK_EVENT_ID_LIFECYCLE, VIR_NETWORK_EVENT_CALLBACK(lifecycle), "one", gone));
    CHECK(virConnectNetworkEventRegisterAny(c, n, VIR_NETWORK_EVENT_ID_LIFECYCLE, VIR_NETWORK_EVENT_CALLBACK(lifecycle), "one", gone));

    CHECK(virNetworkDestroy(n));
    CHECK(virNetworkCreate(n));
    run("destroyed and started");
    second = virNetworkDefineXML(c, xml);
    run("defined");
    virNetworkFree(virNetworkDefineXML(c, xml));
    run("defined again");
    CHECK(virNetworkCreate(second));
    CHECK(virNetworkUndefine(second));
    run("started and undefined");
    CHECK(virNetworkDestroy(second));
    run("destroyed");
    virNetworkFree(second);
    second = virNetworkCreateXML(c, xml);
    run("created");
    CHECK(virNetworkDestroy(second));
    run("destroyed");
    virNetworkFree(second);
    CHECK(virConnectNetworkEventDeregisterAny(c, -1));
    CHECK(virConnectNetworkEventDeregisterAny(c, lifecycle_id));
    CHECK(virConnectNetworkEventDeregisterAny(c, lifecycle_id));
    CHECK(virNetworkDestroy(n));
    run("one");
    CHECK(virConnectNetworkEventDeregisterAny(c, 1));
    virNetworkFree(n);
    virConnectClose(c);
    return 0;
}
