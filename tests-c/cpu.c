/* CPUs: model names, and what several CPUs have in common. */
#include "check.h"

#define X86(model, more) "<cpu><arch>x86_64</arch><model>" model "</model>" more "</cpu>"

static void common(virConnectPtr c, const char *one, const char *other, unsigned int flags)
{
    const char *cpus[] = { one, other };
    printf("%s\n%s\n", one, other ? other : "");
    CHECK_STRING(virConnectBaselineCPU(c, cpus, other ? 2 : 1, flags));
}

static void models(virConnectPtr c, const char *arch)
{
    char **names = NULL;
    int count = virConnectGetCPUModelNames(c, arch, &names, 0);
    printf("%s: %d models\n", arch, count);
    check_error(arch);
    for (int i = 0; i < count; i++) {
        printf("  %s\n", names[i]);
        free(names[i]);
    }
    free(names);
}

int main(void)
{
    const unsigned int expand = VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES;
    virConnectPtr c = check_open();
    const char *one = X86("Haswell", "");

    models(c, "x86_64");
    models(c, "i686");
    models(c, "ppc64");
    models(c, "aarch64");
    models(c, "riscv64");
    models(c, "no-such-architecture");
    CHECK(virConnectGetCPUModelNames(c, "x86_64", NULL, 0));
    CHECK(virConnectGetCPUModelNames(c, NULL, NULL, 0));

    common(c, X86("Penryn", ""), NULL, 0);
    common(c, X86("Penryn", "<feature name='vmx'/>"), NULL, expand);
    common(c, X86("Penryn", ""), X86("Haswell", ""), 0);
    common(c, X86("Haswell", ""), X86("Opteron_G3", ""), 0);
    common(c, X86("Haswell", ""), X86("Opteron_G3", ""), expand);
    common(c, X86("qemu64", ""), X86("Conroe", ""), 0);
    common(c, X86("EPYC", ""), X86("EPYC-Rome", ""), 0);
    common(c, X86("Skylake-Client-noTSX-IBRS", ""), X86("Cooperlake", ""), expand);
    common(c, X86("Haswell", "<vendor>Intel</vendor>"), X86("Opteron_G3", "<vendor>AMD</vendor>"), 0);
    common(c, X86("Haswell", "<vendor>AMD</vendor>"), NULL, 0);
    common(c, X86("Haswell", "<vendor>Nobody</vendor>"), NULL, 0);
    common(c, X86("NoSuchModel", ""), NULL, 0);
    common(c, X86("Haswell", "<feature name='no-such-feature'/>"), NULL, 0);
    common(c, "<cpu><arch>ppc64</arch><model>POWER8</model></cpu>", NULL, 0);
    common(c, "<cpu><arch>ppc64</arch><model>POWER8</model></cpu>", "<cpu><arch>ppc64</arch><model>POWER9</model></cpu>", 0);
    common(c, "<cpu><arch>aarch64</arch><model>cortex-a53</model></cpu>", NULL, 0);
    common(c, "<cpu><arch>s390x</arch><model>z13</model></cpu>", NULL, 0);
    common(c, "<cpu><arch>x86_64</arch></cpu>", NULL, 0);

    CHECK_STRING(virConnectBaselineCPU(c, NULL, 1, 0));
    CHECK_STRING(virConnectBaselineCPU(c, &one, 0, 0));
    CHECK_STRING(virConnectBaselineCPU(NULL, &one, 1, 0));
    CHECK(virConnectCompareCPU(c, one, 0));
    CHECK(virConnectCompareCPU(c, NULL, 0));
    CHECK(virConnectCompareHypervisorCPU(c, NULL, NULL, NULL, NULL, one, 0));
    CHECK_STRING(virConnectBaselineHypervisorCPU(c, NULL, NULL, NULL, NULL, &one, 1, 0));

    virConnectClose(c);
    return 0;
}
