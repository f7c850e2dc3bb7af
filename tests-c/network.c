/* Networks: arguments, lists, definitions, starting and stopping, changes of parts. */
#include "check.h"

static virConnectPtr c, ro;

static int by_text(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static void texts(const char *what, char **list, int count)
{
    qsort(list, count > 0 ? count : 0, sizeof *list, by_text);
    printf("%s: %d:", what, count);
    for (int i = 0; i < count; i++) {
        printf(" %s", list[i]);
        free(list[i]);
    }
    printf("\n");
}

static void list(unsigned int flags)
{
    virNetworkPtr *all = NULL;
    char *lines[16];
    int count = virConnectListAllNetworks(c, &all, flags);
    for (int i = 0; i < count; i++) {
        char text[256];
        int autostart = -1;
        virNetworkGetAutostart(all[i], &autostart);
        snprintf(text, sizeof text, "%s/%d%d%d", virNetworkGetName(all[i]), virNetworkIsActive(all[i]),
                 virNetworkIsPersistent(all[i]), autostart);
        lines[i] = strdup(text);
        virNetworkFree(all[i]);
    }
    free(all);
    printf("flags %u ", flags);
    texts("all", lines, count);
    if (count < 0)
        check_error("list");
}

static void everything(void)
{
    char *names[16];
    list(0);
    printf("%d active, %d inactive\n", virConnectNumOfNetworks(c), virConnectNumOfDefinedNetworks(c));
    texts("active", names, virConnectListNetworks(c, names, 16));
    texts("inactive", names, virConnectListDefinedNetworks(c, names, 16));
}

static void arguments(void)
{
    char *names[1], text[VIR_UUID_STRING_BUFLEN];
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    virNetworkPtr n = virNetworkLookupByName(c, "default"), n_ro = virNetworkLookupByName(ro, "default");
    CHECK(virConnectListNetworks(c, NULL, 0));
    CHECK(virConnectListNetworks(c, NULL, 1));
    CHECK(virConnectListNetworks(c, names, -1));
    CHECK(virConnectListDefinedNetworks(c, NULL, 1));
    CHECK(virConnectListDefinedNetworks(c, names, -1));
    CHECK(virConnectListAllNetworks(c, NULL, 0));
    CHECK(virConnectListAllNetworks(c, NULL, 1 << 9));
    CHECK(virNetworkLookupByName(c, NULL) != NULL);
    CHECK(virNetworkLookupByName(c, "none") != NULL);
    CHECK(virNetworkLookupByUUID(c, NULL) != NULL);
    CHECK(virNetworkLookupByUUID(c, uuid) != NULL);
    CHECK(virNetworkLookupByUUIDString(c, NULL) != NULL);
    CHECK(virNetworkLookupByUUIDString(c, "none") != NULL);
    CHECK(virNetworkLookupByUUIDString(c, "00000000-0000-0000-0000-000000000001") != NULL);
    CHECK(virNetworkCreate(n_ro));
    CHECK(virNetworkCreateXML(c, NULL) != NULL);
    CHECK(virNetworkCreateXML(ro, NULL) != NULL);
    CHECK(virNetworkCreateXML(ro, "") != NULL);
    CHECK(virNetworkCreateXMLFlags(ro, NULL, 8) != NULL);
    CHECK(virNetworkCreateXMLFlags(c, "", 8) != NULL);
    CHECK(virNetworkDefineXML(c, NULL) != NULL);
    CHECK(virNetworkDefineXML(ro, NULL) != NULL);
    CHECK(virNetworkDefineXMLFlags(ro, NULL, 8) != NULL);
    CHECK(virNetworkDefineXMLFlags(c, "", 8) != NULL);
    CHECK(virNetworkDestroy(n_ro));
    CHECK(virNetworkUndefine(n_ro));
    CHECK(virNetworkSetAutostart(n_ro, 1));
    CHECK(virNetworkGetAutostart(n_ro, NULL));
    CHECK(virNetworkUpdate(n_ro, 1, 1, 1, NULL, 0));
    CHECK(virNetworkUpdate(n, 1, 1, 1, NULL, 0));
    CHECK(virNetworkUpdate(n, 1, 1, 1, "<a/>", 8));
    CHECK(virNetworkGetDHCPLeases(n, NULL, NULL, 0));
    CHECK(virNetworkGetDHCPLeases(n, "none", NULL, 8));
    CHECK(virNetworkGetUUID(n, NULL));
    CHECK(virNetworkGetUUIDString(n, NULL));
    CHECK(virNetworkGetUUID(n, uuid));
    CHECK(virNetworkGetUUIDString(n, text));
    printf("%02x%02x %s\n", uuid[0], uuid[15], text);
    CHECK_STRING(virNetworkGetXMLDesc(n, 2));
    CHECK_STRING(virNetworkGetXMLDesc(n, 0));
    CHECK_STRING(virNetworkGetXMLDesc(n, VIR_NETWORK_XML_INACTIVE));
    CHECK_STRING(virNetworkGetBridgeName(n));
    CHECK(virNetworkGetConnect(n) == c);
    CHECK(virNetworkRef(n));
    CHECK(virNetworkFree(n));
    CHECK(virNetworkFree(NULL));
    virNetworkDHCPLeaseFree(NULL);
    virNetworkFree(n);
    virNetworkFree(n_ro);
}

static void show(const char *what, virNetworkPtr n)
{
    printf("%s\n", what);
    if (n) {
        CHECK(virNetworkIsActive(n));
        CHECK(virNetworkIsPersistent(n));
        CHECK_STRING(virNetworkGetXMLDesc(n, 0));
        CHECK_STRING(virNetworkGetXMLDesc(n, VIR_NETWORK_XML_INACTIVE));
        virNetworkFree(n);
    } else
        check_error("failed");
}

#define UUID1 "<uuid>11111111-2222-3333-4444-555555555501</uuid>"
#define UUID2 "<uuid>11111111-2222-3333-4444-555555555502</uuid>"

static void life(void)
{
    virNetworkPtr n;
    everything();
    show("define", virNetworkDefineXML(c, "<network><name>a</name>" UUID1 "<bridge name='br7'/></network>"));
    show("same name", virNetworkDefineXML(c, "<network><name>a</name>" UUID2 "</network>"));
    show("same uuid", virNetworkDefineXML(c, "<network><name>b</name>" UUID1 "</network>"));
    show("create same name", virNetworkCreateXML(c, "<network><name>a</name>" UUID2 "</network>"));
    show("create same uuid", virNetworkCreateXML(c, "<network><name>b</name>" UUID1 "</network>"));
    show("create active", virNetworkCreateXML(c, "<network><name>default</name>"
                                                 "<uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid></network>"));
    n = virNetworkLookupByName(c, "a");
    CHECK_STRING(virNetworkGetBridgeName(n));
    everything();
    CHECK(virNetworkDestroy(n));
    CHECK(virNetworkCreate(n));
    CHECK(virNetworkCreate(n));
    everything();
    show("define active", virNetworkDefineXML(c, "<network><name>a</name>" UUID1 "<bridge name='br8'/></network>"));
    CHECK_STRING(virNetworkGetBridgeName(n));
    CHECK(virNetworkSetAutostart(n, 1));
    for (unsigned int flags = 1; flags < 128; flags <<= 1)
        list(flags);
    list(VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART);
    CHECK(virNetworkUndefine(n));
    CHECK(virNetworkUndefine(n));
    everything();
    CHECK(virNetworkSetAutostart(n, 0));
    list(VIR_CONNECT_LIST_NETWORKS_TRANSIENT);
    show("undefined", virNetworkLookupByName(c, "a"));
    show("define transient", virNetworkDefineXML(c, "<network><name>a</name>" UUID1 "<bridge name='br9'/></network>"));
    /* The original forgets what was defined while it ran, so nothing is shown here. */
    CHECK(virNetworkDestroy(n));
    CHECK(virNetworkUndefine(n));
    CHECK(virNetworkIsActive(n));
    CHECK(virNetworkIsPersistent(n));
    CHECK(virNetworkDestroy(n));
    CHECK(virNetworkCreate(n));
    CHECK(virNetworkSetAutostart(n, 0));
    CHECK_STRING(virNetworkGetXMLDesc(n, 0));
    CHECK_STRING(virNetworkGetBridgeName(n));
    virNetworkFree(n);
    show("create", virNetworkCreateXML(c, "<network><name>t</name>" UUID2 "</network>"));
    n = virNetworkLookupByUUIDString(c, "11111111-2222-3333-4444-555555555502");
    CHECK_STRING(virNetworkGetBridgeName(n));
    CHECK(virNetworkSetAutostart(n, 1));
    CHECK(virNetworkUndefine(n));
    everything();
    CHECK(virNetworkDestroy(n));
    everything();
    virNetworkFree(n);
}

int main(void)
{
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    arguments();
    life();
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
