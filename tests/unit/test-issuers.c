/* SPDX-License-Identifier: Apache-2.0 */
/* A set of the fixtures' certificates, and what is found in it. */
#include "issuer-match.h"
#include "issuers.h"
#include "tap.h"

#include <stdlib.h>

#define FILE_MAX 4096
#define AT       INT64_C(1515960000) /* 2018-01-14T20:00:00Z */
#define MANY     3000                /* enough to let the set grow some times */

struct file {
    uint8_t bytes[FILE_MAX];
    struct slice der;
    struct cert cert;
};

static bool load(const char *name, struct file *f)
{
    const char *folder = getenv("builddir");
    char path[1024];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/tests/data/fixtures/%s.der",
                   folder != NULL ? folder : ".", name);
    file = fopen(path, "rb");
    if (file == NULL)
        return false;
    f->der = slice_of(f->bytes, fread(f->bytes, 1, sizeof(f->bytes), file));
    (void)fclose(file);
    return cert_parse(f->der, &f->cert, NULL);
}

static void add(struct issuers *set, const char *name)
{
    static struct file f;

    ok(load(name, &f) && issuers_enter_file(set, name, NULL) && issuers_add(set, f.der, 0, NULL),
       "%s is added", name);
}

/* The names of what was found, in order, each followed by what it differs in. */
static const char *found_names(const struct issuer_match *match)
{
    static const char *const differs[] = {"",           ":key",    ":name", ":identifier",
                                          ":signature", ":unknown"};
    static char names[1024];
    size_t used = 0;

    names[0] = '\0';
    for (size_t i = 0; i < issuer_match_count(match); i++) {
        const struct issuer_found *found = issuer_match_at(match, i);
        used += (size_t)snprintf(names + used, sizeof(names) - used, "%s%s%s", i > 0 ? " " : "",
                                 found->issuer->file, differs[found->differs]);
    }
    return names;
}

/* --- CertIDs */

static const uint8_t oid_sha1[] = {0x2B, 0x0E, 0x03, 0x02, 0x1A};
static const uint8_t oid_sha256[] = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01};
static const uint8_t oid_md5[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05};
static const uint8_t oid_sha3_256[] = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x08};
static const uint8_t oid_rsa[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01};

#define OID(octets)                                                                                \
    {                                                                                              \
        octets, sizeof(octets)                                                                     \
    }

static const struct {
    struct slice hash_algorithm;
    enum digest digest; /* what the hashes are made with */
    const char *name;   /* whose subject, and whose key */
    const char *key;
    size_t cut; /* octets that the name's hash lacks */
    enum issuer_verdict verdict;
    enum issuer_reason reason;
    const char *found;
} cert_ids[] = {
    {OID(oid_sha1), DIGEST_SHA1, "intermediate", "intermediate", 0, ISSUER_FOUND, 0,
     "intermediate"},
    {OID(oid_sha256), DIGEST_SHA256, "intermediate", "intermediate", 0, ISSUER_FOUND, 0,
     "intermediate"},
    {OID(oid_md5), DIGEST_MD5, "root", "root", 0, ISSUER_FOUND, 0, "root"},
    {OID(oid_sha1), DIGEST_SHA1, "intermediate-cross", "intermediate-cross", 0, ISSUER_FOUND, 0,
     "intermediate-cross"},
    {OID(oid_sha1), DIGEST_SHA1, "intermediate", "root", 0, ISSUER_NONE, 0,
     "intermediate:key intermediate-rekeyed:key root:name"},
    {OID(oid_sha1), DIGEST_SHA1, "root", "intermediate", 0, ISSUER_NONE, 0,
     "root:key intermediate:name intermediate-cross:name"},
    {OID(oid_sha1), DIGEST_SHA1, "leaf", "leaf", 0, ISSUER_NONE, 0, ""},
    {OID(oid_sha256), DIGEST_SHA1, "root", "root", 0, ISSUER_NONE, ISSUER_REASON_NAME_HASH_LENGTH,
     ""},
    {OID(oid_sha1), DIGEST_SHA1, "root", "root", 1, ISSUER_NONE, ISSUER_REASON_NAME_HASH_LENGTH,
     "root:name"},
    {OID(oid_sha1), DIGEST_SHA1, "root", "root", 20, ISSUER_NONE, ISSUER_REASON_NAME_HASH_LENGTH,
     "root:name"},
    {OID(oid_sha3_256), DIGEST_SHA256, "root", "root", 0, ISSUER_UNDETERMINED,
     ISSUER_REASON_HASH_ALGORITHM, ""},
    {OID(oid_rsa), DIGEST_SHA256, "root", "root", 0, ISSUER_UNDETERMINED,
     ISSUER_REASON_HASH_ALGORITHM, ""},
};

static void test_cert_id(struct issuers *set, size_t i, struct issuer_match *match)
{
    static struct file name, key;
    uint8_t name_hash[DIGEST_MAX], key_hash[DIGEST_MAX];
    size_t size = digest_size(cert_ids[i].digest);
    struct cert_id cert_id = {.hash_algorithm = {.algorithm = cert_ids[i].hash_algorithm},
                              .issuer_name_hash = {name_hash, size - cert_ids[i].cut},
                              .issuer_key_hash = {key_hash, size}};

    if (!ok(load(cert_ids[i].name, &name) && load(cert_ids[i].key, &key), "%s and %s are read",
            cert_ids[i].name, cert_ids[i].key))
        return;
    digest_compute(cert_ids[i].digest, name.cert.subject, name_hash);
    digest_compute(cert_ids[i].digest, key.cert.subject_public_key_info.subject_public_key,
                   key_hash);
    ok(issuer_match_cert_id(set, &cert_id, AT, match, NULL) &&
           match->verdict == cert_ids[i].verdict && match->reason == cert_ids[i].reason,
       "CertID %zu: its verdict and the reason", i);
    is_string(found_names(match), cert_ids[i].found, "CertID: who is found");
}

/* --- certificates */

static const struct {
    const char *cert;
    enum issuer_verdict verdict;
    enum issuer_reason reason;
    const char *found;
} certs[] = {
    {"leaf", ISSUER_FOUND, 0, "intermediate"},
    {"intermediate", ISSUER_FOUND, 0, "root"},
    {"root", ISSUER_FOUND, 0, "root"},
    {"rsa-pss", ISSUER_FOUND, 0, "root"},
    {"signer-namesake", ISSUER_FOUND, 0, "intermediate-rekeyed"},
    {"ec-leaf", ISSUER_NONE, 0, ""},
    {"ed25519", ISSUER_NONE, ISSUER_REASON_SELF_SIGNED, ""},
};

static void test_cert(struct issuers *set, size_t i, struct issuer_match *match)
{
    static struct file f;

    if (!ok(load(certs[i].cert, &f), "%s is read", certs[i].cert))
        return;
    ok(issuer_match_cert(set, &f.cert, AT, match, NULL) && match->verdict == certs[i].verdict &&
           match->reason == certs[i].reason,
       "%s: its verdict and the reason", certs[i].cert);
    is_string(found_names(match), certs[i].found, "certificate: who is found");
}

/* One bit of the signature is another one: only a near miss is left. */
static void test_broken_signature(struct issuers *set, struct issuer_match *match)
{
    static struct file f;

    if (!ok(load("leaf", &f), "leaf is read"))
        return;
    f.bytes[f.der.len - 1] ^= 1;
    ok(issuer_match_cert(set, &f.cert, AT, match, NULL) && match->verdict == ISSUER_NONE,
       "a certificate whose signature is broken has no issuer");
    is_string(found_names(match),
              "intermediate:signature intermediate-rekeyed:identifier "
              "intermediate-cross:name",
              "and its near misses say what differs");
    f.bytes[f.der.len - 1] ^= 1;
    f.cert.signature_algorithm.algorithm = slice_of(oid_sha1, sizeof(oid_sha1));
    ok(issuer_match_cert(set, &f.cert, AT, match, NULL) && match->verdict == ISSUER_UNDETERMINED &&
           match->reason == ISSUER_REASON_SIGNATURE_ALGORITHM,
       "one whose signature algorithm is unknown is undetermined");
}

/* --- the set itself */

static void test_duplicates(struct issuers *set)
{
    size_t count = set->count;
    static struct file f;

    add(set, "root");
    ok(set->count == count && strcmp(set->rows[0].file, "root") == 0,
       "what is in the set already is not added again");
    ok(load("leaf", &f) && !issuers_add(set, slice_first(f.der, 100), 0, NULL) &&
           set->count == count,
       "what is no certificate is not added");
    ok(!issuers_add(set, SLICE_NONE, 0, NULL) && set->count == count, "nor is nothing");
}

/* The serial number changed, so that there are many of one name and key. */
static void test_many(void)
{
    struct issuers set = {0};
    struct issuer_match match = ISSUER_MATCH_INIT;
    static struct file f;
    uint8_t *serial;
    bool added = true;

    if (!ok(load("intermediate", &f) && issuers_enter_file(&set, "many", NULL),
            "intermediate is read"))
        return;
    serial = f.bytes + (f.cert.serial_number.data - f.bytes);
    for (size_t i = 0; i < MANY; i++) {
        serial[0] = (uint8_t)(1 + i / 256);
        serial[1] = (uint8_t)i;
        added = added && issuers_add(&set, f.der, i, NULL);
    }
    for (size_t i = 0; i < MANY; i++) {
        serial[0] = (uint8_t)(1 + i / 256);
        serial[1] = (uint8_t)i;
        added = added && issuers_add(&set, f.der, MANY + i, NULL);
    }
    ok(added, "many certificates are added, twice");
    is_int((intmax_t)set.count, MANY, "each is there once");
    ok(load("leaf", &f) && issuer_match_cert(&set, &f.cert, AT, &match, NULL) &&
           match.verdict == ISSUER_FOUND,
       "all of them verify the leaf");
    is_int((intmax_t)issuer_match_count(&match), MANY, "and all are found");
    ok(issuer_match_at(&match, 0)->issuer->index == 0 &&
           issuer_match_at(&match, MANY - 1)->issuer->index == MANY - 1,
       "in the order of addition");
    f.bytes[f.der.len - 1] ^= 1;
    ok(issuer_match_cert(&set, &f.cert, AT, &match, NULL) && match.more &&
           issuer_match_count(&match) == ISSUER_NEAR_MISSES_MAX,
       "of near misses there are only so many");
    issuer_match_free(&match);
    issuers_free(&set);
}

/* notAfter changed: the valid one comes first, whichever was added first. */
static void test_order(void)
{
    struct issuers set = {0};
    struct issuer_match match = ISSUER_MATCH_INIT;
    static struct file f;
    size_t last_digit;

    if (!ok(load("intermediate", &f), "intermediate is read"))
        return;
    last_digit = slice_find(f.der, SLICE("270101000000Z"));
    f.bytes[last_digit] = '1';
    f.bytes[last_digit + 1] = '8';
    ok(issuers_enter_file(&set, "expired", NULL) && issuers_add(&set, f.der, 0, NULL),
       "an expired one is added");
    add(&set, "intermediate");
    ok(load("leaf", &f) && issuer_match_cert(&set, &f.cert, AT, &match, NULL), "a search");
    is_string(found_names(&match), "intermediate expired", "the valid one comes first");
    issuer_match_free(&match);
    issuers_free(&set);
}

int main(void)
{
    struct issuers set = {0};
    struct issuer_match match = ISSUER_MATCH_INIT;
    static struct file f;

    if (!load("root", &f)) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    ok(issuer_match_cert(&set, &f.cert, AT, &match, NULL) && match.verdict == ISSUER_NONE,
       "nobody is in an empty set");
    add(&set, "root");
    add(&set, "intermediate");
    ok(issuers_index(&set, DIGEST_SHA1, NULL), "an index is built");
    add(&set, "intermediate-rekeyed"); /* which the index has to forget */
    add(&set, "intermediate-cross");
    test_duplicates(&set);
    for (size_t i = 0; i < ARRAY_SIZE(cert_ids); i++)
        test_cert_id(&set, i, &match);
    for (size_t i = 0; i < ARRAY_SIZE(certs); i++)
        test_cert(&set, i, &match);
    test_broken_signature(&set, &match);
    issuer_match_free(&match);
    issuers_free(&set);
    test_many();
    test_order();
    return tap_done();
}
