/* Finding and listing domains, and what a handle knows by itself. */
#include "check.h"

static const char *NAMES[] = { "one", "two", "three" };

static virDomainPtr define(virConnectPtr c, const char *name, int number)
{
    char xml[512];
    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>%s</name><uuid>aaaaaaaa-bbbb-cccc-dddd-0000000000%02d</uuid>"
             "<memory>1024</memory><os><type>hvm</type></os></domain>",
             name, number);
    return virDomainDefineXML(c, xml);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainGetName(*(virDomainPtr *)a), virDomainGetName(*(virDomainPtr *)b));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char **)a, *(char **)b);
}

static int by_number(const void *a, const void *b)
{
    return *(int *)a - *(int *)b;
}

static void list(virConnectPtr c, unsigned int flags)
{
    virDomainPtr *domains = NULL;
    int count = virConnectListAllDomains(c, &domains, flags);
    printf("list 0x%x: %d", flags, count);
    if (count < 0) {
        printf("\n");
        check_error("list");
        return;
    }
    qsort(domains, count, sizeof(*domains), by_name);
    for (int i = 0; i < count; i++) {
        printf(" %s(%d)", virDomainGetName(domains[i]), (int)virDomainGetID(domains[i]));
        virDomainFree(domains[i]);
    }
    printf("%s\n", domains[count] ? " and no NULL at the end" : "");
    free(domains);
}

static void old_lists(virConnectPtr c)
{
    int ids[8];
    char *names[8];
    CHECK(virConnectNumOfDomains(c));
    CHECK(virConnectNumOfDefinedDomains(c));
    int count = virConnectListDomains(c, ids, 8);
    printf("ids: %d:", count);
    qsort(ids, count, sizeof(*ids), by_number);
    for (int i = 0; i < count; i++)
        printf(" %d", ids[i]);
    count = virConnectListDefinedDomains(c, names, 8);
    printf("\nnames: %d:", count);
    qsort(names, count, sizeof(*names), by_text);
    for (int i = 0; i < count; i++) {
        printf(" %s", names[i]);
        free(names[i]);
    }
    printf("\n");
}

int main(void)
{
    virConnectPtr c = check_open();
    unsigned char uuid[VIR_UUID_BUFLEN] = { 0 };
    char text[VIR_UUID_STRING_BUFLEN];
    int ids[2];
    char *names[2];
    virDomainPtr domains[3];

    old_lists(c);
    for (int i = 0; i < 3; i++)
        domains[i] = define(c, NAMES[i], i);
    old_lists(c);
    CHECK(virDomainCreate(domains[1]));
    CHECK(virDomainCreate(domains[2]));
    CHECK(virDomainSuspend(domains[2]));
    CHECK(virDomainSetAutostart(domains[0], 1));
    old_lists(c);
    for (unsigned int bit = 0; bit < 16; bit++)
        list(c, 1u << bit);
    list(c, 0);
    list(c, VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE);
    list(c, VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
    list(c, VIR_CONNECT_LIST_DOMAINS_RUNNING | VIR_CONNECT_LIST_DOMAINS_SHUTOFF | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART);
    list(c, VIR_CONNECT_LIST_DOMAINS_PAUSED | VIR_CONNECT_LIST_DOMAINS_INACTIVE);
    list(c, 1u << 16);
    CHECK_FLAGS(virConnectListAllDomains(c, NULL, flag));
    CHECK(virConnectListAllDomains(NULL, NULL, 0));

    CHECK(virConnectListDomains(c, ids, 1));
    CHECK(virConnectListDomains(c, NULL, 0));
    CHECK(virConnectListDomains(c, NULL, 1));
    CHECK(virConnectListDomains(c, ids, -1));
    CHECK(virConnectListDefinedDomains(c, names, 1));
    free(names[0]);
    CHECK(virConnectListDefinedDomains(c, NULL, 0));
    CHECK(virConnectListDefinedDomains(c, NULL, 1));
    CHECK(virConnectListDefinedDomains(c, names, -1));

    virDomainPtr d = virDomainLookupByName(c, "two");
    CHECK(virDomainGetID(d));
    CHECK(strcmp(virDomainGetName(d), "two"));
    CHECK(virDomainGetUUID(d, uuid));
    CHECK(virDomainGetUUID(d, NULL));
    CHECK(virDomainGetUUIDString(d, text));
    printf("%s %02x%02x\n", text, uuid[0], uuid[15]);
    CHECK(virDomainGetUUIDString(d, NULL));
    CHECK(virDomainGetConnect(d) == c);
    CHECK(virDomainGetConnect(NULL) == NULL);
    CHECK(virDomainRef(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(d));

    d = virDomainLookupByID(c, 2);
    CHECK(d && !strcmp(virDomainGetName(d), "two"));
    virDomainFree(d);
    d = virDomainLookupByUUID(c, uuid);
    CHECK(d && !strcmp(virDomainGetName(d), "two"));
    virDomainFree(d);
    d = virDomainLookupByUUIDString(c, " AAAAAAAA-bbbbccccdddd0000 00000001 ");
    CHECK(d && !strcmp(virDomainGetName(d), "two"));
    virDomainFree(d);
    CHECK(virDomainLookupByID(c, 99) != NULL);
    CHECK(virDomainLookupByID(c, -1) != NULL);
    uuid[0] ^= 1;
    CHECK(virDomainLookupByUUID(c, uuid) != NULL);
    CHECK(virDomainLookupByUUID(c, NULL) != NULL);
    CHECK(virDomainLookupByUUIDString(c, "aaaaaaaa-bbbb-cccc-dddd-000000000099") != NULL);
    CHECK(virDomainLookupByUUIDString(c, "aaaaaaaa") != NULL);
    CHECK(virDomainLookupByUUIDString(c, NULL) != NULL);
    CHECK(virDomainLookupByName(c, "") != NULL);
    CHECK(virDomainLookupByName(c, "\xff\xfe") != NULL);
    CHECK(virDomainLookupByName(c, NULL) != NULL);
    CHECK(virDomainLookupByName(NULL, "two") != NULL);

    CHECK(virDomainDestroy(domains[1]));
    CHECK(virDomainGetID(domains[1]) == (unsigned int)-1);
    CHECK(virDomainLookupByID(c, 2) != NULL);
    list(c, VIR_CONNECT_LIST_DOMAINS_ACTIVE);
    CHECK(virDomainUndefine(domains[2]));
    list(c, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
    old_lists(c);
    for (int i = 0; i < 3; i++)
        virDomainFree(domains[i]);
    CHECK(virConnectClose(c));
    return 0;
}
