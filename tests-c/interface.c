/* The host's interfaces: arguments, lists, definitions, up and down, changes that are taken back. */
#include "check.h"

static virConnectPtr c, ro;

static void list(unsigned int flags)
{
    virInterfacePtr *all = NULL;
    char *texts[16];
    int count = virConnectListAllInterfaces(c, &all, flags);
    for (int i = 0; i < count; i++) {
        char text[256];
        snprintf(text, sizeof text, "%s/%s/%d", virInterfaceGetName(all[i]), virInterfaceGetMACString(all[i]),
                 virInterfaceIsActive(all[i]));
        texts[i] = strdup(text);
        virInterfaceFree(all[i]);
    }
    free(all);
    printf("flags %u ", flags);
    check_names("all", texts, count);
    if (count < 0)
        check_error("list");
}

static void everything(void)
{
    char *texts[16];
    list(0);
    printf("%d up, %d down\n", virConnectNumOfInterfaces(c), virConnectNumOfDefinedInterfaces(c));
    check_names("up", texts, virConnectListInterfaces(c, texts, 16));
    check_names("down", texts, virConnectListDefinedInterfaces(c, texts, 16));
}

static void define(const char *xml)
{
    virInterfacePtr i = virInterfaceDefineXML(c, xml, 0);
    printf("define %s\n", xml);
    if (i) {
        CHECK_STRING(virInterfaceGetXMLDesc(i, 0));
        virInterfaceFree(i);
    } else
        check_error("define");
}

static void arguments(virInterfacePtr i, virInterfacePtr i_ro)
{
    char *texts[1];
    CHECK(virConnectListInterfaces(c, NULL, 0));
    CHECK(virConnectListInterfaces(c, NULL, 1));
    CHECK(virConnectListInterfaces(c, texts, -1));
    CHECK(virConnectListDefinedInterfaces(c, NULL, 1));
    CHECK(virConnectListDefinedInterfaces(c, texts, -1));
    CHECK(virConnectListAllInterfaces(c, NULL, 0));
    CHECK(virInterfaceLookupByName(c, NULL) != NULL);
    CHECK(virInterfaceLookupByName(c, "none") != NULL);
    CHECK(virInterfaceLookupByMACString(c, NULL) != NULL);
    CHECK(virInterfaceLookupByMACString(c, "none") != NULL);
    CHECK(virInterfaceDefineXML(c, NULL, 0) != NULL);
    CHECK(virInterfaceDefineXML(ro, NULL, 0) != NULL);
    CHECK(virInterfaceDefineXML(c, "<interface type='ethernet' name='e'/>", 8) != NULL);
    CHECK(virInterfaceCreate(i_ro, 0));
    CHECK(virInterfaceCreate(i, 1));
    CHECK(virInterfaceDestroy(i_ro, 0));
    CHECK(virInterfaceDestroy(i, 1));
    CHECK(virInterfaceUndefine(i_ro));
    CHECK(virInterfaceChangeBegin(ro, 0));
    CHECK(virInterfaceChangeBegin(c, 1));
    CHECK(virInterfaceChangeCommit(ro, 0));
    CHECK(virInterfaceChangeCommit(c, 1));
    CHECK(virInterfaceChangeRollback(ro, 0));
    CHECK(virInterfaceChangeRollback(c, 1));
    CHECK_STRING(virInterfaceGetXMLDesc(i, 2));
    CHECK(virInterfaceGetConnect(i) == c);
    CHECK(virInterfaceRef(i));
    CHECK(virInterfaceFree(i));
    CHECK(virInterfaceFree(NULL));
}

static void life(void)
{
    virInterfacePtr i;
    everything();
    i = virInterfaceLookupByMACString(c, "AA:BB:cc:dd:ee:ff");
    CHECK(virInterfaceCreate(i, 0));
    CHECK(virInterfaceDestroy(i, 0));
    CHECK(virInterfaceDestroy(i, 0));
    for (unsigned int flags = 0; flags < 5; flags++)
        list(flags);
    define("<interface type='ethernet' name='e2'><mac address='aa:bb:cc:dd:ee:ff'/></interface>");
    CHECK(virInterfaceLookupByMACString(c, "aa:bb:cc:dd:ee:ff") != NULL);
    virInterfaceFree(i);
    i = virInterfaceLookupByName(c, "e2");
    CHECK(virInterfaceCreate(i, 0));
    define("<interface type='ethernet' name='e2'><mtu size='7'/><mac address='aa:bb:cc:dd:ee:01'/></interface>");
    everything();
    CHECK(virInterfaceUndefine(i));
    CHECK(virInterfaceUndefine(i));
    CHECK(virInterfaceIsActive(i));
    CHECK_STRING(virInterfaceGetXMLDesc(i, 0));
    CHECK(virInterfaceCreate(i, 0));
    CHECK(virInterfaceDestroy(i, 0));
    virInterfaceFree(i);
}

static void changes(void)
{
    virInterfacePtr i = virInterfaceLookupByName(c, "eth1");
    CHECK(virInterfaceChangeCommit(c, 0));
    CHECK(virInterfaceChangeRollback(c, 0));
    CHECK(virInterfaceChangeBegin(c, 0));
    CHECK(virInterfaceChangeBegin(c, 0));
    CHECK(virInterfaceUndefine(i));
    define("<interface type='ethernet' name='e5'/>");
    everything();
    CHECK(virInterfaceChangeRollback(c, 0));
    everything();
    CHECK(virInterfaceCreate(i, 0));
    CHECK(virInterfaceChangeBegin(c, 0));
    CHECK(virInterfaceDestroy(i, 0));
    CHECK(virInterfaceChangeRollback(c, 0));
    everything();
    CHECK(virInterfaceChangeBegin(c, 0));
    CHECK(virInterfaceUndefine(i));
    CHECK(virInterfaceChangeCommit(c, 0));
    everything();
    virInterfaceFree(i);
}

static void documents(void)
{
    define("<interface/>");
    define("<interface type='x' name='e'/>");
    define("<interface type='ethernet'/>");
    define("<bridge type='ethernet' name='e'/>");
    define("not a document");
    define("<interface type='ethernet' name='e'><start mode='x'/></interface>");
    define("<interface type='ethernet' name='e'><protocol/></interface>");
    define("<interface type='ethernet' name='e'><protocol family='x'/></interface>");
    define("<interface type='ethernet' name='e'><start mode='hotplug'/><mtu size='0'/><unknown/><mac address=''/>"
           "<link speed='5' state='dormant'/><protocol family='ipv6'><ip/><ip address='::1' prefix='64'/>"
           "<route gateway='::2'/><autoconf/><dhcp peerdns='no'/></protocol></interface>");
    define("<interface type='bridge' name='b'/>");
    define("<interface type='bridge' name='b'><bridge stp='on' delay='1.5'><interface type='bond' name='c'><bond/></interface>"
           "<interface type='vlan' name='e.5'><link state='up'/><vlan tag='5'><interface name='e'/></vlan></interface>"
           "</bridge></interface>");
    define("<interface type='bridge' name='b'><bridge><interface type='bridge' name='c'/></bridge></interface>");
    define("<interface type='bond' name='b'/>");
    define("<interface type='bond' name='b'><bond mode='x'/></interface>");
    define("<interface type='bond' name='b'><link state='up'/><bond mode='802.3ad'><miimon freq='5' updelay='0' "
           "carrier='netif'/><arpmon interval='5' target='t'/><interface type='ethernet' name='e'/></bond></interface>");
    define("<interface type='bond' name='b'><bond><arpmon interval='5' target='t' validate='all'/></bond></interface>");
    define("<interface type='bond' name='b'><bond><arpmon interval='5'/></bond></interface>");
    define("<interface type='bond' name='b'><bond><miimon freq='x'/></bond></interface>");
    define("<interface type='bond' name='b'><bond><interface type='vlan' name='e'/></bond></interface>");
    define("<interface type='vlan' name='v'/>");
    define("<interface type='vlan' name='v'><vlan tag='5'/></interface>");
    define("<interface type='vlan' name='v'><vlan><interface name='e'/></vlan></interface>");
    define("<interface type='vlan' name='v'><vlan tag='5'><interface name='e'/></vlan></interface>");
}

int main(void)
{
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    virInterfacePtr i = virInterfaceLookupByName(c, "eth1"), i_ro = virInterfaceLookupByName(ro, "eth1");
    CHECK_STRING(virInterfaceGetXMLDesc(i, 0));
    arguments(i, i_ro);
    virInterfaceFree(i);
    virInterfaceFree(i_ro);
    life();
    changes();
    documents();
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
