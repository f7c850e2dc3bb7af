/* Ports of networks: arguments. The test driver has none. */
#include "check.h"

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    virNetworkPtr n = virNetworkLookupByName(c, "default"), n_ro = virNetworkLookupByName(ro, "default");
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1, 2, 3 };
    char text[VIR_UUID_STRING_BUFLEN];
    virNetworkPortPtr *ports = (virNetworkPortPtr *)&c;
    virTypedParameterPtr params = NULL;
    int count = 0;

    CHECK(virNetworkListAllPorts(n, NULL, 0));
    CHECK(virNetworkListAllPorts(n, &ports, 7));
    CHECK(virNetworkListAllPorts(NULL, NULL, 0));
    CHECK(virNetworkPortLookupByUUID(n, NULL) != NULL);
    CHECK(virNetworkPortLookupByUUID(n, uuid) != NULL);
    CHECK(virNetworkPortLookupByUUIDString(n, NULL) != NULL);
    CHECK(virNetworkPortLookupByUUIDString(n, "none") != NULL);
    CHECK(virNetworkPortLookupByUUIDString(n, "00000000-0000-0000-0000-000000000001") != NULL);
    CHECK(virNetworkPortCreateXML(n, NULL, 0) != NULL);
    CHECK(virNetworkPortCreateXML(n_ro, NULL, 0) != NULL);
    CHECK(virNetworkPortCreateXML(n_ro, "<networkport/>", 0) != NULL);
    CHECK(virNetworkPortCreateXML(n, "<networkport/>", 8) != NULL);
    CHECK(virNetworkPortDelete(NULL, 0));
    CHECK_STRING(virNetworkPortGetXMLDesc(NULL, 0));
    CHECK(virNetworkPortGetNetwork(NULL) != NULL);
    CHECK(virNetworkPortGetUUID(NULL, uuid));
    CHECK(virNetworkPortGetUUIDString(NULL, text));
    CHECK(virNetworkPortGetParameters(NULL, &params, &count, 0));
    CHECK(virNetworkPortSetParameters(NULL, params, count, 0));
    CHECK(virNetworkPortRef(NULL));
    CHECK(virNetworkPortFree(NULL));
    virNetworkFree(n);
    virNetworkFree(n_ro);
    virConnectClose(ro);
    virConnectClose(c);
    return 0;
}
