/* What callbacks are told of storage pools. */
#include "check.h"

static void lifecycle(virConnectPtr c, virStoragePoolPtr p, int event, int detail, void *opaque)
{
    printf("  %s: %s: event %d, detail %d\n", (char *)opaque, virStoragePoolGetName(p), event, detail);
}

static void refresh(virConnectPtr c, virStoragePoolPtr p, void *opaque)
{
    printf("  %s: refresh of %s\n", (char *)opaque, virStoragePoolGetName(p));
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

#define ANY(cb) VIR_STORAGE_POOL_EVENT_CALLBACK(cb)

static const char *xml = "<pool type='dir'><name>second</name><uuid>11111111-2222-3333-4444-555555555555</uuid>"
                         "<target><path>/nowhere</path></target></pool>";

int main(void)
{
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    virStoragePoolPtr p = virStoragePoolLookupByName(c, "default-pool"), second;
    CHECK(virConnectStoragePoolEventRegisterAny(c, NULL, 2, ANY(lifecycle), NULL, NULL));
    CHECK(virConnectStoragePoolEventRegisterAny(c, NULL, VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, ANY(lifecycle), "all", gone));
    CHECK(virConnectStoragePoolEventRegisterAny(c, NULL, VIR_STORAGE_POOL_EVENT_ID_REFRESH, ANY(refresh), "all", gone));
    CHECK(virConnectStoragePoolEventRegisterAny(c, p, VIR_STORAGE_POOL_EVENT_ID_REFRESH, ANY(refresh), "one", gone));

    CHECK(virStoragePoolRefresh(p, 0));
    run("refreshed");
    CHECK(virStoragePoolDestroy(p));
    CHECK(virStoragePoolCreate(p, 0));
    run("destroyed and started");
    second = virStoragePoolDefineXML(c, xml, 0);
    run("defined");
    virStoragePoolFree(virStoragePoolDefineXML(c, xml, 0));
    run("defined again");
    CHECK(virStoragePoolBuild(second, 0));
    run("built");
    CHECK(virStoragePoolCreate(second, 0));
    CHECK(virStoragePoolRefresh(second, 0));
    run("started and refreshed");
    CHECK(virStoragePoolDestroy(second));
    CHECK(virStoragePoolDelete(second, 0));
    CHECK(virStoragePoolUndefine(second));
    run("destroyed, deleted and undefined");
    virStoragePoolFree(second);
    second = virStoragePoolCreateXML(c, xml, 0);
    run("created");
    CHECK(virStoragePoolDestroy(second));
    run("destroyed");
    virStoragePoolFree(second);
    for (int id = 0; id < 3; id++)
        CHECK(virConnectStoragePoolEventDeregisterAny(c, id));
    CHECK(virConnectStoragePoolEventDeregisterAny(c, 0));
    virStoragePoolFree(p);
    virConnectClose(c);
    return 0;
}
