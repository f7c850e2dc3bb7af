/* Checkpoints of a domain: documents, the tree, deleting, and that they exclude snapshots. */
#include "check.h"

static virDomainPtr domain;

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainCheckpointGetName(*(virDomainCheckpointPtr *)a), virDomainCheckpointGetName(*(virDomainCheckpointPtr *)b));
}

/* Prints a text with every number of ten digits (a time, or a name made of one) as T. */
static void show(const char *text)
{
    while (*text) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 10)
            putchar('T');
        else
            fwrite(text, 1, digits ? digits : 1, stdout);
        text += digits ? digits : 1;
    }
    putchar('\n');
}

/* Prints an error without what ours adds: where in the document, and the schema's words. */
static void refused(void)
{
    virErrorPtr e = virGetLastError();
    const char *end = e->code == VIR_ERR_XML_INVALID_SCHEMA ? strchr(e->message, ':') : strstr(e->message, " (line ");
    printf("  refused: %d from %d: %.*s\n", e->code, e->domain, (int)(end ? end - e->message : (long)strlen(e->message)), e->message);
    virResetLastError();
}

static void make(const char *body, unsigned int flags, unsigned int xml_flags)
{
    char xml[2000];
    snprintf(xml, sizeof(xml), "<domaincheckpoint>%s</domaincheckpoint>", body);
    printf("flags %u: %.100s\n", flags, body);
    virDomainCheckpointPtr made = virDomainCheckpointCreateXML(domain, xml, flags);
    if (!made) {
        refused();
        return;
    }
    char *text = virDomainCheckpointGetXMLDesc(made, xml_flags), *end = text ? strstr(text, "    <memory unit") : NULL;
    if (end)
        *end = 0;
    if (text)
        show(text);
    else
        check_error("  no text");
    free(text);
    if (virDomainCheckpointDelete(made, 0) < 0)
        check_error("  delete");
    virDomainCheckpointFree(made);
}

static virDomainCheckpointPtr add(const char *name)
{
    char xml[100];
    snprintf(xml, sizeof(xml), "<domaincheckpoint><name>%s</name></domaincheckpoint>", name);
    return virDomainCheckpointCreateXML(domain, xml, 0);
}

static void list(virDomainCheckpointPtr below, unsigned int flags)
{
    virDomainCheckpointPtr *all = NULL;
    int count = below ? virDomainCheckpointListAllChildren(below, &all, flags) : virDomainListAllCheckpoints(domain, &all, flags);
    printf("list %s flags %u: %d:", below ? virDomainCheckpointGetName(below) : "all", flags, count);
    if (count > 1 && !(flags & VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL))
        qsort(all, count, sizeof(*all), by_name);
    for (int at = 0; at < count; at++) {
        virDomainCheckpointPtr parent = virDomainCheckpointGetParent(all[at], 0);
        printf(" %s<%s", virDomainCheckpointGetName(all[at]), parent ? virDomainCheckpointGetName(parent) : "");
        if (parent)
            virDomainCheckpointFree(parent);
        virDomainCheckpointFree(all[at]);
    }
    virResetLastError();
    printf("\n");
    free(all);
}

#define DISK(dev, file, more) "<disk type='file' device='disk'><source file='" file "'/><target dev='" dev "'/>" more "</disk>"
#define DOMAIN(uuid, devices) "<domain type='test'><name>k</name><uuid>" uuid "</uuid><memory>8192</memory>" \
    "<vcpu>2</vcpu><os><type arch='i686'>hvm</type></os><devices>" devices "</devices></domain>"
#define UUID "11111111-2222-3333-4444-555555555555"
#define DISKS(disks) "<name>n</name><disks>" disks "</disks>"
#define OLD(more) "<name>old</name><creationTime>1234567890</creationTime>" more

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    const unsigned int redefine = VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, bare = VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN;
    const unsigned int topological = VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL;
    domain = virDomainDefineXML(c, DOMAIN(UUID, DISK("vda", "/a", "") DISK("vdb", "/b", "")
        DISK("vdd", "/d", "<readonly/>")
        "<disk type='network' device='disk'><source protocol='nbd' name='x'><host name='h'/></source><target dev='vde'/></disk>"
        "<disk type='file' device='cdrom'><target dev='hdf'/></disk>"));

    make("<name>off</name>", 0, 0);
    CHECK(virDomainCreate(domain));
    make("", 0, 0);
    make("", VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE, bare);
    make("<name>n</name><description>d &amp; e</description>", 0, VIR_DOMAIN_CHECKPOINT_XML_SECURE);
    make("<name>n</name>", 0, VIR_DOMAIN_CHECKPOINT_XML_SIZE | bare);
    make("<name>n</name><creationTime>5</creationTime><parent><name>p</name></parent>", 0, bare);
    make("<name>a/b</name>", 0, bare);
    make("<unknown/>", 0, bare);
    make(DISKS(""), 0, bare);
    make(DISKS("<disk name='vda'/>"), 0, bare);
    make(DISKS("<disk name='/a'/>"), 0, bare);
    make(DISKS("<disk name='vdb'/><disk name='vda'/>"), 0, bare);
    make(DISKS("<disk name='vdb'/><disk name='/b'/>"), 0, bare);
    make(DISKS("<disk name='vda' checkpoint='no'/>"), 0, bare);
    make(DISKS("<disk name='vda' checkpoint='bitmap'/>"), 0, bare);
    make(DISKS("<disk name='vda' checkpoint='bitmap' bitmap='b'/>"), 0, bare);
    make(DISKS("<disk name='vda' bitmap='b'/>"), 0, bare);
    make(DISKS("<disk name='vda' checkpoint='no' bitmap='b'/>"), 0, bare);
    make(DISKS("<disk name='vda' checkpoint='nonsense'/>"), 0, bare);
    make(DISKS("<disk name='vda' size='5'/>"), 0, bare);
    make(DISKS("<disk name='hdf'/>"), 0, bare);
    make(DISKS("<disk name='hdf' checkpoint='bitmap'/>"), 0, bare);
    make(DISKS("<disk name='vdd' checkpoint='bitmap'/>"), 0, bare);
    make(DISKS("<disk name='vde' checkpoint='bitmap'/>"), 0, bare);
    make(DISKS("<disk name='vdz'/>"), 0, bare);
    make(DISKS("<disk/>"), 0, bare);
    make(DISKS("<disk name='vda'/><disk name='vdb'/><disk name='hdf'/><disk name='vdd'/><disk name='vde'/><disk name='vdf'/>"), 0, bare);

    make("", redefine, 0);
    make("<name>old</name>", redefine, 0);
    make("<name>old</name><creationTime>x</creationTime>", redefine, 0);
    make(OLD(""), redefine, 0);
    make(OLD("<disks><disk name='vda'/></disks>"), redefine, 0);
    make(OLD(DOMAIN(UUID, DISK("vda", "/a", ""))), redefine, 0);
    make(OLD("<disks><disk name='vda' checkpoint='bitmap'/></disks>" DOMAIN(UUID, DISK("vda", "/a", ""))), redefine, 0);
    make(OLD("<disks><disk name='vdb' checkpoint='bitmap'/></disks>" DOMAIN(UUID, DISK("vda", "/a", ""))), redefine, 0);
    make(OLD(DOMAIN(UUID, "")), redefine, 0);
    make(OLD(DOMAIN("11111111-2222-3333-4444-555555555550", DISK("vda", "/a", ""))), redefine, 0);
    make(OLD("<parent><name>none</name></parent>" DOMAIN(UUID, DISK("vda", "/a", ""))), redefine, 0);
    make(OLD("<parent><name>old</name></parent>" DOMAIN(UUID, DISK("vda", "/a", ""))), redefine, 0);
    CHECK(virDomainCheckpointCreateXML(domain, OLD(""), VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE) != NULL);
    CHECK(virDomainCheckpointCreateXML(domain, OLD(""), redefine | VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE) != NULL);
    CHECK(virDomainCheckpointCreateXML(domain, NULL, 0) != NULL);
    CHECK(virDomainCheckpointCreateXML(NULL, OLD(""), 0) != NULL);

    virDomainCheckpointPtr a = add("a"), b = add("b"), k = add("c");
    CHECK(add("a") != NULL);
    make("<name>b</name><creationTime>1234567890</creationTime><parent><name>c</name></parent>", redefine, bare);
    list(NULL, 0);
    virDomainCheckpointPtr d = virDomainCheckpointCreateXML(domain, "<domaincheckpoint><name>d</name>"
        "<parent><name>a</name></parent><creationTime>1234567890</creationTime></domaincheckpoint>", redefine);
    for (unsigned int flag = 0; flag < 4; flag++) {
        list(NULL, 1u << flag);
        list(a, 1u << flag);
    }
    list(NULL, topological | VIR_DOMAIN_CHECKPOINT_LIST_LEAVES);
    list(a, topological | VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS);
    list(NULL, VIR_DOMAIN_CHECKPOINT_LIST_LEAVES | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES);
    CHECK(virDomainSnapshotCreateXML(domain, "<domainsnapshot/>", 0) != NULL);
    CHECK(virDomainCheckpointLookupByName(domain, "none", 0) != NULL);
    CHECK(virDomainCheckpointLookupByName(domain, NULL, 0) != NULL);
    CHECK(virDomainCheckpointGetParent(a, 0) != NULL);

    virDomainPtr read = virDomainLookupByName(ro, "k");
    virDomainCheckpointPtr aro = virDomainCheckpointLookupByName(read, "a", 0);
    CHECK(virDomainCheckpointDelete(aro, 0));
    CHECK(virDomainCheckpointCreateXML(read, "<domaincheckpoint/>", 0) != NULL);
    CHECK_STRING(virDomainCheckpointGetXMLDesc(aro, VIR_DOMAIN_CHECKPOINT_XML_SECURE));
    virDomainCheckpointFree(aro);
    virDomainFree(read);

    CHECK(virDomainCheckpointDelete(a, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN | VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY));
    CHECK(virDomainCheckpointDelete(b, VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY));
    list(NULL, topological);
    CHECK(virDomainCheckpointDelete(b, 0));
    CHECK_STRING(virDomainCheckpointGetXMLDesc(b, 0));
    virDomainCheckpointPtr e = add("e");
    list(NULL, topological);
    CHECK(virDomainCheckpointDelete(k, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN));
    list(NULL, topological);
    virDomainCheckpointPtr f = add("f");
    list(NULL, topological);
    CHECK(virDomainCheckpointDelete(a, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY));
    list(NULL, topological);
    printf("%d %d %d\n", virDomainCheckpointGetConnect(a) == c, strcmp(virDomainGetName(virDomainCheckpointGetDomain(a)), "k"),
           virDomainCheckpointRef(a));
    virDomainCheckpointFree(a);
    CHECK(virDomainCheckpointDelete(a, 0));
    virDomainSnapshotPtr s = virDomainSnapshotCreateXML(domain, "<domainsnapshot/>", 0);
    CHECK(add("g") != NULL);
    CHECK(virDomainSnapshotDelete(s, 0));
    virDomainSnapshotFree(s);

    CHECK(virDomainCheckpointDelete(NULL, 0));
    CHECK(virDomainCheckpointFree(NULL));
    CHECK(virDomainCheckpointRef(NULL));
    CHECK(virDomainCheckpointGetName(NULL) != NULL);
    CHECK(virDomainListAllCheckpoints(NULL, NULL, 0));
    CHECK(virDomainDestroy(domain));
    CHECK(virDomainUndefine(domain));
    virDomainCheckpointPtr all[] = {a, b, k, d, e, f};
    for (size_t at = 0; at < sizeof(all) / sizeof(*all); at++)
        virDomainCheckpointFree(all[at]);
    virDomainFree(domain);
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
