/* What only QEMU has, asked of the test driver, which has none of it: arguments, access, what is said. */
#include "check.h"
#include <libvirt/libvirt-qemu.h>

static void told(virConnectPtr conn, virDomainPtr dom, const char *event, long long seconds, unsigned int micros,
                 const char *details, void *opaque)
{
}

static void ask(virConnectPtr conn, virDomainPtr dom, virDomainPtr other)
{
    char *reply = NULL;
    unsigned int count = 7;
    int files[] = { 0, 1 }, *back = NULL;
    CHECK(virDomainQemuMonitorCommand(dom, "info", &reply, 0));
    CHECK(virDomainQemuMonitorCommand(dom, NULL, &reply, 0));
    CHECK(virDomainQemuMonitorCommand(dom, "info", NULL, 0));
    CHECK(virDomainQemuMonitorCommand(dom, "info", &reply, 0xff));
    CHECK(virDomainQemuMonitorCommandWithFiles(dom, "info", 2, files, &count, &back, &reply, 0));
    CHECK(virDomainQemuMonitorCommandWithFiles(dom, NULL, 0, NULL, NULL, NULL, &reply, 0));
    CHECK(virDomainQemuMonitorCommandWithFiles(dom, "info", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(virDomainQemuMonitorCommandWithFiles(dom, "info", 2, NULL, NULL, NULL, &reply, 0));
    CHECK_STRING(virDomainQemuAgentCommand(dom, "x", VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT, 0));
    CHECK_STRING(virDomainQemuAgentCommand(dom, NULL, -9, 0));
    CHECK(virDomainQemuAttach(conn, 0, 0) != NULL);
    CHECK(virDomainQemuAttach(conn, 99, 8) != NULL);
    CHECK(virConnectDomainQemuMonitorEventRegister(conn, NULL, NULL, NULL, NULL, NULL, 0));
    CHECK(virConnectDomainQemuMonitorEventRegister(conn, dom, NULL, told, NULL, NULL, 0));
    CHECK(virConnectDomainQemuMonitorEventRegister(conn, other, NULL, told, NULL, NULL, 0));
    CHECK(virConnectDomainQemuMonitorEventRegister(conn, NULL, "(", told, NULL, NULL, 7));
    CHECK(virConnectDomainQemuMonitorEventDeregister(conn, -1));
    CHECK(virConnectDomainQemuMonitorEventDeregister(conn, 1));
    printf("%u %p %p\n", count, (void *)back, (void *)reply);
}

int main(void)
{
    virConnectPtr conn = check_open(), read_only = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = virDomainLookupByName(conn, "test"), read = virDomainLookupByName(read_only, "test");
    ask(conn, dom, read);
    ask(read_only, read, dom);
    ask(NULL, NULL, NULL);
    ask((virConnectPtr)dom, (virDomainPtr)conn, NULL);
    virDomainFree(dom);
    virDomainFree(read);
    virConnectClose(conn);
    virConnectClose(read_only);
    return 0;
}
