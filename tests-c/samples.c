/* Samples of tests-c/data of every kind that the test driver defines: what comes of them. Those that are newer than libvirt 9.0.0 are left
 * out. */
#include <dirent.h>
#include "check.h"

static char *text_of(const char *folder, const char *name)
{
    char path[512], *text = calloc(1, 65536);
    FILE *file;

    snprintf(path, sizeof(path), "tests-c/data/%s/%s", folder, name);
    if ((file = fopen(path, "r"))) {
        if (fread(text, 1, 65535, file) == 0)
            printf("%s is empty\n", path);
        fclose(file);
    }
    return text;
}

static int is_sample(const struct dirent *entry)
{
    const char *name = entry->d_name;

    return strstr(name, ".xml") && !strstr(name, ".out.xml") && strncmp(name, "newer", 5) != 0;
}

/* Each sample of a folder, in the order of their names. */
static void each(const char *folder, void (*show)(virConnectPtr, const char *), virConnectPtr c)
{
    char path[256];
    struct dirent **entries;
    int count;

    snprintf(path, sizeof(path), "tests-c/data/%s", folder);
    count = scandir(path, &entries, is_sample, alphasort);
    printf("%s: %d\n", folder, count);
    for (int i = 0; i < count; i++) {
        char *text = text_of(folder, entries[i]->d_name);

        printf("== %s\n", entries[i]->d_name);
        show(c, text);
        free(text);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

static void network(virConnectPtr c, const char *text)
{
    virNetworkPtr n = virNetworkDefineXMLFlags(c, text, 0);

    CHECK_STRING(virNetworkGetXMLDesc(n, 0));
    if (n) {
        virNetworkUndefine(n);
        virNetworkFree(n);
    }
}

static void pool(virConnectPtr c, const char *text)
{
    virStoragePoolPtr p = virStoragePoolDefineXML(c, text, 0);

    CHECK_STRING(virStoragePoolGetXMLDesc(p, 0));
    if (p) {
        virStoragePoolUndefine(p);
        virStoragePoolFree(p);
    }
}

static void create_in(virConnectPtr c, const char *name, const char *text)
{
    virStoragePoolPtr p = virStoragePoolLookupByName(c, name);
    virStorageVolPtr v = virStorageVolCreateXML(p, text, 0);

    CHECK_STRING(virStorageVolGetXMLDesc(v, 0));
    if (v) {
        virStorageVolDelete(v, 0);
        virStorageVolFree(v);
    }
    virStoragePoolFree(p);
}

static void volume(virConnectPtr c, const char *text)
{
    create_in(c, "default-pool", text);
}

static void partition(virConnectPtr c, const char *text)
{
    create_in(c, "disk", text);
}

static void interface(virConnectPtr c, const char *text)
{
    virInterfacePtr i = virInterfaceDefineXML(c, text, 0);

    CHECK_STRING(virInterfaceGetXMLDesc(i, 0));
    if (i) {
        virInterfaceUndefine(i);
        virInterfaceFree(i);
    }
}

static void snapshot(virConnectPtr c, const char *text)
{
    virDomainPtr d = virDomainLookupByName(c, "test");
    virDomainSnapshotPtr s = virDomainSnapshotCreateXML(d, text, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE);

    CHECK_STRING(virDomainSnapshotGetXMLDesc(s, 0));
    if (s) {
        virDomainSnapshotDelete(s, 0);
        virDomainSnapshotFree(s);
    }
    virDomainFree(d);
}

static void checkpoint(virConnectPtr c, const char *text)
{
    virDomainPtr d = virDomainLookupByName(c, "test");
    virDomainCheckpointPtr p = virDomainCheckpointCreateXML(d, text, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE);

    CHECK_STRING(virDomainCheckpointGetXMLDesc(p, 0));
    if (p) {
        virDomainCheckpointDelete(p, 0);
        virDomainCheckpointFree(p);
    }
    virDomainFree(d);
}

int main(void)
{
    virConnectPtr c = check_open();
    virStoragePoolPtr disk = virStoragePoolCreateXML(
        c, "<pool type='disk'><name>disk</name><source><device path='/dev/sdq'/></source><target><path>/p/disk</path></target></pool>",
        0);

    each("network", network, c);
    each("volume", volume, c);
    each("partition", partition, c);
    virStoragePoolDestroy(disk);
    virStoragePoolFree(disk);
    each("pool", pool, c);
    each("interface", interface, c);
    each("snapshot", snapshot, c);
    each("checkpoint", checkpoint, c);
    virConnectClose(c);
    return 0;
}
