/* Callbacks of all kinds of events: how they are registered and removed, and what they are told of domains' lives. */
#include "check.h"

static virConnectPtr connection;
static int own_id = -1;

static int lifecycle(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  %s: %s %d: event %d, detail %d; same connection: %d\n", (char *)opaque, virDomainGetName(d),
           (int)virDomainGetID(d), event, detail, c == connection);
    return 0;
}

static int other(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  other %s: %s: event %d, detail %d\n", (char *)opaque, virDomainGetName(d), event, detail);
    return 0;
}

/* Calls into the library and removes itself. */
static int once(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    int state;
    printf("  once %s: event %d\n", (char *)opaque, event);
    CHECK(virDomainGetState(d, &state, NULL, 0));
    CHECK(virConnectDomainEventDeregisterAny(c, own_id));
    printf("  once is done\n");
    return 0;
}

static void reboot(virConnectPtr c, virDomainPtr d, void *opaque)
{
    printf("  reboot of %s\n", virDomainGetName(d));
}

static void gone(void *opaque)
{
    printf("  gone: %s\n", opaque ? (char *)opaque : "(null)");
}

static void run(const char *what)
{
    printf("%s:\n", what);
    check_events();
}

#define ANY(cb) VIR_DOMAIN_EVENT_CALLBACK(cb)

static const char *xml = "<domain type='test'><name>second</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
                         "<memory>1024</memory><os><type>hvm</type></os></domain>";

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = connection = check_open(), c2 = virConnectOpen("test:///default");
    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), d2 = virDomainLookupByName(c2, "test");
    virNetworkPtr n = virNetworkLookupByName(c2, "default");

    CHECK(virConnectDomainEventRegister(NULL, lifecycle, NULL, NULL));
    CHECK(virConnectDomainEventRegister(c, NULL, NULL, NULL));
    CHECK(virConnectDomainEventDeregister(c, NULL));
    CHECK(virConnectDomainEventRegister(c, lifecycle, "legacy", gone));
    CHECK(virConnectDomainEventRegister(c, lifecycle, "legacy again", gone));
    CHECK(virConnectDomainEventRegister(c2, other, "legacy", gone));
    CHECK(virConnectDomainEventRegisterAny(NULL, NULL, 0, ANY(lifecycle), NULL, NULL));
    CHECK(virConnectDomainEventRegisterAny(c, NULL, 0, NULL, NULL, NULL));
    CHECK(virConnectDomainEventRegisterAny(c, d2, -1, NULL, NULL, NULL));
    CHECK(virConnectDomainEventRegisterAny(c, (virDomainPtr)n, 0, ANY(lifecycle), NULL, NULL));
    CHECK(virConnectDomainEventRegisterAny(c, NULL, -1, ANY(lifecycle), NULL, NULL));
    CHECK(virConnectDomainEventRegisterAny(c, NULL, 0, ANY(lifecycle), "any", gone));
    CHECK(virConnectDomainEventRegisterAny(c, NULL, 0, ANY(lifecycle), "any", gone));
    CHECK(virConnectDomainEventRegisterAny(c, d, 0, ANY(lifecycle), "one", gone));
    CHECK(virConnectDomainEventRegisterAny(c, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, ANY(reboot), "reboot", gone));
    CHECK(virConnectDomainEventRegisterAny(ro, NULL, 0, ANY(other), "read-only", gone));
    CHECK(virConnectNetworkEventRegisterAny(c, NULL, -1, VIR_NETWORK_EVENT_CALLBACK(reboot), NULL, NULL));
    CHECK(virConnectNetworkEventRegisterAny(c, NULL, 0, NULL, NULL, NULL));
    CHECK(virConnectNetworkEventRegisterAny(c, n, 0, VIR_NETWORK_EVENT_CALLBACK(reboot), NULL, NULL));
    CHECK(virConnectSecretEventRegisterAny(c, NULL, 0, VIR_SECRET_EVENT_CALLBACK(reboot), NULL, NULL));
    CHECK(virConnectSecretEventDeregisterAny(c, 0));
    CHECK(virConnectDomainEventDeregisterAny(c, -1));
    CHECK(virConnectDomainEventDeregisterAny(c, 99));
    CHECK(virConnectDomainEventDeregisterAny(c2, 2));

    CHECK(virDomainSuspend(d));
    CHECK(virDomainResume(d));
    run("suspended and resumed");
    CHECK(virDomainReboot(d, 0));
    run("rebooted");
    CHECK(virDomainShutdown(d));
    run("shut down");
    CHECK(virDomainCreate(d));
    run("started");
    CHECK(virDomainDestroy(d));
    run("destroyed");
    CHECK(virDomainCreate(d));
    CHECK(virDomainSuspend(d));
    run("started and suspended");
    CHECK(virDomainReset(d, 0));
    run("reset");

    virDomainPtr second = virDomainDefineXML(c, xml);
    run("defined");
    virDomainFree(virDomainDefineXML(c, xml));
    run("defined again");
    CHECK(virDomainCreate(second));
    CHECK(virDomainUndefine(second));
    run("started and undefined");
    CHECK(virDomainDestroy(second));
    run("destroyed");
    virDomainFree(second);
    second = virDomainCreateXML(c, xml, 0);
    run("created");
    virDomainFree(virDomainDefineXML(c, xml));
    run("made persistent");
    CHECK(virDomainDestroy(second));
    CHECK(virDomainRename(second, "third", 0));
    run("renamed");
    CHECK(virDomainUndefine(second));
    run("undefined");
    virDomainFree(second);

    own_id = virConnectDomainEventRegisterAny(c, NULL, 0, ANY(once), "self", gone);
    CHECK(virDomainResume(d));
    CHECK(virDomainSuspend(d));
    run("a callback that removes itself");
    CHECK(virDomainResume(d));
    CHECK(virConnectDomainEventDeregister(c2, other));
    CHECK(virConnectDomainEventRegisterAny(c2, NULL, 0, ANY(other), "late", gone));
    run("a callback that comes after the event");
    CHECK(virConnectClose(c2));
    CHECK(virDomainSuspend(d));
    run("a callback whose connection was closed");
    CHECK(virConnectDomainEventDeregister(c, lifecycle));
    CHECK(virConnectNetworkEventDeregisterAny(c, 2));
    CHECK(virConnectDomainEventDeregisterAny(c, 3));
    CHECK(virConnectDomainEventDeregisterAny(c, 4));
    CHECK(virConnectDomainEventDeregisterAny(ro, 5));
    CHECK(virDomainResume(d));
    run("the rest");
    CHECK(virConnectDomainEventDeregisterAny(c2, 7));
    CHECK(virDomainSuspend(d));
    run("nobody");

    virNetworkFree(n);
    virDomainFree(d2);
    virDomainFree(d);
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
