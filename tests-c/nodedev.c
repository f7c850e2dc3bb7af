/* Devices of the host: arguments, lists by kind, parents, virtual adapters made and taken away, events. */
#include "check.h"

static virConnectPtr c, ro;

static void of_kind(const char *kind)
{
    char *texts[16];
    printf("%d of kind ", virNodeNumOfDevices(c, kind, 0));
    check_names(kind ? kind : "any", texts, virNodeListDevices(c, kind, texts, 16, 0));
}

static void list(unsigned int flags)
{
    virNodeDevicePtr *all = NULL;
    char *texts[16];
    int count = virConnectListAllNodeDevices(c, &all, flags);
    for (int i = 0; i < count; i++) {
        texts[i] = strdup(virNodeDeviceGetName(all[i]));
        virNodeDeviceFree(all[i]);
    }
    free(all);
    printf("flags 0x%x ", flags);
    check_names("all", texts, count);
}

static void show(const char *name)
{
    virNodeDevicePtr d = virNodeDeviceLookupByName(c, name);
    char *texts[8];
    printf("%s: %s\n", name, d ? virNodeDeviceGetName(d) : "not there");
    if (!d) {
        check_error("show");
        return;
    }
    const char *parent = virNodeDeviceGetParent(d);
    printf("parent %s\n", parent ? parent : "(none)");
    if (!parent)
        check_error("parent");
    CHECK_STRING(virNodeDeviceGetXMLDesc(d, 0));
    CHECK(virNodeDeviceNumOfCaps(d));
    check_names("kinds", texts, virNodeDeviceListCaps(d, texts, 8));
    CHECK(virNodeDeviceFree(d));
}

static void create(const char *xml)
{
    virNodeDevicePtr d = virNodeDeviceCreateXML(c, xml, 0);
    printf("create %s\n", xml);
    if (!d) {
        check_error("create");
        return;
    }
    const char *parent = virNodeDeviceGetParent(d);
    printf("%s of %s\n", virNodeDeviceGetName(d), parent ? parent : "(none)");
    show("scsi_host12");
    CHECK(virNodeDeviceDestroy(d));
    CHECK(virNodeDeviceDestroy(d));
    CHECK_STRING(virNodeDeviceGetXMLDesc(d, 0));
    CHECK(virNodeDeviceNumOfCaps(d));
    CHECK(virNodeDeviceListCaps(d, NULL, 0));
    CHECK(virNodeDeviceFree(d));
}

#define NAMES "<wwnn>2000000012340000</wwnn><wwpn>1000000012340000</wwpn>"
#define HOST(names) "<capability type='scsi_host'><capability type='fc_host'>" names "</capability></capability>"

static void arguments(void)
{
    virNodeDevicePtr d = virNodeDeviceLookupByName(ro, "computer"), w = virNodeDeviceLookupByName(c, "computer");
    int on;
    char *one[1];
    CHECK(virNodeNumOfDevices(NULL, NULL, 0));
    CHECK(virNodeListDevices(c, NULL, NULL, 1, 0));
    CHECK(virNodeListDevices(c, NULL, one, -1, 0));
    CHECK(virConnectListAllNodeDevices(c, NULL, 0));
    CHECK(virNodeDeviceLookupByName(c, NULL) != NULL);
    CHECK(virNodeDeviceLookupByName(c, "nosuch") != NULL);
    CHECK(virNodeDeviceLookupSCSIHostByWWN(c, NULL, NULL, 0) != NULL);
    CHECK(virNodeDeviceLookupSCSIHostByWWN(c, "2000000012341234", NULL, 0) != NULL);
    CHECK(virNodeDeviceLookupSCSIHostByWWN(c, "2000000012341234", "1000000012341234", 0) != NULL);
    CHECK(virNodeDeviceListCaps(d, NULL, 1));
    CHECK(virNodeDeviceListCaps(d, one, -1));
    CHECK(virNodeDeviceCreateXML(c, NULL, 0) != NULL);
    CHECK(virNodeDeviceCreateXML(ro, NULL, 0) != NULL);
    CHECK(virNodeDeviceDefineXML(c, NULL, 0) != NULL);
    CHECK(virNodeDeviceDefineXML(c, "", 0) != NULL);
    CHECK(virNodeDeviceDefineXML(ro, NULL, 0) != NULL);
    CHECK(virNodeDeviceDestroy(d));
    CHECK(virNodeDeviceUndefine(d, 0));
    CHECK(virNodeDeviceUndefine(w, 0));
    CHECK(virNodeDeviceCreate(d, 0));
    CHECK(virNodeDeviceCreate(w, 0));
    CHECK(virNodeDeviceDettach(d));
    CHECK(virNodeDeviceDettach(w));
    CHECK(virNodeDeviceDetachFlags(d, NULL, 0));
    CHECK(virNodeDeviceDetachFlags(w, "vfio", 0));
    CHECK(virNodeDeviceReAttach(d));
    CHECK(virNodeDeviceReAttach(w));
    CHECK(virNodeDeviceReset(d));
    CHECK(virNodeDeviceReset(w));
    CHECK(virNodeDeviceGetAutostart(d, &on));
    CHECK(virNodeDeviceGetAutostart(w, &on));
    CHECK(virNodeDeviceGetAutostart(w, NULL));
    CHECK(virNodeDeviceSetAutostart(d, 1));
    CHECK(virNodeDeviceSetAutostart(w, 1));
    CHECK(virNodeDeviceIsActive(w));
    CHECK(virNodeDeviceIsPersistent(w));
    CHECK_FLAGS(virNodeNumOfDevices(c, NULL, flag));
    CHECK_FLAGS(virNodeListDevices(c, NULL, one, 0, flag));
    CHECK_FLAGS(virNodeDeviceGetXMLDesc(w, flag) != NULL);
    CHECK_FLAGS(virNodeDeviceCreateXML(c, "", flag) != NULL);
    CHECK(virNodeDeviceRef(d));
    CHECK(virNodeDeviceFree(d));
    CHECK(virNodeDeviceFree(d));
    CHECK(virNodeDeviceFree(w));
    CHECK(virNodeDeviceFree(NULL));
}

static void lifecycle(virConnectPtr conn, virNodeDevicePtr d, int event, int detail, void *opaque)
{
    printf("  %s: event %d, detail %d\n", virNodeDeviceGetName(d), event, detail);
}

static void destroy(const char *name)
{
    virNodeDevicePtr d = virNodeDeviceLookupByName(c, name);
    printf("destroy %s\n", name);
    CHECK(virNodeDeviceDestroy(d));
    CHECK(virNodeDeviceFree(d));
    of_kind(NULL);
}

int main(void)
{
    static const char *kinds[] = { NULL, "system", "scsi_host", "fc_host", "vports", "pci", "net", "nonsense", "" };
    virEventRegisterDefaultImpl();
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    CHECK(virConnectNodeDeviceEventRegisterAny(c, NULL, VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE,
                                               VIR_NODE_DEVICE_EVENT_CALLBACK(lifecycle), NULL, NULL));
    arguments();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        of_kind(kinds[i]);
    for (int bit = 0; bit < 22; bit++)
        list(1u << bit);
    list(0);
    list(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM | VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS);
    show("computer");
    show("scsi_host1");
    show("scsi_host2");
    show("scsi_host11");
    create("<device><parent>scsi_host1</parent>" HOST(NAMES) "</device>");
    create("<device><parent>scsi_host2</parent>" HOST("<wwnn>2</wwnn><wwpn>1</wwpn>") "</device>");
    create("<device><parent wwnn='2000000012341234' wwpn='1000000012341234'/>" HOST(NAMES) "</device>");
    create("<device><parent wwnn='2000000034563456' wwpn='1000000034563456'/>" HOST(NAMES) "</device>");
    create("<device><parent wwnn='2000000012341234'/>" HOST(NAMES) "</device>");
    create("<device><parent fabric_wwn='2000000043214321'/>" HOST(NAMES) "</device>");
    create("<device><parent fabric_wwn='x'/>" HOST(NAMES) "</device>");
    create("<device><parent>scsi_host11</parent>" HOST(NAMES) "</device>");
    create("<device><parent>computer</parent>" HOST(NAMES) "</device>");
    create("<device><parent>nosuch</parent>" HOST(NAMES) "</device>");
    create("<device><parent>scsi_host1</parent>" HOST("") "</device>");
    create("<device><parent>scsi_host1</parent>" HOST("<wwnn>2</wwnn>") "</device>");
    create("<device><parent>scsi_host1</parent><capability type='scsi_host'/></device>");
    create("<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='x'/></capability></device>");
    create("<device><parent>scsi_host1</parent><capability type='system'/></device>");
    create("<device><parent>scsi_host1</parent><capability type='x'/></device>");
    create("<device/>");
    create("<pool/>");
    create("");
    check_events();
    CHECK(virNodeDeviceFree(virNodeDeviceCreateXML(c, "<device><parent>scsi_host1</parent>" HOST(NAMES) "</device>", 0)));
    destroy("computer");
    destroy("scsi_host2");
    destroy("scsi_host1");
    destroy("scsi_host11");
    destroy("scsi_host12");
    create("<device><parent>scsi_host2</parent>" HOST(NAMES) "</device>");
    create("<device>" HOST(NAMES) "</device>");
    check_events();
    CHECK(virConnectNodeDeviceEventDeregisterAny(c, 0));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
