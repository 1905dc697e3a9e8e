/* SPDX-License-Identifier: Apache-2.0 */
/* Requests that are built: the same bytes as openssl's, with a nonce, and as a URL. */
#include "extension-value.h"
#include "ocsp-build.h"
#include "ocsp-request.h"
#include "ocsp-url.h"
#include "tap.h"

#include <stdlib.h>

#define FILE_MAX 4096

struct file {
    uint8_t bytes[FILE_MAX];
    struct slice der;
    struct cert cert;
};

static bool load(const char *name, struct file *f)
{
    const char *folder = getenv("fixtures");
    char path[1024];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/%s.der", folder != NULL ? folder : ".", name);
    file = fopen(path, "rb");
    if (!ok(file != NULL, "%s is there", path))
        return false;
    f->der = slice_of(f->bytes, fread(f->bytes, 1, sizeof(f->bytes), file));
    (void)fclose(file);
    return true;
}

static const struct {
    const char *request;
    const char *cert;
    const char *issuer;
    enum digest hash_algorithm;
} cases[] = {
    {"openssl-request-sha1", "leaf", "intermediate", DIGEST_SHA1},
    {"openssl-request-sha256", "leaf", "intermediate", DIGEST_SHA256},
    {"openssl-request-ec", "ec-leaf", "ec-root", DIGEST_SHA1},
    {"openssl-request-own-issuer", "root", "root", DIGEST_SHA256},
};

static struct file cert, issuer, want;

static bool load_case(size_t i, struct ocsp_build *what)
{
    *what = (struct ocsp_build){&cert.cert, &issuer.cert, cases[i].hash_algorithm, SLICE_NONE};
    return load(cases[i].cert, &cert) && load(cases[i].issuer, &issuer) &&
           cert_parse(cert.der, &cert.cert, NULL) && cert_parse(issuer.der, &issuer.cert, NULL);
}

static void test_as_openssl(void)
{
    struct buffer built CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct ocsp_build what;
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        if (ok(load_case(i, &what) && load(cases[i].request, &want) &&
                   ocsp_request_build(&what, &built, &e),
               "%s is built", cases[i].request))
            ok(slice_equal(buffer_slice(&built), want.der), "%s has openssl's bytes",
               cases[i].request);
    }
}

/* Of every length that RFC 9654 2.1 allows, what is sent is what comes out. */
static void test_nonce(void)
{
    struct buffer built CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    uint8_t octets[NONCE_MAX];
    struct ocsp_request request;
    struct extension extension;
    struct ocsp_build what;
    struct error e = {.code = ERROR_NONE};
    size_t good = 0;

    memset(octets, 0x04, sizeof(octets)); /* as an OCTET STRING begins */
    if (!ok(load_case(0, &what), "a certificate and its issuer"))
        return;
    for (size_t len = 1; len <= NONCE_MAX; len++) {
        what.nonce = slice_of(octets, len);
        good += ocsp_request_build(&what, &built, &e) &&
                ocsp_request_parse(buffer_slice(&built), &request, &e) &&
                extensions_find_type(&request.request_extensions, EXTENSION_NONCE, &extension) &&
                !extension.critical && request.departures == 0 &&
                slice_equal(nonce_octets(extension.extn_value), what.nonce);
    }
    if (good < NONCE_MAX)
        printf("# %s: %s\n", error_path(&e), e.text);
    is_int((intmax_t)good, NONCE_MAX, "nonces of 1 to 128 octets");
}

static const struct {
    const char *name;
    const char *responder;
    const char *front; /* of what is built */
} urls[] = {
    {"without a slash", "http://ocsp.example.test", "http://ocsp.example.test/"},
    {"with a slash", "http://ocsp.example.test/", "http://ocsp.example.test/"},
    {"with a path", "http://example.test/a/ocsp", "http://example.test/a/ocsp/"},
    {"with a path and a slash", "http://example.test/a/ocsp/", "http://example.test/a/ocsp/"},
};

/* The URL is read back, and nothing in it has to be repaired. */
static void test_url(void)
{
    struct buffer built CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct buffer url CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct buffer scratch CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OCSP);
    struct ocsp_build what;
    struct ocsp_url parsed;
    struct error e;

    if (!ok(load_case(0, &what) && ocsp_request_build(&what, &built, &e), "a request"))
        return;
    for (size_t i = 0; i < ARRAY_SIZE(urls); i++) {
        bool done = ocsp_request_build_url(slice_of_string(urls[i].responder), buffer_slice(&built),
                                           &url, &e);

        ok(done && slice_starts_with(buffer_slice(&url), slice_of_string(urls[i].front)) &&
               slice_find(buffer_slice(&url), SLICE("+")) == url.len &&
               slice_find(buffer_slice(&url), SLICE("=")) == url.len,
           "%s: in front stands the responder", urls[i].name);
        ok(ocsp_url_parse(buffer_slice(&url), &scratch, &parsed, &e) &&
               slice_equal(parsed.request, buffer_slice(&built)) && parsed.repairs == 0,
           "%s: it is read back", urls[i].name);
    }
}

int main(void)
{
    test_as_openssl();
    test_nonce();
    test_url();
    return tap_done();
}
