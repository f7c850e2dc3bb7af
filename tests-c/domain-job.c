/* Jobs and backups: the test driver has none. */
#include "domain.h"

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr d = virDomainLookupByName(c, "test");
    virDomainJobInfo info;
    virTypedParameterPtr params = NULL;
    int n = 0, kind = 0;
    CHECK(virDomainGetJobInfo(d, &info));
    CHECK(virDomainGetJobInfo(d, NULL));
    CHECK(virDomainGetJobStats(d, &kind, &params, &n, 0));
    CHECK(virDomainGetJobStats(d, &kind, &params, &n, VIR_DOMAIN_JOB_STATS_COMPLETED));
    CHECK(virDomainGetJobStats(d, &kind, &params, &n, VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED));
    CHECK(virDomainGetJobStats(d, NULL, &params, &n, 0));
    CHECK(virDomainAbortJob(d));
    CHECK(virDomainAbortJobFlags(d, VIR_DOMAIN_ABORT_JOB_POSTCOPY));
    CHECK(virDomainBackupBegin(d, "<domainbackup/>", NULL, 0));
    CHECK(virDomainBackupBegin(d, NULL, NULL, 0));
    CHECK_STRING(virDomainBackupGetXMLDesc(d, 0));
    CHECK(virDomainFree(d));
    CHECK(virConnectClose(c));
    return 0;
}
