/* Events of all kinds that the test driver tells of. */
#include "check.h"

#define GENERIC(kind) static void kind(virConnectPtr c, virDomainPtr d, void *opaque) \
    { printf("  " #kind " of %s\n", virDomainGetName(d)); }
#define NUMBER(kind, type, format) static void kind(virConnectPtr c, virDomainPtr d, type number, void *opaque) \
    { printf("  " #kind " of %s: %" format "\n", virDomainGetName(d), number); }
#define TEXT(kind) static void kind(virConnectPtr c, virDomainPtr d, const char *text, void *opaque) \
    { printf("  " #kind " of %s: %s\n", virDomainGetName(d), text); }
#define PARAMS(kind) static void kind(virConnectPtr c, virDomainPtr d, virTypedParameterPtr params, int n, void *opaque) \
    { \
        printf("  " #kind " of %s:", virDomainGetName(d)); \
        for (int at = 0; at < n; at++) \
            printf(" %s(%d)=%s", params[at].field, params[at].type, \
                   params[at].type == VIR_TYPED_PARAM_STRING ? params[at].value.s : "…"); \
        printf("\n"); \
    }

static int lifecycle(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  lifecycle of %s: %d, %d\n", virDomainGetName(d), event, detail);
    return 0;
}

GENERIC(reboot)
NUMBER(rtc_change, long long, "lld")
NUMBER(watchdog, int, "d")
GENERIC(control_error)
static void block_job(virConnectPtr c, virDomainPtr d, const char *disk, int type, int status, void *opaque)
{
    printf("  block job of %s: %s %d %d\n", virDomainGetName(d), disk, type, status);
}
static void disk_change(virConnectPtr c, virDomainPtr d, const char *old, const char *new, const char *alias, int reason, void *opaque)
{
    printf("  disk change of %s: %s %s %s %d\n", virDomainGetName(d), old ? old : "-", new ? new : "-", alias, reason);
}
static void tray_change(virConnectPtr c, virDomainPtr d, const char *alias, int reason, void *opaque)
{
    printf("  tray change of %s: %s %d\n", virDomainGetName(d), alias, reason);
}
NUMBER(pm_wakeup, int, "d")
NUMBER(pm_suspend, int, "d")
NUMBER(balloon_change, unsigned long long, "llu")
NUMBER(pm_suspend_disk, int, "d")
TEXT(device_removed)
PARAMS(tunable)
static void agent_lifecycle(virConnectPtr c, virDomainPtr d, int state, int reason, void *opaque)
{
    printf("  agent lifecycle of %s: %d %d\n", virDomainGetName(d), state, reason);
}
TEXT(device_added)
NUMBER(migration_iteration, int, "d")
PARAMS(job_completed)
TEXT(device_removal_failed)
static void metadata_change(virConnectPtr c, virDomainPtr d, int type, const char *uri, void *opaque)
{
    printf("  metadata change of %s: %d %s\n", virDomainGetName(d), type, uri ? uri : "-");
}

static const struct {
    int id;
    virConnectDomainEventGenericCallback callback;
} kinds[] = {
    {VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(lifecycle)},
    {VIR_DOMAIN_EVENT_ID_REBOOT, VIR_DOMAIN_EVENT_CALLBACK(reboot)},
    {VIR_DOMAIN_EVENT_ID_RTC_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(rtc_change)},
    {VIR_DOMAIN_EVENT_ID_WATCHDOG, VIR_DOMAIN_EVENT_CALLBACK(watchdog)},
    {VIR_DOMAIN_EVENT_ID_CONTROL_ERROR, VIR_DOMAIN_EVENT_CALLBACK(control_error)},
    {VIR_DOMAIN_EVENT_ID_BLOCK_JOB, VIR_DOMAIN_EVENT_CALLBACK(block_job)},
    {VIR_DOMAIN_EVENT_ID_DISK_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(disk_change)},
    {VIR_DOMAIN_EVENT_ID_TRAY_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(tray_change)},
    {VIR_DOMAIN_EVENT_ID_PMWAKEUP, VIR_DOMAIN_EVENT_CALLBACK(pm_wakeup)},
    {VIR_DOMAIN_EVENT_ID_PMSUSPEND, VIR_DOMAIN_EVENT_CALLBACK(pm_suspend)},
    {VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(balloon_change)},
    {VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK, VIR_DOMAIN_EVENT_CALLBACK(pm_suspend_disk)},
    {VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, VIR_DOMAIN_EVENT_CALLBACK(device_removed)},
    {VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2, VIR_DOMAIN_EVENT_CALLBACK(block_job)},
    {VIR_DOMAIN_EVENT_ID_TUNABLE, VIR_DOMAIN_EVENT_CALLBACK(tunable)},
    {VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(agent_lifecycle)},
    {VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, VIR_DOMAIN_EVENT_CALLBACK(device_added)},
    {VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION, VIR_DOMAIN_EVENT_CALLBACK(migration_iteration)},
    {VIR_DOMAIN_EVENT_ID_JOB_COMPLETED, VIR_DOMAIN_EVENT_CALLBACK(job_completed)},
    {VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED, VIR_DOMAIN_EVENT_CALLBACK(device_removal_failed)},
    {VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(metadata_change)},
};

/* What happens by a call, and whether it succeeds. */
#define DO(call)                            \
    do {                                    \
        int r_ = (call);                    \
        printf("%s = %d\n", #call, r_);     \
        check_events();                     \
    } while (0)

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    virDomainPtr d = virDomainLookupByName(c, "test");
    for (size_t at = 0; at < sizeof(kinds) / sizeof(*kinds); at++)
        printf("kind %d: %d\n", kinds[at].id, virConnectDomainEventRegisterAny(c, d, kinds[at].id, kinds[at].callback, NULL, NULL));

    DO(virDomainSetMetadata(d, VIR_DOMAIN_METADATA_TITLE, "title", NULL, NULL, 0));
    DO(virDomainSetMetadata(d, VIR_DOMAIN_METADATA_DESCRIPTION, NULL, NULL, NULL, 0));
    DO(virDomainSetMetadata(d, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "k", "urn:k", VIR_DOMAIN_AFFECT_CONFIG));
    DO(virDomainSetMemory(d, 1048576));
    DO(virDomainSetMaxMemory(d, 4194304));
    DO(virDomainSetVcpus(d, 1));
    DO(virDomainSetAutostart(d, 1));
    DO(virDomainPinVcpu(d, 0, (unsigned char *)"\1", 1));

    virTypedParameterPtr params = NULL;
    int n = 0, max = 0;
    virTypedParamsAddULLong(&params, &n, &max, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, 1000);
    virTypedParamsAddULLong(&params, &n, &max, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, 2000);
    virTypedParamsAddString(&params, &n, &max, VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, "group");
    DO(virDomainSetBlockIoTune(d, "vda", params, n, 0));
    virTypedParamsFree(params, n);
    params = NULL;
    n = max = 0;
    virTypedParamsAddUInt(&params, &n, &max, VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, 10);
    DO(virDomainSetInterfaceParameters(d, "aa:bb:cc:dd:ee:ff", params, n, 0));
    virTypedParamsFree(params, n);

    DO(virDomainPMSuspendForDuration(d, VIR_NODE_SUSPEND_TARGET_MEM, 0, 0));
    DO(virDomainPMWakeup(d, 0));
    DO(virDomainReset(d, 0));
    DO(virDomainReboot(d, 0));
    DO(virDomainSendKey(d, 0, 0, (unsigned int[]){1}, 1, 0));
    DO(virDomainCoreDump(d, "/tmp/domain-event-kinds.core", VIR_DUMP_RESET));
    remove("/tmp/domain-event-kinds.core");
    DO(virDomainManagedSave(d, 0));
    DO(virDomainCreate(d));
    DO(virDomainManagedSaveRemove(d, 0));
    DO(virDomainBlockJobAbort(d, "vda", 0));
    DO(virDomainSetUserPassword(d, "u", "p", 0));
    DO(virDomainDestroy(d));

    for (int id = 0; id < (int)(sizeof(kinds) / sizeof(*kinds)); id++)
        virConnectDomainEventDeregisterAny(c, id);
    virDomainFree(d);
    virConnectClose(c);
    return 0;
}
