/*
 * The first run: what the library does, told in plain words.
 *
 *   first-run [URI] FILE...
 *
 * Connects (to test:///default when no URI is given), says what the host can do, defines the domain of each file,
 * takes one of them through its life and tells every event that arrives. Leaves nothing behind.
 */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DOMAINS 64

static const char *const event_names[] = {
    "is defined", "is undefined", "is started", "is paused", "goes on", "is stopped", "has shut down", "sleeps", "has crashed",
};

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    const size_t known = sizeof(event_names) / sizeof(event_names[0]);
    (void)conn;
    (void)detail;
    ++*(int *)opaque;
    printf("   event: %s %s\n", virDomainGetName(dom), (size_t)event < known ? event_names[event] : "changes");
    return 0;
}

/* Lets the event loop run until nothing is pending: a timeout of our own is the last to fire. */
static void on_idle(int timer, void *opaque)
{
    virEventRemoveTimeout(timer);
    *(int *)opaque = 1;
}

static void follow_events(void)
{
    int idle = 0;
    if (virEventAddTimeout(20, on_idle, &idle, NULL) < 0)
        return;
    while (!idle && virEventRunDefaultImpl() == 0)
        continue;
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = NULL;
    if (!file)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        if (size >= 0 && (text = calloc((size_t)size + 1, 1)) && fread(text, 1, (size_t)size, file) != (size_t)size) {
            free(text);
            text = NULL;
        }
    }
    fclose(file);
    return text;
}

/* Prints the lines of an XML document that contain one of the words, at most `most` of them. */
static void print_lines(const char *xml, const char *word, int most)
{
    for (const char *line = xml; line && *line && most > 0;) {
        const char *end = strchr(line, '\n');
        int length = end ? (int)(end - line) : (int)strlen(line);
        const char *found = strstr(line, word);
        if (found && found < line + length) {
            printf("   %.*s\n", length, line);
            most--;
        }
        line = end ? end + 1 : NULL;
    }
}

static void tell_host(virConnectPtr conn)
{
    unsigned long version = 0;
    virNodeInfo node;
    char *uri = virConnectGetURI(conn);
    char *capabilities = virConnectGetCapabilities(conn);

    virGetVersion(&version, NULL, NULL);
    printf("This is libvirt.so.0 with the API of %lu.%lu.%lu, connected to %s (driver %s).\n", version / 1000000,
           version / 1000 % 1000, version % 1000, uri ? uri : "?", virConnectGetType(conn));
    if (virNodeGetInfo(conn, &node) == 0)
        printf("The host: %u CPUs of model %s, %lu MiB of memory.\n", node.cpus, node.model, node.memory / 1024);
    if (capabilities) {
        printf("It can run guests of these kinds (from its capabilities):\n");
        print_lines(capabilities, "<os_type>", 8);
        print_lines(capabilities, "<domain type", 8);
    }
    free(uri);
    free(capabilities);
}

static void tell_domains(virConnectPtr conn)
{
    virDomainPtr *list = NULL;
    int count = virConnectListAllDomains(conn, &list, 0);
    printf("There are %d domains now:\n", count);
    for (int i = 0; i < count; i++) {
        virDomainInfo info;
        if (virDomainGetInfo(list[i], &info) == 0)
            printf("   %-18s %-12s %4lu MiB, %d CPU%s\n", virDomainGetName(list[i]),
                   info.state == VIR_DOMAIN_RUNNING ? "running" : info.state == VIR_DOMAIN_PAUSED ? "paused" : "not running",
                   info.maxMem / 1024, info.nrVirtCpu, info.nrVirtCpu == 1 ? "" : "s");
        virDomainFree(list[i]);
    }
    free(list);
}

/* Start, pause, go on, stop; each step as the library answers it. */
static int live_once(virDomainPtr dom)
{
    const struct {
        const char *what;
        int (*step)(virDomainPtr);
    } life[] = {
        { "start", virDomainCreate },
        { "pause", virDomainSuspend },
        { "go on", virDomainResume },
        { "stop", virDomainDestroy },
    };
    int failures = 0;
    printf("The life of %s:\n", virDomainGetName(dom));
    for (size_t i = 0; i < sizeof(life) / sizeof(life[0]); i++) {
        int result = life[i].step(dom);
        printf("   %s: %s\n", life[i].what, result == 0 ? "done" : virGetLastErrorMessage());
        failures += result != 0;
        follow_events();
    }
    return failures;
}

static void be_quiet(void *opaque, virErrorPtr error)
{
    (void)opaque;
    (void)error;
}

int main(int argc, char **argv)
{
    const int has_uri = argc > 1 && strstr(argv[1], ":///") != NULL;
    const char *uri = has_uri ? argv[1] : "test:///default";
    virDomainPtr defined[MAX_DOMAINS];
    int count = 0, failures = 0, events = 0;

    virSetErrorFunc(NULL, be_quiet);
    if (virEventRegisterDefaultImpl() < 0)
        return 1;
    virConnectPtr conn = virConnectOpen(uri);
    if (!conn) {
        fprintf(stderr, "cannot connect to %s: %s\n", uri, virGetLastErrorMessage());
        return 1;
    }
    tell_host(conn);
    int watching = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                    VIR_DOMAIN_EVENT_CALLBACK(on_event), &events, NULL);

    printf("\nDefining domains:\n");
    for (int i = has_uri ? 2 : 1; i < argc && count < MAX_DOMAINS; i++) {
        char *xml = read_file(argv[i]);
        virDomainPtr dom = xml ? virDomainDefineXML(conn, xml) : NULL;
        if (dom) {
            printf("   %s: taken, it is called %s\n", argv[i], virDomainGetName(dom));
            defined[count++] = dom;
        } else {
            printf("   %s: %s\n", argv[i], xml ? virGetLastErrorMessage() : "cannot be read");
            failures++;
        }
        free(xml);
        follow_events();
    }

    printf("\n");
    tell_domains(conn);

    if (count > 0) {
        printf("\nTheir network interfaces, from their XML:\n");
        for (int i = 0; i < count; i++) {
            char *xml = virDomainGetXMLDesc(defined[i], 0);
            printf("   %s\n", virDomainGetName(defined[i]));
            print_lines(xml, "<interface type", 16);
            free(xml);
        }
        printf("\n");
        failures += live_once(defined[0]);
    }

    printf("\nRemoving what was defined:\n");
    for (int i = 0; i < count; i++) {
        failures += virDomainUndefine(defined[i]) < 0;
        virDomainFree(defined[i]);
    }
    follow_events();
    if (watching >= 0)
        virConnectDomainEventDeregisterAny(conn, watching);
    failures += watching < 0 || virConnectClose(conn) != 0;
    printf("\n%d domains defined and removed, %d events followed, %d steps failed.\n", count, events, failures);
    return failures ? 1 : 0;
}
