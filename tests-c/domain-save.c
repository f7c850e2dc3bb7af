/* Saving domains to files and going on from them, managed saving, core dumps. */
#include "check.h"

#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#define DOCUMENT(name, digit)                                                                              \
    "<domain type='test'><name>" name "</name><uuid>aaaaaaaa-bbbb-cccc-dddd-00000000000" digit "</uuid>"  \
    "<memory>1024</memory><os><type>hvm</type></os></domain>"

static int happened(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    printf("  event %d/%d of %s(%d)\n", event, detail, virDomainGetName(d), (int)virDomainGetID(d));
    return 0;
}

static void waited(int id, void *opaque)
{
    *(int *)opaque = 1;
}

/* Lets all events come. */
static void settle(void)
{
    int done = 0;
    int timer = virEventAddTimeout(20, waited, &done, NULL);
    while (!done)
        virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
}

static void tell(virDomainPtr d)
{
    int state = -1, reason = -1;
    int result = virDomainGetState(d, &state, &reason, 0);
    settle();
    printf("  state %d (%d) reason %d number %d persistent %d saved %d\n", state, result, reason, (int)virDomainGetID(d),
           virDomainIsPersistent(d), virDomainHasManagedSaveImage(d, 0));
    virResetLastError();
}

#define DO(call)      \
    do {              \
        CHECK(call);  \
        tell(d);      \
    } while (0)

/* What stands in a file. */
static void show(const char *path)
{
    struct stat st;
    FILE *f = fopen(path, "r");
    if (!f) {
        printf("no file %s\n", path);
        return;
    }
    fstat(fileno(f), &st);
    printf("%s: mode %o\n", path, st.st_mode & 07777);
    for (int c; (c = getc(f)) != EOF;)
        if (c == '\n' || (c >= ' ' && c <= '~'))
            putchar(c);
        else
            printf("\\%02x", c);
    printf("\n");
    fclose(f);
}

static void write_file(const char *path, const char *magic, int32_t length, const char *content)
{
    FILE *f = fopen(path, "w");
    fwrite(magic, 1, 15, f);
    fwrite(&length, sizeof(length), 1, f);
    fputs(content, f);
    fclose(f);
}

static void images(virConnectPtr c)
{
    virDomainPtr d = virDomainDefineXML(c, DOCUMENT("s", "1"));
    DO(virDomainSave(d, "image"));
    DO(virDomainCreate(d));
    DO(virDomainSave(d, "none/image"));
    DO(virDomainSave(d, ""));
    DO(virDomainSave(d, "/"));
    DO(virDomainSave(d, "./none/../image"));
    show("image");
    DO(virDomainRestore(c, "image"));
    DO(virDomainRestore(c, "image"));
    DO(virDomainSuspend(d));
    DO(virDomainSaveFlags(d, "image", NULL, 0));
    DO(virDomainRestoreFlags(c, "image", NULL, 0));
    DO(virDomainSaveFlags(d, "image2", DOCUMENT("s", "1"), 0));
    DO(virDomainRestoreFlags(c, "image", DOCUMENT("s", "1"), 0));
    DO(virDomainSave(d, "image"));
    DO(virDomainUndefine(d));
    CHECK(virDomainRestore(c, "image"));
    tell(d);
    virDomainPtr again = virDomainLookupByName(c, "s");
    tell(again);
    virDomainFree(d);
    d = again;
    DO(virDomainSave(d, "image"));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(c, "image", 0));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(c, "image", VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    CHECK(virDomainSaveImageDefineXML(c, "image", DOCUMENT("other", "2"), 0));
    show("image");
    CHECK(virDomainSaveImageDefineXML(c, "image", DOCUMENT("other", "2"), VIR_DOMAIN_SAVE_PAUSED));
    CHECK(virDomainSaveImageDefineXML(c, "image", "<a/>", 0));
    CHECK(virDomainRestore(c, "image"));
    settle();
    virDomainFree(d);
    d = virDomainLookupByName(c, "other");
    tell(d);
    DO(virDomainDestroy(d));
    virDomainFree(d);
}

static void bad_images(virConnectPtr c)
{
    static const char MAGIC[] = "TestGuestMagic";
    const char *path = "bad";
    for (int i = 0; i < 10; i++) {
        switch (i) {
        case 0: write_file(path, "Testguestmagic", 8, "<domain/>"); break;
        case 1: write_file(path, MAGIC, 0, "<domain/>"); break;
        case 2: write_file(path, MAGIC, -1, "<domain/>"); break;
        case 3: write_file(path, MAGIC, INT32_MAX, "<domain/>"); break;
        case 4: write_file(path, MAGIC, 10, "<domain/>"); break;
        case 5: write_file(path, MAGIC, 9, "<domain/>"); break;
        case 6: truncate(path, 17); break;
        case 7: truncate(path, 14); break;
        case 8: truncate(path, 0); break;
        case 9: path = "none"; break;
        }
        printf("bad image %d\n", i);
        CHECK(virDomainRestore(c, path));
        CHECK_STRING(virDomainSaveImageGetXMLDesc(c, path, 0));
        CHECK(virDomainSaveImageDefineXML(c, path, DOCUMENT("s", "1"), 0));
    }
    CHECK(virDomainRestore(c, "."));
    CHECK(virDomainRestore(c, "./x/../none/y"));
}

static void managed(virConnectPtr c)
{
    virDomainPtr d = virDomainDefineXML(c, DOCUMENT("m", "3"));
    DO(virDomainManagedSave(d, 0));
    DO(virDomainCreate(d));
    DO(virDomainManagedSave(d, 0));
    DO(virDomainManagedSave(d, 0));
    DO(virDomainCreate(d));
    DO(virDomainSuspend(d));
    DO(virDomainManagedSave(d, VIR_DOMAIN_SAVE_PAUSED));
    DO(virDomainManagedSaveRemove(d, 0));
    DO(virDomainManagedSaveRemove(d, 0));
    DO(virDomainCreate(d));
    DO(virDomainManagedSave(d, VIR_DOMAIN_SAVE_RUNNING));
    DO(virDomainUndefine(d));
    DO(virDomainUndefineFlags(d, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE));
    CHECK(virDomainHasManagedSaveImage(d, 0));
    CHECK(virDomainManagedSaveRemove(d, 0));
    virDomainFree(d);
    d = virDomainCreateXML(c, DOCUMENT("m2", "4"), 0);
    DO(virDomainManagedSave(d, 0));
    CHECK_FLAGS(virDomainManagedSave(d, flag));
    CHECK_FLAGS(virDomainHasManagedSaveImage(d, flag));
    CHECK_FLAGS(virDomainManagedSaveRemove(d, flag));
    DO(virDomainDestroy(d));
    virDomainFree(d);
}

static void dumps(virConnectPtr c)
{
    virDomainPtr d = virDomainDefineXML(c, DOCUMENT("d", "5"));
    DO(virDomainCoreDump(d, "core", 0));
    DO(virDomainCreate(d));
    DO(virDomainCoreDump(d, "none/core", 0));
    DO(virDomainCoreDump(d, "core", 0));
    show("core");
    for (unsigned int format = 0; format < 7; format++)
        DO(virDomainCoreDumpWithFormat(d, "core2", format, 0));
    show("core2");
    DO(virDomainCoreDumpWithFormat(d, "none/core", 1, 0));
    DO(virDomainCoreDump(d, "core", VIR_DUMP_CRASH | VIR_DUMP_LIVE));
    DO(virDomainCoreDump(d, "core", VIR_DUMP_CRASH | VIR_DUMP_RESET));
    DO(virDomainCoreDump(d, "core", VIR_DUMP_LIVE | VIR_DUMP_RESET));
    CHECK_FLAGS(virDomainCoreDump(d, "core", flag == VIR_DUMP_CRASH ? 0 : flag));
    CHECK_FLAGS(virDomainCoreDumpWithFormat(d, "core", 0, flag == VIR_DUMP_CRASH ? 0 : flag));
    DO(virDomainSuspend(d));
    DO(virDomainCoreDump(d, "core", 0));
    DO(virDomainCoreDump(d, "core", VIR_DUMP_CRASH));
    DO(virDomainUndefine(d));
    virDomainFree(d);
    d = virDomainCreateXML(c, DOCUMENT("d", "5"), 0);
    DO(virDomainCoreDump(d, "core", VIR_DUMP_CRASH));
    virDomainFree(d);
}

static void arguments(virConnectPtr c)
{
    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), r = virDomainLookupByName(ro, "test");
    const unsigned int BOTH = VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;
    CHECK(virDomainSave(NULL, "x"));
    CHECK(virDomainSave(d, NULL));
    CHECK(virDomainSave(r, NULL));
    CHECK(virDomainSaveFlags(d, NULL, NULL, 0));
    CHECK(virDomainSaveFlags(r, "x", NULL, 0));
    CHECK(virDomainSaveFlags(d, "x", NULL, BOTH));
    CHECK_FLAGS(virDomainSaveFlags(d, "x", NULL, flag));
    CHECK(virDomainSaveParams(NULL, NULL, 0, 0));
    CHECK(virDomainSaveParams(r, NULL, 0, 0));
    CHECK(virDomainSaveParams(d, NULL, 0, BOTH));
    CHECK(virDomainRestore(NULL, "x"));
    CHECK(virDomainRestore(c, NULL));
    CHECK(virDomainRestore(ro, NULL));
    CHECK(virDomainRestoreFlags(c, NULL, NULL, 0));
    CHECK(virDomainRestoreFlags(ro, "x", NULL, 0));
    CHECK(virDomainRestoreFlags(c, "x", NULL, BOTH));
    CHECK_FLAGS(virDomainRestoreFlags(c, "x", NULL, flag));
    CHECK(virDomainRestoreParams(NULL, NULL, 0, 0));
    CHECK(virDomainRestoreParams(ro, NULL, 0, 0));
    CHECK(virDomainRestoreParams(c, NULL, 0, BOTH));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(NULL, "x", 0));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(c, NULL, 0));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(ro, NULL, 0));
    CHECK_STRING(virDomainSaveImageGetXMLDesc(ro, "x", 0));
    CHECK_FLAGS(virDomainSaveImageGetXMLDesc(c, "x", flag) != NULL);
    CHECK(virDomainSaveImageDefineXML(NULL, "x", "x", 0));
    CHECK(virDomainSaveImageDefineXML(c, NULL, "x", 0));
    CHECK(virDomainSaveImageDefineXML(c, "x", NULL, 0));
    CHECK(virDomainSaveImageDefineXML(ro, NULL, NULL, 0));
    CHECK(virDomainSaveImageDefineXML(c, "x", "x", BOTH));
    CHECK_FLAGS(virDomainSaveImageDefineXML(c, "x", "x", flag));
    CHECK(virDomainManagedSave(NULL, 0));
    CHECK(virDomainManagedSave(r, 0));
    CHECK(virDomainManagedSave(d, BOTH));
    CHECK(virDomainHasManagedSaveImage(NULL, 0));
    CHECK(virDomainHasManagedSaveImage(r, 0));
    CHECK(virDomainManagedSaveRemove(NULL, 0));
    CHECK(virDomainManagedSaveRemove(r, 0));
    CHECK_STRING(virDomainManagedSaveGetXMLDesc(NULL, 0));
    CHECK_STRING(virDomainManagedSaveGetXMLDesc(d, 0));
    CHECK_STRING(virDomainManagedSaveGetXMLDesc(r, 0));
    CHECK_STRING(virDomainManagedSaveGetXMLDesc(r, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE));
    CHECK(virDomainManagedSaveDefineXML(NULL, "x", 0));
    CHECK(virDomainManagedSaveDefineXML(d, NULL, 0));
    CHECK(virDomainManagedSaveDefineXML(r, "x", 0));
    CHECK(virDomainManagedSaveDefineXML(d, "x", BOTH));
    CHECK(virDomainCoreDump(NULL, "x", 0));
    CHECK(virDomainCoreDump(d, NULL, 0));
    CHECK(virDomainCoreDump(r, "x", 0));
    CHECK(virDomainCoreDumpWithFormat(NULL, "x", 0, 0));
    CHECK(virDomainCoreDumpWithFormat(d, NULL, 99, 0));
    CHECK(virDomainCoreDumpWithFormat(r, "x", 0, 0));
    CHECK(virDomainCoreDumpWithFormat(d, "x", 99, 3));
    virStreamPtr s = virStreamNew(c, 0);
    CHECK_STRING(virDomainScreenshot(NULL, s, 0, 0));
    CHECK_STRING(virDomainScreenshot(d, NULL, 0, 0));
    CHECK_STRING(virDomainScreenshot(r, s, 0, 0));
    CHECK_FLAGS(virDomainScreenshot(d, s, 0, flag) != NULL);
    virStreamFree(s);
    virDomainFree(d);
    virDomainFree(r);
    virConnectClose(ro);
}

int main(void)
{
    static const char *const FILES[] = { "image", "image2", "bad", "core", "core2" };
    char folder[4096];
    /* Paths stand in errors: the folder is the same on both libraries. */
    snprintf(folder, sizeof(folder), "%s/saved", getenv("HOME"));
    mkdir(folder, 0700);
    if (chdir(folder))
        return 1;
    for (int i = 0; i < 5; i++)
        unlink(FILES[i]);
    virEventRegisterDefaultImpl();
    virConnectPtr c = check_open();
    int id = virConnectDomainEventRegisterAny(c, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                              VIR_DOMAIN_EVENT_CALLBACK(happened), NULL, NULL);
    images(c);
    bad_images(c);
    managed(c);
    dumps(c);
    arguments(c);
    settle();
    CHECK(virConnectDomainEventDeregisterAny(c, id));
    settle();
    CHECK(virConnectClose(c));
    return 0;
}
