/* Consoles, graphics, keys, signals. */
#include "domain.h"
#include <sys/socket.h>
#include <unistd.h>

static void look(virDomainPtr d)
{
    unsigned keys[17] = { 1, 2, 0xffffffffu };
    for (unsigned codeset = 0; codeset < 12; codeset++)
        CHECK(virDomainSendKey(d, codeset, 100, keys, 1, 0));
    CHECK(virDomainSendKey(d, 0, 0, keys, 16, 0));
    CHECK(virDomainSendKey(d, 0, 0, keys, 17, 0));
    CHECK(virDomainSendKey(d, 0, 0, keys, 0, 0));
    CHECK(virDomainSendKey(d, 0, 0, NULL, 1, 0));
    CHECK(virDomainSendKey(d, 0, 0, keys, 3, 1));
    CHECK(virDomainInjectNMI(d, 0));
    CHECK(virDomainInjectNMI(d, 1));
    for (unsigned signal = 0; signal < 70; signal += 8) {
        printf("%u ", signal);
        CHECK(virDomainSendProcessSignal(d, 1, signal, 0));
    }
    CHECK(virDomainSendProcessSignal(d, 1, 65, 0));
    CHECK(virDomainSendProcessSignal(d, 1, 64, 0));
    CHECK(virDomainSendProcessSignal(d, -1, 1, 0));
    CHECK(virDomainSendProcessSignal(d, 2, 99, 0));
    CHECK(virDomainSendProcessSignal(d, 0, 1, 0));
    CHECK(virDomainSendProcessSignal(d, 1, 1, 1));
}

static void open_all(virConnectPtr c, virDomainPtr d)
{
    virConnectPtr other = virConnectOpen("test:///default");
    virStreamPtr stream = virStreamNew(c, 0), foreign = virStreamNew(other, 0);
    int pair[2];
    CHECK(virDomainOpenConsole(d, NULL, stream, 0));
    CHECK(virDomainOpenConsole(d, "serial0", stream, VIR_DOMAIN_CONSOLE_FORCE));
    CHECK(virDomainOpenConsole(d, NULL, foreign, 0));
    CHECK(virDomainOpenConsole(d, NULL, NULL, 0));
    CHECK(virDomainOpenChannel(d, NULL, stream, 0));
    CHECK(virDomainOpenChannel(d, "org", foreign, 0));
    CHECK(virDomainOpenGraphicsFD(d, 0, 0));
    CHECK(virDomainOpenGraphics(d, 0, -1, 0));
    CHECK(virDomainOpenGraphics(d, 0, 999, 0));
    CHECK(virDomainOpenGraphics(d, 0, 0, 0));
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0) {
        CHECK(virDomainOpenGraphics(d, 0, pair[0], 0));
        CHECK(virDomainOpenGraphics(d, 0, pair[0], VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH));
        close(pair[0]);
        close(pair[1]);
    }
    virStreamFree(stream);
    virStreamFree(foreign);
    virConnectClose(other);
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "");
    printf("-- builtin\n");
    look(builtin);
    open_all(c, builtin);
    CHECK(virDomainSuspend(builtin));
    printf("-- paused\n");
    look(builtin);
    CHECK(virDomainResume(builtin));
    printf("-- defined\n");
    look(d);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
