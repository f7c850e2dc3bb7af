/* What the tests of domains share: a domain with something of everything, and how values are printed. */
#ifndef DOMAIN_H
#define DOMAIN_H
#include "check.h"

#define RICH_HEAD                                                                                                \
    "<domain type='test'><name>rich</name><uuid>12345678-1234-1234-1234-123456789abc</uuid>"                     \
    "<memory>1000000</memory><currentMemory>500000</currentMemory>"
#define RICH_TAIL                                                                                                \
    "<os><type>hvm</type></os><devices>"                                                                         \
    "<disk type='file' device='disk'><source file='/a'/><target dev='hda'/>"                                     \
    "<iotune><total_bytes_sec>1000</total_bytes_sec><group_name>g</group_name></iotune></disk>"                  \
    "<disk type='file' device='cdrom'><target dev='hdc'/></disk>"                                                \
    "<disk type='network' device='disk'><source protocol='rbd' name='p/i'><host name='h'/></source>"             \
    "<target dev='sda'/></disk>"                                                                                 \
    "<disk type='file' device='disk'><source file='/b'/><target dev='vdb' bus='virtio'/></disk>"                 \
    "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>"                    \
    "<bandwidth><inbound average='1000' peak='2000' burst='3000' floor='10'/><outbound average='128'/>"          \
    "</bandwidth></interface>"                                                                                   \
    "<interface type='bridge'><mac address='52:54:00:00:00:02'/><source bridge='br0'/><target dev='foo0'/>"      \
    "</interface><interface type='user'><mac address='52:54:00:00:00:03'/></interface>"                          \
    "<memballoon model='virtio'><stats period='7'/></memballoon></devices></domain>"

/* A domain that is defined and does not run. `middle` stands between memory and <os>. */
static inline virDomainPtr domain_define(virConnectPtr c, const char *middle)
{
    char xml[8192];
    snprintf(xml, sizeof(xml), "%s%s%s", RICH_HEAD, middle, RICH_TAIL);
    virDomainPtr d = virDomainDefineXML(c, xml);
    if (!d) {
        check_error("virDomainDefineXML");
        exit(1);
    }
    return d;
}

/* Looks at a defined domain before and after a change, then at a new one while it runs, which is given back stopped. */
static inline virDomainPtr domain_defined_and_running(virConnectPtr c, virDomainPtr d, const char *middle,
                                                      void (*look)(virDomainPtr), void (*change)(virDomainPtr))
{
    printf("-- defined\n");
    look(d);
    change(d);
    look(d);
    CHECK(virDomainUndefine(d));
    CHECK(virDomainFree(d));
    d = domain_define(c, middle);
    printf("-- running\n");
    CHECK(virDomainCreate(d));
    look(d);
    change(d);
    look(d);
    CHECK(virDomainDestroy(d));
    return d;
}

/* One value of a list. */
static inline void print_param(const virTypedParameter *p)
{
    printf(" %s=", p->field);
    switch (p->type) {
    case VIR_TYPED_PARAM_INT: printf("i:%d", p->value.i); break;
    case VIR_TYPED_PARAM_UINT: printf("u:%u", p->value.ui); break;
    case VIR_TYPED_PARAM_LLONG: printf("l:%lld", p->value.l); break;
    case VIR_TYPED_PARAM_ULLONG: printf("ul:%llu", p->value.ul); break;
    case VIR_TYPED_PARAM_DOUBLE: printf("d:%f", p->value.d); break;
    case VIR_TYPED_PARAM_BOOLEAN: printf("b:%d", p->value.b); break;
    case VIR_TYPED_PARAM_STRING: printf("s:'%s'", p->value.s ? p->value.s : "(null)"); break;
    default: printf("type %d", p->type);
    }
}

static inline void print_params(const char *what, int result, virTypedParameterPtr params, int count)
{
    printf("%s = %d:", what, result);
    for (int i = 0; result >= 0 && i < count; i++)
        print_param(&params[i]);
    printf("\n");
    if (result < 0)
        check_error(what);
    virTypedParamsClear(params, result >= 0 ? count : 0);
}

/* GET(call): a call that fills `params` with room for `n`; how many there are, all of them, and only the first. */
#define GET(call)                                                                                                \
    do {                                                                                                         \
        virTypedParameter params[64];                                                                            \
        int sizes[] = { 0, 64, 1 };                                                                              \
        for (int at_ = 0; at_ < 3; at_++) {                                                                      \
            int n = sizes[at_];                                                                                  \
            memset(params, 0, sizeof(params));                                                                   \
            int r_ = (call);                                                                                     \
            printf("room %d, %d: ", sizes[at_], r_ < 0 ? 0 : n);                                                 \
            print_params(#call, r_, params, sizes[at_] ? n : 0);                                                 \
            if (r_ < 0)                                                                                          \
                break;                                                                                           \
        }                                                                                                        \
    } while (0)

/* SET(call, NAME, type, value): a call that is given one parameter, `params` with `n` 1. */
#define SET(call, name, kind, member, content)                                                                   \
    do {                                                                                                         \
        virTypedParameter params[1] = { { .type = kind } };                                                      \
        int n = 1;                                                                                               \
        snprintf(params[0].field, sizeof(params[0].field), "%s", name);                                          \
        params[0].value.member = content;                                                                        \
        printf("%s %s=%s: ", #call, name, #content);                                                             \
        int r_ = (call);                                                                                         \
        printf("%d\n", r_);                                                                                      \
        if (r_ < 0)                                                                                              \
            check_error("  set");                                                                                \
    } while (0)

/* Those lines of a domain's document that contain `word`. */
static inline void print_lines(virDomainPtr d, const char *word, unsigned int flags)
{
    char *xml = virDomainGetXMLDesc(d, flags), *rest = xml, *line;
    printf("%s in XML 0x%x:\n", word, flags);
    while ((line = strsep(&rest, "\n")))
        if (strstr(line, word))
            printf("%s\n", line);
    free(xml);
}
#endif
