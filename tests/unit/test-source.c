/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The objects of an input, in every encoding. Each case is read three times: as data, from a file,
 * and from a pipe that gives an octet at a time.
 */
#include "source.h"
#include "tap.h"

#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* An OCSP response of five octets, tryLater; a request of the least that is one. */
#define RESPONSE "0\3\n\1\3"
#define ON_LINE(newline)                                                                           \
    "-----BEGIN OCSP RESPONSE-----" newline "MAMK" newline "AQM=" newline                          \
    "-----END OCSP RESPONSE-----"
#define PEM_OF(label, body) "-----BEGIN " label "-----\n" body "\n-----END " label "-----\n"
#define RESPONSE_PEM        PEM_OF("OCSP RESPONSE", "MAMKAQM=")

/* PKCS#7: two certificates and a CRL, each of them an empty SEQUENCE; and nothing at all. */
#define BUNDLE "MCYGCSqGSIb3DQEHAqAZMBcCAQExADAEBgIqA6AEMAAwAKECMAAxAA=="
#define BUNDLE_HEX                                                                                 \
    "302606092a864886f70d010702a01930170201013100300406022a03a00430003000a10230003100"
#define EMPTY_BUNDLE     "MBwGCSqGSIb3DQEHAqAPMA0CAQExADAEBgIqAzEA"

#define PARAMETERS       PEM_OF("EC PARAMETERS", "BggqhkjOPQMBBw==")
#define EC_KEY           PEM_OF("EC PRIVATE KEY", "MAYCAQEEAao=")
#define ENCRYPTED(label) PEM_OF(label, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA")

/* What is found: a letter for a kind (see letters), '.' for another, '!' for an error. */
static const struct {
    struct slice input;
    const char *want;
    const char *data; /* where it is data, if that is different; DER has no place in it */
} cases[] = {
    {SLICE_CONST(RESPONSE), "r", "!"},
    {SLICE_CONST(RESPONSE RESPONSE RESPONSE), "rrr", "!"},
    {SLICE_CONST(RESPONSE "x"), "!", "!"},
    {SLICE_CONST(RESPONSE RESPONSE "\n"), "r!", "!"},
    {SLICE_CONST(RESPONSE "0\200"), "r!", "!"},
    {SLICE_CONST("0\3\n\1"), "r", "!"}, /* cut: for its parser to say */
    {SLICE_CONST("0\200\0\0"), "!", "!"},
    {SLICE_CONST("0\204\177\377\377\377"), "!", "!"},
    {SLICE_CONST("\1\2\3"), "!", "!"},
    {SLICE_CONST(""), "!", NULL},
    {SLICE_CONST(" \n\n"), "!", NULL},
    {SLICE_CONST(RESPONSE_PEM), "r", NULL},
    {SLICE_CONST("text\n" RESPONSE_PEM "between\n" RESPONSE_PEM "behind"), "rr", NULL},
    {SLICE_CONST(RESPONSE_PEM PEM_OF("CERTIFICATE", "MAMKAQM=") RESPONSE_PEM), "r!r", NULL},
    {SLICE_CONST(RESPONSE_PEM PEM_OF("OCSP RESPONSE", "MAMK*QM=") RESPONSE_PEM), "r!r", NULL},
    {SLICE_CONST(RESPONSE_PEM PEM_OF("OCSP RESPONSE", "") RESPONSE_PEM), "r!r", NULL},
    {SLICE_CONST(RESPONSE_PEM PEM_OF("X", "MAMKAQM=")), "r!", NULL},
    {SLICE_CONST(RESPONSE_PEM "-----BEGIN OCSP RESPONSE-----\nMAMKAQM=\n"), "r!", NULL},
    {SLICE_CONST("-----BEGIN OCSP RESPONSE-----\nMAMKAQM=\n-----END X-----\n"), "!", NULL},
    {SLICE_CONST("-----BEGIN OCSP RESPONSE-----\r\nMAMK\r\nAQM=\r\n-----END OCSP RESPONSE-----"),
     "r", NULL},
    {SLICE_CONST("text -----BEGIN OCSP RESPONSE-----\n"), "!", NULL},
    {SLICE_CONST("text -----BEGIN X-----\n" RESPONSE_PEM), "r", NULL},
    {SLICE_CONST(ON_LINE("\\n")), "r", NULL},
    {SLICE_CONST(ON_LINE("")), "r", NULL},
    {SLICE_CONST(ON_LINE("\\r\\n") "\\r\\n" ON_LINE(" ")), "rr", NULL},
    {SLICE_CONST("KEY=\"" ON_LINE("\\n") "\\n\"\nOTHER=" ON_LINE("\\n")), "rr", NULL},
    {SLICE_CONST("{\"a\":{\"b\":\"" ON_LINE("\\n") "\"}}"), "r", NULL},
    {SLICE_CONST("text " ON_LINE(" ") RESPONSE_PEM ON_LINE(" ") "\n" RESPONSE_PEM), "rrrr", NULL},
    {SLICE_CONST("text -----BEGIN X----- " ON_LINE("\\n")), "r", NULL},
    {SLICE_CONST("text -----BEGIN X----- M -----END OCSP\n" ON_LINE("")), "r", NULL},
    {SLICE_CONST("-----BEGIN OCSP RESPONSE-----MAMK\nAQM=-----END OCSP RESPONSE-----"), "!", NULL},
    {SLICE_CONST("-----BEGIN OCSP RESPONSE-----MAMKAQM=-----END X----- " RESPONSE_PEM), "!r", NULL},
    {SLICE_CONST("MAMKAQM="), "r", NULL},
    {SLICE_CONST("MAMK\nAQM=\n"), "r", NULL},
    {SLICE_CONST("  MAMKAQM\r\n"), "r", NULL},
    {SLICE_CONST("MAMKAQMwAwoBAw=="), "rr", NULL},
    {SLICE_CONST("MAMKAQMx"), "!", NULL},
    {SLICE_CONST("30030a0103"), "r", NULL},
    {SLICE_CONST("30030A01 03\n"), "r", NULL},
    {SLICE_CONST("30030a010330030a0103"), "rr", NULL},
    {SLICE_CONST("30030a01031"), "!", NULL},
    {SLICE_CONST("http://a/MAgwBjAEMAIwAA=="), "q", NULL},
    {SLICE_CONST("/MAgwBjAEMAIwAA%3D%3D\n"), "q", NULL},
    {SLICE_CONST("GET /MAgwBjAEMAIwAA%3D%3D HTTP/1.1"), "q", NULL},
    {SLICE_CONST("MAgwBjAEMAIwAA"), "q", NULL},
    {SLICE_CONST(PEM_OF("PKCS7", BUNDLE) RESPONSE_PEM), "cclr", NULL},
    {SLICE_CONST(RESPONSE_PEM PEM_OF("PKCS7", EMPTY_BUNDLE) RESPONSE_PEM), "r!r", NULL},
    {SLICE_CONST(BUNDLE), "ccl", NULL},
    {SLICE_CONST(BUNDLE_HEX "30030a0103"), "cclr", NULL},
    {SLICE_CONST(EMPTY_BUNDLE), "!", NULL},
    {SLICE_CONST(PARAMETERS EC_KEY RESPONSE_PEM), "kr", NULL},
    {SLICE_CONST(PARAMETERS "text\n" EC_KEY), "k", NULL},
    {SLICE_CONST(PARAMETERS PARAMETERS EC_KEY), "pk", NULL},
    {SLICE_CONST(PARAMETERS RESPONSE_PEM), "pr", NULL},
    {SLICE_CONST(RESPONSE_PEM PARAMETERS), "rp", NULL},
    {SLICE_CONST(PEM_OF("EC PARAMETERS", "BggqhkjOPQMB") EC_KEY), "!k", NULL},
    {SLICE_CONST(PEM_OF("EC PARAMETERS", "BQA=") EC_KEY), "!k", NULL},
    {SLICE_CONST(PEM_OF("EC PARAMETERS", "") EC_KEY), "!k", NULL},
    {SLICE_CONST(ENCRYPTED("EC PRIVATE KEY") RESPONSE_PEM), "kr", NULL},
    {SLICE_CONST(PARAMETERS ENCRYPTED("EC PRIVATE KEY")), "k", NULL},
    {SLICE_CONST(ENCRYPTED("CERTIFICATE") RESPONSE_PEM), "!r", NULL},
    {SLICE_CONST(PEM_OF("TRUSTED CERTIFICATE", "MAowCKADAgECAgEBMAMMAXg=")), "c", NULL},
    {SLICE_CONST("http://a/"), "!", NULL},
    {SLICE_CONST("one\ntwo\n"), "!", NULL},
    {SLICE_CONST("<html></html>"), "!", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\r\nA: b\r\n\r\n" RESPONSE), "r", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nA: b\n\n" RESPONSE RESPONSE), "rr", NULL},
    {SLICE_CONST("HTTP/2 200 \nA: b\n\n" RESPONSE_PEM "x\n" RESPONSE_PEM), "rr", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nA: b\n\nMAMK\nAQM=\n"), "r", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nA: b\n\n30030a01 03\n"), "r", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n0\3\n3\n\n\1\3\n0\n\n"), "r",
     NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nContent-Length: 6\n\n0\3\n\1"), "!", NULL},
    {SLICE_CONST("GET /MAgwBjAEMAIwAA== HTTP/1.1\nA: b\n\n"), "q", NULL},
    {SLICE_CONST("GET /MAgwBjAEMAIwAA== HTTP/1.1\nA: b\n\nHTTP/1.1 200 OK\nA: b\n\n" RESPONSE),
     "qr", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\nContent-Length: 5\n\n" RESPONSE
                 "HTTP/1.1 404 No\nContent-Length: 3\n\n<a>"
                 "HTTP/1.1 200 OK\nContent-Length: 5\n\n" RESPONSE),
     "r!r", NULL},
    {SLICE_CONST("GET / HTTP/1.1\nA: b\n\n"), "!", NULL},
    {SLICE_CONST("HTTP/1.1 200 OK\n\n" RESPONSE), "!", NULL}, /* a header field is wanted */
};

static const struct {
    const char *argument;
    bool is_data;
} arguments[] = {
    {"leaf.der", false},
    {"./leaf.der", false},
    {"a/b/leaf.der", false},
    {"/etc/ssl/cert.pem", false},
    {"-x", false},
    {"MFEwTzBN", false},      /* not a whole request */
    {"MAMKAQM=", false},      /* a response: RFC 6960 A.1 has only requests */
    {"MAgwBjAEMAIwAA", true}, /* a request */
    {"MAgwBjAEMAIwAA==", true},
    {"MAgwBjAEMAIwA", false},
    {"3008300630043002300", false},
    {"30083006300430023000", true},
    {"0x30083006300430023000", true},
    {"/MAgwBjAEMAIwAA", true},
    {"/a/b/MAgwBjAEMAIwAA%3D%3D", true},
    {"a/MAgwBjAEMAIwAA", false},
    {"http://a/", true},
    {"x://", true},
    {"a b", true},
    {"a\tb", true},
};

static char letter_of(enum object_kind kind)
{
    static const char letters[OBJECT_KIND_COUNT] = {
        [OBJECT_OCSP_REQUEST] = 'q',      [OBJECT_OCSP_RESPONSE] = 'r',
        [OBJECT_CERTIFICATE] = 'c',       [OBJECT_CRL] = 'l',
        [OBJECT_KEY_PARAMETERS] = 'p',    [OBJECT_EC_PRIVATE_KEY] = 'k',
        [OBJECT_PEM_ENCRYPTED_KEY] = 'k',
    };

    return letters[kind] != '\0' ? letters[kind] : '.';
}

static void read_all(struct source *s, char *have)
{
    struct error e = {.code = ERROR_NONE};
    struct object object;
    bool found = true;
    size_t index = 0;

    for (; found && index < 8; index++) {
        bool done = source_next(s, &object, &found, &e);
        if (!done)
            *have++ = '!';
        else if (found)
            *have++ = letter_of(object.kind);
        if (!done && e.code == ERROR_NONE)
            *have++ = '?';
        found = found || !done;
    }
    *have = '\0';
    source_close(s);
}

static void read_file(struct source *s, struct slice input, char *have)
{
    char path[] = "/tmp/ocspkit-source.XXXXXX";
    int fd = mkstemp(path);

    if (fd < 0 || write(fd, input.data, input.len) != (ssize_t)input.len || close(fd) != 0 ||
        !source_open_file(s, path, NULL))
        abort();
    (void)unlink(path);
    read_all(s, have);
}

static void write_slowly(int fd, struct slice input)
{
    for (size_t i = 0; i < input.len; i++) {
        if (write(fd, input.data + i, 1) != 1)
            break;
    }
    _exit(0);
}

static void read_pipe(struct source *s, struct slice input, char *have)
{
    int ends[2];
    pid_t child;

    (void)fflush(stdout);
    if (pipe(ends) != 0 || (child = fork()) < 0)
        abort();
    if (child == 0)
        write_slowly(ends[1], input);
    (void)close(ends[1]);
    if (dup2(ends[0], STDIN_FILENO) < 0 || close(ends[0]) != 0 || !source_open_file(s, "-", NULL))
        abort();
    read_all(s, have);
    (void)waitpid(child, NULL, 0);
}

int main(void)
{
    struct buffer scratch CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct source source;
    struct error e;
    char have[32];

    source_init(&source);
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        char name[64];

        (void)snprintf(name, sizeof(name), "case %zu", i);
        read_file(&source, cases[i].input, have);
        is_string(have, cases[i].want, name);
        read_pipe(&source, cases[i].input, have);
        is_string(have, cases[i].want, "from a pipe");
        source_open_data(&source, cases[i].input);
        read_all(&source, have);
        is_string(have, cases[i].data != NULL ? cases[i].data : cases[i].want, "as data");
    }
    ok(!source_open_file(&source, "/no/such/file", &e) && e.code == ERROR_SYSTEM, "no file");
    source_free(&source);
    for (size_t i = 0; i < ARRAY_SIZE(arguments); i++)
        ok(source_is_data(slice_of_string(arguments[i].argument), &scratch) == arguments[i].is_data,
           "%s", arguments[i].argument);
    return tap_done();
}
