/* Secrets: arguments; the test driver has none. */
#include "check.h"

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    unsigned char uuid[VIR_UUID_BUFLEN] = { 1 };
    char *one[1];
    int kind = VIR_SECRET_USAGE_TYPE_ISCSI;
    CHECK(virConnectNumOfSecrets(c));
    CHECK(virConnectNumOfSecrets(NULL));
    CHECK(virConnectListSecrets(c, one, 1));
    CHECK(virConnectListSecrets(c, NULL, 1));
    CHECK(virConnectListSecrets(c, one, -1));
    CHECK(virConnectListAllSecrets(c, NULL, 0));
    CHECK(virConnectListAllSecrets(c, NULL, ~0u));
    CHECK(virSecretLookupByUUID(c, uuid) != NULL);
    CHECK(virSecretLookupByUUID(c, NULL) != NULL);
    CHECK(virSecretLookupByUUIDString(c, "6695eb01-f6a4-8304-79aa-97f2502e193f") != NULL);
    CHECK(virSecretLookupByUUIDString(c, "x") != NULL);
    CHECK(virSecretLookupByUUIDString(c, NULL) != NULL);
    CHECK(virSecretLookupByUsage(c, kind, "x") != NULL);
    CHECK(virSecretLookupByUsage(c, -1, NULL) != NULL);
    CHECK(virSecretDefineXML(c, "<secret/>", 0) != NULL);
    CHECK(virSecretDefineXML(c, NULL, 0) != NULL);
    CHECK(virSecretDefineXML(ro, NULL, 0) != NULL);
    CHECK(virSecretGetConnect(NULL) != NULL);
    CHECK(virSecretGetUUID(NULL, uuid));
    CHECK(virSecretGetUUIDString(NULL, NULL));
    CHECK(virSecretGetUsageType(NULL));
    CHECK(virSecretGetUsageID(NULL) != NULL);
    CHECK(virSecretGetXMLDesc(NULL, 0) != NULL);
    CHECK(virSecretSetValue(NULL, uuid, sizeof uuid, 0));
    CHECK(virSecretGetValue(NULL, NULL, 0) != NULL);
    CHECK(virSecretUndefine(NULL));
    CHECK(virSecretRef(NULL));
    CHECK(virSecretFree(NULL));
    CHECK(virConnectClose(ro));
    CHECK(virConnectClose(c));
    return 0;
}
