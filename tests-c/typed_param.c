/* Typed parameters: building a list, reading it, freeing it. */
#include "check.h"

static virTypedParameterPtr p;
static int n, max;

static void print_list(void)
{
    for (int i = 0; i < n; i++) {
        printf("  [%s] type %d: ", p[i].field, p[i].type);
        switch (p[i].type) {
        case VIR_TYPED_PARAM_INT: printf("%d\n", p[i].value.i); break;
        case VIR_TYPED_PARAM_UINT: printf("%u\n", p[i].value.ui); break;
        case VIR_TYPED_PARAM_LLONG: printf("%lld\n", p[i].value.l); break;
        case VIR_TYPED_PARAM_ULLONG: printf("%llu\n", p[i].value.ul); break;
        case VIR_TYPED_PARAM_DOUBLE: printf("%g\n", p[i].value.d); break;
        case VIR_TYPED_PARAM_BOOLEAN: printf("%d\n", p[i].value.b); break;
        default: printf("%s\n", p[i].value.s ? p[i].value.s : "NULL");
        }
    }
}

static void add(void)
{
    const char *texts[] = {"a", "b", NULL};
    CHECK(virTypedParamsAddInt(&p, &n, &max, "int", -5));
    CHECK(virTypedParamsAddUInt(&p, &n, &max, "uint", 5));
    CHECK(virTypedParamsAddLLong(&p, &n, &max, "llong", -50));
    CHECK(virTypedParamsAddULLong(&p, &n, &max, "ullong", 50));
    CHECK(virTypedParamsAddDouble(&p, &n, &max, "double", 5.5));
    CHECK(virTypedParamsAddBoolean(&p, &n, &max, "boolean", 7));
    printf("%d of %d\n", n, max);
    CHECK(virTypedParamsAddBoolean(&p, &n, &max, "256", 256));
    CHECK(virTypedParamsAddString(&p, &n, &max, "string", "text"));
    CHECK(virTypedParamsAddString(&p, &n, &max, "null", NULL));
    CHECK(virTypedParamsAddStringList(&p, &n, &max, "list", texts));
    printf("%d of %d\n", n, max);
    CHECK(virTypedParamsAddStringList(&p, &n, &max, "list", NULL));
    CHECK(virTypedParamsAddInt(&p, &n, &max, "int", 6));
    CHECK(virTypedParamsAddInt(&p, &n, &max, "", 6));
    char name[100] = "";
    memset(name, 'x', 79);
    CHECK(virTypedParamsAddInt(&p, &n, &max, name, 1));
    name[79] = 'x';
    CHECK(virTypedParamsAddInt(&p, &n, &max, name, 1));
    printf("%d of %d\n", n, max);
}

static void add_from_string(void)
{
    static const struct { int type; const char *text; } tries[] = {
        {1, "5"}, {1, " 5"}, {1, "5x"}, {1, "0x10"}, {1, "010"}, {1, "99999999999"}, {1, ""}, {1, "-5"}, {1, "5 "},
        {1, NULL}, {2, "-5"}, {2, "+5"}, {2, "4294967295"}, {2, "4294967296"}, {2, "-4294967296"}, {3, "-5"},
        {3, "9223372036854775807"}, {3, "9223372036854775808"}, {4, "-1"}, {4, "18446744073709551615"},
        {4, "18446744073709551616"}, {5, "1.5"}, {5, "1e3"}, {5, ".5"}, {5, "5."}, {5, "x"}, {5, "1.5x"}, {5, "inf"},
        {5, ""}, {5, " 1"}, {5, "1e400"}, {6, "1"}, {6, "0"}, {6, "true"}, {6, "FALSE"}, {6, "2"}, {6, "yes"},
        {7, "text"}, {7, ""}, {7, NULL}, {0, "x"}, {8, "x"}, {-1, "x"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        printf("type %d from [%s]\n", tries[i].type, tries[i].text ? tries[i].text : "NULL");
        CHECK(virTypedParamsAddFromString(&p, &n, &max, "from", tries[i].type, tries[i].text));
    }
    print_list();
}

static void get(void)
{
    static const char *names[] = {"int", "uint", "llong", "ullong", "double", "boolean", "string", "null", "none", NULL};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = names[i], *s = "unset";
        int number = 99, truth = 99;
        unsigned int u = 99;
        long long l = 99;
        unsigned long long ul = 99;
        double d = 99;
        printf("-- %s\n", name ? name : "NULL");
        CHECK(virTypedParamsGet(p, n, name) != NULL);
        CHECK(virTypedParamsGetInt(p, n, name, &number));
        CHECK(virTypedParamsGetInt(p, n, name, NULL));
        CHECK(virTypedParamsGetUInt(p, n, name, &u));
        CHECK(virTypedParamsGetLLong(p, n, name, &l));
        CHECK(virTypedParamsGetULLong(p, n, name, &ul));
        CHECK(virTypedParamsGetDouble(p, n, name, &d));
        CHECK(virTypedParamsGetBoolean(p, n, name, &truth));
        CHECK(virTypedParamsGetString(p, n, name, &s));
        printf("%d %u %lld %llu %g %d %s\n", number, u, l, ul, d, truth, s);
    }
    int number;
    p[0].type = 99;
    CHECK(virTypedParamsGetInt(p, n, "int", &number));
    CHECK(virTypedParamsGet(p, 0, "uint") != NULL);
    CHECK(virTypedParamsGet(NULL, 5, "uint") != NULL);
    CHECK(virTypedParamsGetInt(NULL, 1, "uint", &number));
}

int main(void)
{
    virInitialize();
    virSetErrorFunc(NULL, check_quiet);
    add();
    add_from_string();
    get();
    virDomainSuspend(NULL);
    virTypedParamsGet(p, n, "int");
    virTypedParamsClear(p, n);
    printf("after clear: %d, error %d\n", p[8].value.s == NULL, virGetLastErrorCode());
    virTypedParamsFree(p, n);
    virTypedParamsFree(NULL, 0);
    printf("after free: error %d\n", virGetLastErrorCode());
    return 0;
}
