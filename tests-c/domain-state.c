/* What can be asked about the state of a domain. */
#include "check.h"

#include <time.h>

static void info(virDomainPtr d)
{
    virDomainInfo info;
    long long now = (long long)time(NULL);
    CHECK(virDomainGetInfo(d, &info));
    long long seconds = (long long)(info.cpuTime / 1000000000ULL);
    printf("state %d maximum %lu memory %lu cpus %d time %s\n", info.state, info.maxMem, info.memory, info.nrVirtCpu,
           seconds >= now && seconds <= now + 2 ? "is the clock's" : "is something else");
}

static void all(virDomainPtr d)
{
    int state = -1, reason = -1;
    virDomainControlInfo control = { 9, 9, 9 };
    char **messages = NULL;
    info(d);
    CHECK(virDomainGetState(d, &state, &reason, 0));
    printf("state %d reason %d\n", state, reason);
    CHECK(virDomainGetState(d, &state, NULL, 0));
    CHECK(virDomainGetControlInfo(d, &control, 0));
    printf("control %u %u %llu\n", control.state, control.details, control.stateTime);
    CHECK(virDomainGetMessages(d, &messages, 0));
    printf("messages %s\n", !messages ? "are none" : !messages[0] ? "end" : "are there");
    free(messages);
    CHECK_STRING(virDomainGetOSType(d));
    CHECK(virDomainIsActive(d));
    CHECK(virDomainIsPersistent(d));
    CHECK(virDomainIsUpdated(d));
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr test = virDomainLookupByName(c, "test");
    virDomainPtr off = virDomainDefineXML(c, "<domain type='test'><name>off</name><uuid>aaaaaaaa-bbbb-cccc-dddd-000000000001</uuid>"
                                             "<memory unit='MiB'>64</memory><currentMemory unit='b'>3145729</currentMemory>"
                                             "<vcpu>7</vcpu><os><type>hvm</type></os></domain>");
    virDomainPtr gone = virDomainCreateXML(c, "<domain type='test'><name>gone</name><uuid>aaaaaaaa-bbbb-cccc-dddd-000000000002</uuid>"
                                              "<memory>1024</memory><os><type>hvm</type></os></domain>", 0);
    int state = -1, reason = -1;
    virDomainInfo room;
    virDomainControlInfo control;
    char **messages = NULL;

    all(test);
    all(off);
    all(gone);
    CHECK(virDomainDestroy(gone));
    all(gone);
    CHECK(virDomainCreate(off));
    all(off);
    CHECK(virDomainSuspend(test));
    all(test);

    CHECK(virDomainGetInfo(test, NULL));
    CHECK(virDomainGetState(test, NULL, NULL, 0));
    CHECK(virDomainGetControlInfo(test, NULL, 0));
    CHECK(virDomainGetMessages(test, NULL, 0));
    CHECK(virDomainGetInfo(NULL, &room));
    CHECK(virDomainGetState(NULL, &state, &reason, 0));
    CHECK(virDomainGetControlInfo(NULL, &control, 0));
    CHECK(virDomainGetMessages(NULL, &messages, 0));
    CHECK_STRING(virDomainGetOSType(NULL));
    CHECK(virDomainIsActive(NULL));
    CHECK(virDomainIsPersistent(NULL));
    CHECK(virDomainIsUpdated(NULL));
    CHECK_FLAGS(virDomainGetState(test, &state, &reason, flag));
    CHECK_FLAGS(virDomainGetControlInfo(test, &control, flag));
    for (unsigned int flag = 1; flag; flag <<= 1) {
        int count = virDomainGetMessages(test, &messages, flag);
        if (count >= 0) {
            printf("messages 0x%x: %d\n", flag, count);
            free(messages);
        }
    }

    virDomainFree(test);
    virDomainFree(off);
    virDomainFree(gone);
    CHECK(virConnectClose(c));
    return 0;
}
