/* Disks: statistics, sizes, errors; and what the test driver has no answer for. */
#include "domain.h"
#include <sys/time.h>

static unsigned long long now(void)
{
    struct timeval t;
    gettimeofday(&t, NULL);
    return t.tv_sec * 1000000ull + t.tv_usec;
}

/* Whether a number is what a time was, give or take a minute. */
static int near(long long number, unsigned long long time)
{
    return number <= (long long)time + 60000000 && number >= (long long)time - 60000000;
}

static void stats(virDomainPtr d, const char *disk)
{
    virDomainBlockStatsStruct s;
    memset(&s, 0x55, sizeof(s));
    int r = virDomainBlockStats(d, disk, &s, sizeof(s));
    printf("stats of %s: %d\n", disk, r);
    if (r < 0) {
        check_error("stats");
        return;
    }
    unsigned long long t = now();
    printf("%d %d %d %d %d\n", near(s.rd_req, t / 10), near(s.rd_bytes, t / 20), near(s.wr_req, t / 30), near(s.wr_bytes, t / 40),
           near(s.errs, t / 1000000 / 2));
    memset(&s, 0x55, sizeof(s));
    CHECK(virDomainBlockStats(d, disk, &s, 8));
    printf("%d %llx\n", near(s.rd_req, t / 10), s.rd_bytes);
}

static void look(virDomainPtr d)
{
    static const char *names[] = { "hda", "/a", "hdc", "sda", "p/i", "vdb", "/b", "vda", "/guest/diskimage1", "", "nodisk", "/nofile" };
    for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        stats(d, names[i]);
        virDomainBlockInfo info;
        int r = virDomainGetBlockInfo(d, names[i], &info, 0);
        printf("info of %s: %d\n", names[i], r);
        if (r < 0)
            check_error("info");
        else
            printf("%llu %llu %llu\n", info.capacity, info.allocation, info.physical);
    }
    virDomainBlockInfo info;
    CHECK(virDomainGetBlockInfo(d, "hda", &info, 1));
    for (unsigned room = 0; room < 6; room++) {
        virDomainDiskError errors[8];
        memset(errors, 0, sizeof(errors));
        int n = virDomainGetDiskErrors(d, errors, room, 0);
        printf("errors with room %u: %d:", room, n);
        for (int i = 0; i < n; i++) {
            printf(" %s %d", errors[i].disk, errors[i].error);
            free(errors[i].disk);
        }
        printf("\n");
        if (n < 0)
            check_error("errors");
    }
    CHECK(virDomainGetDiskErrors(d, NULL, 0, 0));
    CHECK(virDomainGetDiskErrors(d, NULL, 0, 1));
}

static void unsupported(virDomainPtr d)
{
    virDomainBlockJobInfo info;
    virTypedParameter params[4];
    int n = 0;
    char bytes[8];
    CHECK(virDomainBlockStatsFlags(d, "vda", params, &n, 0));
    CHECK(virDomainBlockPeek(d, "vda", 0, 8, bytes, 0));
    CHECK(virDomainBlockResize(d, "vda", 1000, 0));
    CHECK(virDomainGetBlockJobInfo(d, "vda", &info, 0));
    CHECK(virDomainBlockJobAbort(d, "vda", 0));
    CHECK(virDomainBlockJobSetSpeed(d, "vda", 1, 0));
    CHECK(virDomainBlockPull(d, "vda", 0, 0));
    CHECK(virDomainBlockRebase(d, "vda", NULL, 0, 0));
    CHECK(virDomainBlockRebase(d, "vda", "/x", 0, VIR_DOMAIN_BLOCK_REBASE_COPY));
    CHECK(virDomainBlockRebase(d, "vda", NULL, 0, VIR_DOMAIN_BLOCK_REBASE_COPY));
    CHECK(virDomainBlockRebase(d, "vda", "/x", 0, VIR_DOMAIN_BLOCK_REBASE_SHALLOW));
    CHECK(virDomainBlockCommit(d, "vda", NULL, NULL, 0, 0));
    CHECK(virDomainBlockCopy(d, "vda", "<disk/>", NULL, 0, 0));
    CHECK(virDomainBlockCopy(d, "vda", "<disk/>", NULL, 1, 0));
    CHECK(virDomainSetBlockThreshold(d, "vda", 1, 0));
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "");
    printf("-- builtin\n");
    look(builtin);
    unsupported(builtin);
    printf("-- defined\n");
    look(d);
    CHECK(virDomainCreate(d));
    printf("-- running\n");
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
