/* Devices that come and go: what is wrong before any driver is asked. libvirt 9.0.0's test driver plugs nothing; what ours
 * does is tested in src/driver/test/domain/device.rs. */
#include "domain.h"

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), readable = virDomainLookupByName(ro, "test");
    const char *xml = "<disk type='file'><source file='/x'/><target dev='vdb'/></disk>";
    CHECK(virDomainAttachDevice(NULL, xml));
    CHECK(virDomainAttachDevice(d, NULL));
    CHECK(virDomainAttachDevice(readable, xml));
    CHECK(virDomainAttachDevice(readable, NULL));
    CHECK(virDomainAttachDeviceFlags(d, NULL, 0));
    CHECK(virDomainAttachDeviceFlags(readable, xml, 0));
    CHECK(virDomainDetachDevice(d, NULL));
    CHECK(virDomainDetachDevice(readable, xml));
    CHECK(virDomainDetachDeviceFlags(d, NULL, 0));
    CHECK(virDomainDetachDeviceFlags(readable, xml, 0));
    CHECK(virDomainDetachDeviceAlias(d, NULL, 0));
    CHECK(virDomainDetachDeviceAlias(readable, "a", 0));
    CHECK(virDomainUpdateDeviceFlags(d, NULL, 0));
    CHECK(virDomainUpdateDeviceFlags(readable, xml, 0));
    CHECK(virDomainFree(readable));
    CHECK(virDomainFree(d));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
