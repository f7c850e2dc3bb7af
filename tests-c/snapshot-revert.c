/* Going back to a snapshot: from each state to each state, with each flag; what becomes of the domain, and its events. */
#include "check.h"

static int lifecycle(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf(" event %d,%d;", event, detail);
    return 0;
}

/* Brings a domain into a state, by ways that always work. */
static void bring(virDomainPtr d, int state)
{
    virDomainDestroy(d);
    if (state != VIR_DOMAIN_SHUTOFF)
        virDomainCreate(d);
    if (state == VIR_DOMAIN_PAUSED)
        virDomainSuspend(d);
    virResetLastError();
    check_events();
}

static const int states[] = {VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_RUNNING, VIR_DOMAIN_PAUSED};
static const char *const names[] = {"shutoff", "running", "paused"};

static void revert(virDomainPtr d, const char *name, unsigned int flags)
{
    int state, reason;
    virDomainSnapshotPtr s = virDomainSnapshotLookupByName(d, name, 0);
    printf("    to %s flags %u:", name, flags);
    virResetLastError();
    int result = virDomainRevertToSnapshot(s, flags);
    virErrorPtr error = virSaveLastError();
    check_events();
    virDomainGetState(d, &state, &reason, 0);
    printf(" %d; state %d, reason %d, persistent %d, updated %d\n", result, state, reason, virDomainIsPersistent(d),
           virDomainIsUpdated(d));
    if (error->code)
        printf("      error %d from %d: %s\n", error->code, error->domain, error->message);
    virFreeError(error);
    virDomainSnapshotFree(s);
}

static void define(virConnectPtr c, const char *xml)
{
    virDomainPtr d = virDomainDefineXML(c, xml);
    if (!d)
        check_error("define");
    else
        virDomainFree(d);
}

#define XML(vcpus, more) "<domain type='test'><name>r</name><uuid>11111111-2222-3333-4444-555555555555</uuid>" \
    "<memory>8192</memory><vcpu>" vcpus "</vcpu><os><type arch='i686'>hvm</type></os>" more "</domain>"

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    define(c, XML("2", ""));
    virDomainPtr d = virDomainLookupByName(c, "r");
    virConnectDomainEventRegisterAny(c, d, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), NULL, NULL);

    for (int at = 0; at < 3; at++) {
        char xml[100];
        bring(d, states[at]);
        snprintf(xml, sizeof(xml), "<domainsnapshot><name>%s</name></domainsnapshot>", names[at]);
        virDomainSnapshotFree(virDomainSnapshotCreateXML(d, xml, 0));
        check_events();
        printf(" taken: %s\n", names[at]);
    }
    bring(d, VIR_DOMAIN_RUNNING);
    printf("halting:");
    virDomainSnapshotFree(virDomainSnapshotCreateXML(d, "<domainsnapshot><name>halted</name></domainsnapshot>", VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    check_events();
    printf("\n");

    for (int from = 0; from < 3; from++) {
        for (unsigned int flags = 0; flags < 8; flags++) {
            for (int to = 0; to < 3; to++) {
                /* asked to start what was off, the original says that it did and does not */
                if (!states[to] || (states[to] == VIR_DOMAIN_SHUTOFF && (flags & 3) && (flags & 3) != 3))
                    continue;
                printf("  %s", names[from]);
                bring(d, states[from]);
                printf("\n");
                revert(d, names[to], flags);
            }
        }
    }
    revert(d, "running", VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED);

    /* another machine than when the snapshot was taken */
    static const char *const others[] = {XML("3", ""), XML("2", "<description>new</description>"),
        XML("2", "<devices><controller type='scsi' index='0'/></devices>"), XML("2", "<on_crash>restart</on_crash>")};
    for (int other = 0; other < 4; other++) {
        bring(d, VIR_DOMAIN_SHUTOFF);
        define(c, others[other]);
        for (int from = 0; from < 2; from++) {
            printf("  changed %d, %s", other, names[from]);
            bring(d, states[from]);
            printf("\n");
            revert(d, "running", 0);
            virDomainInfo info;
            virDomainGetInfo(d, &info);
            printf("      %d cpus; config %d\n", info.nrVirtCpu, virDomainGetVcpusFlags(d, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
            bring(d, states[from]);
            define(c, others[other]);
            revert(d, "running", VIR_DOMAIN_SNAPSHOT_REVERT_FORCE);
            bring(d, VIR_DOMAIN_SHUTOFF);
            define(c, others[other]);
        }
        define(c, others[other]);
        revert(d, "shutoff", 0);
        char *xml = virDomainGetXMLDesc(d, 0);
        printf("      vcpus as in the snapshot: %d\n", xml && strstr(xml, ">2</vcpu>"));
        free(xml);
    }
    check_events();
    printf("\n");
    virDomainFree(d);
    virConnectClose(c);
    return 0;
}
