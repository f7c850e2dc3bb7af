/* Events in a program of many threads: a thread that runs the loop, threads that make things happen, threads that register
 * and remove callbacks meanwhile. What each callback is told comes in the order in which it happened; each one registered is
 * freed once. */
#include "check.h"
#include <pthread.h>
#include <time.h>

enum { WORKERS = 4, ROUNDS = 200, REGISTRARS = 3, TIMES = 150 };

static virConnectPtr connection;
static int stop, disorder, told, registered, freed;

static int in_order(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    int *next = opaque;
    if (event != *next)
        __atomic_add_fetch(&disorder, 1, __ATOMIC_SEQ_CST);
    *next = event == VIR_DOMAIN_EVENT_SUSPENDED ? VIR_DOMAIN_EVENT_RESUMED : VIR_DOMAIN_EVENT_SUSPENDED;
    __atomic_add_fetch(&told, 1, __ATOMIC_SEQ_CST);
    /* the library may be called from here */
    if (virDomainIsActive(d) != 1)
        __atomic_add_fetch(&disorder, 1, __ATOMIC_SEQ_CST);
    return 0;
}

static int any(virConnectPtr c, virDomainPtr d, int event, int detail, void *opaque)
{
    return 0;
}

static void gone(void *opaque)
{
    __atomic_add_fetch(&freed, 1, __ATOMIC_SEQ_CST);
    free(opaque);
}

static void *loop(void *opaque)
{
    while (!__atomic_load_n(&stop, __ATOMIC_SEQ_CST))
        virEventRunDefaultImpl();
    return NULL;
}

static void *worker(void *opaque)
{
    virDomainPtr d = opaque;
    for (int round = 0; round < ROUNDS; round++) {
        virDomainSuspend(d);
        virDomainResume(d);
    }
    return NULL;
}

static void *registrar(void *opaque)
{
    virDomainPtr d = opaque;
    for (int time = 0; time < TIMES; time++) {
        void *memory = malloc(8);
        int id = virConnectDomainEventRegisterAny(connection, time % 2 ? d : NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                  VIR_DOMAIN_EVENT_CALLBACK(any), memory, gone);
        if (id < 0) {
            /* another thread has the same one registered */
            free(memory);
            continue;
        }
        __atomic_add_fetch(&registered, 1, __ATOMIC_SEQ_CST);
        if (virConnectDomainEventDeregisterAny(connection, id) < 0)
            printf("a callback is lost\n");
    }
    return NULL;
}

static void nothing(int timer, void *opaque)
{
}

int main(void)
{
    pthread_t runner, threads[WORKERS + REGISTRARS];
    virDomainPtr domains[WORKERS + REGISTRARS];
    int next[WORKERS + REGISTRARS], ids[WORKERS];
    virEventRegisterDefaultImpl();
    virEventAddTimeout(20, nothing, NULL, NULL);
    virConnectPtr c = connection = check_open();
    for (int at = 0; at < WORKERS + REGISTRARS; at++) {
        char xml[300];
        snprintf(xml, sizeof(xml), "<domain type='test'><name>d%d</name><memory>1024</memory><os><type>hvm</type></os></domain>", at);
        domains[at] = virDomainCreateXML(c, xml, 0);
        next[at] = VIR_DOMAIN_EVENT_SUSPENDED;
    }
    for (int at = 0; at < WORKERS; at++)
        ids[at] = virConnectDomainEventRegisterAny(c, domains[at], VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                   VIR_DOMAIN_EVENT_CALLBACK(in_order), &next[at], NULL);
    pthread_create(&runner, NULL, loop, NULL);
    for (int at = 0; at < WORKERS + REGISTRARS; at++)
        pthread_create(&threads[at], NULL, at < WORKERS ? worker : registrar, domains[at]);
    for (int at = 0; at < WORKERS + REGISTRARS; at++)
        pthread_join(threads[at], NULL);
    const struct timespec pause = {0, 10000000};
    for (int wait = 0; wait < 1000; wait++) {
        if (__atomic_load_n(&told, __ATOMIC_SEQ_CST) == 2 * WORKERS * ROUNDS
            && __atomic_load_n(&freed, __ATOMIC_SEQ_CST) == registered)
            break;
        nanosleep(&pause, NULL);
    }
    for (int at = 0; at < WORKERS; at++)
        virConnectDomainEventDeregisterAny(c, ids[at]);
    __atomic_store_n(&stop, 1, __ATOMIC_SEQ_CST);
    pthread_join(runner, NULL);
    printf("told %d of %d, out of order %d, freed as registered %d\n", told, 2 * WORKERS * ROUNDS, disorder, freed == registered);
    for (int at = 0; at < WORKERS + REGISTRARS; at++) {
        virDomainDestroy(domains[at]);
        virDomainFree(domains[at]);
    }
    printf("closed: %d\n", virConnectClose(c));
    return 0;
}
