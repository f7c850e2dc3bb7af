/* Networks: arguments, lists, definitions, starting and stopping, changes of parts. */
#include "check.h"

static virConnectPtr c, ro;

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
    check_names("all", lines, count);
    if (count < 0)
        check_error("list");
}

static void everything(void)
{
    char *names[16];
    list(0);
    printf("%d active, %d inactive\n", virConnectNumOfNetworks(c), virConnectNumOfDefinedNetworks(c));
    check_names("active", names, virConnectListNetworks(c, names, 16));
    check_names("inactive", names, virConnectListDefinedNetworks(c, names, 16));
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

static void define(const char *xml)
{
    virNetworkPtr n = virNetworkDefineXML(c, xml);
    printf("define %s\n", xml);
    if (n) {
        CHECK_STRING(virNetworkGetXMLDesc(n, 0));
        CHECK(virNetworkUndefine(n));
        virNetworkFree(n);
    } else
        check_error("define");
}

#define NETWORK(body) "<network><name>n</name>" UUID1 body "</network>"

static void documents(void)
{
    define("<network/>");
    define("<interface/>");
    define("not a document");
    define("<network><name>a/b</name></network>");
    define("<network><name>n</name><uuid>none</uuid></network>");
    define(NETWORK("<forward mode='none'/>"));
    define(NETWORK("<forward mode='none of these'/>"));
    define(NETWORK("<forward/>"));
    define(NETWORK("<forward mode='bridge'/><bridge name='br0'/><mtu size='9000'/>"));
    define(NETWORK("<forward mode='private' dev='eth1'><interface dev='eth1'/><interface dev='eth2'/></forward>"
                   "<virtualport type='802.1Qbh'><parameters profileid='p'/></virtualport>"));
    define(NETWORK("<forward mode='passthrough'><interface dev='eth1'/><interface dev='eth1'/></forward>"));
    define(NETWORK("<forward mode='hostdev' managed='yes'><driver name='vfio'/><pf dev='eth1'/></forward>"));
    define(NETWORK("<forward mode='hostdev'><address type='pci' bus='3' slot='1' function='8'/></forward>"));
    define(NETWORK("<forward mode='nat'><nat ipv6='yes'><port start='10' end='20'/><address start='1.2.3.4' end='1.2.3.9'/>"
                   "</nat></forward><ip address='10.0.0.1' prefix='24'/>"));
    define(NETWORK("<bridge stp='off' delay='4' macTableManager='libvirt'/><mac address='52:54:00:AA:00:01'/>"
                   "<domain name='d' localOnly='yes'/><port isolated='yes'/>"));
    define(NETWORK("<dns forwardPlainNames='no'><host ip='10.0.0.9'><hostname>a</hostname></host><txt name='t' value='v'/>"
                   "<srv service='s' protocol='tcp' target='x' port='5'/><forwarder domain='d' addr='::1'/></dns>"));
    define(NETWORK("<dns><srv service='s' protocol='tcp' port='5'/></dns>"));
    define(NETWORK("<dns enable='no'><txt name='t' value='v'/></dns>"));
    define(NETWORK("<ip address='10.0.0.1' netmask='255.255.255.0'><tftp root='/t'/><dhcp><range start='10.0.0.2' "
                   "end='10.0.0.9'><lease expiry='5'/></range><host mac='52:54:00:AA:00:01' name='h' ip='10.0.0.10'/>"
                   "<bootp file='f'/></dhcp></ip><ip family='ipv6' address='2001:DB8::1' prefix='64'/>"
                   "<route address='10.1.0.0' prefix='16' gateway='10.0.0.7' metric='2'/>"));
    define(NETWORK("<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.9' end='10.0.0.2'/></dhcp></ip>"));
    define(NETWORK("<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.0' end='10.0.0.2'/></dhcp></ip>"));
    define(NETWORK("<ip address='::1'/>"));
    define(NETWORK("<vlan><tag id='4'/><tag id='5'/></vlan><bandwidth><inbound average='5'/></bandwidth>"
                   "<portgroup name='p' default='yes'><bandwidth><outbound average='5' peak='6'/></bandwidth></portgroup>"));
    define(NETWORK("<bandwidth><inbound average='5' floor='6'/></bandwidth>"));
    define(NETWORK("<vlan><tag id='4096'/></vlan>"));
}

static void update(unsigned int command, unsigned int section, int parent, const char *xml)
{
    virNetworkPtr n = virNetworkLookupByName(c, "n");
    printf("update %u %u %d %s\n", command, section, parent, xml);
    if (virNetworkUpdate(n, command, section, parent, xml, 0) < 0)
        check_error("update");
    else
        CHECK_STRING(virNetworkGetXMLDesc(n, 0));
    virNetworkFree(n);
}

static void updates(void)
{
    enum { MODIFY = VIR_NETWORK_UPDATE_COMMAND_MODIFY, DELETE, ADD, FIRST };
    virNetworkPtr n = virNetworkDefineXML(c, NETWORK(
        "<dns><txt name='t1' value='v'/><srv service='s1' protocol='tcp' domain='d1'/><srv service='s1' protocol='tcp' "
        "domain='d2'/><host ip='10.0.0.9'><hostname>h1</hostname></host></dns><ip address='10.0.0.1' prefix='24'><dhcp>"
        "<host mac='52:54:00:00:00:01' name='m1' ip='10.0.0.31'/></dhcp></ip><ip address='10.0.1.1' prefix='24'/>"
        "<portgroup name='p1' default='yes'/>"));
    update(ADD, VIR_NETWORK_SECTION_NONE, -1, "<x/>");
    update(ADD, VIR_NETWORK_SECTION_BRIDGE, -1, "<bridge/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<x/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host mac='52:54:00:00:00:02' ip='10.0.0.32'/>");
    update(FIRST, VIR_NETWORK_SECTION_IP_DHCP_HOST, 0, "<host name='m3' ip='10.0.0.33'/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_HOST, 1, "<host name='m4' ip='10.0.1.34'/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_HOST, 2, "<host name='m4' ip='10.0.1.34'/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host name='m1' ip='10.0.0.35'/>");
    update(MODIFY, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host mac='52:54:00:00:00:01' ip='10.0.0.36'/>");
    update(MODIFY, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host mac='52:54:00:00:00:09' ip='10.0.0.39'/>");
    update(DELETE, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host mac='52:54:00:00:00:02' ip='10.0.0.32'/>");
    update(DELETE, VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, "<host/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_RANGE, -1, "<range start='10.0.0.50' end='10.0.0.60'/>");
    update(ADD, VIR_NETWORK_SECTION_IP_DHCP_RANGE, -1, "<range start='10.0.0.50' end='10.0.0.60'/>");
    update(MODIFY, VIR_NETWORK_SECTION_IP_DHCP_RANGE, -1, "<range start='10.0.0.50' end='10.0.0.61'/>");
    update(DELETE, VIR_NETWORK_SECTION_IP_DHCP_RANGE, -1, "<range start='10.0.0.50' end='10.0.0.60'/>");
    update(ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t2' value='v'/>");
    update(ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t2' value='w'/>");
    update(DELETE, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t1'/>");
    update(DELETE, VIR_NETWORK_SECTION_DNS_SRV, -1, "<srv service='s1'/>");
    update(DELETE, VIR_NETWORK_SECTION_DNS_SRV, -1, "<srv domain='d1'/>");
    update(ADD, VIR_NETWORK_SECTION_DNS_HOST, -1, "<host ip='10.0.0.9'><hostname>h2</hostname></host>");
    update(FIRST, VIR_NETWORK_SECTION_DNS_HOST, -1, "<host ip='10.0.0.8'><hostname>h2</hostname></host>");
    update(DELETE, VIR_NETWORK_SECTION_DNS_HOST, -1, "<host><hostname>h1</hostname></host>");
    update(ADD, VIR_NETWORK_SECTION_PORTGROUP, -1, "<portgroup name='p2' default='yes'/>");
    update(ADD, VIR_NETWORK_SECTION_PORTGROUP, -1, "<portgroup name='p2'/>");
    update(MODIFY, VIR_NETWORK_SECTION_PORTGROUP, -1, "<portgroup name='p1'/>");
    update(DELETE, VIR_NETWORK_SECTION_PORTGROUP, -1, "<portgroup name='p3'/>");
    update(0, VIR_NETWORK_SECTION_PORTGROUP, -1, "<portgroup name='p3'/>");
    CHECK(virNetworkUpdate(n, ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t4' value='v'/>",
                           VIR_NETWORK_UPDATE_AFFECT_LIVE));
    CHECK(virNetworkCreate(n));
    CHECK(virNetworkUpdate(n, ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t4' value='v'/>",
                           VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG));
    CHECK(virNetworkUpdate(n, ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t5' value='v'/>",
                           VIR_NETWORK_UPDATE_AFFECT_CONFIG));
    CHECK_STRING(virNetworkGetXMLDesc(n, 0));
    CHECK(virNetworkDestroy(n));
    CHECK(virNetworkUndefine(n));
    virNetworkFree(n);
    n = virNetworkCreateXML(c, NETWORK(""));
    CHECK(virNetworkUpdate(n, ADD, VIR_NETWORK_SECTION_DNS_TXT, -1, "<txt name='t5' value='v'/>",
                           VIR_NETWORK_UPDATE_AFFECT_CONFIG));
    CHECK(virNetworkDestroy(n));
    virNetworkFree(n);
}

int main(void)
{
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    arguments();
    life();
    documents();
    updates();
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
