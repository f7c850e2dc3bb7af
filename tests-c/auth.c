/* Credentials while a connection opens: the program's callback, auth.conf, the terminal. */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

/* Relative, so that messages name no temporary folder. */
#define URI "test:node.xml"

enum mode { RIGHT, UNKNOWN_USER, WRONG_PASSWORD, WITHOUT_PASSWORD, EMPTY, REFUSE };

static int answer(virConnectCredentialPtr credentials, unsigned int count, void *opaque)
{
    enum mode mode = *(enum mode *)opaque;
    for (unsigned int i = 0; i < count; i++) {
        virConnectCredentialPtr c = &credentials[i];
        printf("  asked %d of %u: type %d [%s] challenge [%s] default [%s]\n", i, count, c->type, c->prompt,
               c->challenge ? c->challenge : "NULL", c->defresult ? c->defresult : "NULL");
        const char *name = mode == UNKNOWN_USER ? "nobody" : mode == WITHOUT_PASSWORD ? "free" : "user";
        const char *text = c->type == VIR_CRED_AUTHNAME ? name : mode == WRONG_PASSWORD ? "wrong" : "secret";
        c->result = strdup(mode == EMPTY ? "" : text);
        c->resultlen = strlen(c->result);
    }
    return mode == REFUSE ? -1 : 0;
}

static void try(const char *uri, virConnectAuthPtr auth)
{
    virResetLastError();
    virConnectPtr c = virConnectOpenAuth(uri, auth, 0);
    if (!c) {
        check_error("refused");
        return;
    }
    char *text = virConnectGetURI(c);
    printf("open: %s\n", text);
    free(text);
    virConnectClose(c);
}

static void with_callback(void)
{
    int kinds[] = {VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE}, other[] = {VIR_CRED_ECHOPROMPT, VIR_CRED_NOECHOPROMPT};
    int swapped[] = {VIR_CRED_NOECHOPROMPT, VIR_CRED_PASSPHRASE, VIR_CRED_REALM, VIR_CRED_AUTHNAME};
    for (enum mode mode = RIGHT; mode <= REFUSE; mode++) {
        printf("-- mode %d\n", mode);
        virConnectAuth auth = {kinds, 2, answer, &mode};
        try(URI, &auth);
    }
    printf("-- kinds\n");
    enum mode mode = RIGHT;
    virConnectAuth few = {kinds, 1, answer, &mode}, none = {NULL, 0, answer, &mode}, wrong = {other, 2, answer, &mode};
    virConnectAuth many = {swapped, 4, answer, &mode}, silent = {kinds, 2, NULL, NULL};
    try(URI, &few);
    try(URI, &none);
    try(URI, &wrong);
    try(URI, &many);
    try(URI, &silent);
    try(URI, NULL);
    CHECK(virConnectOpen(URI) != NULL);
    CHECK(virConnectOpenReadOnly(URI) != NULL);
    try("test:///default", &silent);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static void with_file(void)
{
    static const char *files[] = {
        "[credentials-a]\nusername=user\npassword=secret\n[auth-test-localhost]\ncredentials=a\n",
        "# all hosts\n[credentials-a]\nusername = user\npassword = secret\n\n[auth-test-default]\ncredentials=a",
        "[credentials-a]\nusername=user\npassword=secret\n[auth-test-other]\ncredentials=a\n",
        "[credentials-a]\nusername=user\npassword=wrong\n[auth-test-localhost]\ncredentials=a\n",
        "[credentials-a]\nusername=user\n[auth-test-localhost]\ncredentials=a\n",
        "[credentials-a]\nusername=free\n[auth-test-localhost]\ncredentials=a\n",
        "[auth-test-localhost]\ncredentials=b\n",
        "[auth-test-localhost]\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        printf("-- auth.conf %zu\n", i);
        write_file("auth.conf", files[i]);
        setenv("LIBVIRT_AUTH_FILE", "auth.conf", 1);
        try(URI, NULL);
        unsetenv("LIBVIRT_AUTH_FILE");
        try(URI "?authfile=auth.conf", NULL);
    }
    unlink("auth.conf");
}

static void on_terminal(void)
{
    virConnectAuthPtr auth = virConnectAuthPtrDefault;
    printf("-- terminal\n");
    for (unsigned int i = 0; i < auth->ncredtype; i++)
        printf("%d ", auth->credtype[i]);
    virConnectCredential questions[] = {
        {VIR_CRED_EXTERNAL, "external", "PolicyKit", NULL, NULL, 0}, {VIR_CRED_REALM, "realm", NULL, "home", NULL, 0},
        {VIR_CRED_ECHOPROMPT, "echo", NULL, NULL, NULL, 0}, {VIR_CRED_NOECHOPROMPT, "secret", NULL, NULL, NULL, 0},
    };
    printf("\n= %d\n", auth->cb(questions, 4, auth->cbdata));
    for (int i = 0; i < 4; i++) {
        printf("[%s] %d\n", questions[i].result ? questions[i].result : "NULL", questions[i].resultlen);
        free(questions[i].result);
    }
    virConnectCredential external = {VIR_CRED_EXTERNAL, "external", "other", NULL, NULL, 0};
    virConnectCredential nonce = {VIR_CRED_CNONCE, "nonce", NULL, "x", NULL, 0};
    printf("%d %d\n", auth->cb(&external, 1, NULL), auth->cb(&nonce, 1, NULL));
    try(URI, auth);
}

int main(void)
{
    char folder[] = "/tmp/solovirt-auth-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) < 0)
        return 1;
    write_file("node.xml", "<node><auth><user password='secret'>user</user><user>free</user></auth></node>");
    virInitialize();
    virSetErrorFunc(NULL, check_quiet);
    with_callback();
    with_file();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        /* without a terminal passwords come from standard input too */
        setsid();
        on_terminal();
        exit(0);
    }
    waitpid(child, NULL, 0);
    unlink("node.xml");
    return rmdir(folder);
}
