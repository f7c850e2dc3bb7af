/* A snapshot that is defined again may not be one of another machine. */
#include "check.h"

static virDomainPtr domain;

#define DISK "<disk type='file'><source file='/a'/><target dev='vda'/></disk>"
#define CARD "<interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/></interface>"
#define CONTROLLER "<controller type='scsi' index='0'/>"
#define OS "<os><type arch='i686'>hvm</type></os>"
#define SIZE "<memory>8192</memory><vcpu>2</vcpu>"

static void define(const char *type, const char *name, const char *size, const char *os, const char *devices, const char *more)
{
    char xml[3000];
    snprintf(xml, sizeof(xml), "<domainsnapshot><name>s</name><state>shutoff</state><creationTime>5</creationTime>"
             "<domain type='%s'><name>%s</name><uuid>11111111-1111-1111-1111-111111111112</uuid>%s%s%s"
             "<devices>%s%s</devices></domain></domainsnapshot>", type, name, size, os, *more == '+' ? "" : more, devices,
             *more == '+' ? more + 1 : "");
    virResetLastError();
    virDomainSnapshotPtr s = virDomainSnapshotCreateXML(domain, xml, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);
    virErrorPtr e = virGetLastError();
    printf("%s %s %s %s %s %s\n", type, name, size, os, strcmp(devices, DISK CARD CONTROLLER) ? devices : "", more);
    if (e)
        printf("  %d from %d: %s\n", e->code, e->domain, e->message);
    if (!s)
        return;
    virDomainSnapshotFree(s);
    /* as it was, for the next one */
    if (*more || strcmp(type, "test"))
        define("test", "abi", SIZE, OS, DISK CARD CONTROLLER, "");
}

/* More in the domain; with a + more devices. */
static void more(const char *what)
{
    define("test", "abi", SIZE, OS, DISK CARD CONTROLLER, what);
}

int main(void)
{
    virConnectPtr c = check_open();
    domain = virDomainDefineXML(c, "<domain type='test'><name>abi</name><uuid>11111111-1111-1111-1111-111111111112</uuid>"
                                SIZE OS "<devices>" DISK CARD CONTROLLER "</devices></domain>");
    virDomainSnapshotFree(virDomainSnapshotCreateXML(domain, "<domainsnapshot><name>s</name></domainsnapshot>", 0));

    more("");
    define("qemu", "abi", SIZE, OS, DISK CARD CONTROLLER, "");
    define("test", "other", SIZE, OS, DISK CARD CONTROLLER, "");
    define("test", "abi", "<memory>9000</memory><vcpu>2</vcpu>", OS, DISK CARD CONTROLLER, "");
    define("test", "abi", "<memory>8192</memory><vcpu>3</vcpu>", OS, DISK CARD CONTROLLER, "");
    define("test", "abi", SIZE, "<os><type arch='i686'>xen</type></os>", DISK CARD CONTROLLER, "");
    define("test", "abi", SIZE, "<os><type arch='x86_64'>hvm</type></os>", DISK CARD CONTROLLER, "");
    define("test", "abi", SIZE, "<os><type arch='i686' machine='pc'>hvm</type></os>", DISK CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file'><source file='/a'/><target dev='vdc'/></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file'><source file='/a'/><target dev='vda' bus='ide'/></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file' device='cdrom'><source file='/a'/><target dev='vda'/></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file'><source file='/a'/><target dev='vda'/><serial>x</serial></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file'><source file='/a'/><target dev='vda'/><readonly/></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, "<disk type='file'><source file='/a'/><target dev='vda'/><wwn>5000c50015ea71aa</wwn></disk>" CARD CONTROLLER, "");
    define("test", "abi", SIZE, OS, DISK CONTROLLER, "");
    define("test", "abi", SIZE, OS, DISK "<interface type='network'><mac address='52:54:00:11:22:34'/><source network='default'/></interface>" CONTROLLER, "");
    define("test", "abi", SIZE, OS, DISK "<interface type='network'><mac address='52:54:00:11:22:33'/><source network='default'/><model type='virtio'/></interface>" CONTROLLER, "");
    define("test", "abi", SIZE, OS, DISK CARD, "");
    define("test", "abi", SIZE, OS, DISK CARD "<controller type='sata' index='0'/>", "");

    static const char *const others[] = {
        "<currentMemory>5000</currentMemory>", "<maxMemory slots='2'>900000</maxMemory>", "<iothreads>2</iothreads>",
        "<features><acpi/></features>", "<features><pae/></features>", "<clock offset='localtime'/>",
        "<clock offset='utc'><timer name='pit' present='no'/></clock>", "<cpu mode='host-model'/>",
        "<genid>11111111-2222-3333-4444-555555555555</genid>",
        "<sysinfo type='smbios'><bios><entry name='vendor'>v</entry></bios></sysinfo>", "<on_reboot>destroy</on_reboot>",
        "<description>d</description>", "<memoryBacking><hugepages/></memoryBacking>",
        "<cpu><numa><cell id='0' cpus='0-1' memory='8192'/></numa></cpu>",
        "+<disk type='file'><source file='/b'/><target dev='vdb'/></disk>",
        "+<filesystem><source dir='/a'/><target dir='b'/></filesystem>", "+<serial type='pty'/>", "+<parallel type='pty'/>",
        "+<input type='tablet' bus='usb'/>", "+<sound model='ac97'/>", "+<video><model type='vga'/></video>",
        "+<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>",
        "+<watchdog model='i6300esb'/>", "+<memballoon model='virtio'/>",
        "+<rng model='virtio'><backend model='random'>/dev/random</backend></rng>", "+<panic/>",
        "+<shmem name='x'><size unit='M'>4</size></shmem>", "+<hub type='usb'/>", "+<redirdev bus='usb' type='spicevmc'/>",
        "+<vsock model='virtio'><cid auto='yes'/></vsock>", "+<iommu model='intel'/>", "+<emulator>/x</emulator>",
    };
    for (size_t at = 0; at < sizeof(others) / sizeof(*others); at++)
        more(others[at]);

    virDomainUndefineFlags(domain, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA);
    virDomainFree(domain);
    virConnectClose(c);
    return 0;
}
