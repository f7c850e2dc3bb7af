/* Documents of snapshots: what is taken, what is refused and how, and how they are written again. */
#include "check.h"

static virDomainPtr domain;

/* Prints a text with every number of ten digits (a time, or a name made of one) as T. */
static void show(const char *text)
{
    while (*text) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 10) {
            putchar('T');
            text += digits;
        } else if (digits) {
            while (digits--)
                putchar(*text++);
        } else {
            putchar(*text++);
        }
    }
    putchar('\n');
}

/* The document without what stands in its embedded domains below their third line. */
static void show_document(char *text)
{
    char *from, *to, *at = text;
    while ((from = strstr(at, "</uuid>\n")) && (to = strstr(from, "omain>\n"))) {
        for (to -= 2; *to != '\n'; to--)
            ;
        at = from + strlen("</uuid>");
        memmove(at, to, strlen(to) + 1);
    }
    show(text);
}

/* Prints an error without what ours adds to it: where in the document, and what was expected. */
static void refused(void)
{
    virErrorPtr e = virGetLastError();
    const char *end = e->code == VIR_ERR_XML_INVALID_SCHEMA ? strchr(e->message, ':') : strstr(e->message, " (line ");
    printf("refused: %d from %d: %.*s\n", e->code, e->domain, (int)(end ? end - e->message : (long)strlen(e->message)), e->message);
    virResetLastError();
}

static void make(const char *xml, unsigned int flags)
{
    virResetLastError();
    printf("---- flags %u: %s\n", flags, xml);
    virDomainSnapshotPtr made = virDomainSnapshotCreateXML(domain, xml, flags);
    if (!made) {
        refused();
        return;
    }
    char *text = virDomainSnapshotGetXMLDesc(made, 0);
    show_document(text);
    free(text);
    virDomainSnapshotDelete(made, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
    virDomainSnapshotFree(made);
}

#define SNAPSHOT(body) "<domainsnapshot>" body "</domainsnapshot>"
#define DOMAIN_OF(uuid, name) "<domain type='test'><name>" name "</name><uuid>" uuid "</uuid><memory>8388608</memory>" \
    "<vcpu>2</vcpu><os><type arch='i686'>hvm</type></os></domain>"
#define DOMAIN DOMAIN_OF("6695eb01-f6a4-8304-79aa-97f2502e193f", "test")
#define INACTIVE "<inactiveDomain type='test'><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>" \
    "<memory>1024</memory><vcpu>1</vcpu><os><type arch='i686'>hvm</type></os></inactiveDomain>"
#define OLD(body) SNAPSHOT("<name>old</name><creationTime>1234567890</creationTime>" body)

int main(void)
{
    virConnectPtr c = check_open();
    const unsigned int redefine = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, validate = VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;
    domain = virDomainLookupByName(c, "test");

    make(SNAPSHOT(""), 0);
    make(SNAPSHOT("<name>one</name><description>a &lt;b&gt; 'c' \"d\"\n e</description>"), 0);
    make(SNAPSHOT("<name>one</name><unknown/>"), 0);
    make(SNAPSHOT("<name>one</name><unknown/>"), validate);
    make(SNAPSHOT("<name>one</name><name>two</name>"), 0);
    make(SNAPSHOT("<name>a/b</name>"), 0);
    make(SNAPSHOT("<name>.b</name>"), 0);
    make(SNAPSHOT("<name> </name>"), 0);
    make(SNAPSHOT("<name>one</name><description></description>"), 0);
    make(SNAPSHOT("<name>one</name><state>shutoff</state><creationTime>5</creationTime><parent><name>x</name></parent>"), 0);
    make(SNAPSHOT("<name>one</name><state>nonsense</state><creationTime>x</creationTime>"), 0);
    make(SNAPSHOT("<name>one</name>" DOMAIN), 0);
    make(SNAPSHOT("<name>one</name><cookie><a/></cookie><active>1</active>"), 0);

    make(SNAPSHOT("<memory snapshot='no'/>"), 0);
    make(SNAPSHOT("<memory/>"), 0);
    make(SNAPSHOT("<memory snapshot='internal'/>"), 0);
    make(SNAPSHOT("<memory snapshot='default'/>"), 0);
    make(SNAPSHOT("<memory snapshot='none'/>"), 0);
    make(SNAPSHOT("<memory snapshot='manual'/>"), 0);
    make(SNAPSHOT("<memory snapshot='external'/>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/tmp/m'/>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='m'/>"), 0);
    make(SNAPSHOT("<memory snapshot='internal' file='/tmp/m'/>"), 0);
    make(SNAPSHOT("<memory snapshot='no' file='/tmp/m'/>"), 0);
    make(SNAPSHOT("<memory file='/tmp/m'/>"), 0);
    make(SNAPSHOT("<memory file=''/>"), 0);

    make(SNAPSHOT("<disks/>"), 0);
    make(SNAPSHOT("<disks><disk name='vda'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='/guest/diskimage1'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vdb'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda'/><disk name='vda'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='no'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='internal'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='manual'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='default'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='nonsense'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='external'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='external'><driver type='qcow2'/><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='external'><driver type='nonsense'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='external'/></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='internal'/></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' snapshot='no'/></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' type='block' snapshot='external'><source dev='/dev/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' type='network' snapshot='external'><source protocol='gluster' name='v/i'><host name='h' port='1'/></source></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda' type='nonsense'/></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda' snapshot='internal'><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<disks><disk name='vda'><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<memory snapshot='external' file='/m'/><disks><disk name='vda'><source file='x'/></disk></disks>"), 0);

    make(SNAPSHOT(""), redefine);
    make(SNAPSHOT("<name>old</name>"), redefine);
    make(SNAPSHOT("<name>old</name><creationTime>x</creationTime>"), redefine);
    make(OLD(""), redefine);
    make(OLD("<state>nonsense</state>"), redefine);
    make(OLD("<state>running</state>"), redefine);
    make(OLD("<state>running</state>" DOMAIN), redefine);
    make(OLD("<state>running</state>" DOMAIN INACTIVE), redefine);
    make(OLD("<state>paused</state>" DOMAIN), redefine);
    make(OLD("<state>shutoff</state>" DOMAIN), redefine);
    make(OLD("<state>nostate</state>" DOMAIN), redefine);
    make(OLD("<state>blocked</state>" DOMAIN), redefine);
    make(OLD("<state>shutdown</state>" DOMAIN), redefine);
    make(OLD("<state>crashed</state>" DOMAIN), redefine);
    make(OLD("<state>pmsuspended</state>" DOMAIN), redefine);
    make(OLD("<state>disk-snapshot</state>" DOMAIN), redefine);
    make(OLD("<state>disk-snapshot</state><disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>" DOMAIN), redefine);
    make(OLD("<state>shutoff</state><memory snapshot='no'/><disks/>" DOMAIN), redefine);
    make(OLD("<state>running</state><memory snapshot='internal'/>" DOMAIN), redefine);
    make(OLD("<state>running</state><memory snapshot='no'/>" DOMAIN), redefine);
    make(OLD("<state>shutoff</state><memory snapshot='internal'/>" DOMAIN), redefine);
    make(OLD("<state>running</state><memory snapshot='external' file='/m'/>" DOMAIN), redefine);
    make(OLD("<state>running</state><disks><disk name='vdz' snapshot='internal'/></disks>" DOMAIN), redefine);
    make(OLD("<state>running</state><parent><name>none</name></parent>" DOMAIN), redefine);
    make(OLD("<state>running</state><parent><name>old</name></parent>" DOMAIN), redefine);
    make(OLD("<state>running</state><parent/>" DOMAIN), redefine);
    make(OLD("<state>running</state>" DOMAIN_OF("6695eb01-f6a4-8304-79aa-97f2502e1930", "test")), redefine);
    make(OLD("<state>running</state>" DOMAIN_OF("6695eb01-f6a4-8304-79aa-97f2502e193f", "other")), redefine);
    make(OLD("<state>running</state><domain type='test'/>"), redefine);
    make(OLD("<state>running</state><domain/>"), redefine);
    make(OLD("<state>running</state><domain type='qemu'><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid><memory>1</memory><os><type>hvm</type></os></domain>"), redefine);
    make(OLD("<state>running</state><cookie><a b='c'/></cookie>" DOMAIN), redefine);
    make(OLD("<state>running</state><active>1</active>" DOMAIN), redefine);
    make(OLD("<state>running</state>" DOMAIN), redefine | validate);
    make(OLD("<state>running</state><unknown/>" DOMAIN), redefine | validate);

    make("<domainsnapsho/>", 0);
    make("", 0);

    virDomainDestroy(domain);
    make(SNAPSHOT("<name>off</name>"), 0);
    make(SNAPSHOT("<name>off</name><memory snapshot='no'/>"), 0);
    make(SNAPSHOT("<name>off</name><memory snapshot='internal'/>"), 0);
    make(SNAPSHOT("<name>off</name><memory snapshot='external' file='/m'/>"), 0);
    make(SNAPSHOT("<name>off</name><disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>"), 0);
    make(SNAPSHOT("<name>off</name><disks><disk name='vda' snapshot='no'/></disks>"), 0);
    make(SNAPSHOT("<name>off</name>"), VIR_DOMAIN_SNAPSHOT_CREATE_LIVE);
    make(OLD("<state>running</state>" DOMAIN), redefine);

    virDomainFree(domain);
    virConnectClose(c);
    return 0;
}
