/* Connections: what they are asked, URIs, aliases and defaults of libvirt.conf. */
#include "check.h"
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_close(virConnectPtr c, int reason, void *opaque) { printf("closed %d\n", reason); }
static void on_close_too(virConnectPtr c, int reason, void *opaque) { printf("closed %d\n", reason); }
static void on_free(void *opaque) { printf("free %s\n", (char *)opaque); }

static void open_and_print(const char *name, unsigned int flags)
{
    virResetLastError();
    virConnectPtr c = virConnectOpenAuth(name, NULL, flags);
    printf("%s flags %u: ", name ? name : "NULL", flags);
    if (!c) {
        check_error("not opened");
        return;
    }
    char *uri = virConnectGetURI(c);
    printf("%s\n", uri);
    free(uri);
    virConnectClose(c);
}

static void asked(void)
{
    virConnectPtr c = check_open();
    unsigned long version = 0;
    CHECK(virConnectGetVersion(c, &version));
    printf("%lu\n", version);
    CHECK(virConnectGetVersion(c, NULL));
    CHECK(virConnectGetVersion(NULL, NULL));
    CHECK(virConnectGetLibVersion(c, &version));
    CHECK(virConnectGetLibVersion(c, NULL));
    CHECK(virConnectGetLibVersion(NULL, NULL));
    printf("%s\n", virConnectGetType(c));
    CHECK(virConnectGetType(NULL) != NULL);
    CHECK_STRING(virConnectGetURI(c));
    CHECK_STRING(virConnectGetURI(NULL));
    CHECK(virConnectIsAlive(c));
    CHECK(virConnectIsAlive(NULL));
    CHECK(virConnectIsSecure(c));
    CHECK(virConnectIsSecure(NULL));
    CHECK(virConnectIsEncrypted(c));
    CHECK(virConnectIsEncrypted(NULL));
    CHECK(virConnectSetKeepAlive(c, 5, 3));
    CHECK(virConnectSetKeepAlive(c, -1, 0));
    CHECK(virConnectSetKeepAlive(NULL, 5, 3));
    virTypedParameter identity = {.field = "user-name", .type = VIR_TYPED_PARAM_STRING, .value.s = "me"};
    CHECK(virConnectSetIdentity(c, &identity, 1, 0));
    CHECK(virConnectSetIdentity(c, NULL, 0, 1));

    CHECK(virConnectRegisterCloseCallback(c, NULL, "a", on_free));
    CHECK(virConnectRegisterCloseCallback(NULL, on_close, "a", on_free));
    CHECK(virConnectRegisterCloseCallback(c, on_close, "a", on_free));
    CHECK(virConnectRegisterCloseCallback(c, on_close_too, "b", on_free));
    CHECK(virConnectUnregisterCloseCallback(c, NULL));
    CHECK(virConnectUnregisterCloseCallback(NULL, on_close));
    CHECK(virConnectUnregisterCloseCallback(c, on_close_too));
    CHECK(virConnectUnregisterCloseCallback(c, on_close));

    CHECK(virConnectRef(c));
    CHECK(virConnectRef(NULL));
    CHECK(virConnectClose(c));
    CHECK(virConnectClose(c));
    CHECK(virConnectClose(NULL));
}

static void uris(void)
{
    static const char *names[] = {
        "test:///default", "test:/default", "test://user@/default", "test://user:pw@/default", "test://:5/default",
        "test://us:er%40x@/default?x=%41#fr%20ag", "test://user@:22/default", "test:///def%61ult", "test:///default?",
        "test:///default?foo=bar&x=%20y;z", "test:///default#a/b?c;:@&=+$,", "test:///default#%7c%20%22",
        "test", "test:", "test://", "test:///", "test:?x", "///x", "/x", "x", "not a uri", "test:///default name", "%", ":",
        "test:///%", "test:///default#%zz", "test:///default?x=y%zz", "test:///default?a|b", "test://[::1/default",
        "test://:x/default", "+ssh:///default", "te_st:///default", "1test:///default", "test:///default^",
        "test://a b/default", "test+bogus:///default", "test+:///default", "qemu+bogus:///system", "qemu://system",
        "qemu://session/", "bogus:///x", "bogus://host/x", "qemu+unix:///system?socket=/nonexistent/socket",
        "qemu+tcp://localhost:1/system",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        open_and_print(names[i], 0);
    open_and_print("test:///default", VIR_CONNECT_RO);
}

/* What `libvirt.conf` says, in a process that is not root: root reads /etc. */
static void conf(const char *folder, const char *text, const char *name, unsigned int flags)
{
    char path[100];
    snprintf(path, sizeof path, "%s/libvirt/libvirt.conf", folder);
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    printf("-- %s", text);
    open_and_print(name, flags);
}

static void confs(const char *folder)
{
    static const char aliases[] = "uri_aliases = [ 't=test:///default', 'u=test:///default?u', 'broken' ]\n";
    if (setgid(65534) < 0 || setuid(65534) < 0)
        exit(1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    /* the original names the temporary file in errors */
    if (chdir(folder) < 0)
        exit(1);
    conf(folder, "uri_default = \"test:///default?1\" # comment\n", NULL, 0);
    conf(folder, "uri_default = 'test:///default?2'; other = -5\n", "", 0);
    conf(folder, "x=[1,['a'],\n2,]\nuri_default=\"\"\"test:///default?3\"\"\"\n", NULL, 0);
    conf(folder, aliases, "t", 0);
    conf(folder, aliases, "u", 0);
    conf(folder, aliases, "u", VIR_CONNECT_RO);
    conf(folder, aliases, "x", 0);
    conf(folder, aliases, "test:///default", 0);
    conf(folder, "uri_aliases = [ 'a b=test:///default' ]\n", "a b", 0);
    conf(folder, "uri_aliases = [ 't=u', 'u=test:///default' ]\n", "t", 0);
    conf(folder, "uri_aliases = [ 't=test:///default?4' ]\nuri_default='t'\n", NULL, 0);
    setenv("LIBVIRT_DEFAULT_URI", "test:///default?env", 1);
    conf(folder, "uri_default = 'test:///default'\n", NULL, 0);
    conf(folder, "uri_default = 'test:///default'\n", "", 0);
    setenv("LIBVIRT_DEFAULT_URI", "", 1);
    conf(folder, "uri_default = 'test:///default?5'\n", NULL, 0);
    unsetenv("LIBVIRT_DEFAULT_URI");
    static const char *faults[] = {
        "uri_default = 5\n", "uri_default = [ 'x' ]\n", "uri_default = test\n", "uri_default = 'x\n", "\nuri_default\n",
        "uri_default =\n", "='x'\n", "uri_default='x' y=1\n", "a=[1 2]\n", "a=[1,2\n", "a=0x5\n", "_a=1\n", "a-b=1\n",
        "uri_aliases = 5\n", "uri_aliases = [ 5 ]\n",
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        /* what is opened without any default depends on the host */
        conf(folder, faults[i], strstr(faults[i], "uri_default") ? NULL : "test:///default", 0);
    }
    conf(folder, "fault\n", "test:///default", 0);
}

int main(void)
{
    asked();
    uris();
    char folder[] = "/tmp/solovirt-connect", inner[100];
    snprintf(inner, sizeof inner, "%s/libvirt", folder);
    mkdir(folder, 0777);
    mkdir(inner, 0777);
    chmod(folder, 0777);
    chmod(inner, 0777);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        confs(folder);
        exit(0);
    }
    waitpid(child, NULL, 0);
    char file[150];
    snprintf(file, sizeof file, "%s/libvirt.conf", inner);
    unlink(file);
    rmdir(inner);
    rmdir(folder);
    return 0;
}
