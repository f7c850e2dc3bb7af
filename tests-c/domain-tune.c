/* What a domain may take of the host: scheduler, disks, network interfaces, NUMA nodes, performance counters. */
#include "domain.h"

#define MIDDLE                                                                                                   \
    "<blkiotune><weight>300</weight><device><path>/dev/sda</path><weight>200</weight>"                           \
    "<read_bytes_sec>1000</read_bytes_sec></device><device><path>/dev/sdb</path><weight>500</weight>"            \
    "<write_iops_sec>30</write_iops_sec></device></blkiotune>"                                                   \
    "<vcpu>2</vcpu><cputune><shares>2048</shares></cputune>"                                                     \
    "<numatune><memory mode='strict' nodeset='0-1'/></numatune>"                                                 \
    "<perf><event name='cmt' enabled='yes'/><event name='page_faults' enabled='no'/></perf>"

enum { LIVE = VIR_DOMAIN_AFFECT_LIVE, CONFIG = VIR_DOMAIN_AFFECT_CONFIG };

#define U VIR_TYPED_PARAM_UINT, ui
#define ULL VIR_TYPED_PARAM_ULLONG, ul
#define I VIR_TYPED_PARAM_INT, i
#define S VIR_TYPED_PARAM_STRING, s
#define B VIR_TYPED_PARAM_BOOLEAN, b
#define SET2(call, name, kind, content) SET3(call, name, kind, content)
#define SET3(call, name, kind, member, content) SET(call, name, kind, member, content)

static void perf(virDomainPtr d, unsigned flags)
{
    virTypedParameterPtr params = NULL;
    int n = 0, r = virDomainGetPerfEvents(d, &params, &n, flags);
    printf("perf %u: ", flags);
    print_params("events", r, params, n);
    free(params);
}

static void look(virDomainPtr d)
{
    int n = -7;
    CHECK_STRING(virDomainGetSchedulerType(d, &n));
    printf("%d\n", n);
    CHECK_STRING(virDomainGetSchedulerType(d, NULL));
    for (unsigned flags = 0; flags < 9; flags = flags ? flags + (flags == 4 ? 4 : 1) : 1) {
        printf("- flags %u\n", flags);
        virTypedParameter params[4] = { { .type = 0 } };
        n = 4;
        int r = virDomainGetSchedulerParametersFlags(d, params, &n, flags);
        print_params("scheduler", r, params, r < 0 ? 0 : n);
        GET(virDomainGetBlkioParameters(d, params, &n, flags));
        GET(virDomainGetNumaParameters(d, params, &n, flags));
        GET(virDomainGetBlockIoTune(d, "hda", params, &n, flags));
        GET(virDomainGetBlockIoTune(d, "/b", params, &n, flags));
        GET(virDomainGetBlockIoTune(d, "hdc", params, &n, flags));
        GET(virDomainGetBlockIoTune(d, "nodisk", params, &n, flags));
        GET(virDomainGetInterfaceParameters(d, "52:54:00:00:00:01", params, &n, flags));
        GET(virDomainGetInterfaceParameters(d, "foo0", params, &n, flags));
        GET(virDomainGetInterfaceParameters(d, "nobody", params, &n, flags));
        GET(virDomainGetInterfaceParameters(d, "52:54:00:00:00:99", params, &n, flags));
        perf(d, flags);
    }
    virTypedParameter params[4];
    n = 0;
    CHECK(virDomainGetBlockIoTune(d, NULL, NULL, &n, 0));
    CHECK(virDomainGetInterfaceParameters(d, NULL, NULL, &n, 0));
    n = 4;
    CHECK(virDomainGetSchedulerParameters(d, params, &n));
    printf("%d\n", n);
    virTypedParamsClear(params, n);
}

static void lines(virDomainPtr d, const char *word)
{
    print_lines(d, word, 0);
    print_lines(d, word, VIR_DOMAIN_XML_INACTIVE);
}

static void blkio(virDomainPtr d)
{
    static const char *lists[] = { "/dev/sda,700", "/dev/sdc,100,/dev/sda,0", "/dev/sda", "/dev/sda,", ",5", "", "/dev/sda,x", "/dev/sda,-1",
                                   "/dev/sda,99999", "/dev/sda,1001", "/dev/sda,99", "/dev/x,5000000000", "/a,200,/a,300", " /a,200", "/a,200,", "sda,200", "/a,0" };
    static const char *names[] = { VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS,
                                   VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS };
    for (unsigned flags = 0; flags < 5; flags++) {
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_WEIGHT, U, 100);
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_WEIGHT, U, 1001);
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_WEIGHT, U, 0);
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_WEIGHT, U, 99);
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_WEIGHT, I, 200);
        SET2(virDomainSetBlkioParameters(d, params, n, flags), VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, U, 200);
    }
    for (int name = 0; name < 5; name++)
        for (unsigned at = 0; at < sizeof(lists) / sizeof(lists[0]); at++) {
            virTypedParameter p = { .type = VIR_TYPED_PARAM_STRING, .value.s = (char *)lists[at] };
            strcpy(p.field, names[name]);
            printf("%s '%s'\n", names[name], lists[at]);
            CHECK(virDomainSetBlkioParameters(d, &p, 1, 0));
            print_lines(d, name == 0 ? "weight" : "_sec", 0);
        }
    virTypedParameter two[2] = { { VIR_DOMAIN_BLKIO_WEIGHT, VIR_TYPED_PARAM_UINT, { .ui = 150 } },
                                 { VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, VIR_TYPED_PARAM_STRING, { .s = "/dev/sda,nonsense" } } };
    CHECK(virDomainSetBlkioParameters(d, two, 2, 0));
    print_lines(d, "weight", 0);
    CHECK(virDomainSetBlkioParameters(d, two, 0, 0));
}

static void numa(virDomainPtr d)
{
    static char *sets[] = { "0", "1", "0-3", "", "x", "0-1,^1", "7" };
    for (unsigned flags = 0; flags < 5; flags++) {
        for (int mode = -1; mode < 5; mode++) {
            printf("mode %d: ", mode);
            SET2(virDomainSetNumaParameters(d, params, n, flags), VIR_DOMAIN_NUMA_MODE, I, mode);
        }
        for (unsigned at = 0; at < sizeof(sets) / sizeof(sets[0]); at++) {
            printf("'%s': ", sets[at]);
            SET2(virDomainSetNumaParameters(d, params, n, flags), VIR_DOMAIN_NUMA_NODESET, S, sets[at]);
        }
        SET2(virDomainSetNumaParameters(d, params, n, flags), VIR_DOMAIN_NUMA_NODESET, U, 1);
        SET2(virDomainSetNumaParameters(d, params, n, flags), "numa_other", U, 1);
        lines(d, "memory mode");
    }
}

static void iotune(virDomainPtr d)
{
    static const char *names[] = {
        VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC,
        VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC,
        VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX,
        VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX,
        VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH,
        VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH,
        VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH,
        VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH };
    static unsigned long long values[] = { 500, 0, 1ull << 31, 1000000000000000ull, 1000000000000001ull, 1ull << 63 };
    for (unsigned at = 0; at < sizeof(names) / sizeof(names[0]); at++)
        for (int v = 0; v < 6; v++) {
            printf("%llu: ", values[v]);
            SET2(virDomainSetBlockIoTune(d, "vdb", params, n, 0), names[at], ULL, values[v]);
            if (v == 0 || v == 2)
                print_lines(d, "_sec", 0);
        }
    for (unsigned flags = 0; flags < 5; flags++) {
        SET2(virDomainSetBlockIoTune(d, "hda", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, S, "other");
        SET2(virDomainSetBlockIoTune(d, "hda", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, S, "");
        SET2(virDomainSetBlockIoTune(d, "/a", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, ULL, 777 + flags);
        SET2(virDomainSetBlockIoTune(d, "/a", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, U, 777 + flags);
        SET2(virDomainSetBlockIoTune(d, "hdc", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, ULL, 777);
        SET2(virDomainSetBlockIoTune(d, "nodisk", params, n, flags), VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, ULL, 777);
        lines(d, "_sec");
        lines(d, "group");
    }
    virTypedParameter two[3] = { { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, VIR_TYPED_PARAM_ULLONG, { .ul = 1000 } },
                                 { VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, VIR_TYPED_PARAM_ULLONG, { .ul = 500 } },
                                 { VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, VIR_TYPED_PARAM_STRING, { .s = "h" } } };
    static const char *pairs[][2] = {
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC },
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC },
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX },
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX },
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX },
        { VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC },
        { VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC },
        { VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX, VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH },
        { VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC },
        { VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH } };
    for (unsigned at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
        for (int count = 2; count < 4; count++) {
            strcpy(two[0].field, pairs[at][0]);
            strcpy(two[1].field, pairs[at][1]);
            printf("%s and %s, %d\n", pairs[at][0], pairs[at][1], count);
            CHECK(virDomainSetBlockIoTune(d, "sda", two, count, 0));
            print_lines(d, "_sec", 0);
            print_lines(d, "group", 0);
        }
}

static void bandwidth(virDomainPtr d)
{
    static const char *names[] = { VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, VIR_DOMAIN_BANDWIDTH_IN_PEAK, VIR_DOMAIN_BANDWIDTH_IN_BURST,
                                   VIR_DOMAIN_BANDWIDTH_IN_FLOOR, VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, VIR_DOMAIN_BANDWIDTH_OUT_PEAK,
                                   VIR_DOMAIN_BANDWIDTH_OUT_BURST };
    static const char *devices[] = { "52:54:00:00:00:01", "foo0", "52:54:00:00:00:03", "nobody" };
    for (int device = 0; device < 4; device++)
        for (int name = 0; name < 7; name++) {
            SET2(virDomainSetInterfaceParameters(d, devices[device], params, n, 0), names[name], U, 40);
            SET2(virDomainSetInterfaceParameters(d, devices[device], params, n, 0), names[name], U, 0);
            SET2(virDomainSetInterfaceParameters(d, devices[device], params, n, 0), names[name], ULL, 40);
            print_lines(d, "b", 0);
        }
    virTypedParameter two[2] = { { VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, VIR_TYPED_PARAM_UINT, { .ui = 50 } },
                                 { VIR_DOMAIN_BANDWIDTH_IN_FLOOR, VIR_TYPED_PARAM_UINT, { .ui = 60 } } };
    for (int device = 0; device < 3; device++) {
        CHECK(virDomainSetInterfaceParameters(d, devices[device], two, 2, 0));
        print_lines(d, "bound", 0);
        two[0].value.ui = 0;
        CHECK(virDomainSetInterfaceParameters(d, devices[device], two, 2, 0));
        print_lines(d, "b", 0);
        CHECK(virDomainSetInterfaceParameters(d, devices[device], two, 1, 0));
        print_lines(d, "bound", 0);
        two[0].value.ui = 50;
    }
    for (unsigned flags = 0; flags < 5; flags++) {
        SET2(virDomainSetInterfaceParameters(d, "foo0", params, n, flags), VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, U, 200 + flags);
        lines(d, "bound");
    }
    SET2(virDomainSetInterfaceParameters(d, "foo0", params, n, 0), "inbound", U, 200);
}

static void counters(virDomainPtr d)
{
    for (unsigned flags = 0; flags < 5; flags++) {
        SET2(virDomainSetPerfEvents(d, params, n, flags), VIR_PERF_PARAM_CMT, B, 0);
        SET2(virDomainSetPerfEvents(d, params, n, flags), VIR_PERF_PARAM_PAGE_FAULTS, B, 1);
        SET2(virDomainSetPerfEvents(d, params, n, flags), VIR_PERF_PARAM_CPU_CYCLES, B, flags & 1);
        SET2(virDomainSetPerfEvents(d, params, n, flags), VIR_PERF_PARAM_CPU_CYCLES, I, 1);
        SET2(virDomainSetPerfEvents(d, params, n, flags), "nothing", B, 1);
        lines(d, "event");
    }
}

static void scheduler(virDomainPtr d)
{
    for (unsigned flags = 0; flags < 2; flags++) {
        SET2(virDomainSetSchedulerParametersFlags(d, params, n, flags), VIR_DOMAIN_SCHEDULER_WEIGHT, U, 70);
        SET2(virDomainSetSchedulerParametersFlags(d, params, n, flags), VIR_DOMAIN_SCHEDULER_WEIGHT, ULL, 70);
        SET2(virDomainSetSchedulerParametersFlags(d, params, n, flags), VIR_DOMAIN_SCHEDULER_CPU_SHARES, ULL, 70);
    }
    SET2(virDomainSetSchedulerParameters(d, params, n), VIR_DOMAIN_SCHEDULER_WEIGHT, U, 80);
    virTypedParameter none;
    CHECK(virDomainSetSchedulerParameters(d, &none, 0));
    lines(d, "shares");
}

static void change(virDomainPtr d)
{
    blkio(d);
    numa(d);
    iotune(d);
    bandwidth(d);
    counters(d);
    scheduler(d);
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, MIDDLE);
    printf("-- builtin\n");
    look(builtin);
    d = domain_defined_and_running(c, d, MIDDLE, look, change);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    d = virDomainCreateXML(c, RICH_HEAD RICH_TAIL, 0);
    printf("-- transient\n");
    change(d);
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainStartDirtyRateCalc(builtin, 1, 0));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
