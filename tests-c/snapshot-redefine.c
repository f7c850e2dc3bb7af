/* Snapshots that are defined again, as a program does that moves them between hosts. */
#include "check.h"

static virDomainPtr domain;

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainSnapshotGetName(*(virDomainSnapshotPtr *)a), virDomainSnapshotGetName(*(virDomainSnapshotPtr *)b));
}

static void tree(void)
{
    virDomainSnapshotPtr current = virDomainSnapshotCurrent(domain, 0), *all = NULL;
    int count = virDomainListAllSnapshots(domain, &all, 0);
    virDomainSnapshotPtr *ordered = NULL;
    printf("    current %s; parents:", current ? virDomainSnapshotGetName(current) : "none");
    qsort(all, count, sizeof(*all), by_name);
    for (int at = 0; at < count; at++) {
        virDomainSnapshotPtr parent = virDomainSnapshotGetParent(all[at], 0);
        printf(" %s<%s", virDomainSnapshotGetName(all[at]), parent ? virDomainSnapshotGetName(parent) : "");
        if (parent)
            virDomainSnapshotFree(parent);
        virDomainSnapshotFree(all[at]);
    }
    free(all);
    count = virDomainListAllSnapshots(domain, &ordered, VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL);
    printf("; order:");
    for (int at = 0; at < count; at++) {
        printf(" %s", virDomainSnapshotGetName(ordered[at]));
        virDomainSnapshotFree(ordered[at]);
    }
    printf("\n");
    free(ordered);
    if (current)
        virDomainSnapshotFree(current);
    virResetLastError();
}

/* Prints an error without what ours adds to it: where in the document, and what was expected. */
static void refused(void)
{
    virErrorPtr e = virGetLastError();
    const char *end = e->code == VIR_ERR_XML_INVALID_SCHEMA ? strchr(e->message, ':') : strstr(e->message, " (line ");
    printf("refused: %d from %d: %.*s\n", e->code, e->domain, (int)(end ? end - e->message : (long)strlen(e->message)), e->message);
    virResetLastError();
}

static void define(const char *xml, unsigned int flags)
{
    virResetLastError();
    printf("flags %u: %.120s\n", flags, xml);
    virDomainSnapshotPtr made = virDomainSnapshotCreateXML(domain, xml, flags);
    if (made) {
        char *text = virDomainSnapshotGetXMLDesc(made, 0), *end = text ? strstr(text, "    <memory unit") : NULL;
        if (end)
            *end = 0;
        printf("%s\n", text ? text : "no text");
        free(text);
        virDomainSnapshotFree(made);
    } else {
        refused();
    }
    tree();
}

#define UUID "6695eb01-f6a4-8304-79aa-97f2502e193f"
#define DISK(dev, file) "<disk type='file' device='disk'><source file='" file "'/><target dev='" dev "'/></disk>"
#define DOMAIN(devices) "<domain type='test'><name>test</name><uuid>" UUID "</uuid><memory>8388608</memory>" \
    "<vcpu>2</vcpu><os><type arch='i686'>hvm</type></os><devices>" devices "</devices></domain>"
#define MOMENT(name, state, parent, more) "<domainsnapshot><name>" name "</name><creationTime>1234567890</creationTime>" \
    "<state>" state "</state><parent><name>" parent "</name></parent>" more "</domainsnapshot>"
#define ROOT(name, state, more) "<domainsnapshot><name>" name "</name><creationTime>1234567890</creationTime>" \
    "<state>" state "</state>" more "</domainsnapshot>"

int main(void)
{
    virConnectPtr c = check_open();
    const unsigned int redefine = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, current = VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT;
    domain = virDomainLookupByName(c, "test");

    define(ROOT("a", "running", DOMAIN(DISK("vda", "/a"))), redefine);
    define(MOMENT("b", "running", "a", DOMAIN(DISK("vda", "/a"))), redefine | current);
    define(MOMENT("c", "shutoff", "b", DOMAIN("")), redefine);
    define(MOMENT("d", "disk-snapshot", "b", DOMAIN(DISK("vda", "/a"))), redefine);
    define(MOMENT("e", "paused", "a", "<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>" DOMAIN(DISK("vda", "/a"))), redefine);
    for (unsigned int flag = 2; flag < 10; flag++)
        printf("list %u: %d\n", 1u << flag, virDomainSnapshotNum(domain, 1u << flag));

    /* another time */
    define(ROOT("a", "running", ""), redefine);
    define(MOMENT("b", "running", "a", ""), redefine);
    define(MOMENT("b", "running", "c", ""), redefine);
    define(MOMENT("b", "running", "b", ""), redefine);
    define(MOMENT("a", "running", "c", ""), redefine);
    define(MOMENT("c", "shutoff", "a", ""), redefine | current);
    define(ROOT("c", "shutoff", ""), redefine);
    define(MOMENT("c", "running", "a", DOMAIN("")), redefine);
    define(MOMENT("c", "disk-snapshot", "a", DOMAIN("")), redefine);
    define(MOMENT("b", "paused", "a", ""), redefine);
    define(MOMENT("b", "shutoff", "a", ""), redefine);
    define(MOMENT("b", "disk-snapshot", "a", ""), redefine);
    define(MOMENT("d", "shutoff", "a", ""), redefine);
    define(MOMENT("d", "running", "a", ""), redefine);
    define(MOMENT("d", "disk-snapshot", "c", "<description>new</description>"), redefine);
    define(MOMENT("e", "running", "a", ""), redefine);
    define(MOMENT("e", "running", "a", "<memory snapshot='internal'/>"), redefine);
    define(MOMENT("e", "paused", "a", "<memory snapshot='external' file='/n'/>" DOMAIN(DISK("vda", "/a"))), redefine);
    define(MOMENT("a", "running", "none", ""), redefine);
    define(ROOT("x", "running", ""), redefine);
    define(ROOT("x", "running", "<disks><disk name='vda' snapshot='internal'/></disks>" DOMAIN(DISK("vda", "/a"))), redefine);
    define(ROOT("y", "running", "<disks><disk name='vdb' snapshot='internal'/></disks>" DOMAIN(DISK("vda", "/a"))), redefine);
    define(ROOT("y", "running", "<disks><disk name='vda' snapshot='external'/></disks>" DOMAIN(DISK("vda", "/a"))), redefine);
    define(ROOT("y", "running", "<disks><disk name='vda' snapshot='no'/></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("y", "disk-snapshot", "<disks><disk name='vda'/></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("y", "disk-snapshot", "<disks><disk name='vda' snapshot='external'><source file='/y'/></disk></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("y", "disk-snapshot", "<disks><disk name='/b' snapshot='external'><source file='/y'/></disk><disk name='vda' snapshot='no'/></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("z", "running", "<disks><disk name='vda'/><disk name='/a'/></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("z", "running", "<disks><disk name='vdb'/><disk name='vda'/></disks>" DOMAIN(DISK("vda", "/a") DISK("vdb", "/b"))), redefine);
    define(ROOT("w", "running", DOMAIN("<disk type='file' device='cdrom' snapshot='internal'><target dev='hdc'/></disk>" DISK("vda", "/a") "<disk type='file' snapshot='no'><source file='/c'/><target dev='vdc'/></disk>")), redefine);
    define(ROOT("w", "running", "<disks><disk name='hdc'/></disks>" DOMAIN("<disk type='file' device='cdrom' snapshot='internal'><target dev='hdc'/></disk>" DISK("vda", "/a") "<disk type='file' snapshot='no'><source file='/c'/><target dev='vdc'/></disk>")), redefine);

    /* it can be gone back to */
    virDomainSnapshotPtr a = virDomainSnapshotLookupByName(domain, "a", 0);
    CHECK(virDomainRevertToSnapshot(a, 0));
    CHECK_STRING(virDomainGetXMLDesc(domain, 0));
    tree();
    virDomainSnapshotFree(a);
    virDomainFree(domain);
    virConnectClose(c);
    return 0;
}
