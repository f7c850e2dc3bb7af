/* Eight threads on one connection define, find, start, look at, stop and undefine domains of their own and each other's. Nothing
 * may hang, crash or be lost. Seconds to run: the first argument, 3 without one. */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 8, SHARED = 4 };

static virConnectPtr c;
static atomic_long rounds[THREADS];
static atomic_int stop, failures;

static virDomainPtr define(const char *name, int number)
{
    char xml[512];
    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>%s%d</name><uuid>aaaaaaaa-bbbb-cccc-dddd-0000000%05d</uuid>"
             "<memory>1024</memory><os><type>hvm</type></os></domain>",
             name, number, number);
    return virDomainDefineXML(c, xml);
}

/* Its own domain does what it is told, whatever the others do. */
static void expect(int holds, const char *what)
{
    if (!holds && !atomic_fetch_add(&failures, 1))
        printf("failed: %s: %s\n", what, virGetLastErrorMessage());
}

static void own(int number)
{
    virDomainInfo info;
    virDomainPtr d = define("own", number), found;
    char name[32];
    snprintf(name, sizeof(name), "own%d", number);
    expect(d != NULL, "define");
    expect(virDomainCreate(d) == 0, "create");
    found = virDomainLookupByName(c, name);
    expect(found != NULL, "by name");
    expect(virDomainIsActive(found) == 1, "active");
    virDomainFree(found);
    found = virDomainLookupByID(c, virDomainGetID(d));
    expect(found && !strcmp(virDomainGetName(found), name), "by number");
    expect(virDomainSuspend(found) == 0, "suspend");
    virDomainFree(found);
    expect(virDomainGetInfo(d, &info) == 0 && info.state == VIR_DOMAIN_PAUSED, "paused");
    char *xml = virDomainGetXMLDesc(d, 0);
    expect(xml && strstr(xml, name), "document");
    free(xml);
    expect(virDomainDestroy(d) == 0, "destroy");
    expect(virDomainUndefine(d) == 0, "undefine");
    expect(virDomainGetInfo(d, &info) == -1 && virGetLastErrorCode() == VIR_ERR_NO_DOMAIN, "gone");
    virDomainFree(d);
}

/* These belong to all threads: every call may fail, none may do harm. */
static void shared(int number)
{
    virDomainInfo info;
    virDomainPtr d = define("shared", number % SHARED), *all = NULL;
    if (!d)
        d = virDomainLookupByName(c, "test");
    virDomainCreate(d);
    virDomainGetInfo(d, &info);
    virDomainSetAutostart(d, number & 1);
    virDomainRename(d, "renamed", 0);
    free(virDomainGetXMLDesc(d, VIR_DOMAIN_XML_INACTIVE));
    int count = virConnectListAllDomains(c, &all, number & 1 ? VIR_CONNECT_LIST_DOMAINS_ACTIVE : 0);
    expect(count >= 0, "list");
    for (int i = 0; i < count; i++) {
        virDomainGetInfo(all[i], &info);
        virDomainFree(all[i]);
    }
    free(all);
    if (strcmp(virDomainGetName(d), "test")) {
        virDomainDestroy(d);
        virDomainUndefine(d);
    }
    virDomainFree(d);
}

static void *work(void *opaque)
{
    int thread = (int)(long)opaque;
    for (int number = 0; !atomic_load(&stop); number = (number + 1) % 1000) {
        own(100 + thread * 1000 + number);
        shared(number + thread);
        atomic_fetch_add(&rounds[thread], 1);
    }
    return NULL;
}

/* A thread that makes no round in ten seconds hangs. */
static void *watch(void *opaque)
{
    long before[THREADS] = { 0 };
    while (1) {
        sleep(10 * (int)(long)opaque);
        for (int i = 0; i < THREADS && !atomic_load(&stop); i++) {
            long now = atomic_load(&rounds[i]);
            if (now == before[i]) {
                printf("thread %d hangs\n", i);
                fflush(stdout);
                abort();
            }
            before[i] = now;
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS], watchdog;
    long patience = getenv("PATIENCE") ? atol(getenv("PATIENCE")) : 6;
    c = check_open();
    for (long i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    pthread_create(&watchdog, NULL, watch, (void *)patience);
    pthread_detach(watchdog);
    sleep(argc > 1 ? atoi(argv[1]) : 3);
    atomic_store(&stop, 1);
    long total = 0;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        total += atomic_load(&rounds[i]);
    }
    fprintf(stderr, "%ld rounds\n", total);
    printf("failures: %d\n", atomic_load(&failures));

    for (int i = 0; i < SHARED; i++) {
        char uuid[64];
        snprintf(uuid, sizeof(uuid), "aaaaaaaa-bbbb-cccc-dddd-0000000%05d", i);
        virDomainPtr d = virDomainLookupByUUIDString(c, uuid);
        if (d) {
            virDomainDestroy(d);
            virDomainUndefine(d);
            virDomainFree(d);
        }
    }
    printf("running: %d\n", virConnectNumOfDomains(c));
    printf("defined: %d\n", virConnectNumOfDefinedDomains(c));
    printf("all: %d\n", virConnectListAllDomains(c, NULL, 0));
    CHECK(virConnectClose(c));
    return 0;
}
