/* Boots a machine with QEMU and no daemon: its document, what its console says, what happens to it, and its end.
 *
 *     gcc boot.c $(pkg-config --cflags --libs libvirt) && ./a.out FOLDER
 *
 * FOLDER holds all that is left behind (qemu:///embed?root=FOLDER). The guest is one sector of our own, which says a
 * sentence at each tick of its clock. */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const unsigned char code[] = {
    0x31, 0xc0, 0x8e, 0xd8, 0xfc,                                     /* xor ax,ax; mov ds,ax; cld */
    0xbe, 0x17, 0x7c,                                                 /* start: mov si,text */
    0xac, 0x84, 0xc0, 0x74, 0x06, 0xba, 0xf8, 0x03, 0xee, 0xeb, 0xf5, /* next letter to the serial port, until a NUL */
    0xfb, 0xf4, 0xeb, 0xee,                                           /* sti; hlt; jmp start */
};
static const char text[] = "Hello from the guest.\r\n";

static int fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    return EXIT_FAILURE;
}

static int happened(virConnectPtr connection, virDomainPtr domain, int event, int detail, void *opaque)
{
    static const char *const words[] = {"is defined", "is undefined", "starts", "is paused", "goes on", "has stopped", "shuts down",
                                        "sleeps", "has crashed"};
    (void) connection, (void) detail, (void) opaque;
    printf("  event: '%s' %s\n", virDomainGetName(domain), event < 9 ? words[event] : "changed");
    fflush(stdout);
    return 0;
}

/* The guest's first sector, with the mark by which firmware knows that it can be booted. */
static int write_disk(const char *path)
{
    unsigned char sector[512] = {0};
    memcpy(sector, code, sizeof code);
    memcpy(sector + sizeof code, text, sizeof text);
    sector[510] = 0x55, sector[511] = 0xaa;
    FILE *file = fopen(path, "w");
    if (!file)
        return -1;
    size_t written = fwrite(sector, sizeof sector, 1, file);
    return fclose(file) == 0 && written == 1 ? 0 : -1;
}

/* Prints what the console says until a whole sentence was there. */
static int listen(virConnectPtr connection, virDomainPtr domain)
{
    char heard[4096] = "";
    size_t length = 0;
    virStreamPtr stream = virStreamNew(connection, 0);
    if (!stream || virDomainOpenConsole(domain, NULL, stream, 0) < 0)
        return -1;
    while (!strstr(heard, text) && length < sizeof heard - 1) {
        int count = virStreamRecv(stream, heard + length, sizeof heard - 1 - length);
        if (count <= 0)
            break;
        length += count;
        heard[length] = '\0';
    }
    char *sentence = strstr(heard, text);
    if (sentence)
        printf("The console says: %.*s\n", (int) strlen(text) - 2, sentence);
    virStreamAbort(stream);
    virStreamFree(stream);
    return sentence ? 0 : -1;
}

int main(int argc, char **argv)
{
    char folder[PATH_MAX], uri[PATH_MAX + 32], disk[PATH_MAX + 16], xml[PATH_MAX + 1024];
    if (argc != 2 || !realpath(argv[1], folder)) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    snprintf(uri, sizeof uri, "qemu:///embed?root=%s", folder);
    snprintf(disk, sizeof disk, "%s/disk", folder);
    virConnectPtr connection = virConnectOpen(uri);
    if (!connection)
        return fail("open");
    if (write_disk(disk) < 0) {
        perror(disk);
        return EXIT_FAILURE;
    }
    snprintf(xml, sizeof xml,
             "<domain type='qemu'><name>hello</name><memory unit='MiB'>32</memory>"
             "<os><type arch='x86_64' machine='pc'>hvm</type></os>"
             "<devices>"
             "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='%s'/><target dev='hda' bus='ide'/></disk>"
             "<serial type='pty'/>"
             "</devices></domain>", disk);
    int callback = virConnectDomainEventRegisterAny(connection, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                    VIR_DOMAIN_EVENT_CALLBACK(happened), NULL, NULL);
    virDomainPtr domain = virDomainDefineXML(connection, xml);
    if (!domain || virDomainCreate(domain) < 0)
        return fail("start");
    char *document = virDomainGetXMLDesc(domain, 0);
    if (!document)
        return fail("document");
    printf("%s", document);
    free(document);
    if (listen(connection, domain) < 0)
        return fail("console");
    int state, reason, steps = 0;
    steps |= virDomainSuspend(domain);
    steps |= virDomainGetState(domain, &state, &reason, 0);
    printf("Paused: state %d, reason %d\n", state, reason);
    steps |= virDomainResume(domain);
    steps |= virDomainDestroy(domain);
    steps |= virDomainUndefine(domain);
    if (steps < 0)
        return fail("end");
    usleep(200000); /* the last events */
    virConnectDomainEventDeregisterAny(connection, callback);
    virDomainFree(domain);
    virConnectClose(connection);
    return EXIT_SUCCESS;
}
