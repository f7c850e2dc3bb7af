/* What only LXC containers have: arguments on the test driver, and namespaces, groups and labels of the calling process. */
#include "check.h"
#include <fcntl.h>
#include <libvirt/libvirt-lxc.h>
#include <unistd.h>

static void namespaces(virDomainPtr dom)
{
    int missing[] = { -1, -1 }, closed[] = { 999 }, *list = (int *)1, *old = NULL;
    unsigned int count = 7;
    CHECK(virDomainLxcOpenNamespace(dom, NULL, 0));
    CHECK(virDomainLxcOpenNamespace(dom, &list, 0));
    CHECK(virDomainLxcOpenNamespace(dom, &list, 4));
    printf("list %s\n", list == (int *)1 ? "untouched" : "set");
    if (!dom)
        return; /* the original crashes */
    CHECK(virDomainLxcEnterNamespace(dom, 2, missing, NULL, NULL, 0));
    CHECK(virDomainLxcEnterNamespace(dom, 2, missing, &count, NULL, 0));
    CHECK(virDomainLxcEnterNamespace(dom, 1, closed, NULL, NULL, 0));
    CHECK(virDomainLxcEnterNamespace(dom, 1, missing, NULL, NULL, 4));
    count = 7;
    CHECK(virDomainLxcEnterNamespace(dom, 2, missing, &count, &old, 0));
    printf("%u old namespaces\n", count);
    for (unsigned int i = 0; i < count; i++) {
        char path[40], name[40] = "";
        snprintf(path, sizeof path, "/proc/self/fd/%d", old[i]);
        printf("%zd %.4s\n", readlink(path, name, sizeof name - 1) > 0 ? (ssize_t)1 : (ssize_t)-1, name);
        close(old[i]);
    }
    free(old);
}

static void labels(const char *name)
{
    virSecurityModel model = { .doi = "0" };
    virSecurityLabel label = { .label = "l" }, old = { .label = "old" };
    strcpy(model.model, name);
    CHECK(virDomainLxcEnterSecurityLabel(&model, NULL, NULL, 0));
    CHECK(virDomainLxcEnterSecurityLabel(NULL, &label, NULL, 0));
    CHECK(virDomainLxcEnterSecurityLabel(NULL, NULL, NULL, 8));
    CHECK(virDomainLxcEnterSecurityLabel(&model, &label, NULL, 0));
    printf("%s\n", old.label);
}

int main(void)
{
    virConnectPtr conn = check_open(), read_only = virConnectOpenReadOnly("test:///default");
    virDomainPtr dom = virDomainLookupByName(conn, "test"), read = virDomainLookupByName(read_only, "test");
    namespaces(dom);
    namespaces(read);
    namespaces(NULL);
    labels("");
    labels("none");
    labels("selinux");
    labels("dac");
    CHECK(virDomainLxcEnterCGroup(NULL, 0));
    CHECK(virDomainLxcEnterCGroup(dom, 9));
    CHECK(virDomainLxcEnterCGroup(read, 0));
    if (geteuid() == 0)
        CHECK(virDomainLxcEnterCGroup(dom, 0));
    virDomainFree(dom);
    virDomainFree(read);
    virConnectClose(conn);
    virConnectClose(read_only);
    return 0;
}
