/* test:///FILE: hosts of files. */
#include "check.h"
#include <unistd.h>

#define NAMESPACE "xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"
#define DOMAIN(name, more)                                                                             \
    "<domain type='test' " NAMESPACE "><name>" name "</name><uuid>00000000-0000-0000-0000-00000000000" name \
    "</uuid><memory>1024</memory><os><type>hvm</type></os>" more "</domain>"
#define STATE(number) "<test:runstate>" number "</test:runstate>"

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static void print_domains(virConnectPtr c)
{
    static const char *names[] = {"1", "2", "3", "4", "5", "6"};
    printf("domains %d %d\n", virConnectNumOfDomains(c), virConnectNumOfDefinedDomains(c));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        virDomainPtr d = virDomainLookupByName(c, names[i]);
        int state = -1, reason = -1;
        if (!d)
            continue;
        virDomainGetState(d, &state, &reason, 0);
        printf("  domain %s: id %d state %d %d persistent %d saved %d\n", names[i], (int)virDomainGetID(d), state, reason,
               virDomainIsPersistent(d), virDomainHasManagedSaveImage(d, 0));
        virDomainFree(d);
    }
}

static void print_others(virConnectPtr c)
{
    virNodeInfo info;
    if (virNodeGetInfo(c, &info) == 0)
        printf("host [%s] %lu KiB, %u CPUs of %u MHz, %u cells %u sockets %u cores %u threads\n", info.model, info.memory,
               info.cpus, info.mhz, info.nodes, info.sockets, info.cores, info.threads);
    printf("networks %d %d, interfaces %d %d, pools %d %d, devices %d\n", virConnectNumOfNetworks(c),
           virConnectNumOfDefinedNetworks(c), virConnectNumOfInterfaces(c), virConnectNumOfDefinedInterfaces(c),
           virConnectNumOfStoragePools(c), virConnectNumOfDefinedStoragePools(c), virNodeNumOfDevices(c, NULL, 0));
    virNetworkPtr n = virNetworkLookupByName(c, "net");
    if (n) {
        printf("  network active %d persistent %d\n", virNetworkIsActive(n), virNetworkIsPersistent(n));
        virNetworkFree(n);
    }
    virStoragePoolPtr p = virStoragePoolLookupByName(c, "pool");
    if (p) {
        virStoragePoolInfo pool;
        virStoragePoolGetInfo(p, &pool);
        printf("  pool active %d persistent %d: %llu %llu %llu, %d volumes\n", virStoragePoolIsActive(p),
               virStoragePoolIsPersistent(p), pool.capacity, pool.allocation, pool.available, virStoragePoolNumOfVolumes(p));
        virStoragePoolFree(p);
    }
    virStorageVolPtr v = virStorageVolLookupByPath(c, "/elsewhere/two");
    if (v) {
        printf("  volume %s key %s\n", virStorageVolGetName(v), virStorageVolGetKey(v));
        virStorageVolFree(v);
    }
}

static void try(const char *text)
{
    printf("-- %s\n", text);
    write_file("node.xml", text);
    virResetLastError();
    virConnectPtr c = virConnectOpen("test:node.xml");
    if (!c) {
        check_error("refused");
        return;
    }
    print_domains(c);
    print_others(c);
    virConnectClose(c);
}

int main(void)
{
    char folder[] = "/tmp/solovirt-file-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) < 0)
        return 1;
    virInitialize();
    virSetErrorFunc(NULL, check_quiet);
    write_file("domain.xml", DOMAIN("6", ""));
    write_file("bad.xml", "<domain>");

    try("<node/>");
    try("<node><cpu><nodes>1</nodes><sockets>3</sockets><cores>5</cores><threads>7</threads><mhz>6000</mhz>"
        "<model>i986</model></cpu><memory>8192000</memory></node>");
    try("<node><cpu><active>3</active><nodes/></cpu></node>");
    try("<node><cpu><active>500</active><model>abcdefghijklmnopqrstuvwxyz01234</model></cpu></node>");
    try("<node>" DOMAIN("1", "") DOMAIN("2", "<test:transient/>") DOMAIN("3", STATE("5"))
        DOMAIN("4", "<test:hasmanagedsave/>" STATE("5")) DOMAIN("5", STATE("3")) "<domain file='domain.xml'/></node>");
    try("<node>" DOMAIN("1", STATE("0")) DOMAIN("2", STATE("2")) DOMAIN("3", STATE("4")) DOMAIN("4", STATE("6"))
        DOMAIN("5", STATE("7")) "</node>");
    try("<node><network><name>net</name></network><interface type='ethernet' name='eth7'>"
        "<mac address='00:11:22:33:44:55'/></interface><pool type='dir'><name>pool</name><target><path>/pool</path></target>"
        "<volume><name>one</name><capacity>5</capacity></volume><volume><name>two</name><capacity>9</capacity>"
        "<allocation>7</allocation><target><path>/elsewhere/two</path></target></volume></pool>"
        "<device><name>usb</name><capability type='net'><interface>e</interface></capability></device></node>");

    try("<x/>");
    try("<node><domain></node>");
    try("<node><domain/></node>");
    try("<node><domain file='bad.xml'/></node>");
    try("<node><network/></node>");
    try("<node><network><name>net</name><uuid>00000000-0000-0000-0000-000000000001</uuid></network><network>"
        "<name>net</name><uuid>00000000-0000-0000-0000-000000000002</uuid></network></node>");
    try("<node><pool><name>p</name></pool></node>");
    try("<node><pool type='dir'><name>p</name><target><path>/p</path></target><volume/></pool></node>");
    try("<node>" DOMAIN("1", STATE("8")) "</node>");
    try("<node>" DOMAIN("1", STATE("x")) "</node>");
    try("<node>" DOMAIN("1", "<test:transient/>" STATE("5")) "</node>");
    try("<node>" DOMAIN("1", "<test:hasmanagedsave/>") "</node>");
    try("<node><auth><user>a</user><user password='x'/></auth></node>");
    try("<node><memory>x</memory></node>");
    static const char *numbers[] = {"nodes", "sockets", "cores", "threads", "active", "mhz"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char text[100];
        snprintf(text, sizeof text, "<node><cpu><%s>zz</%s></cpu></node>", numbers[i], numbers[i]);
        try(text);
    }
    try("<node><cpu><model>abcdefghijklmnopqrstuvwxyz0123456789</model></cpu></node>");
    unlink("node.xml");
    CHECK(virConnectOpen("test:node.xml") != NULL);
    unlink("domain.xml");
    unlink("bad.xml");
    return rmdir(folder);
}
