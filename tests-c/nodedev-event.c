/* What callbacks are told of node devices. */
#include "check.h"

static void lifecycle(virConnectPtr c, virNodeDevicePtr d, int event, int detail, void *opaque)
{
    printf("  %s: %s: event %d, detail %d\n", (char *)opaque, virNodeDeviceGetName(d), event, detail);
}

static void update(virConnectPtr c, virNodeDevicePtr d, void *opaque)
{
    printf("  %s: update of %s\n", (char *)opaque, virNodeDeviceGetName(d));
}

static void gone(void *opaque)
{
    printf("  gone: %s\n", (char *)opaque);
}

static void run(const char *what)
{
    printf("%s:\n", what);
    check_events();
}

#define ANY(cb) VIR_NODE_DEVICE_EVENT_CALLBACK(cb)

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    virNodeDevicePtr computer = virNodeDeviceLookupByName(c, "computer"), made;
    CHECK(virConnectNodeDeviceEventRegisterAny(c, NULL, 2, ANY(lifecycle), NULL, NULL));
    CHECK(virConnectNodeDeviceEventRegisterAny(c, NULL, VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, ANY(lifecycle), "all", gone));
    CHECK(virConnectNodeDeviceEventRegisterAny(c, NULL, VIR_NODE_DEVICE_EVENT_ID_UPDATE, ANY(update), "all", gone));
    CHECK(virConnectNodeDeviceEventRegisterAny(c, computer, VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, ANY(lifecycle), "one", gone));

    made = virNodeDeviceCreateXML(c, "<device><parent>test-scsi-host-vport</parent>"
                                     "<capability type='scsi_host'><capability type='fc_host'>"
                                     "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn>"
                                     "</capability></capability></device>", 0);
    if (!made)
        check_error("create");
    run("created");
    if (made) {
        CHECK(virNodeDeviceDestroy(made));
        virNodeDeviceFree(made);
    }
    run("destroyed");
    for (int id = 0; id < 3; id++)
        CHECK(virConnectNodeDeviceEventDeregisterAny(c, id));
    CHECK(virConnectNodeDeviceEventDeregisterAny(c, 0));
    virNodeDeviceFree(computer);
    virConnectClose(c);
    return 0;
}
