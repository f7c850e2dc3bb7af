/* Network interfaces: statistics, and the addresses that the test driver makes up. */
#include "domain.h"
#include <sys/time.h>

static unsigned long long now(void)
{
    struct timeval t;
    gettimeofday(&t, NULL);
    return t.tv_sec * 1000000ull + t.tv_usec;
}

static int near(long long number, unsigned long long time)
{
    return number <= (long long)time + 60000000 && number >= (long long)time - 60000000;
}

static void stats(virDomainPtr d, const char *device)
{
    virDomainInterfaceStatsStruct s;
    memset(&s, 0x55, sizeof(s));
    int r = virDomainInterfaceStats(d, device, &s, sizeof(s));
    printf("stats of %s: %d\n", device, r);
    if (r < 0) {
        check_error("stats");
        return;
    }
    unsigned long long t = now(), seconds = t / 1000000;
    printf("%d %d %d %d %d %d %d %d\n", near(s.rx_bytes, t / 10), near(s.rx_packets, t / 100), near(s.rx_errs, seconds),
           near(s.rx_drop, seconds / 2), near(s.tx_bytes, t / 20), near(s.tx_packets, t / 110), near(s.tx_errs, seconds / 3),
           near(s.tx_drop, seconds / 4));
    memset(&s, 0x55, sizeof(s));
    CHECK(virDomainInterfaceStats(d, device, &s, 12));
    printf("%d %llx %llx\n", near(s.rx_bytes, t / 10), s.rx_packets >> 32, s.rx_errs);
}

static void addresses(virDomainPtr d, unsigned source, unsigned flags)
{
    virDomainInterfacePtr *found = NULL;
    int n = virDomainInterfaceAddresses(d, &found, source, flags);
    printf("addresses from %u, flags %u: %d\n", source, flags, n);
    if (n < 0)
        check_error("addresses");
    for (int i = 0; i < n; i++) {
        printf("%s %s", found[i]->name, found[i]->hwaddr);
        for (unsigned j = 0; j < found[i]->naddrs; j++)
            printf(" %d %s/%u", found[i]->addrs[j].type, found[i]->addrs[j].addr, found[i]->addrs[j].prefix);
        printf("\n");
        virDomainInterfaceFree(found[i]);
    }
    free(found);
}

static void look(virDomainPtr d)
{
    static const char *devices[] = { "testnet0", "testnet1", "foo0", "aa:bb:cc:dd:ee:ff", "52:54:00:00:00:01", "52:54:00:00:00:02",
                                     "52:54:00:00:00:03", "52:54:00:00:00:04", "AA:BB:CC:DD:EE:FF", "", "nobody" };
    for (unsigned i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
        stats(d, devices[i]);
    for (unsigned source = 0; source < 5; source++)
        addresses(d, source, 0);
    addresses(d, 0, 1);
    addresses(d, 7, 1);
}

int main(void)
{
    static const char *networks[] = {
        "<network><name>n6</name><ip family='ipv6' address='2001:db8::1' prefix='64'/></network>",
        "<network><name>six</name><ip family='ipv6' address='2001:db8:2::1' prefix='64'><dhcp><range start='2001:db8:2::1f0' "
        "end='2001:db8:2::200'/></dhcp></ip></network>",
        "<network><name>plain</name><ip address='10.1.2.250' netmask='255.255.0.0'/></network>",
        "<network><name>dhcp</name><ip address='10.2.2.1' prefix='16'><dhcp><range start='10.2.9.9' end='10.2.9.20'/></dhcp></ip>"
        "<ip address='10.3.3.3' netmask='255.255.255.0'/></network>" };
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "");
    printf("-- builtin\n");
    look(builtin);
    printf("-- defined\n");
    look(d);
    CHECK(virDomainCreate(d));
    printf("-- running\n");
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    for (int i = 0; i < 4; i++)
        virNetworkFree(virNetworkCreateXML(c, networks[i]));
    for (int i = 0; i < 15; i++) {
        d = virDomainCreateXML(c,
                               "<domain type='test'><name>nets</name><memory>1024</memory><os><type>hvm</type></os><devices>"
                               "<interface type='network'><mac address='52:54:00:00:01:01'/><source network='n6'/></interface>"
                               "<interface type='network'><mac address='52:54:00:00:01:02'/><source network='six'/></interface>"
                               "<interface type='network'><mac address='52:54:00:00:01:03'/><source network='plain'/></interface>"
                               "<interface type='network'><mac address='52:54:00:00:01:04'/><source network='dhcp'/></interface>"
                               "<interface type='direct'><mac address='52:54:00:00:01:05'/><source dev='eth0'/></interface>"
                               "</devices></domain>",
                               0);
        if (i == 0 || i > 11)
            addresses(d, 0, 0);
        virDomainDestroy(d);
        virDomainFree(d);
    }
    d = virDomainCreateXML(c,
                           "<domain type='test'><name>nets</name><memory>1024</memory><os><type>hvm</type></os><devices>"
                           "<interface type='network'><source network='nosuch'/></interface></devices></domain>",
                           0);
    addresses(d, 0, 0);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
