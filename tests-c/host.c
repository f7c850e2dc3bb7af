/* The host: capabilities, memory, CPUs. */
#include "check.h"

int main(void)
{
    virConnectPtr c = check_open();
    virConnectPtr ro = virConnectOpenReadOnly("test:///default");
    virNodeInfo node;
    virSecurityModel security;
    unsigned long long amounts[16] = { 0 };
    unsigned int sizes[] = { 4, 8, 2048, 1048576 };
    virNodeCPUStats stats[8];
    virTypedParameter params[4];
    unsigned char *map = NULL;
    unsigned int online = 0;
    int count = 0;

    CHECK_STRING(virConnectGetCapabilities(c));
    CHECK_STRING(virConnectGetCapabilities(NULL));
    CHECK_STRING(virConnectGetSysinfo(c, 0));
    CHECK(virConnectGetMaxVcpus(c, "kvm"));
    CHECK(virConnectGetMaxVcpus(c, NULL));

    CHECK(virNodeGetInfo(c, &node));
    printf("%s %lu %u %u %u %u %u %u\n", node.model, node.memory, node.cpus, node.mhz, node.nodes, node.sockets, node.cores,
           node.threads);
    CHECK(virNodeGetInfo(c, NULL));

    CHECK(virNodeGetFreeMemory(c));
    CHECK(virNodeGetFreeMemory(NULL));
    for (int first = -1; first < 3; first++) {
        int cells = virNodeGetCellsFreeMemory(c, amounts, first, 4);
        printf("cells from %d: %d, %llu %llu\n", first, cells, amounts[0], amounts[1]);
        check_error("cells");
    }
    CHECK(virNodeGetCellsFreeMemory(c, NULL, 0, 1));
    CHECK(virNodeGetCellsFreeMemory(c, amounts, 0, 0));
    CHECK(virNodeGetFreePages(c, 4, sizes, 0, 2, amounts, 0));
    for (int i = 0; i < 8; i++)
        printf("%llu ", amounts[i]);
    printf("\n");
    CHECK(virNodeGetFreePages(c, 0, sizes, 0, 2, amounts, 0));
    CHECK(virNodeGetFreePages(c, 4, NULL, 0, 2, amounts, 0));
    CHECK(virNodeGetFreePages(c, 4, sizes, 0, 0, amounts, 0));
    CHECK(virNodeGetFreePages(c, 4, sizes, 0, 2, NULL, 0));
    CHECK(virNodeAllocPages(c, 1, sizes, amounts, 0, 1, 0));
    CHECK(virNodeAllocPages(ro, 1, sizes, amounts, 0, 1, 0));
    CHECK(virNodeAllocPages(c, 1, sizes, NULL, 0, 1, 0));

    CHECK(virNodeGetCPUMap(c, &map, &online, 0));
    printf("map %02x, %u online\n", map ? map[0] : 0, online);
    free(map);
    CHECK(virNodeGetCPUMap(c, NULL, NULL, 0));
    CHECK(virNodeGetCPUStats(c, -1, NULL, &count, 0));
    printf("%d statistics\n", count);
    CHECK(virNodeGetCPUStats(c, 0, stats, &count, 0));
    for (int i = 0; i < count; i++)
        printf("%s %llu\n", stats[i].field, stats[i].value);
    count = 2;
    CHECK(virNodeGetCPUStats(c, 0, stats, &count, 0));
    printf("%d filled\n", count);
    CHECK(virNodeGetCPUStats(c, -2, stats, &count, 0));
    CHECK(virNodeGetCPUStats(c, 0, stats, NULL, 0));
    count = 0;
    CHECK(virNodeGetMemoryStats(c, -1, NULL, &count, 0));
    CHECK(virNodeGetMemoryParameters(c, NULL, &count, 0));
    memset(params, 0, sizeof(params));
    CHECK(virNodeSetMemoryParameters(c, params, 0, 0));
    CHECK(virNodeSetMemoryParameters(ro, params, 0, 0));
    CHECK(virNodeSetMemoryParameters(c, params, -1, 0));

    CHECK(virNodeGetSecurityModel(c, &security));
    printf("[%s] [%s]\n", security.model, security.doi);
    CHECK(virNodeGetSecurityModel(c, NULL));
    CHECK(virNodeSuspendForDuration(c, 0, 100, 0));
    CHECK(virNodeSuspendForDuration(ro, 0, 100, 0));

    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
