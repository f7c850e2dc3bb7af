/* Virtual processors and I/O threads: counts, pins, what they do. */
#include "domain.h"

#define MIDDLE                                                                                                   \
    "<vcpu cpuset='1-3' current='3'>5</vcpu><iothreads>2</iothreads>"                                            \
    "<iothreadids><iothread id='4'/><iothread id='7'/></iothreadids>"                                            \
    "<cputune><shares>2048</shares><vcpupin vcpu='0' cpuset='1'/><vcpupin vcpu='2' cpuset='0,2'/>"               \
    "<emulatorpin cpuset='2'/><iothreadpin iothread='4' cpuset='3'/></cputune>"

enum { LIVE = VIR_DOMAIN_AFFECT_LIVE, CONFIG = VIR_DOMAIN_AFFECT_CONFIG };

static void counts(virDomainPtr d)
{
    CHECK(virDomainGetMaxVcpus(d));
    for (unsigned flags = 0; flags < 16; flags++) {
        int r = virDomainGetVcpusFlags(d, flags);
        printf("count with flags %u: %d\n", flags, r);
        if (r < 0)
            check_error("count");
    }
}

static void pins(virDomainPtr d)
{
    unsigned char maps[8][3];
    for (unsigned flags = 0; flags < 4; flags++) {
        memset(maps, 0xaa, sizeof(maps));
        int n = virDomainGetVcpuPinInfo(d, 8, maps[0], 3, flags);
        printf("pins %u: %d:", flags, n);
        for (int i = 0; i < n; i++)
            printf(" %02x%02x%02x", maps[i][0], maps[i][1], maps[i][2]);
        printf("\n");
        if (n < 0)
            check_error("pins");
        memset(maps, 0xaa, sizeof(maps));
        n = virDomainGetEmulatorPinInfo(d, maps[0], 3, flags);
        printf("emulator %u: %d: %02x%02x%02x\n", flags, n, n < 0 ? 0 : maps[0][0], n < 0 ? 0 : maps[0][1],
               n < 0 ? 0 : maps[0][2]);
        if (n < 0)
            check_error("emulator");
        virDomainIOThreadInfoPtr *threads = NULL;
        n = virDomainGetIOThreadInfo(d, &threads, flags);
        printf("threads %u: %d:", flags, n);
        for (int i = 0; i < n; i++) {
            printf(" %u/%d/", threads[i]->iothread_id, threads[i]->cpumaplen);
            for (int j = 0; j < threads[i]->cpumaplen; j++)
                printf("%02x", threads[i]->cpumap[j]);
            virDomainIOThreadInfoFree(threads[i]);
        }
        printf("\n");
        free(threads);
        if (n < 0)
            check_error("threads");
    }
    memset(maps, 0, sizeof(maps));
    CHECK(virDomainGetVcpuPinInfo(d, 1, maps[0], 1, 0));
    printf("%02x %02x\n", maps[0][0], maps[0][1]);
}

static void infos(virDomainPtr d)
{
    virVcpuInfo info[8];
    unsigned char maps[8][2];
    memset(maps, 0, sizeof(maps));
    int n = virDomainGetVcpus(d, info, 8, maps[0], 2);
    printf("vcpus: %d:", n);
    for (int i = 0; i < n; i++)
        printf(" [%u state %d time %s cpu %d map %02x%02x]", info[i].number, info[i].state, info[i].cpuTime ? "yes" : "no",
               info[i].cpu, maps[i][0], maps[i][1]);
    printf("\n");
    if (n < 0)
        check_error("vcpus");
    CHECK(virDomainGetVcpus(d, info, 1, NULL, 0));
    CHECK(virDomainGetVcpus(d, info, 8, NULL, 0));
}

static void usage(virDomainPtr d)
{
    virTypedParameter params[16];
    struct { int start; unsigned count, room; } asked[] = { { -1, 1, 4 }, { -1, 1, 2 }, { 0, 1, 4 }, { 0, 2, 4 }, { 1, 1, 1 },
                                                            { 1, 4, 4 }, { 2, 1, 4 }, { 0, 4, 2 }, { -1, 2, 2 } };
    CHECK(virDomainGetCPUStats(d, NULL, 0, 0, 0, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, 7, 0, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, -1, 1, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, 0, 1, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, 3, 1, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, -1, 0, 0));
    CHECK(virDomainGetCPUStats(d, NULL, 0, 0, 1, 1));
    for (unsigned i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
        memset(params, 0, sizeof(params));
        int r = virDomainGetCPUStats(d, params, asked[i].room, asked[i].start, asked[i].count, 0);
        printf("usage of %u from %d, room %u:", asked[i].count, asked[i].start, asked[i].room);
        for (unsigned j = 0; r > 0 && j < asked[i].count * asked[i].room; j++)
            print_param(&params[j]);
        printf(" = %d\n", r);
        if (r < 0)
            check_error("usage");
    }
}

static void look(virDomainPtr d)
{
    counts(d);
    pins(d);
    infos(d);
    usage(d);
}

static void change(virDomainPtr d)
{
    unsigned char map[] = { 0x05, 0x80 }, none[] = { 0, 0 }, far[] = { 0, 0, 0, 0, 0x10 };
    unsigned counts[] = { 1, 4, 5, 6, 32, 33 };
    for (unsigned i = 0; i < 6; i++)
        for (unsigned flags = 0; flags < 8; flags++) {
            int r = virDomainSetVcpusFlags(d, counts[i], flags);
            printf("set %u vcpus, flags %u: %d, now %d of %d, live %d, config %d of %d\n", counts[i], flags, r,
                   virDomainGetVcpusFlags(d, 0), virDomainGetVcpusFlags(d, VIR_DOMAIN_VCPU_MAXIMUM),
                   virDomainGetVcpusFlags(d, LIVE), virDomainGetVcpusFlags(d, CONFIG),
                   virDomainGetVcpusFlags(d, CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
            if (r < 0) {
                virDomainSetVcpusFlags(d, counts[i], flags);
                check_error("set vcpus");
            }
        }
    CHECK(virDomainSetVcpusFlags(d, 5, CONFIG | VIR_DOMAIN_VCPU_MAXIMUM));
    CHECK(virDomainSetVcpus(d, 2));
    CHECK(virDomainSetVcpus(d, 3));
    print_lines(d, "vcpu", 0);
    print_lines(d, "vcpu", VIR_DOMAIN_XML_INACTIVE);

    CHECK(virDomainPinVcpu(d, 0, map, 2));
    CHECK(virDomainPinVcpu(d, 1, map, 1));
    CHECK(virDomainPinVcpu(d, 2, none, 2));
    CHECK(virDomainPinVcpu(d, 2, far, 5));
    CHECK(virDomainPinVcpu(d, 4, map, 2));
    CHECK(virDomainPinVcpu(d, 9, map, 2));
    CHECK(virDomainPinVcpuFlags(d, 1, map, 2, 0));
    CHECK(virDomainPinVcpuFlags(d, 1, map, 2, LIVE));
    CHECK(virDomainPinEmulator(d, map, 2, 0));
    CHECK(virDomainPinEmulator(d, map, 1, LIVE));
    CHECK(virDomainPinEmulator(d, none, 2, CONFIG));
    CHECK(virDomainPinEmulator(d, far, 5, CONFIG));
    CHECK(virDomainPinIOThread(d, 4, map, 2, 0));
    CHECK(virDomainPinIOThread(d, 7, map, 2, CONFIG));
    CHECK(virDomainPinIOThread(d, 7, none, 2, CONFIG));
    CHECK(virDomainPinIOThread(d, 5, map, 2, 0));
    CHECK(virDomainPinIOThread(d, 7, map, 2, LIVE | CONFIG));

    CHECK(virDomainAddIOThread(d, 0, 0));
    CHECK(virDomainAddIOThread(d, 9, 0));
    CHECK(virDomainAddIOThread(d, 9, 0));
    CHECK(virDomainAddIOThread(d, 3, CONFIG));
    CHECK(virDomainAddIOThread(d, 11, LIVE));
    CHECK(virDomainDelIOThread(d, 4, 0));
    CHECK(virDomainDelIOThread(d, 4, 0));
    CHECK(virDomainDelIOThread(d, 7, CONFIG));
    CHECK(virDomainDelIOThread(d, 9, LIVE));
    CHECK(virDomainDelIOThread(d, 77, 0));
    print_lines(d, "thread", 0);
    print_lines(d, "thread", VIR_DOMAIN_XML_INACTIVE);
    print_lines(d, "pin", 0);
    print_lines(d, "pin", VIR_DOMAIN_XML_INACTIVE);
    for (unsigned flags = 0; flags < 3; flags++) {
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, VIR_TYPED_PARAM_ULLONG, ul, 7);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_POLL_GROW, VIR_TYPED_PARAM_UINT, ui, 7);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_POLL_GROW, VIR_TYPED_PARAM_UINT, ui, 0x80000000u);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_POLL_SHRINK, VIR_TYPED_PARAM_UINT, ui, 7);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_POLL_SHRINK, VIR_TYPED_PARAM_ULLONG, ul, 7);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN, VIR_TYPED_PARAM_INT, i, 7);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX, VIR_TYPED_PARAM_INT, i, -2);
        SET(virDomainSetIOThreadParams(d, 11, params, n, flags), "nothing", VIR_TYPED_PARAM_INT, i, 7);
    }
    print_lines(d, "thread", 0);
    CHECK(virDomainSetVcpu(d, "1", 1, 0));
    CHECK(virDomainSetGuestVcpus(d, "1", 1, 0));
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, MIDDLE);
    printf("-- builtin\n");
    look(builtin);
    d = domain_defined_and_running(c, d, MIDDLE, look, change);
    printf("-- stopped\n");
    look(d);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    d = virDomainCreateXML(c, RICH_HEAD MIDDLE RICH_TAIL, 0);
    printf("-- transient\n");
    change(d);
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
