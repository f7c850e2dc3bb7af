/* What needs the guest's agent: filesystems, time, passwords, names, keys. */
#include "domain.h"

static void filesystems(virDomainPtr d, unsigned flags)
{
    virDomainFSInfoPtr *info = NULL;
    int n = virDomainGetFSInfo(d, &info, flags);
    printf("filesystems %u: %d\n", flags, n);
    if (n < 0)
        check_error("filesystems");
    for (int i = 0; i < n; i++) {
        printf("%s %s %s", info[i]->mountpoint, info[i]->name, info[i]->fstype);
        for (size_t j = 0; j < info[i]->ndevAlias; j++)
            printf(" %s", info[i]->devAlias[j]);
        printf("\n");
        virDomainFSInfoFree(info[i]);
    }
    free(info);
}

static void tell_time(virDomainPtr d)
{
    long long seconds = 0;
    unsigned nanoseconds = 0;
    CHECK(virDomainGetTime(d, &seconds, &nanoseconds, 0));
    printf("%lld %u\n", seconds, nanoseconds);
}

static void look(virDomainPtr d)
{
    const char *points[][3] = { { "/", NULL, NULL }, { "/boot", "/", NULL }, { "/x", "/", NULL }, { "/", "/x", NULL }, { "/", "/", "/boot" } };
    filesystems(d, 0);
    filesystems(d, 1);
    CHECK(virDomainFSFreeze(d, NULL, 0, 0));
    CHECK(virDomainFSFreeze(d, NULL, 0, 0));
    CHECK(virDomainFSThaw(d, points[0], 1, 0));
    CHECK(virDomainFSThaw(d, NULL, 0, 0));
    for (int i = 0; i < 5; i++) {
        unsigned n = points[i][1] ? (points[i][2] ? 3 : 2) : 1;
        printf("points %d\n", i);
        CHECK(virDomainFSFreeze(d, points[i], n, 0));
        CHECK(virDomainFSThaw(d, points[i], n, 0));
        CHECK(virDomainFSThaw(d, points[i], 0, 0));
        CHECK(virDomainFSTrim(d, points[i][0], 1 << i, 0));
    }
    CHECK(virDomainFSFreeze(d, NULL, 0, 1));
    CHECK(virDomainFSThaw(d, NULL, 0, 1));
    CHECK(virDomainFSTrim(d, NULL, 0, 0));
    CHECK(virDomainFSTrim(d, "/boot", 0, 1));
    CHECK_STRING(virDomainGetHostname(d, 0));
    CHECK_STRING(virDomainGetHostname(d, VIR_DOMAIN_GET_HOSTNAME_AGENT));
    tell_time(d);
    CHECK(virDomainGetTime(d, NULL, NULL, 1));
    CHECK(virDomainSetTime(d, -5, 4000000000u, 0));
    tell_time(d);
    CHECK(virDomainSetTime(d, 5, 6, VIR_DOMAIN_TIME_SYNC));
    tell_time(d);
    CHECK(virDomainSetTime(d, 5, 6, 2));
    CHECK(virDomainSetUserPassword(d, "root", "secret", 0));
    CHECK(virDomainSetUserPassword(d, "root", "", VIR_DOMAIN_PASSWORD_ENCRYPTED));
    CHECK(virDomainSetUserPassword(d, "nobody", "secret", 0));
    CHECK(virDomainSetUserPassword(d, "", "secret", 0));
    CHECK(virDomainSetUserPassword(d, "root", "secret", 2));
}

static void unsupported(virDomainPtr d)
{
    char **keys = NULL;
    const char *key = "ssh-rsa AAAA";
    virTypedParameterPtr params = NULL;
    int n = 0;
    CHECK(virDomainAuthorizedSSHKeysGet(d, "root", &keys, 0));
    CHECK(virDomainAuthorizedSSHKeysSet(d, "root", &key, 1, 0));
    CHECK(virDomainAuthorizedSSHKeysSet(d, "root", &key, 1, 3));
    CHECK(virDomainGetGuestInfo(d, 0, &params, &n, 0));
    CHECK(virDomainAgentSetResponseTimeout(d, 1, 0));
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "");
    printf("-- builtin\n");
    look(builtin);
    unsupported(builtin);
    CHECK(virDomainSuspend(builtin));
    printf("-- paused\n");
    look(builtin);
    CHECK(virDomainResume(builtin));
    printf("-- defined\n");
    look(d);
    CHECK(virDomainCreate(d));
    printf("-- running\n");
    look(d);
    CHECK(virDomainFSFreeze(d, NULL, 0, 0));
    CHECK(virDomainDestroy(d));
    CHECK(virDomainCreate(d));
    printf("-- again\n");
    tell_time(d);
    CHECK(virDomainFSFreeze(d, NULL, 0, 0));
    CHECK(virDomainDestroy(d));
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    d = virDomainCreateXML(c, "<domain type='test'><name>bare</name><memory>2048</memory><os><type>hvm</type></os><devices>"
                              "<disk type='file' device='cdrom'><target dev='hdc'/></disk></devices></domain>", 0);
    printf("-- without a disk\n");
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
