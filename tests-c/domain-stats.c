/* Statistics of many domains at once. */
#include "domain.h"

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainGetName((*(virDomainStatsRecordPtr *)a)->dom), virDomainGetName((*(virDomainStatsRecordPtr *)b)->dom));
}

static void print_records(virDomainStatsRecordPtr *records, int n)
{
    printf("%d\n", n);
    if (n < 0) {
        check_error("stats");
        return;
    }
    qsort(records, n, sizeof(*records), by_name);
    for (int i = 0; i < n; i++) {
        printf("%s(%d):", virDomainGetName(records[i]->dom), (int)virDomainGetID(records[i]->dom));
        for (int j = 0; j < records[i]->nparams; j++)
            print_param(&records[i]->params[j]);
        printf("\n");
    }
    if (records[n])
        printf("no NULL at the end\n");
    virDomainStatsRecordListFree(records);
}

static void all(virConnectPtr c, unsigned groups, unsigned flags)
{
    virDomainStatsRecordPtr *records = NULL;
    printf("all, groups 0x%x, flags 0x%x: ", groups, flags);
    int n = virConnectGetAllDomainStats(c, groups, &records, flags);
    print_records(records, n);
}

static void some(virDomainPtr *domains, unsigned groups, unsigned flags)
{
    virDomainStatsRecordPtr *records = NULL;
    int n = virDomainListGetStats(domains, groups, &records, flags);
    printf("some, groups 0x%x, flags 0x%x: ", groups, flags);
    print_records(records, n);
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "<vcpu>2</vcpu>");
    virDomainPtr both[] = { builtin, d, NULL }, twice[] = { d, d, NULL }, none[] = { NULL };
    for (int state = 0; state < 3; state++) {
        printf("-- state %d\n", state);
        for (int bit = -1; bit < 32; bit++)
            all(c, bit < 0 ? 0 : 1u << bit, 0);
        for (int bit = 0; bit < 32; bit++)
            all(c, 0, 1u << bit);
        for (int bit = 0; bit < 32; bit++)
            all(c, 1u << bit, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS);
        all(c, 0, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE);
        all(c, 0, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT);
        some(both, 0, 0);
        some(both, VIR_DOMAIN_STATS_BALLOON, 0);
        some(both, 0, VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE);
        some(twice, 0, 0);
        some(none, 0, 0);
        if (state == 0) {
            CHECK(virDomainCreate(d));
            CHECK(virDomainAddIOThread(d, 44, VIR_DOMAIN_AFFECT_LIVE));
            CHECK(virDomainAddIOThread(d, 3, VIR_DOMAIN_AFFECT_CONFIG));
            SET(virDomainSetIOThreadParams(d, 44, params, n, 0), VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, VIR_TYPED_PARAM_ULLONG, ul, 7);
            SET(virDomainSetIOThreadParams(d, 44, params, n, 0), VIR_DOMAIN_IOTHREAD_POLL_SHRINK, VIR_TYPED_PARAM_UINT, ui, 8);
        }
        if (state == 1) {
            CHECK(virDomainDelIOThread(d, 44, VIR_DOMAIN_AFFECT_LIVE));
            CHECK(virDomainSuspend(builtin));
        }
    }
    CHECK(virDomainListGetStats(NULL, 0, NULL, 0));
    CHECK(virDomainListGetStats(both, 0, NULL, 0));
    CHECK(virConnectGetAllDomainStats(c, 0, NULL, 0));
    CHECK(virDomainDestroy(d));
    CHECK(virDomainUndefine(d));
    some(both, 0, 0);
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    virDomainStatsRecordListFree(NULL);
    CHECK(virConnectClose(c));
    return 0;
}
