/* Starting, stopping, pausing and rebooting domains: results, states, reasons and numbers; events in their order. */
#include "check.h"

#define DOCUMENT(name, digit, extra)                                                                               \
    "<domain type='test'><name>" name "</name><uuid>aaaaaaaa-bbbb-cccc-dddd-00000000000" digit "</uuid>"           \
    "<memory>1024</memory><os><type>hvm</type></os>" extra "</domain>"

static int happened(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  event %d/%d of %s(%d)\n", event, detail, virDomainGetName(d), (int)virDomainGetID(d));
    return 0;
}

static int timer;

static void waited(int id, void *opaque)
{
    *(int *)opaque = 1;
}

/* Lets all events come. */
static void settle(void)
{
    int done = 0;
    timer = virEventAddTimeout(20, waited, &done, NULL);
    while (!done)
        virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

static void tell(virDomainPtr d)
{
    int state = -1, reason = -1;
    int result = virDomainGetState(d, &state, &reason, 0);
    settle();
    printf("  state %d (%d) reason %d number %d\n", state, result, reason, (int)virDomainGetID(d));
}

#define DO(call)      \
    do {              \
        CHECK(call);  \
        tell(d);      \
    } while (0)

static void persistent(virConnectPtr c)
{
    virDomainPtr d = virDomainDefineXML(c, DOCUMENT("life", "1", ""));
    virDomainPtr other = virDomainLookupByName(c, "life");
    tell(d);
    DO(virDomainSuspend(d));
    DO(virDomainResume(d));
    DO(virDomainShutdown(d));
    DO(virDomainReboot(d, 0));
    DO(virDomainReset(d, 0));
    DO(virDomainDestroy(d));
    DO(virDomainCreate(d));
    DO(virDomainCreate(d));
    DO(virDomainResume(d));
    DO(virDomainSuspend(d));
    DO(virDomainSuspend(d));
    DO(virDomainReset(d, 0));
    DO(virDomainResume(d));
    DO(virDomainReset(d, 0));
    DO(virDomainReboot(d, 0));
    DO(virDomainSuspend(d));
    DO(virDomainReboot(d, 0));
    DO(virDomainSuspend(d));
    DO(virDomainShutdown(d));
    DO(virDomainCreateWithFlags(d, 0));
    DO(virDomainShutdownFlags(d, 0));
    DO(virDomainCreateWithFiles(d, 1, NULL, 0));
    DO(virDomainDestroyFlags(d, VIR_DOMAIN_DESTROY_GRACEFUL));
    DO(virDomainDestroyFlags(d, 0));
    DO(virDomainCreate(d));
    tell(other);
    DO(virDomainDestroy(other));
    tell(other);
    DO(virDomainUndefine(d));
    DO(virDomainCreate(d));
    DO(virDomainDestroy(d));
    virDomainFree(other);
    virDomainFree(d);
}

static void transient(virConnectPtr c)
{
    virDomainPtr d = virDomainCreateXML(c, DOCUMENT("passing", "2", ""), 0);
    virDomainPtr other = virDomainLookupByName(c, "passing");
    tell(d);
    DO(virDomainReboot(d, 0));
    DO(virDomainShutdown(d));
    DO(virDomainShutdown(other));
    virDomainFree(other);
    virDomainFree(d);
}

static void actions(virConnectPtr c)
{
    static const char *const EVENTS[] = { "on_poweroff", "on_reboot", "on_crash" };
    static const char *const ACTIONS[] = { "destroy", "restart", "preserve", "rename-restart" };
    for (int i = 0; i < 12; i++) {
        char xml[1024];
        snprintf(xml, sizeof(xml), DOCUMENT("acting", "3", "<%s>%s</%s>"), EVENTS[i / 4], ACTIONS[i % 4], EVENTS[i / 4]);
        printf("%s %s\n", EVENTS[i / 4], ACTIONS[i % 4]);
        virDomainPtr d = virDomainDefineXML(c, xml);
        DO(virDomainCreate(d));
        DO(virDomainReboot(d, 0));
        virDomainCreate(d);
        DO(virDomainReset(d, 0));
        DO(virDomainShutdown(d));
        virDomainDestroy(d);
        DO(virDomainUndefine(d));
        virDomainFree(d);
    }
}

static void arguments(virConnectPtr c)
{
    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), r = virDomainLookupByName(ro, "test");
    CHECK(virDomainCreate(NULL));
    CHECK(virDomainCreateWithFlags(NULL, 0));
    CHECK(virDomainCreateWithFiles(NULL, 0, NULL, 0));
    CHECK(virDomainDestroy(NULL));
    CHECK(virDomainDestroyFlags(NULL, 0));
    CHECK(virDomainShutdown(NULL));
    CHECK(virDomainShutdownFlags(NULL, 0));
    CHECK(virDomainReboot(NULL, 0));
    CHECK(virDomainReset(NULL, 0));
    CHECK(virDomainSuspend(NULL));
    CHECK(virDomainResume(NULL));
    CHECK(virDomainPMSuspendForDuration(NULL, 0, 0, 0));
    CHECK(virDomainPMWakeup(NULL, 0));
    CHECK(virDomainCreate(r));
    CHECK(virDomainCreateWithFlags(r, 0));
    CHECK(virDomainCreateWithFiles(r, 0, NULL, 0));
    CHECK(virDomainDestroy(r));
    CHECK(virDomainDestroyFlags(r, 0));
    CHECK(virDomainShutdown(r));
    CHECK(virDomainShutdownFlags(r, 0));
    CHECK(virDomainReboot(r, 0));
    CHECK(virDomainReset(r, 0));
    CHECK(virDomainSuspend(r));
    CHECK(virDomainResume(r));
    CHECK(virDomainPMSuspendForDuration(r, 0, 0, 0));
    CHECK(virDomainPMWakeup(r, 0));
    CHECK(virDomainPMSuspendForDuration(d, 99, 5, 99));
    CHECK(virDomainPMWakeup(d, 99));
    CHECK_FLAGS(virDomainCreateWithFlags(d, flag));
    CHECK_FLAGS(virDomainCreateWithFiles(d, 0, NULL, flag));
    CHECK_FLAGS(virDomainShutdownFlags(d, flag));
    CHECK_FLAGS(virDomainReboot(d, flag));
    CHECK(virDomainReboot(d, 3));
    CHECK_FLAGS(virDomainReset(d, flag));
    CHECK_FLAGS(virDomainDestroyFlags(d, flag));
    virDomainFree(d);
    virDomainFree(r);
    virConnectClose(ro);
}

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    int id = virConnectDomainEventRegisterAny(c, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                              VIR_DOMAIN_EVENT_CALLBACK(happened), NULL, NULL);
    persistent(c);
    transient(c);
    actions(c);
    arguments(c);
    settle();
    CHECK(virConnectDomainEventDeregisterAny(c, id));
    settle();
    CHECK(virConnectClose(c));
    return 0;
}
