/* Snapshots of a domain as a tree: making, listing, looking up, the current one, deleting. */
#include "check.h"

static int by_name(const void *a, const void *b)
{
    return strcmp(virDomainSnapshotGetName(*(virDomainSnapshotPtr *)a), virDomainSnapshotGetName(*(virDomainSnapshotPtr *)b));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char **)a, *(char **)b);
}

static virDomainSnapshotPtr make(virDomainPtr d, const char *name, unsigned int flags)
{
    char xml[200];
    snprintf(xml, sizeof(xml), "<domainsnapshot><name>%s</name></domainsnapshot>", name);
    virDomainSnapshotPtr made = virDomainSnapshotCreateXML(d, xml, flags);
    printf("make %s: %s\n", name, made ? virDomainSnapshotGetName(made) : "refused");
    if (!made)
        check_error("  make");
    return made;
}

/* Lists what flags ask for by all functions, in the order of the alphabet unless an order was asked for. */
static void list(virDomainPtr d, virDomainSnapshotPtr below, unsigned int flags)
{
    virDomainSnapshotPtr *all = NULL;
    char *names[20];
    int count = below ? virDomainSnapshotListAllChildren(below, &all, flags) : virDomainListAllSnapshots(d, &all, flags);
    int number = below ? virDomainSnapshotNumChildren(below, flags) : virDomainSnapshotNum(d, flags);
    int named = below ? virDomainSnapshotListChildrenNames(below, names, 20, flags)
                      : virDomainSnapshotListNames(d, names, 20, flags);
    printf("list %s flags %u: %d %d %d:", below ? virDomainSnapshotGetName(below) : "all", flags, count, number, named);
    if (count > 1 && !(flags & VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL)) {
        qsort(all, count, sizeof(*all), by_name);
        qsort(names, named, sizeof(*names), by_text);
    }
    for (int at = 0; at < count; at++) {
        printf(" %s%s", virDomainSnapshotGetName(all[at]), strcmp(names[at], virDomainSnapshotGetName(all[at])) ? "!" : "");
        virDomainSnapshotFree(all[at]);
        free(names[at]);
    }
    printf("\n");
    free(all);
    if (count < 0)
        check_error("  list");
}

static void show(const char *what, virDomainPtr d)
{
    virDomainSnapshotPtr current = virDomainSnapshotCurrent(d, 0), *all = NULL;
    int count = virDomainListAllSnapshots(d, &all, 0);
    printf("%s: current %s;", what, current ? virDomainSnapshotGetName(current) : "none");
    virResetLastError();
    qsort(all, count, sizeof(*all), by_name);
    for (int at = 0; at < count; at++) {
        virDomainSnapshotPtr parent = virDomainSnapshotGetParent(all[at], 0);
        printf(" %s<%s%s", virDomainSnapshotGetName(all[at]), parent ? virDomainSnapshotGetName(parent) : "",
               virDomainSnapshotIsCurrent(all[at], 0) == 1 ? "*" : "");
        if (parent)
            virDomainSnapshotFree(parent);
        virDomainSnapshotFree(all[at]);
    }
    printf("\n");
    free(all);
    if (current)
        virDomainSnapshotFree(current);
}

static virDomainSnapshotPtr find(virDomainPtr d, const char *name)
{
    return virDomainSnapshotLookupByName(d, name, 0);
}

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), dro = virDomainLookupByName(ro, "test");
    const unsigned int topological = VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL;
    char *names[20];

    CHECK(virDomainHasCurrentSnapshot(d, 0));
    CHECK(virDomainSnapshotCurrent(d, 0) != NULL);
    CHECK(virDomainSnapshotNum(d, 0));
    CHECK(virDomainListAllSnapshots(d, NULL, 0));
    CHECK(virDomainSnapshotListNames(d, names, 0, 0));
    CHECK(virDomainSnapshotListNames(d, NULL, 1, 0));
    CHECK(virDomainSnapshotListNames(d, names, -1, 0));
    CHECK(virDomainSnapshotLookupByName(d, "none", 0) != NULL);
    CHECK(virDomainSnapshotLookupByName(d, NULL, 0) != NULL);
    CHECK(virDomainSnapshotCreateXML(dro, "<domainsnapshot/>", 0) != NULL);
    CHECK(virDomainSnapshotCreateXML(d, "<domainsnapshot/>", VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT) != NULL);
    CHECK(virDomainSnapshotCreateXML(d, "<domainsnapshot/>", VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | VIR_DOMAIN_SNAPSHOT_CREATE_HALT) != NULL);
    CHECK(virDomainSnapshotCreateXML(d, "<domainsnapshot/>", VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA) != NULL);

    virDomainSnapshotPtr a = make(d, "a", 0), b = make(d, "b", 0), e;
    virDomainSnapshotFree(make(d, "c", 0));
    CHECK(make(d, "a", 0) != NULL);
    CHECK(virDomainRevertToSnapshot(a, 0));
    show("back at a", d);
    virDomainSnapshotFree(make(d, "d", VIR_DOMAIN_SNAPSHOT_CREATE_LIVE | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC));
    CHECK(virDomainRevertToSnapshot(b, 0));
    e = make(d, "e", VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE);
    virDomainSnapshotFree(make(d, "f", VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    CHECK(virDomainIsActive(d));
    virDomainSnapshotFree(make(d, "g", VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    show("all", d);
    CHECK(virDomainHasCurrentSnapshot(d, 0));

    for (unsigned int flag = 0; flag < 10; flag++)
        list(d, NULL, 1u << flag);
    list(d, NULL, 0);
    list(d, NULL, topological);
    list(d, NULL, topological | VIR_DOMAIN_SNAPSHOT_LIST_LEAVES);
    list(d, NULL, topological | VIR_DOMAIN_SNAPSHOT_LIST_ROOTS);
    list(d, NULL, VIR_DOMAIN_SNAPSHOT_LIST_LEAVES | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES);
    list(d, NULL, VIR_DOMAIN_SNAPSHOT_LIST_LEAVES | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE);
    list(d, NULL, VIR_DOMAIN_SNAPSHOT_LIST_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA);
    list(d, NULL, VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY);
    list(d, NULL, VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL);
    for (unsigned int flag = 0; flag < 10; flag++)
        list(d, a, 1u << flag);
    list(d, a, 0);
    list(d, a, topological);
    list(d, a, topological | VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS);
    list(d, b, topological | VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS);
    list(d, e, VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS | VIR_DOMAIN_SNAPSHOT_LIST_LEAVES);
    CHECK(virDomainSnapshotListNames(d, names, 2, topological));
    printf("%s %s\n", names[0], names[1]);
    free(names[0]);
    free(names[1]);
    CHECK(virDomainSnapshotListNames(d, names, 0, 0));
    CHECK(virDomainSnapshotListNames(d, names, 1, 0));
    free(names[0]);
    CHECK(virDomainSnapshotListChildrenNames(a, names, 1, 0));
    free(names[0]);
    CHECK(virDomainSnapshotListChildrenNames(a, names, -1, 0));
    CHECK(virDomainSnapshotListChildrenNames(a, NULL, 1, 0));
    CHECK(virDomainSnapshotHasMetadata(a, 0));
    CHECK(virDomainSnapshotIsCurrent(a, 0));
    CHECK(virDomainSnapshotGetParent(a, 0) != NULL);
    CHECK(virDomainSnapshotDelete(NULL, 0));
    CHECK(virDomainSnapshotDelete(a, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    CHECK(virDomainUndefine(d));

    virDomainSnapshotPtr aro = find(dro, "a");
    CHECK(virDomainSnapshotDelete(aro, 0));
    CHECK(virDomainRevertToSnapshot(aro, 0));
    CHECK_STRING(virDomainSnapshotGetXMLDesc(aro, VIR_DOMAIN_SNAPSHOT_XML_SECURE));
    virDomainSnapshotFree(aro);

    virDomainSnapshotPtr g = find(d, "g");
    CHECK(virDomainSnapshotDelete(g, 0));
    show("g deleted, the current one", d);
    CHECK(virDomainSnapshotDelete(g, 0));
    CHECK(virDomainSnapshotIsCurrent(g, 0));
    CHECK(virDomainSnapshotHasMetadata(g, 0));
    CHECK(virDomainSnapshotGetParent(g, 0) != NULL);
    CHECK(virDomainRevertToSnapshot(g, 0));
    CHECK_STRING(virDomainSnapshotGetXMLDesc(g, 0));
    CHECK(virDomainSnapshotNumChildren(g, 0));
    virDomainSnapshotFree(g);
    CHECK(virDomainSnapshotDelete(b, 0));
    show("b deleted, its children move up", d);
    list(d, NULL, topological);
    CHECK(virDomainSnapshotDelete(e, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    show("e's children deleted", d);
    CHECK(virDomainSnapshotDelete(e, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN));
    show("e deleted with its children", d);
    virDomainSnapshotFree(a);
    virDomainSnapshotFree(b);
    virDomainSnapshotFree(e);

    a = make(d, "x", 0);
    virDomainSnapshotFree(make(d, "y", 0));
    virDomainSnapshotFree(make(d, "z", 0));
    show("a branch", d);
    CHECK(virDomainSnapshotDelete(a, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    show("x's children deleted with the current one", d);
    virDomainSnapshotFree(make(d, "y", 0));
    virDomainSnapshotFree(make(d, "z", 0));
    CHECK(virDomainSnapshotDelete(a, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN));
    show("x deleted with the current one", d);
    printf("%d %d %d\n", virDomainSnapshotGetConnect(a) == c, strcmp(virDomainGetName(virDomainSnapshotGetDomain(a)), "test"),
           virDomainSnapshotRef(a));
    virDomainSnapshotFree(a);
    virDomainSnapshotFree(a);

    CHECK(virDomainSnapshotNum(NULL, 0));
    CHECK(virDomainSnapshotListNames(NULL, names, 1, 0));
    CHECK(virDomainListAllSnapshots(NULL, NULL, 0));
    CHECK(virDomainSnapshotNumChildren(NULL, 0));
    CHECK(virDomainSnapshotGetName(NULL) != NULL);
    CHECK(virDomainSnapshotFree(NULL));
    CHECK(virDomainSnapshotRef(NULL));
    CHECK(virDomainSnapshotGetDomain(NULL) != NULL);
    CHECK(virDomainSnapshotGetConnect(NULL) != NULL);
    CHECK(virDomainSnapshotCreateXML(d, NULL, 0) != NULL);

    virDomainFree(dro);
    virDomainFree(d);
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
