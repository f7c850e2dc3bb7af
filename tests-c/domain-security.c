/* Security labels and confidential computing. */
#include "domain.h"

static void look(virDomainPtr d)
{
    virSecurityLabel label;
    virSecurityLabelPtr labels = NULL;
    virTypedParameterPtr params = NULL;
    int n = 0, r = virDomainGetSecurityLabel(d, &label);
    printf("label: %d '%s' %d\n", r, r < 0 ? "" : label.label, r < 0 ? 0 : label.enforcing);
    if (r < 0)
        check_error("label");
    CHECK(virDomainGetSecurityLabelList(d, &labels));
    CHECK(virDomainGetLaunchSecurityInfo(d, &params, &n, 0));
    SET(virDomainSetLaunchSecurityState(d, params, n, 0), VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET, VIR_TYPED_PARAM_STRING, s, "x");
}

int main(void)
{
    virConnectPtr c = check_open();
    virDomainPtr builtin = virDomainLookupByName(c, "test"), d = domain_define(c, "");
    printf("-- builtin\n");
    look(builtin);
    CHECK(virDomainSuspend(builtin));
    look(builtin);
    printf("-- defined\n");
    look(d);
    CHECK(virDomainCreate(d));
    printf("-- running\n");
    look(d);
    CHECK(virDomainDestroy(d));
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    CHECK(virDomainFree(builtin));
    CHECK(virConnectClose(c));
    return 0;
}
