/* Memory: how much there is, limits, statistics, its content. */
#include "domain.h"

#define MIDDLE                                                                                                   \
    "<memtune><hard_limit>2000000</hard_limit><soft_limit>1500000</soft_limit>"                                  \
    "<swap_hard_limit>3000000</swap_hard_limit></memtune>"

enum { LIVE = VIR_DOMAIN_AFFECT_LIVE, CONFIG = VIR_DOMAIN_AFFECT_CONFIG };

static void sizes(virDomainPtr d)
{
    virDomainInfo info;
    virDomainGetInfo(d, &info);
    printf("now %lu of %lu, max %lu\n", info.memory, info.maxMem, virDomainGetMaxMemory(d));
    if (virGetLastError())
        check_error("sizes");
}

static void stats(virDomainPtr d)
{
    virDomainMemoryStatStruct stats[32];
    int rooms[] = { 32, VIR_DOMAIN_MEMORY_STAT_NR, 3 };
    for (int at = 0; at < 3; at++) {
        int n = virDomainMemoryStats(d, stats, rooms[at], 0);
        printf("stats with room %d: %d:", rooms[at], n);
        for (int i = 0; i < n; i++)
            printf(" %d=%llu", stats[i].tag, stats[i].val);
        printf("\n");
        if (n < 0)
            check_error("stats");
    }
    CHECK(virDomainMemoryStats(d, stats, 0, 0));
    CHECK(virDomainMemoryStats(d, stats, 8, 1));
}

static void params(virDomainPtr d)
{
    GET(virDomainGetMemoryParameters(d, params, &n, 0));
    GET(virDomainGetMemoryParameters(d, params, &n, LIVE));
    GET(virDomainGetMemoryParameters(d, params, &n, CONFIG));
    GET(virDomainGetMemoryParameters(d, params, &n, CONFIG | LIVE));
    GET(virDomainGetMemoryParameters(d, params, &n, VIR_TYPED_PARAM_STRING_OKAY));
    GET(virDomainGetMemoryParameters(d, params, &n, 8));
}

static void content(virDomainPtr d)
{
    unsigned char bytes[16];
    unsigned long long starts[] = { 0, 1, 250, 255, 1000003, 18446744073709551615ull };
    for (int i = 0; i < 6; i++) {
        int r = virDomainMemoryPeek(d, starts[i], sizeof(bytes), bytes, i % 2 ? VIR_MEMORY_PHYSICAL : VIR_MEMORY_VIRTUAL);
        printf("peek at %llu: %d:", starts[i], r);
        for (int j = 0; !r && j < 16; j++)
            printf(" %d", bytes[j]);
        printf("\n");
        if (r < 0)
            check_error("peek");
    }
    CHECK(virDomainMemoryPeek(d, 0, 0, NULL, VIR_MEMORY_VIRTUAL));
    CHECK(virDomainMemoryPeek(d, 0, 16, bytes, 0));
    CHECK(virDomainMemoryPeek(d, 0, 16, bytes, 4));
}

static void look(virDomainPtr d)
{
    sizes(d);
    stats(d);
    params(d);
    content(d);
}

static void change(virDomainPtr d)
{
    unsigned long amounts[] = { 1, 1023, 400000, 1000000, 1000001, 2000000, 9007199254740990ul };
    for (int i = 0; i < 7; i++)
        for (unsigned flags = 0; flags < 9; flags++) {
            printf("set %lu flags %u: %d: ", amounts[i], flags, virDomainSetMemoryFlags(d, amounts[i], flags));
            if (virGetLastError())
                check_error("set");
            sizes(d);
        }
    CHECK(virDomainSetMemoryFlags(d, 1000000, CONFIG | VIR_DOMAIN_MEM_MAXIMUM));
    CHECK(virDomainSetMaxMemory(d, 1000000));
    CHECK(virDomainSetMemory(d, 300000));
    CHECK(virDomainSetMemoryFlags(d, 300001, CONFIG));
    print_lines(d, "emory", 0);
    print_lines(d, "emory", VIR_DOMAIN_XML_INACTIVE);

    for (unsigned flags = 0; flags < 4; flags++) {
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 4000000);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_SOFT_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 5000000);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 1);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 6000000);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, VIR_DOMAIN_MEMORY_PARAM_UNLIMITED);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 0);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, ul, 18446744073709551615ull);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_MIN_GUARANTEE, VIR_TYPED_PARAM_ULLONG, ul, 5);
        SET(virDomainSetMemoryParameters(d, params, n, flags), VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_UINT, ui, 5);
        virTypedParameter both[2] = { { VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, { .ul = 7000000 } },
                                      { VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_TYPED_PARAM_ULLONG, { .ul = 3000000 } } };
        CHECK(virDomainSetMemoryParameters(d, both, 2, flags));
        both[1].value.ul = 8000000;
        CHECK(virDomainSetMemoryParameters(d, both, 2, flags));
        strcpy(both[0].field, VIR_DOMAIN_MEMORY_HARD_LIMIT);
        CHECK(virDomainSetMemoryParameters(d, both, 2, flags));
        params(d);
        print_lines(d, "limit", 0);
        print_lines(d, "limit", VIR_DOMAIN_XML_INACTIVE);
    }
    for (unsigned flags = 0; flags < 5; flags++) {
        CHECK(virDomainSetMemoryStatsPeriod(d, 3 + flags, flags));
        print_lines(d, "period", 0);
        print_lines(d, "period", VIR_DOMAIN_XML_INACTIVE);
    }
    CHECK(virDomainSetMemoryStatsPeriod(d, 0, 0));
    print_lines(d, "stats", 0);
    CHECK(virDomainSetMemoryStatsPeriod(d, -1, 0));
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, MIDDLE);
    printf("-- builtin\n");
    look(builtin);
    CHECK(virDomainSetMemoryStatsPeriod(builtin, 7, 0));
    d = domain_defined_and_running(c, d, MIDDLE, look, change);
    printf("-- stopped\n");
    look(d);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    d = virDomainCreateXML(c, "<domain type='test'><name>bare</name><uuid>12345678-1234-1234-1234-123456789abc</uuid>"
                              "<memory>2048</memory><os><type>hvm</type></os></domain>", 0);
    printf("-- transient, without a balloon\n");
    change(d);
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
