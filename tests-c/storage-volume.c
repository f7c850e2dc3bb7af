/* Volumes of storage pools: arguments, lookups, documents, room, copies, and what a stopped pool's volumes are. */
#include "check.h"

static virConnectPtr c, ro;

static void list(virStoragePoolPtr p)
{
    virStorageVolPtr *all = NULL;
    char *texts[16];
    int count = virStoragePoolListVolumes(p, texts, 16);
    qsort(texts, count > 0 ? count : 0, sizeof *texts, check_by_name);
    printf("%d of %d volumes:", count, virStoragePoolNumOfVolumes(p));
    for (int i = 0; i < count; i++) {
        printf(" %s", texts[i]);
        free(texts[i]);
    }
    count = virStoragePoolListAllVolumes(p, &all, 0);
    printf("; %d objects\n", count);
    if (count < 0)
        check_error("list");
    for (int i = 0; i < count; i++)
        virStorageVolFree(all[i]);
    free(all);
}

static void room(virStoragePoolPtr p)
{
    virStoragePoolInfo i;
    memset(&i, 0, sizeof i);
    CHECK(virStoragePoolGetInfo(p, &i));
    printf("allocation %llu available %llu\n", i.allocation, i.available);
}

static void info(virStorageVolPtr v)
{
    virStorageVolInfo i;
    memset(&i, 0, sizeof i);
    CHECK(virStorageVolGetInfo(v, &i));
    printf("type %d capacity %llu allocation %llu\n", i.type, i.capacity, i.allocation);
}

static void create(virStoragePoolPtr p, const char *xml)
{
    virStorageVolPtr v = virStorageVolCreateXML(p, xml, 0);
    printf("create in %s: %s\n", virStoragePoolGetName(p), xml);
    if (!v) {
        check_error("create");
        return;
    }
    printf("name %s key %s\n", virStorageVolGetName(v), virStorageVolGetKey(v));
    CHECK_STRING(virStorageVolGetPath(v));
    CHECK_STRING(virStorageVolGetXMLDesc(v, 0));
    info(v);
    CHECK(virStorageVolDelete(v, 0));
    CHECK(virStorageVolFree(v));
}

static virStoragePoolPtr pool(const char *xml)
{
    virStoragePoolPtr p = virStoragePoolCreateXML(c, xml, 0);
    if (!p)
        check_error(xml);
    return p;
}

static void arguments(virStoragePoolPtr p)
{
    virStorageVolPtr w = virStorageVolCreateXML(p, "<volume><name>v</name><capacity>1</capacity></volume>", 0);
    virStoragePoolPtr q = virStoragePoolLookupByName(ro, "default-pool");
    virStorageVolPtr v = virStorageVolLookupByName(q, "v");
    virConnectPtr other = virConnectOpen("test:///default");
    virStreamPtr s = virStreamNew(c, 0), foreign = virStreamNew(other, 0), weak = virStreamNew(ro, 0);
    virStorageVolInfo i;
    char *one[1];
    CHECK(virStoragePoolListVolumes(p, NULL, 1));
    CHECK(virStoragePoolListVolumes(p, one, -1));
    CHECK(virStoragePoolListAllVolumes(p, NULL, 0));
    CHECK(virStorageVolLookupByName(p, NULL) != NULL);
    CHECK(virStorageVolLookupByName(p, "nosuch") != NULL);
    CHECK(virStorageVolLookupByKey(c, NULL) != NULL);
    CHECK(virStorageVolLookupByKey(c, "nosuch") != NULL);
    CHECK(virStorageVolLookupByPath(c, NULL) != NULL);
    CHECK(virStorageVolLookupByPath(c, "/default-pool//v") != NULL);
    CHECK(virStorageVolCreateXML(p, NULL, 0) != NULL);
    CHECK(virStorageVolCreateXML(q, NULL, 0) != NULL);
    CHECK(virStorageVolCreateXML(q, "", 0) != NULL);
    CHECK(virStorageVolCreateXMLFrom(p, NULL, NULL, 0) != NULL);
    CHECK(virStorageVolCreateXMLFrom(p, NULL, w, 0) != NULL);
    CHECK(virStorageVolCreateXMLFrom(q, "", v, 0) != NULL);
    CHECK(virStorageVolCreateXMLFrom(p, "", v, 0) != NULL);
    CHECK(virStorageVolGetInfo(v, NULL));
    CHECK(virStorageVolGetInfoFlags(v, NULL, 0));
    CHECK(virStorageVolGetInfoFlags(v, &i, 0));
    CHECK(virStorageVolDelete(v, 0));
    CHECK(virStorageVolWipe(v, 0));
    CHECK(virStorageVolWipe(w, 0));
    CHECK(virStorageVolWipePattern(v, 0, 0));
    CHECK(virStorageVolWipePattern(w, 99, 0));
    CHECK(virStorageVolResize(v, 1, 0));
    CHECK(virStorageVolResize(w, 1, 0));
    CHECK(virStorageVolResize(w, 0, 0));
    CHECK(virStorageVolResize(w, 0, VIR_STORAGE_VOL_RESIZE_ALLOCATE));
    CHECK(virStorageVolResize(w, 0, VIR_STORAGE_VOL_RESIZE_DELTA));
    CHECK(virStorageVolResize(w, 0, VIR_STORAGE_VOL_RESIZE_SHRINK));
    CHECK(virStorageVolDownload(w, NULL, 0, 0, 0));
    CHECK(virStorageVolDownload(v, weak, 0, 0, 0));
    CHECK(virStorageVolDownload(w, foreign, 0, 0, 0));
    CHECK(virStorageVolDownload(w, s, 0, 0, 0));
    CHECK(virStorageVolUpload(w, NULL, 0, 0, 0));
    CHECK(virStorageVolUpload(v, weak, 0, 0, 0));
    CHECK(virStorageVolUpload(w, foreign, 0, 0, 0));
    CHECK(virStorageVolUpload(w, s, 0, 0, 0));
    CHECK_FLAGS(virStorageVolCreateXML(p, "", flag) != NULL);
    CHECK_FLAGS(virStorageVolCreateXMLFrom(p, "", w, flag) != NULL);
    CHECK_FLAGS(virStorageVolGetXMLDesc(w, flag) != NULL);
    CHECK_FLAGS(virStorageVolDelete(w, flag));
    CHECK_FLAGS(virStoragePoolListAllVolumes(p, NULL, flag));
    printf("same connection: %d\n", virStorageVolGetConnect(v) == ro);
    CHECK(virStorageVolRef(v));
    CHECK(virStorageVolFree(v));
    CHECK(virStorageVolFree(v));
    CHECK(virStorageVolFree(NULL));
    CHECK(virStorageVolDelete(w, 0));
    CHECK(virStorageVolDelete(w, 0));
    info(w);
    CHECK_STRING(virStorageVolGetPath(w));
    CHECK_STRING(virStorageVolGetXMLDesc(w, 0));
    printf("key %s\n", virStorageVolGetKey(w));
    CHECK(virStorageVolFree(w));
    virStreamFree(s);
    virStreamFree(foreign);
    virStreamFree(weak);
    CHECK(virStoragePoolFree(q));
    CHECK(virConnectClose(other));
}

#define ALL                                                                                                                  \
    "<volume><name>v&lt;1</name><key>k</key><capacity unit='KB'>100</capacity><allocation unit='KiB'>1</allocation>"         \
    "<target><path>/p</path><permissions><mode>0640</mode><owner>5</owner><group>-1</group><label>l</label></permissions>"   \
    "<encryption format='luks'><secret type='passphrase' uuid='f52a81b2-424e-490c-823d-6bd4235bc572'/>"                      \
    "<cipher name='serpent' size='256' mode='cbc' hash='sha256'/><ivgen name='plain64' hash='sha256'/></encryption>"         \
    "<compat>1.1</compat><nocow/><clusterSize unit='KiB'>64</clusterSize><features><extended_l2/><lazy_refcounts/>"          \
    "</features></target><backingStore><path>/b</path><permissions><mode>0600</mode></permissions></backingStore></volume>"

static void documents(virStoragePoolPtr p)
{
    static const char *others[] = {
        "<pool type='logical'><name>lv</name></pool>",
        "<pool type='disk'><name>disk</name><source><device path='/a'/></source><target><path>/dev</path></target></pool>",
        "<pool type='iscsi'><name>is</name><source><host name='h'/><device path='d'/></source><target><path>/is</path></target></pool>",
        "<pool type='vstorage'><name>vs</name><target><path>/vs</path></target></pool>",
        "<pool type='mpath'><name>mp</name><target><path>/mp</path></target></pool>",
        "<pool type='rbd'><name>rbd</name><source><name>x</name><host name='h'/></source></pool>",
    };
    char xml[512];
    create(p, ALL);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        virStoragePoolPtr q = pool(others[i]);
        create(q, ALL);
        CHECK(virStoragePoolDestroy(q));
        CHECK(virStoragePoolFree(q));
    }
    static const char *targets[] = {
        "<format type='qcow2'/>",
        "<format type='x'/>",
        "<format type='linux'/>",
        "<compat>0.10</compat>",
        "<compat>x</compat>",
        "<features/>",
        "<features><nonsense/></features>",
        "<permissions><mode>9</mode></permissions>",
        "<encryption/>",
        "<encryption format='x'/>",
        "<encryption format='qcow'><cipher name='a' size='1'/></encryption>",
        "<encryption format='luks'><secret/></encryption>",
        "<encryption format='luks'><secret type='x'/></encryption>",
        "<encryption format='luks'><secret type='passphrase'/></encryption>",
        "<encryption format='luks'><cipher/></encryption>",
        "<encryption format='luks'><ivgen name='x'/></encryption>",
        "<clusterSize unit='x'>1</clusterSize>",
    };
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        snprintf(xml, sizeof xml, "<volume><name>v</name><capacity>1</capacity><target>%s</target></volume>", targets[i]);
        create(p, xml);
    }
    create(p, "");
    create(p, "<pool/>");
    create(p, "<volume/>");
    create(p, "<volume><name>v</name></volume>");
    create(p, "<volume><name>v</name><capacity>x</capacity></volume>");
    create(p, "<volume><name>v</name><capacity unit='x'>1</capacity></volume>");
    create(p, "<volume><name>v</name><capacity unit='E'>9</capacity></volume>");
    create(p, "<volume><name>v</name><capacity unit='E'>1</capacity></volume>");
    create(p, "<volume><name>v</name><capacity>1</capacity><allocation>x</allocation></volume>");
    create(p, "<volume type='x'><name>v</name><capacity>1</capacity></volume>");
    create(p, "<volume type='netdir'><name>v</name><capacity>1</capacity></volume>");
    create(p, "<volume><name>v</name><capacity>1</capacity><backingStore><format type='raw'/></backingStore></volume>");
}

static void life(virStoragePoolPtr p)
{
    virStorageVolPtr v = virStorageVolCreateXML(p, "<volume><name>v</name><capacity unit='GiB'>60</capacity></volume>", 0), w;
    room(p);
    list(p);
    create(p, "<volume><name>v</name><capacity>1</capacity></volume>");
    create(p, "<volume><name>w</name><capacity unit='GiB'>60</capacity></volume>");
    create(p, "<volume><name>w</name><capacity unit='GiB'>40</capacity></volume>");
    create(p, "<volume><name>w</name><capacity unit='GiB'>60</capacity><allocation>5</allocation></volume>");
    w = virStorageVolCreateXMLFrom(p, "<volume><name>copy</name><capacity>7</capacity></volume>", v, 0);
    CHECK_STRING(virStorageVolGetXMLDesc(w, 0));
    room(p);
    list(p);
    CHECK(virStorageVolCreateXMLFrom(p, "<volume><name>copy</name><capacity>7</capacity></volume>", v, 0) != NULL);
    CHECK(virStorageVolCreateXMLFrom(p, "<volume><name>big</name><capacity unit='T'>7</capacity></volume>", v, 0) != NULL);
    CHECK(virStorageVolDelete(w, 0));
    CHECK(virStorageVolCreateXMLFrom(p, "<volume><name>new</name><capacity>7</capacity></volume>", w, 0) != NULL);
    CHECK(virStorageVolFree(w));
    w = virStorageVolLookupByKey(c, "/default-pool/v");
    printf("by key: %s\n", virStorageVolGetName(w));
    CHECK(virStorageVolFree(w));
    w = virStorageVolLookupByPath(c, "/default-pool/v");
    printf("by path: %s\n", virStorageVolGetName(w));
    CHECK(virStorageVolFree(w));
    virStoragePoolPtr q = virStoragePoolLookupByVolume(v);
    printf("in pool %s\n", virStoragePoolGetName(q));
    CHECK(virStoragePoolFree(q));
    CHECK(virStoragePoolDestroy(p));
    list(p);
    info(v);
    CHECK_STRING(virStorageVolGetPath(v));
    CHECK_STRING(virStorageVolGetXMLDesc(v, 0));
    CHECK(virStorageVolDelete(v, 0));
    CHECK(virStorageVolLookupByName(p, "v") != NULL);
    CHECK(virStorageVolLookupByKey(c, "/default-pool/v") != NULL);
    CHECK(virStorageVolLookupByPath(c, "/default-pool/v") != NULL);
    create(p, "<volume/>");
    room(p);
    CHECK(virStoragePoolCreate(p, 0));
    list(p);
    info(v);
    CHECK(virStorageVolDelete(v, 0));
    CHECK(virStorageVolFree(v));
    room(p);
}

int main(void)
{
    c = check_open();
    ro = virConnectOpenReadOnly("test:///default");
    virStoragePoolPtr p = virStoragePoolLookupByName(c, "default-pool");
    list(p);
    arguments(p);
    documents(p);
    life(p);
    CHECK(virStoragePoolFree(p));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
