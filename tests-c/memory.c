/* What 200 rounds of opening, defining, looking up, dumping, undefining and closing leave behind: nothing. */
#include "check.h"

#include <malloc.h>

enum { ROUNDS = 200, ALLOWED = 64 * 1024 };

static int failures;

static void expect(int holds)
{
    failures += !holds;
}

static void round_of_calls(int number)
{
    char name[32], xml[600];
    snprintf(name, sizeof name, "round%d", number);
    snprintf(xml, sizeof xml,
             "<domain type='test'><name>%s</name><memory>1024</memory><os><type>hvm</type></os>"
             "<devices><disk type='file' device='disk'><source file='/x'/><target dev='vda' bus='virtio'/></disk></devices>"
             "</domain>",
             name);
    virConnectPtr c = check_open();
    virDomainPtr d = virDomainDefineXML(c, xml), found = virDomainLookupByName(c, name), *all = NULL;
    expect(d && found);
    char *dump = virDomainGetXMLDesc(found, 0), *capabilities = virConnectGetCapabilities(c);
    expect(dump && capabilities);
    free(dump);
    free(capabilities);
    expect(virDomainCreate(d) == 0);
    virDomainSnapshotPtr s = virDomainSnapshotCreateXML(d, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    expect(s != NULL);
    virDomainSnapshotFree(s);
    int count = virConnectListAllDomains(c, &all, 0);
    expect(count == 2);
    for (int i = 0; i < count; i++)
        virDomainFree(all[i]);
    free(all);
    expect(virDomainLookupByName(c, "no such domain") == NULL);
    expect(virDomainDefineXML(c, "<domain") == NULL);
    expect(virDomainDestroy(d) == 0);
    expect(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA) == 0);
    virDomainFree(found);
    virDomainFree(d);
    expect(virConnectClose(c) == 0);
}

int main(void)
{
    for (int number = 0; number < ROUNDS / 10; number++)
        round_of_calls(number);
    size_t before = mallinfo2().uordblks;
    for (int number = 0; number < ROUNDS; number++)
        round_of_calls(number);
    size_t after = mallinfo2().uordblks;
    fprintf(stderr, "%zu bytes before, %zu after\n", before, after);
    printf("failures: %d\n", failures);
    printf("memory grows: %s\n", after > before + ALLOWED ? "yes" : "no");
    return 0;
}
