/* Storage pools: arguments, lists, definitions of all types, life, conflicts, sources, events. */
#include "check.h"

#define UUID "1c13165a-d0f4-3aee-b447-30fb38789091"
#define OTHER "1c13165a-d0f4-3aee-b447-30fb38789092"

static virConnectPtr c, ro;

static void list(unsigned int flags)
{
    virStoragePoolPtr *all = NULL;
    char *texts[16];
    int count = virConnectListAllStoragePools(c, &all, flags);
    for (int i = 0; i < count; i++) {
        texts[i] = strdup(virStoragePoolGetName(all[i]));
        virStoragePoolFree(all[i]);
    }
    free(all);
    printf("flags 0x%x ", flags);
    check_names("all", texts, count);
    if (count < 0)
        check_error("list");
}

static void everything(void)
{
    char *texts[16];
    printf("%d active, %d inactive\n", virConnectNumOfStoragePools(c), virConnectNumOfDefinedStoragePools(c));
    check_names("active", texts, virConnectListStoragePools(c, texts, 16));
    check_names("inactive", texts, virConnectListDefinedStoragePools(c, texts, 16));
    for (int bit = 0; bit < 22; bit++)
        list(1u << bit);
    list(0);
    list(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_FS | VIR_CONNECT_LIST_STORAGE_POOLS_DIR);
}

static void info(virStoragePoolPtr p)
{
    virStoragePoolInfo i;
    int started = -1;
    memset(&i, 0, sizeof i);
    CHECK(virStoragePoolGetInfo(p, &i));
    printf("state %d capacity %llu allocation %llu available %llu\n", i.state, i.capacity, i.allocation, i.available);
    CHECK(virStoragePoolIsActive(p));
    CHECK(virStoragePoolIsPersistent(p));
    CHECK(virStoragePoolGetAutostart(p, &started));
    printf("autostart %d\n", started);
}

/* Prints the document without its UUID, which may be random. */
static void document(virStoragePoolPtr p)
{
    char *xml = virStoragePoolGetXMLDesc(p, 0), *at = xml ? strstr(xml, "<uuid>") : NULL;
    if (at)
        memset(at + 6, '-', 36);
    printf("%s", xml ? xml : "NULL\n");
    if (!xml)
        check_error("document");
    free(xml);
}

static void define(const char *xml)
{
    virStoragePoolPtr p = virStoragePoolDefineXML(c, xml, 0);
    printf("define %s\n", xml);
    if (p) {
        document(p);
        CHECK(virStoragePoolUndefine(p));
        virStoragePoolFree(p);
    } else
        check_error("define");
}

static virStoragePoolPtr dir(const char *name, const char *uuid, const char *path, int active)
{
    char xml[512];
    snprintf(xml, sizeof xml, "<pool type='dir'><name>%s</name><uuid>%s</uuid><target><path>%s</path></target></pool>", name,
             uuid, path);
    virStoragePoolPtr p = active ? virStoragePoolCreateXML(c, xml, 0) : virStoragePoolDefineXML(c, xml, 0);
    printf("%s %s %s %s: %s\n", active ? "create" : "define", name, uuid, path, p ? "made" : "refused");
    if (!p)
        check_error("dir");
    return p;
}

static void arguments(void)
{
    virStoragePoolPtr p = virStoragePoolLookupByName(ro, "default-pool"), w = virStoragePoolLookupByName(c, "default-pool");
    unsigned char raw[VIR_UUID_BUFLEN];
    char text[VIR_UUID_STRING_BUFLEN], *one[1];
    CHECK(virConnectListStoragePools(c, NULL, 1));
    CHECK(virConnectListStoragePools(c, one, -1));
    CHECK(virConnectListDefinedStoragePools(c, NULL, -1));
    CHECK(virConnectListAllStoragePools(c, NULL, 0));
    CHECK(virStoragePoolLookupByName(c, NULL) != NULL);
    CHECK(virStoragePoolLookupByName(c, "") != NULL);
    CHECK(virStoragePoolLookupByUUID(c, NULL) != NULL);
    CHECK(virStoragePoolLookupByUUIDString(c, "x") != NULL);
    CHECK(virStoragePoolLookupByUUIDString(c, UUID) != NULL);
    CHECK(virStoragePoolLookupByTargetPath(c, NULL) != NULL);
    CHECK(virStoragePoolLookupByTargetPath(c, "/default-pool") != NULL);
    CHECK(virStoragePoolLookupByVolume(NULL) != NULL);
    CHECK(virStoragePoolGetUUID(p, raw));
    CHECK(virStoragePoolGetUUID(p, NULL));
    CHECK(virStoragePoolGetUUIDString(p, text));
    printf("%s\n", text);
    virStoragePoolPtr again = virStoragePoolLookupByUUID(c, raw);
    printf("again: %s\n", virStoragePoolGetName(again));
    virStoragePoolFree(again);
    CHECK(virStoragePoolDefineXML(c, NULL, 0) != NULL);
    CHECK(virStoragePoolDefineXML(ro, NULL, 0) != NULL);
    CHECK(virStoragePoolCreateXML(c, NULL, 0) != NULL);
    CHECK(virStoragePoolCreateXML(ro, NULL, 0) != NULL);
    CHECK(virStoragePoolCreateXML(ro, "", 0) != NULL);
    CHECK(virStoragePoolBuild(p, 0));
    CHECK(virStoragePoolCreate(p, 0));
    CHECK(virStoragePoolDestroy(p));
    CHECK(virStoragePoolUndefine(p));
    CHECK(virStoragePoolDelete(p, 0));
    CHECK(virStoragePoolRefresh(p, 0));
    CHECK(virStoragePoolSetAutostart(p, 1));
    CHECK(virStoragePoolGetInfo(p, NULL));
    CHECK(virStoragePoolGetAutostart(p, NULL));
    CHECK_STRING(virStoragePoolGetXMLDesc(p, 0));
    CHECK_FLAGS(virStoragePoolBuild(w, flag));
    CHECK_FLAGS(virStoragePoolCreate(w, flag));
    CHECK_FLAGS(virStoragePoolDelete(w, flag));
    CHECK_FLAGS(virStoragePoolRefresh(w, flag));
    CHECK_FLAGS(virStoragePoolGetXMLDesc(w, flag) != NULL);
    CHECK_FLAGS(virStoragePoolDefineXML(c, "", flag) != NULL);
    CHECK_FLAGS(virStoragePoolCreateXML(c, "", flag) != NULL);
    CHECK_STRING(virConnectGetStoragePoolCapabilities(c, 0));
    printf("same connection: %d\n", virStoragePoolGetConnect(p) == ro);
    CHECK(virStoragePoolRef(p));
    CHECK(virStoragePoolFree(p));
    CHECK(virStoragePoolFree(p));
    CHECK(virStoragePoolFree(w));
    CHECK(virStoragePoolFree(NULL));
}

static void life(void)
{
    virStoragePoolPtr p = dir("a", UUID, "/a", 0), q;
    everything();
    info(p);
    CHECK(virStoragePoolRefresh(p, 0));
    CHECK(virStoragePoolDestroy(p));
    CHECK(virStoragePoolNumOfVolumes(p));
    CHECK(virStoragePoolBuild(p, 0));
    CHECK(virStoragePoolSetAutostart(p, 1));
    info(p);
    CHECK(virStoragePoolDelete(p, 0));
    CHECK(virStoragePoolCreate(p, 0));
    info(p);
    everything();
    CHECK(virStoragePoolCreate(p, 0));
    CHECK(virStoragePoolBuild(p, 0));
    CHECK(virStoragePoolDelete(p, 0));
    CHECK(virStoragePoolUndefine(p));
    CHECK(virStoragePoolRefresh(p, 0));
    q = dir("a", UUID, "/elsewhere", 0);
    document(q);
    virStoragePoolFree(q);
    dir("a", UUID, "/elsewhere", 1);
    dir("a", OTHER, "/elsewhere", 0);
    dir("b", UUID, "/elsewhere", 0);
    dir("b", OTHER, "/default-pool", 0);
    CHECK(virStoragePoolDestroy(p));
    CHECK(virStoragePoolUndefine(p));
    CHECK(virStoragePoolUndefine(p));
    info(p);
    CHECK(virStoragePoolFree(p));

    p = dir("t", UUID, "/t", 1);
    info(p);
    CHECK(virStoragePoolSetAutostart(p, 1));
    CHECK(virStoragePoolUndefine(p));
    virStoragePoolFree(dir("t", UUID, "/t", 0));
    info(p);
    CHECK(virStoragePoolDestroy(p));
    info(p);
    virStoragePoolFree(dir("t", UUID, "/t2", 1));
    info(p);
    CHECK(virStoragePoolDestroy(p));
    info(p);
    CHECK(virStoragePoolFree(p));
}

#define SOURCE                                                                                                     \
    "<source><product name='p'/><name>n</name><dir path='/d//e/'/><host name='h' port='7'/><host name='i'/>"       \
    "<device path='/a' part_separator='yes'/><device path='/b'/><initiator><iqn name='q'/></initiator>"            \
    "<auth username='u' type='chap'><secret usage='s'/></auth><vendor name='v'/><adapter name='host3'/></source>"  \
    "<target><path>///t//x/</path><permissions><mode>0640</mode><owner>-1</owner><group>4294967294</group>"        \
    "<label>a&lt;b</label></permissions></target><refresh><volume allocation='capacity'/></refresh>"

static void documents(void)
{
    static const char *kinds[] = { "dir",   "fs",  "netfs",    "logical", "disk", "iscsi",   "iscsi-direct", "scsi",
                                   "mpath", "rbd", "sheepdog", "gluster", "zfs",  "vstorage" };
    char xml[2048];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        snprintf(xml, sizeof xml, "<pool type='%s'><name>%s</name>" SOURCE "</pool>", kinds[i], kinds[i]);
        define(xml);
        snprintf(xml, sizeof xml, "<pool type='%s'><name>x</name></pool>", kinds[i]);
        define(xml);
        snprintf(xml, sizeof xml, "<pool type='%s'><source><name>x</name><host name='h'/></source></pool>", kinds[i]);
        define(xml);
    }
    define("");
    define("<pool/>");
    define("<network/>");
    define("<pool type='x'/>");
    define("<pool type='dir'><name>a/b</name><target><path>/x</path></target></pool>");
    define("<pool type='dir'><name>a</name><uuid>x</uuid><target><path>/x</path></target></pool>");
    define("<pool type='dir'><name>a</name><target><path>/x</path><permissions><mode>8</mode></permissions></target></pool>");
    define("<pool type='dir'><name>a</name><target><path>/x</path><permissions><owner>x</owner></permissions></target></pool>");
    define("<pool type='dir'><name>a</name><features><cow state='yes'/></features><target><path>/x</path></target></pool>");
    define("<pool type='zfs'><name>a</name><features><cow state='yes'/></features></pool>");
    define("<pool type='dir'><name>a</name><refresh><volume allocation='x'/></refresh><target><path>/x</path></target></pool>");
    define("<pool type='logical'><name>a</name><source><format type='gpt'/></source></pool>");
    define("<pool type='netfs'><name>a</name><source><host name='h'/><dir path='/x'/><format type='nfs'/>"
           "<protocol ver='4.1'/></source><target><path>/x</path></target></pool>");
    define("<pool type='netfs'><name>a</name><source><host name='h'/><dir path='/x'/><format type='cifs'/>"
           "<protocol ver='3'/></source><target><path>/x</path></target></pool>");
    define("<pool type='netfs'><name>a</name><source><host/><dir path='/x'/></source><target><path>/x</path></target></pool>");
    define("<pool type='fs'><name>a</name><source><device/></source><target><path>/x</path></target></pool>");
    define("<pool type='scsi'><name>a</name><source><adapter type='scsi_host'/></source><target><path>/x</path></target></pool>");
    define("<pool type='scsi'><name>a</name><source><adapter type='scsi_host'><parentaddr unique_id='3'><address bus='1'"
           " slot='2'/></parentaddr></adapter></source><target><path>/x</path></target></pool>");
    define("<pool type='scsi'><name>a</name><source><adapter type='fc_host' wwnn='1'/></source><target><path>/x</path></target></pool>");
    define("<pool type='scsi'><name>a</name><source><adapter type='fc_host' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'"
           " parent_wwnn='20000000c9831b4b'/></source><target><path>/x</path></target></pool>");
}

static void adapters(void)
{
    const char *xml = "<pool type='scsi'><name>hba</name><source><adapter type='fc_host' parent='scsi_host1'"
                      " wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/></source><target><path>/x</path></target></pool>";
    virStoragePoolPtr p = virStoragePoolCreateXML(c, xml, 0);
    virNodeDevicePtr d = virNodeDeviceLookupByName(c, "scsi_host12");
    CHECK_STRING(virNodeDeviceGetXMLDesc(d, 0));
    CHECK(virNodeDeviceFree(d));
    CHECK(virStoragePoolDestroy(p));
    CHECK(virNodeDeviceLookupByName(c, "scsi_host12") != NULL);
    CHECK(virStoragePoolFree(p));
    p = virStoragePoolDefineXML(c, xml, 0);
    CHECK(virStoragePoolCreate(p, 0));
    CHECK(virStoragePoolDestroy(p));
    CHECK(virStoragePoolIsActive(p));
    CHECK(virStoragePoolUndefine(p));
    CHECK(virStoragePoolFree(p));
}

static void sources(void)
{
    CHECK_STRING(virConnectFindStoragePoolSources(c, NULL, NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(ro, "logical", NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "logical", NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "logical", "<source><format type='x'/></source>", 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "logical", "<pool/>", 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "netfs", NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "netfs", "<source><host name='h' port='3'/></source>", 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "netfs", "<source><host/></source>", 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "dir", NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "fs", NULL, 0));
    CHECK_STRING(virConnectFindStoragePoolSources(c, "nonsense", NULL, 0));
    CHECK_FLAGS(virConnectFindStoragePoolSources(c, "logical", NULL, flag) != NULL);
}

static void lifecycle(virConnectPtr conn, virStoragePoolPtr p, int event, int detail, void *opaque)
{
    printf("  %s: event %d, detail %d\n", virStoragePoolGetName(p), event, detail);
}

static void refreshed(virConnectPtr conn, virStoragePoolPtr p, void *opaque)
{
    printf("  %s is refreshed\n", virStoragePoolGetName(p));
}

static void devices(virConnectPtr conn, virNodeDevicePtr d, int event, int detail, void *opaque)
{
    printf("  %s: event %d, detail %d\n", virNodeDeviceGetName(d), event, detail);
}

int main(void)
{
    virEventRegisterDefaultImpl();
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    CHECK(virConnectStoragePoolEventRegisterAny(c, NULL, VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE,
                                                VIR_STORAGE_POOL_EVENT_CALLBACK(lifecycle), NULL, NULL));
    CHECK(virConnectStoragePoolEventRegisterAny(c, NULL, VIR_STORAGE_POOL_EVENT_ID_REFRESH,
                                                VIR_STORAGE_POOL_EVENT_CALLBACK(refreshed), NULL, NULL));
    CHECK(virConnectNodeDeviceEventRegisterAny(c, NULL, VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE,
                                               VIR_NODE_DEVICE_EVENT_CALLBACK(devices), NULL, NULL));
    arguments();
    everything();
    life();
    check_events();
    adapters();
    check_events();
    documents();
    check_events();
    sources();
    for (int id = 0; id < 3; id++)
        CHECK(id < 2 ? virConnectStoragePoolEventDeregisterAny(c, id) : virConnectNodeDeviceEventDeregisterAny(c, id));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
