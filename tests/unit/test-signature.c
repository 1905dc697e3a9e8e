/* SPDX-License-Identifier: Apache-2.0 */
/* Keys and signatures of the fixtures' certificates, whole and with one thing changed. */
#include "cert.h"
#include "rsassa-pss.h"
#include "signature.h"
#include "tap.h"

#include <stdlib.h>

#define FILE_MAX 4096

struct file {
    uint8_t bytes[FILE_MAX];
    struct cert cert;
};

/* What is changed before the signature is verified. */
enum change {
    CHANGE_NOTHING,
    CHANGE_SIGNATURE,       /* a bit of it */
    CHANGE_SIGNATURE_EMPTY, /* none of it is there */
    CHANGE_SIGNATURE_CUT,   /* its last octet is missing */
    CHANGE_SIGNED,          /* a bit of what was signed */
    CHANGE_ALGORITHM,       /* its OID, to one that nobody has */
    CHANGE_PARAMETERS,      /* none */
    CHANGE_SALT,            /* the salt length in the parameters */
    CHANGE_KEY,             /* its first octet: no SubjectPublicKeyInfo */
    CHANGE_KEY_CUT,         /* it ends early */
    CHANGE_KEY_EMPTY,
};

static const struct {
    const char *cert;
    const char *issuer;
    enum change change;
    enum signature_result want;
} cases[] = {
    {"root", "root", CHANGE_NOTHING, SIGNATURE_VALID},
    {"leaf", "intermediate", CHANGE_NOTHING, SIGNATURE_VALID},
    {"leaf", "intermediate-cross", CHANGE_NOTHING, SIGNATURE_VALID}, /* the same key */
    {"ec-leaf", "ec-root", CHANGE_NOTHING, SIGNATURE_VALID},
    {"p384", "p384", CHANGE_NOTHING, SIGNATURE_VALID},
    {"ed25519", "ed25519", CHANGE_NOTHING, SIGNATURE_VALID},
    {"sha384", "root", CHANGE_NOTHING, SIGNATURE_VALID},
    {"rsa-pss", "root", CHANGE_NOTHING, SIGNATURE_VALID},

    {"leaf", "intermediate-rekeyed", CHANGE_NOTHING, SIGNATURE_INVALID},
    {"rsa-pss", "intermediate", CHANGE_NOTHING, SIGNATURE_INVALID},
    {"ec-leaf", "p384", CHANGE_NOTHING, SIGNATURE_INVALID},
    {"leaf", "ec-root", CHANGE_NOTHING, SIGNATURE_INVALID}, /* a key of another kind */
    {"ec-leaf", "root", CHANGE_NOTHING, SIGNATURE_INVALID},
    {"ed25519", "ec-root", CHANGE_NOTHING, SIGNATURE_INVALID},
    {"rsa-pss", "ec-root", CHANGE_NOTHING, SIGNATURE_INVALID},

    {"leaf", "intermediate", CHANGE_SIGNATURE, SIGNATURE_INVALID},
    {"ec-leaf", "ec-root", CHANGE_SIGNATURE, SIGNATURE_INVALID},
    {"ed25519", "ed25519", CHANGE_SIGNATURE, SIGNATURE_INVALID},
    {"rsa-pss", "root", CHANGE_SIGNATURE, SIGNATURE_INVALID},
    {"leaf", "intermediate", CHANGE_SIGNATURE_EMPTY, SIGNATURE_INVALID},
    {"ec-leaf", "ec-root", CHANGE_SIGNATURE_EMPTY, SIGNATURE_INVALID},
    {"ed25519", "ed25519", CHANGE_SIGNATURE_EMPTY, SIGNATURE_INVALID},
    {"leaf", "intermediate", CHANGE_SIGNATURE_CUT, SIGNATURE_INVALID},
    {"ec-leaf", "ec-root", CHANGE_SIGNATURE_CUT, SIGNATURE_INVALID},
    {"leaf", "intermediate", CHANGE_SIGNED, SIGNATURE_INVALID},
    {"ec-leaf", "ec-root", CHANGE_SIGNED, SIGNATURE_INVALID},
    {"ed25519", "ed25519", CHANGE_SIGNED, SIGNATURE_INVALID},
    {"rsa-pss", "root", CHANGE_SIGNED, SIGNATURE_INVALID},
    {"rsa-pss", "root", CHANGE_SALT, SIGNATURE_INVALID},

    {"leaf", "intermediate", CHANGE_ALGORITHM, SIGNATURE_UNSUPPORTED},
    {"rsa-pss", "root", CHANGE_PARAMETERS, SIGNATURE_UNSUPPORTED},
    {"leaf", "intermediate", CHANGE_KEY, SIGNATURE_UNSUPPORTED},
    {"leaf", "intermediate", CHANGE_KEY_CUT, SIGNATURE_UNSUPPORTED},
    {"leaf", "intermediate", CHANGE_KEY_EMPTY, SIGNATURE_UNSUPPORTED},
};

static const char *const changes[] = {
    [CHANGE_NOTHING] = "",
    [CHANGE_SIGNATURE] = ", a bit of the signature changed",
    [CHANGE_SIGNATURE_EMPTY] = ", no signature",
    [CHANGE_SIGNATURE_CUT] = ", the signature cut",
    [CHANGE_SIGNED] = ", a bit of the certificate changed",
    [CHANGE_ALGORITHM] = ", an algorithm that nobody has",
    [CHANGE_PARAMETERS] = ", no parameters",
    [CHANGE_SALT] = ", another salt length",
    [CHANGE_KEY] = ", a key that is none",
    [CHANGE_KEY_CUT] = ", the key cut",
    [CHANGE_KEY_EMPTY] = ", no key",
};

static const char *const results[] = {"invalid", "valid", "unsupported"};

static bool load(const char *name, struct file *f)
{
    const char *folder = getenv("builddir");
    char path[1024];
    size_t len;
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/tests/data/fixtures/%s.der",
                   folder != NULL ? folder : ".", name);
    file = fopen(path, "rb");
    if (file == NULL)
        return false;
    len = fread(f->bytes, 1, sizeof(f->bytes), file);
    (void)fclose(file);
    return cert_parse(slice_of(f->bytes, len), &f->cert, NULL);
}

/* The file's own byte; the views are read-only. */
static uint8_t *byte_of(struct file *f, struct slice view, size_t at)
{
    return f->bytes + (size_t)(view.data - f->bytes) + at;
}

static void change(enum change what, struct file *signed_by_it, struct file *issuer)
{
    struct cert *cert = &signed_by_it->cert;
    struct slice *key = &issuer->cert.subject_public_key_info.element;
    struct slice *parameters = &cert->signature_algorithm.parameters;
    struct slice oid = cert->signature_algorithm.algorithm;

    switch (what) {
    case CHANGE_NOTHING:
        break;
    case CHANGE_SIGNATURE:
        *byte_of(signed_by_it, cert->signature_value, cert->signature_value.len / 2) ^= 0x10;
        break;
    case CHANGE_SIGNATURE_EMPTY:
        cert->signature_value.len = 0;
        break;
    case CHANGE_SIGNATURE_CUT:
        cert->signature_value.len--;
        break;
    case CHANGE_SIGNED:
        *byte_of(signed_by_it, cert->tbs_certificate, cert->tbs_certificate.len / 2) ^= 0x01;
        break;
    case CHANGE_ALGORITHM:
        *byte_of(signed_by_it, oid, oid.len - 1) = 0x7F;
        break;
    case CHANGE_PARAMETERS:
        *parameters = SLICE_NONE;
        break;
    case CHANGE_SALT:
        *byte_of(signed_by_it, *parameters, parameters->len - 1) = 0x20;
        break;
    case CHANGE_KEY:
        *byte_of(issuer, *key, 0) = 0x04;
        break;
    case CHANGE_KEY_CUT:
        key->len /= 2;
        break;
    case CHANGE_KEY_EMPTY:
        *key = SLICE_NONE;
        break;
    }
}

/* With a key that is loaded first the outcome is the same, but for RSASSA-PSS. */
static enum signature_result verify_in_steps(const struct file *cert, const struct file *issuer)
{
    struct signature_key *key = signature_key_load(issuer->cert.subject_public_key_info.element);
    enum signature_result result = SIGNATURE_UNSUPPORTED;

    if (key != NULL)
        result = signature_key_verify(key, &cert->cert.signature_algorithm,
                                      cert->cert.tbs_certificate, cert->cert.signature_value);
    signature_key_free(key);
    return result;
}

int main(void)
{
    static struct file cert, issuer;

    if (!load("root", &cert)) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        enum signature_result result;

        if (!ok(load(cases[i].cert, &cert) && load(cases[i].issuer, &issuer), "%s and %s are read",
                cases[i].cert, cases[i].issuer))
            continue;
        change(cases[i].change, &cert, &issuer);
        result = signature_verify(issuer.cert.subject_public_key_info.element,
                                  &cert.cert.signature_algorithm, cert.cert.tbs_certificate,
                                  cert.cert.signature_value);
        if (!ok(result == cases[i].want, "%s by %s%s: %s", cases[i].cert, cases[i].issuer,
                changes[cases[i].change], results[cases[i].want]))
            printf("# found: %s\n", results[result]);
        if (!is_rsassa_pss(cert.cert.signature_algorithm.algorithm))
            ok(verify_in_steps(&cert, &issuer) == cases[i].want, "and with a key that is loaded");
        else
            ok(verify_in_steps(&cert, &issuer) == SIGNATURE_UNSUPPORTED, "RSASSA-PSS not so");
    }
    return tap_done();
}
