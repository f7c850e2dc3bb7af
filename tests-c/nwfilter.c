/* Network filters and their bindings: arguments; the test driver has none. */
#include "check.h"

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1 };
    char *one[1];
    CHECK(virConnectNumOfNWFilters(c));
    CHECK(virConnectNumOfNWFilters(NULL));
    CHECK(virConnectListNWFilters(c, one, 1));
    CHECK(virConnectListNWFilters(c, NULL, 1));
    CHECK(virConnectListNWFilters(c, one, -1));
    CHECK(virConnectListAllNWFilters(c, NULL, 0));
    CHECK(virConnectListAllNWFilters(c, NULL, ~0u));
    CHECK(virNWFilterLookupByName(c, "x") != NULL);
    CHECK(virNWFilterLookupByName(c, NULL) != NULL);
    CHECK(virNWFilterLookupByUUID(c, uuid) != NULL);
    CHECK(virNWFilterLookupByUUID(c, NULL) != NULL);
    CHECK(virNWFilterLookupByUUIDString(c, "6695eb01-f6a4-8304-79aa-97f2502e193f") != NULL);
    CHECK(virNWFilterLookupByUUIDString(c, "x") != NULL);
    CHECK(virNWFilterLookupByUUIDString(c, NULL) != NULL);
    CHECK(virNWFilterDefineXML(c, "<filter/>") != NULL);
    CHECK(virNWFilterDefineXML(c, NULL) != NULL);
    CHECK(virNWFilterDefineXML(ro, NULL) != NULL);
    CHECK(virNWFilterDefineXML(ro, "<filter/>") != NULL);
    CHECK(virNWFilterDefineXMLFlags(c, "<filter/>", ~0u) != NULL);
    CHECK(virNWFilterDefineXMLFlags(c, NULL, 0) != NULL);
    CHECK(virNWFilterDefineXMLFlags(ro, "<filter/>", 0) != NULL);
    CHECK(virNWFilterGetName(NULL) != NULL);
    CHECK(virNWFilterGetUUID(NULL, uuid));
    CHECK(virNWFilterGetUUIDString(NULL, NULL));
    CHECK(virNWFilterGetXMLDesc(NULL, 0) != NULL);
    CHECK(virNWFilterUndefine(NULL));
    CHECK(virNWFilterRef(NULL));
    CHECK(virNWFilterFree(NULL));

    CHECK(virConnectListAllNWFilterBindings(c, NULL, 0));
    CHECK(virConnectListAllNWFilterBindings(c, NULL, ~0u));
    CHECK(virNWFilterBindingLookupByPortDev(c, "x") != NULL);
    CHECK(virNWFilterBindingLookupByPortDev(c, NULL) != NULL);
    CHECK(virNWFilterBindingCreateXML(c, "<filterbinding/>", 0) != NULL);
    CHECK(virNWFilterBindingCreateXML(c, NULL, 0) != NULL);
    CHECK(virNWFilterBindingCreateXML(ro, NULL, 0) != NULL);
    CHECK(virNWFilterBindingCreateXML(ro, "<filterbinding/>", 0) != NULL);
    CHECK(virNWFilterBindingGetPortDev(NULL) != NULL);
    CHECK(virNWFilterBindingGetFilterName(NULL) != NULL);
    CHECK(virNWFilterBindingGetXMLDesc(NULL, 0) != NULL);
    CHECK(virNWFilterBindingDelete(NULL));
    CHECK(virNWFilterBindingRef(NULL));
    CHECK(virNWFilterBindingFree(NULL));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
