/* Defining, creating, undefining and renaming domains, and their documents. */
#include "check.h"

#define UUID(digit) "aaaaaaaa-bbbb-cccc-dddd-00000000000" digit
#define BARE(name, uuid, extra) \
    "<domain type='test'><name>" name "</name>" uuid "<memory>1024</memory><os><type>hvm</type></os>" extra "</domain>"
#define DOCUMENT(name, digit, extra) BARE(name, "<uuid>" UUID(digit) "</uuid>", extra)

static int happened(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  event %d/%d of %s(%d)\n", event, detail, virDomainGetName(d), (int)virDomainGetID(d));
    return 0;
}

static void waited(int id, void *opaque)
{
    *(int *)opaque = 1;
}

/* Lets all events come. */
static void settle(void)
{
    int done = 0;
    int timer = virEventAddTimeout(20, waited, &done, NULL);
    while (!done)
        virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

static void made(const char *what, virDomainPtr d)
{
    printf("%s: ", what);
    if (d) {
        printf("%s number %d active %d persistent %d\n", virDomainGetName(d), (int)virDomainGetID(d), virDomainIsActive(d),
               virDomainIsPersistent(d));
        virDomainFree(d);
    } else {
        check_error("not made");
    }
    settle();
}

#define DEFINE(xml) made("define " #xml, virDomainDefineXML(c, xml))
#define CREATE(xml) made("create " #xml, virDomainCreateXML(c, xml, 0))

static void documents(virDomainPtr d)
{
    CHECK_STRING(virDomainGetXMLDesc(d, 0));
    CHECK_STRING(virDomainGetXMLDesc(d, VIR_DOMAIN_XML_INACTIVE));
}

/* Who may have which name and UUID. */
static void identities(virConnectPtr c)
{
    DEFINE(DOCUMENT("u1", "1", ""));
    DEFINE(DOCUMENT("u1", "1", ""));
    DEFINE(DOCUMENT("u2", "1", ""));
    DEFINE(BARE("u1", "", ""));
    CREATE(DOCUMENT("u2", "1", ""));
    CREATE(BARE("u1", "", ""));
    CREATE(DOCUMENT("u1", "1", "<on_reboot>destroy</on_reboot>"));
    CREATE(DOCUMENT("u1", "1", ""));
    DEFINE(DOCUMENT("u1", "1", "<on_crash>preserve</on_crash>"));
    virDomainPtr d = virDomainLookupByName(c, "u1");
    documents(d);
    CHECK(virDomainDestroy(d));
    settle();
    documents(d);
    CHECK(virDomainUndefine(d));
    settle();
    CHECK(virDomainUndefine(d));
    documents(d);
    virDomainFree(d);
}

/* From transient to persistent and back. */
static void persistence(virConnectPtr c)
{
    CREATE(DOCUMENT("p", "2", "<title>live</title>"));
    virDomainPtr d = virDomainLookupByName(c, "p");
    documents(d);
    DEFINE(DOCUMENT("p", "2", "<title>later</title>"));
    documents(d);
    CHECK(virDomainUndefine(d));
    settle();
    CHECK(virDomainIsPersistent(d));
    documents(d);
    CHECK(virDomainDestroy(d));
    settle();
    CHECK(virDomainIsPersistent(d));
    virDomainFree(d);
}

static void refused(virConnectPtr c)
{
    static const char *const DOCUMENTS[] = {
        "", "   ", "<domain", "<a/>", "<domain/>", "<domain type='test'/>", "<domain><name>x</name></domain>",
        BARE("", "", ""), BARE("a/b", "", ""), BARE("x", "<uuid>zzz</uuid>", ""), BARE("x\n", "", ""),
        "<domain type='foo'><name>x</name><memory>1</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>x</name><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>x</name><memory>1</memory></domain>",
        "<domain type='test'><name>x</name><memory>1</memory><os><type>bogus</type></os></domain>",
    };
    for (size_t i = 0; i < sizeof(DOCUMENTS) / sizeof(*DOCUMENTS); i++) {
        printf("%s\n", DOCUMENTS[i]);
        virDomainPtr d = virDomainDefineXML(c, DOCUMENTS[i]);
        virErrorPtr e = virGetLastError();
        printf("define: %d %d %d\n", d != NULL, e ? e->code : 0, e ? e->domain : 0);
        virResetLastError();
    }
    made("with a line end in its name", virDomainCreateXML(c, BARE("x\n", "<uuid>" UUID("3") "</uuid>", ""), 0));
    virDomainPtr d = virDomainLookupByUUIDString(c, UUID("3"));
    CHECK(virDomainDestroy(d));
    settle();
    virDomainFree(d);
}

static void undefine(virConnectPtr c)
{
    DEFINE(DOCUMENT("n", "4", ""));
    virDomainPtr d = virDomainLookupByName(c, "n");
    CHECK(virDomainCreate(d));
    CHECK(virDomainManagedSave(d, 0));
    settle();
    CHECK(virDomainUndefine(d));
    CHECK(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    CHECK(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    settle();
    CHECK_FLAGS(virDomainUndefineFlags(d, flag));
    virDomainFree(d);

    DEFINE(DOCUMENT("n", "4", ""));
    d = virDomainLookupByName(c, "n");
    virDomainSnapshotPtr s = virDomainSnapshotCreateXML(d, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    virDomainSnapshotFree(s);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    CHECK(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA));
    settle();
    virDomainFree(d);
}

static void rename_it(virConnectPtr c)
{
    static const char *const NAMES[] = { "r2", "test", "r2", ".", " ", "a/b", "a\tb", "\n", "", "x y z", NULL };
    DEFINE(DOCUMENT("r", "5", ""));
    virDomainPtr d = virDomainLookupByName(c, "r"), t = virDomainLookupByName(c, "test");
    for (int i = 0; NAMES[i]; i++) {
        printf("to '%s'\n", NAMES[i]);
        CHECK(virDomainRename(d, NAMES[i], 0));
        settle();
        printf("%s\n", virDomainGetName(d));
    }
    CHECK(virDomainLookupByName(c, "r") != NULL);
    CHECK(virDomainRename(d, NULL, 0));
    CHECK(virDomainRename(t, "test2", 0));
    CHECK(virDomainRename(t, "te/st", 0));
    CHECK_FLAGS(virDomainRename(d, "r9", flag));
    documents(d);
    CHECK(virDomainUndefine(d));
    settle();
    virDomainFree(d);
    virDomainFree(t);
}

static void autostart(virConnectPtr c)
{
    int is = -1;
    DEFINE(DOCUMENT("a", "6", ""));
    CREATE(DOCUMENT("a2", "7", ""));
    virDomainPtr d = virDomainLookupByName(c, "a"), t = virDomainLookupByName(c, "a2");
    CHECK(virDomainGetAutostart(d, &is));
    printf("%d\n", is);
    CHECK(virDomainSetAutostart(d, 5));
    DEFINE(DOCUMENT("a", "6", ""));
    CHECK(virDomainGetAutostart(d, &is));
    printf("%d\n", is);
    CHECK(virDomainSetAutostart(t, 1));
    CHECK(virDomainGetAutostart(t, &is));
    printf("%d\n", is);
    CHECK(virDomainGetAutostart(d, NULL));
    CHECK(virDomainGetAutostart(NULL, &is));
    CHECK(virDomainSetAutostart(NULL, 1));
    CHECK(virDomainDestroy(t));
    CHECK(virDomainUndefine(d));
    settle();
    virDomainFree(d);
    virDomainFree(t);
}

static void lifecycle_actions(virConnectPtr c)
{
    DEFINE(DOCUMENT("l", "8", ""));
    CREATE(DOCUMENT("l2", "9", ""));
    virDomainPtr d = virDomainLookupByName(c, "l"), passing = virDomainLookupByName(c, "l2");
    for (unsigned int kind = 0; kind < 4; kind++)
        for (unsigned int action = 0; action < 6; action++)
            CHECK(virDomainSetLifecycleAction(d, kind, action, 0));
    CHECK(virDomainSetLifecycleAction(d, 0, 99, 0));
    CHECK(virDomainSetLifecycleAction(d, 99, 99, 0));
    documents(d);
    CHECK(virDomainSetLifecycleAction(d, 0, 0, VIR_DOMAIN_AFFECT_LIVE));
    CHECK(virDomainCreate(d));
    CHECK(virDomainSetLifecycleAction(d, 0, 1, VIR_DOMAIN_AFFECT_LIVE));
    CHECK(virDomainSetLifecycleAction(d, 1, 1, VIR_DOMAIN_AFFECT_CONFIG));
    CHECK(virDomainSetLifecycleAction(d, 2, 1, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG));
    documents(d);
    CHECK(virDomainSetLifecycleAction(passing, 0, 1, VIR_DOMAIN_AFFECT_CONFIG));
    CHECK(virDomainSetLifecycleAction(passing, 0, 1, 0));
    CHECK_FLAGS(virDomainSetLifecycleAction(d, 0, 0, flag));
    CHECK(virDomainDestroy(d));
    CHECK(virDomainDestroy(passing));
    CHECK(virDomainUndefine(d));
    settle();
    virDomainFree(d);
    virDomainFree(passing);
}

static void arguments(virConnectPtr c)
{
    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), r = virDomainLookupByName(ro, "test");
    int fd[1] = { 0 }, is = -1;
    CHECK(virDomainDefineXML(NULL, "x") != NULL);
    CHECK(virDomainDefineXML(c, NULL) != NULL);
    CHECK(virDomainDefineXML(ro, NULL) != NULL);
    CHECK(virDomainDefineXMLFlags(c, NULL, 0) != NULL);
    CHECK(virDomainDefineXMLFlags(ro, "x", 0) != NULL);
    CHECK(virDomainCreateXML(NULL, "x", 0) != NULL);
    CHECK(virDomainCreateXML(c, NULL, 0) != NULL);
    CHECK(virDomainCreateXML(ro, NULL, 0) != NULL);
    CHECK(virDomainCreateXML(ro, "x", 0) != NULL);
    CHECK(virDomainCreateLinux(c, NULL, 0) != NULL);
    CHECK(virDomainCreateLinux(ro, "x", 0) != NULL);
    CHECK(virDomainCreateXMLWithFiles(c, NULL, 0, NULL, 0) != NULL);
    CHECK(virDomainCreateXMLWithFiles(ro, "x", 0, NULL, 0) != NULL);
    made("with files", virDomainCreateXMLWithFiles(c, DOCUMENT("f", "9", ""), 1, fd, 0));
    made("with no files", virDomainCreateXMLWithFiles(c, DOCUMENT("f", "9", ""), 1, NULL, 0));
    CHECK(virDomainUndefine(NULL));
    CHECK(virDomainUndefineFlags(NULL, 0));
    CHECK(virDomainUndefine(r));
    CHECK(virDomainUndefineFlags(r, 0));
    CHECK_STRING(virDomainGetXMLDesc(NULL, 0));
    CHECK_STRING(virDomainGetXMLDesc(r, VIR_DOMAIN_XML_SECURE));
    CHECK_STRING(virDomainGetXMLDesc(r, VIR_DOMAIN_XML_MIGRATABLE));
    for (unsigned int flag = 1; flag; flag <<= 1) {
        char *xml = virDomainGetXMLDesc(d, flag);
        if (xml)
            printf("document with 0x%x\n", flag);
        free(xml);
    }
    CHECK(virDomainRename(NULL, "x", 0));
    CHECK(virDomainRename(r, "x", 0));
    CHECK(virDomainRename(r, NULL, 0));
    CHECK(virDomainGetAutostart(r, &is));
    CHECK(virDomainSetAutostart(r, 1));
    CHECK(virDomainSetLifecycleAction(NULL, 0, 0, 0));
    CHECK(virDomainSetLifecycleAction(r, 9, 9, 0));
    CHECK(virDomainFDAssociate(d, "x", 0, fd, 0));
    CHECK(virDomainFDAssociate(d, "x", 1, NULL, 0));
    CHECK(virDomainFDAssociate(d, NULL, 1, fd, 0));
    CHECK(virDomainFDAssociate(r, "x", 1, fd, 0));
    CHECK_STRING(virConnectGetDomainCapabilities(NULL, NULL, NULL, NULL, NULL, 0));
    CHECK_STRING(virConnectGetDomainCapabilities(c, NULL, NULL, NULL, NULL, 0));
    CHECK_STRING(virConnectGetDomainCapabilities(ro, NULL, NULL, NULL, NULL, 0));
    CHECK_STRING(virConnectDomainXMLFromNative(NULL, "a", "b", 0));
    CHECK_STRING(virConnectDomainXMLFromNative(c, NULL, "b", 0));
    CHECK_STRING(virConnectDomainXMLFromNative(c, "a", NULL, 0));
    CHECK_STRING(virConnectDomainXMLFromNative(c, "a", "b", 9));
    CHECK_STRING(virConnectDomainXMLFromNative(ro, NULL, NULL, 0));
    CHECK_STRING(virConnectDomainXMLToNative(NULL, "a", "b", 0));
    CHECK_STRING(virConnectDomainXMLToNative(c, NULL, "b", 0));
    CHECK_STRING(virConnectDomainXMLToNative(c, "a", NULL, 0));
    CHECK_STRING(virConnectDomainXMLToNative(c, "a", "b", 9));
    CHECK_STRING(virConnectDomainXMLToNative(ro, NULL, NULL, 0));
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
    virDomainPtr d = virDomainLookupByName(c, "test");
    documents(d);
    virDomainFree(d);
    identities(c);
    persistence(c);
    refused(c);
    undefine(c);
    rename_it(c);
    autostart(c);
    lifecycle_actions(c);
    arguments(c);
    settle();
    CHECK(virConnectDomainEventDeregisterAny(c, id));
    settle();
    CHECK(virConnectClose(c));
    return 0;
}
