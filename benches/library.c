/*
 * What the library costs, on test:///default: one line a figure, "name<TAB>value<TAB>unit", lower is better.
 * Runs on any libvirt.so.0; benches/run runs it on the system's and on ours and prints the ratios.
 *
 *   library PROCESS-PROGRAM     PROCESS-PROGRAM: one that calls virGetVersion and ends (benches/hello.c)
 */
#define _GNU_SOURCE
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void be_quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

static void figure(const char *name, double value, const char *unit)
{
    printf("%s\t%.3f\t%s\n", name, value, unit);
    fflush(stdout);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

#define ROUNDS 9

/* The median over ROUNDS rounds of what one of `repeat` runs of a statement costs, in nanoseconds. */
#define MEASURE(name, repeat, unit, divisor, statement)          \
    do {                                                         \
        double rounds_[ROUNDS];                                  \
        for (int r_ = 0; r_ < ROUNDS; r_++) {                    \
            double from_ = now();                                \
            for (int i_ = 0; i_ < (repeat); i_++) {              \
                statement;                                       \
            }                                                    \
            rounds_[r_] = (now() - from_) / (repeat);            \
        }                                                        \
        qsort(rounds_, ROUNDS, sizeof(double), ascending);       \
        figure(name, rounds_[ROUNDS / 2] / (divisor), unit);     \
    } while (0)

static void free_list(virDomainPtr *list, int count)
{
    for (int i = 0; i < count; i++)
        virDomainFree(list[i]);
    free(list);
}

static void run_program(char *program)
{
    char *argv[] = { program, NULL };
    pid_t pid;
    int status;
    if (posix_spawn(&pid, program, NULL, NULL, argv, environ) != 0 || waitpid(pid, &status, 0) != pid || status != 0)
        exit(1);
}

static virDomainPtr define(virConnectPtr conn, int number)
{
    char xml[512];
    snprintf(xml, sizeof(xml),
             "<domain type='test'><name>vm%d</name><uuid>%08x-0000-4000-8000-000000000001</uuid><memory>65536</memory>"
             "<vcpu>1</vcpu><os><type>hvm</type></os></domain>",
             number, number + 1);
    virDomainPtr dom = virDomainDefineXML(conn, xml);
    if (!dom) {
        fprintf(stderr, "cannot define: %s\n", virGetLastErrorMessage());
        exit(1);
    }
    return dom;
}

struct worker {
    virConnectPtr conn;
    const char *name;
    int calls;
};

static void *ask(void *data)
{
    struct worker *worker = data;
    virDomainPtr dom = virDomainLookupByName(worker->conn, worker->name);
    virDomainInfo info;
    for (int i = 0; i < worker->calls; i++)
        virDomainGetInfo(dom, &info);
    virDomainFree(dom);
    return NULL;
}

/* Nanoseconds that `threads` threads need for a call each, asking about domains of their own. */
static double threads_cost(virConnectPtr conn, int threads, int calls)
{
    static const char *const names[] = { "vm0", "vm1", "vm2", "vm3" };
    struct worker workers[4];
    pthread_t handles[4];
    double from = now();
    for (int i = 0; i < threads; i++) {
        workers[i] = (struct worker){ conn, names[i], calls };
        pthread_create(&handles[i], NULL, ask, &workers[i]);
    }
    for (int i = 0; i < threads; i++)
        pthread_join(handles[i], NULL);
    return (now() - from) / calls / threads;
}

static void with_domains(virConnectPtr conn, int from, int to, const char *label)
{
    char name[96];
    virDomainPtr *list = NULL, dom;
    virDomainInfo info;
    unsigned char uuid[VIR_UUID_BUFLEN];

    for (int i = from; i < to; i++)
        virDomainFree(define(conn, i));
    dom = virDomainLookupByName(conn, "vm0");
    virDomainGetUUID(dom, uuid);

    snprintf(name, sizeof(name), "%s: list all", label);
    MEASURE(name, 3, "us", 1e3, free_list(list, virConnectListAllDomains(conn, &list, 0)));
    snprintf(name, sizeof(name), "%s: list the active one", label);
    MEASURE(name, 20, "us", 1e3, free_list(list, virConnectListAllDomains(conn, &list, VIR_CONNECT_LIST_DOMAINS_ACTIVE)));
    snprintf(name, sizeof(name), "%s: look up by name", label);
    MEASURE(name, 2000, "us", 1e3, virDomainFree(virDomainLookupByName(conn, "vm0")));
    snprintf(name, sizeof(name), "%s: look up by UUID", label);
    MEASURE(name, 2000, "us", 1e3, virDomainFree(virDomainLookupByUUID(conn, uuid)));
    snprintf(name, sizeof(name), "%s: look up by id", label);
    MEASURE(name, 2000, "us", 1e3, virDomainFree(virDomainLookupByID(conn, 1)));
    snprintf(name, sizeof(name), "%s: info", label);
    MEASURE(name, 20000, "us", 1e3, virDomainGetInfo(dom, &info));
    virDomainFree(dom);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    MEASURE("a program that asks for the version, start to end", 20, "ms", 1e6, run_program(argv[1]));

    virSetErrorFunc(NULL, be_quiet);
    virConnectPtr conn = virConnectOpen("test:///default");
    if (!conn)
        return 1;
    MEASURE("open and close", 200, "us", 1e3, virConnectClose(virConnectOpen("test:///default")));

    with_domains(conn, 0, 10, "10 domains");
    with_domains(conn, 10, 10000, "10000 domains");

    virDomainPtr dom = virDomainLookupByName(conn, "vm0");
    MEASURE("dump a small document", 500, "us", 1e3, free(virDomainGetXMLDesc(dom, 0)));
    virDomainFree(dom);
    int number = 10000;
    MEASURE("define and undefine a small document", 200, "us", 1e3, {
        dom = define(conn, number++);
        virDomainUndefine(dom);
        virDomainFree(dom);
    });
    MEASURE("start and stop", 200, "us", 1e3, {
        dom = virDomainLookupByName(conn, "vm0");
        virDomainCreate(dom);
        virDomainDestroy(dom);
        virDomainFree(dom);
    });
    MEASURE("a call that fails", 2000, "us", 1e3, virDomainLookupByName(conn, "no such domain"));

    figure("info, one thread", threads_cost(conn, 1, 300000) / 1e3, "us");
    figure("info, two threads, time per call", threads_cost(conn, 2, 300000) / 1e3, "us");
    virConnectClose(conn);
    return 0;
}
