/* Migration between connections whose drivers cannot: which complaint comes first. */
#include "domain.h"

static void both(virDomainPtr d, virConnectPtr to, unsigned long flags)
{
    printf("-- flags 0x%lx\n", flags);
    CHECK(virDomainMigrate(d, to, flags, NULL, NULL, 0) != NULL);
    CHECK(virDomainMigrate2(d, to, NULL, flags, "other", "tcp:x", 5) != NULL);
    CHECK(virDomainMigrate3(d, to, NULL, 0, flags) != NULL);
    CHECK(virDomainMigrateToURI(d, "test:///default", flags, NULL, 0));
    CHECK(virDomainMigrateToURI2(d, "test:///default", NULL, NULL, flags, NULL, 0));
    CHECK(virDomainMigrateToURI3(d, "test:///default", NULL, 0, flags));
}

int main(void)
{
    virConnectPtr c = check_open(), to = virConnectOpen("test:///default"), ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), readable = virDomainLookupByName(ro, "test");
    both(d, to, 0);
    for (int bit = 0; bit < 22; bit++)
        both(d, to, 1ul << bit);
    for (int bit = 0; bit < 20; bit++)
        for (int other = 0; other < bit; other++)
            both(d, to, 1ul << bit | 1ul << other);
    both(readable, to, 0);
    both(d, ro, 0);
    CHECK(virDomainMigrate(d, NULL, 0, NULL, NULL, 0) != NULL);
    CHECK(virDomainMigrateToURI(d, NULL, 0, NULL, 0));
    CHECK(virDomainMigrateToURI2(d, NULL, NULL, NULL, 0, NULL, 0));
    CHECK(virDomainMigrateToURI3(d, NULL, NULL, 0, 0));

    virTypedParameter params[3] = { { VIR_MIGRATE_PARAM_DEST_NAME, VIR_TYPED_PARAM_STRING, { .s = "other" } },
                                    { VIR_MIGRATE_PARAM_BANDWIDTH, VIR_TYPED_PARAM_ULLONG, { .ul = 7 } },
                                    { VIR_MIGRATE_PARAM_GRAPHICS_URI, VIR_TYPED_PARAM_STRING, { .s = "spice://x" } } };
    for (int n = 1; n < 4; n++) {
        CHECK(virDomainMigrate3(d, to, params, n, 0) != NULL);
        CHECK(virDomainMigrateToURI3(d, "test:///default", params, n, VIR_MIGRATE_PEER2PEER));
    }
    unsigned long long number;
    unsigned long speed;
    CHECK(virDomainMigrateGetMaxDowntime(d, &number, 0));
    CHECK(virDomainMigrateGetMaxDowntime(d, NULL, 0));
    CHECK(virDomainMigrateSetMaxDowntime(d, 1, 0));
    CHECK(virDomainMigrateGetCompressionCache(d, &number, 0));
    CHECK(virDomainMigrateSetCompressionCache(readable, 1, 0));
    CHECK(virDomainMigrateGetMaxSpeed(d, &speed, 0));
    CHECK(virDomainMigrateGetMaxSpeed(readable, &speed, 0));
    CHECK(virDomainMigrateSetMaxSpeed(d, 1, 0));
    CHECK(virDomainMigrateStartPostCopy(d, 0));
    CHECK(virDomainFree(readable));
    CHECK(virDomainFree(d));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(to));
    CHECK(virConnectClose(c));
    return 0;
}
