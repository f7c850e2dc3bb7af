/* Titles, descriptions, and elements that applications keep in a domain's definition. */
#include "check.h"

static void both(virDomainPtr d, int kind, const char *uri)
{
    CHECK_STRING(virDomainGetMetadata(d, kind, uri, 0));
    CHECK_STRING(virDomainGetMetadata(d, kind, uri, VIR_DOMAIN_AFFECT_LIVE));
    CHECK_STRING(virDomainGetMetadata(d, kind, uri, VIR_DOMAIN_AFFECT_CONFIG));
}

static void text(virDomainPtr d, int kind)
{
    printf("kind %d\n", kind);
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "live only", NULL, NULL, VIR_DOMAIN_AFFECT_LIVE));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "to be", NULL, NULL, VIR_DOMAIN_AFFECT_CONFIG));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "<both> & \"quoted\"", NULL, NULL, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "two\nlines", NULL, NULL, 0));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "", NULL, NULL, 0));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, NULL, NULL, NULL, VIR_DOMAIN_AFFECT_CONFIG));
    both(d, kind, NULL);
    CHECK(virDomainSetMetadata(d, kind, "text", "k", NULL, 0));
    CHECK(virDomainSetMetadata(d, kind, "text", NULL, "u", 0));
    CHECK(virDomainSetMetadata(d, kind, "text", "k", "u", 0));
    CHECK_STRING(virDomainGetMetadata(d, kind, "u", 0));
    CHECK_STRING(virDomainGetMetadata(d, kind, NULL, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG));
}

static void element(virDomainPtr d)
{
    const int kind = VIR_DOMAIN_METADATA_ELEMENT;
    both(d, kind, "http://x");
    CHECK(virDomainSetMetadata(d, kind, "<a b='1'><c>text</c></a>", "k", "http://x", 0));
    both(d, kind, "http://x");
    CHECK(virDomainSetMetadata(d, kind, "<other/>", "o", "http://y", VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG));
    both(d, kind, "http://x");
    both(d, kind, "http://y");
    CHECK(virDomainSetMetadata(d, kind, "<a/>", "k2", "http://x", 0));
    both(d, kind, "http://x");
    CHECK_STRING(virDomainGetXMLDesc(d, 0));
    CHECK_STRING(virDomainGetXMLDesc(d, VIR_DOMAIN_XML_INACTIVE));
    CHECK(virDomainSetMetadata(d, kind, "<q:a xmlns:q='http://q'><b/></q:a>", "k", "http://x", 0));
    both(d, kind, "http://x");
    both(d, kind, "http://q");
    CHECK(virDomainSetMetadata(d, kind, "<a><b/></a>", "k", "http://x", 0));
    CHECK_STRING(virDomainGetXMLDesc(d, 0));
    CHECK(virDomainSetMetadata(d, kind, NULL, NULL, "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, NULL, NULL, "http://x", 0));
    both(d, kind, "http://x");
    CHECK(virDomainSetMetadata(d, kind, "<a/>", NULL, "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a/>", "k", NULL, 0));
    CHECK(virDomainSetMetadata(d, kind, "<a/>", "", "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a/>", "k:l", "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a/>", "1k", "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a", "k", "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a b='1'", "k", "http://x", 0));
    CHECK(virDomainSetMetadata(d, kind, "<a>\n<b c/></a>", "k", "http://x", 0));
    CHECK_STRING(virDomainGetMetadata(d, kind, NULL, 0));
}

int main(void)
{
    virConnectPtr c = check_open(), ro = virConnectOpenReadOnly("test:///default");
    virDomainPtr d = virDomainLookupByName(c, "test"), r = virDomainLookupByName(ro, "test");
    virDomainPtr off = virDomainDefineXML(c, "<domain type='test'><name>off</name><uuid>aaaaaaaa-bbbb-cccc-dddd-000000000001</uuid>"
                                             "<title>given</title><description>a\nb</description>"
                                             "<memory>1024</memory><os><type>hvm</type></os></domain>");
    virDomainPtr passing = virDomainCreateXML(c, "<domain type='test'><name>p</name><uuid>aaaaaaaa-bbbb-cccc-dddd-000000000002</uuid>"
                                                 "<memory>1024</memory><os><type>hvm</type></os></domain>", 0);

    text(d, VIR_DOMAIN_METADATA_DESCRIPTION);
    text(d, VIR_DOMAIN_METADATA_TITLE);
    element(d);
    both(off, VIR_DOMAIN_METADATA_TITLE, NULL);
    both(off, VIR_DOMAIN_METADATA_DESCRIPTION, NULL);
    text(off, VIR_DOMAIN_METADATA_TITLE);
    text(passing, VIR_DOMAIN_METADATA_TITLE);
    for (int kind = -1; kind < 5; kind += kind == -1 ? 4 : 1) {
        CHECK_STRING(virDomainGetMetadata(d, kind, NULL, 0));
        CHECK_STRING(virDomainGetMetadata(d, kind, "u", 0));
        CHECK(virDomainSetMetadata(d, kind, "a\nb", "k", "u", 0));
        CHECK(virDomainSetMetadata(d, kind, NULL, NULL, NULL, 0));
    }
    CHECK_FLAGS(virDomainGetMetadata(d, VIR_DOMAIN_METADATA_TITLE, NULL, flag) != NULL);
    CHECK_FLAGS(virDomainSetMetadata(d, VIR_DOMAIN_METADATA_TITLE, "t", NULL, NULL, flag));
    CHECK(virDomainSetMetadata(r, VIR_DOMAIN_METADATA_TITLE, "t", NULL, NULL, 0));
    CHECK_STRING(virDomainGetMetadata(r, VIR_DOMAIN_METADATA_TITLE, NULL, 0));
    CHECK(virDomainSetMetadata(NULL, VIR_DOMAIN_METADATA_TITLE, "t", NULL, NULL, 0));
    CHECK_STRING(virDomainGetMetadata(NULL, VIR_DOMAIN_METADATA_TITLE, NULL, 0));
    CHECK(virDomainIsUpdated(d));

    virDomainFree(passing);
    virDomainFree(off);
    virDomainFree(r);
    virDomainFree(d);
    virConnectClose(ro);
    CHECK(virConnectClose(c));
    return 0;
}
