/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-public-key.h"

#include "describe-algorithm.h"
#include "oid.h"

#include <inttypes.h>
#include <stdio.h>

static const struct field PUBLIC_KEY_INFO =
    FIELD_LEVEL("subjectPublicKeyInfo", "Subject Public Key Info", LEVEL_OBJECT, 4);
static const struct field ALGORITHM = FIELD("algorithm", "Public Key Algorithm", LAYOUT_LINE);
static const struct field CURVE = FIELD("curve", "", LAYOUT_LINE);
static const struct field BITS = FIELD("bits", "", LAYOUT_LINE);
static const struct field SUBJECT_PUBLIC_KEY = FIELD("subjectPublicKey", "", LAYOUT_LINE);

static const struct field PARAMETERS = FIELD_LEVEL("parameters", "", LEVEL_OBJECT, 0);
static const struct field PARAMETERS_VALUE = FIELD("parameters", "", LAYOUT_LINE);

static const struct field INDENTED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);
static const struct field MODULUS = FIELD(NULL, "Modulus", LAYOUT_DUMP15);
static const struct field EXPONENT_DUMP = FIELD(NULL, "Exponent", LAYOUT_DUMP15);
static const struct field EXPONENT = FIELD(NULL, "Exponent", LAYOUT_LINE);
static const struct field PUB = FIELD(NULL, "pub", LAYOUT_DUMP15);
static const struct field P = FIELD("p", "P", LAYOUT_DUMP15);
static const struct field Q = FIELD("q", "Q", LAYOUT_DUMP15);
static const struct field G = FIELD("g", "G", LAYOUT_DUMP15);
static const struct field ASN1_OID = FIELD(NULL, "ASN1 OID", LAYOUT_LINE);
static const struct field NIST_CURVE = FIELD(NULL, "NIST CURVE", LAYOUT_LINE);

static void describe_size(struct report *r, unsigned bits)
{
    char text[48];

    (void)snprintf(text, sizeof(text), "Public-Key: (%u bit)", bits);
    report_word(r, &SENTENCE, text);
}

/* One that 64 bits hold is a number. */
static void describe_exponent(struct report *r, struct slice octets)
{
    uint64_t value = 0;
    char text[48];

    if (octets.len > 8) {
        report_hex(r, &EXPONENT_DUMP, octets);
        return;
    }
    for (size_t i = 0; i < octets.len; i++)
        value = value << 8 | octets.data[i];
    (void)snprintf(text, sizeof(text), "%" PRIu64 " (0x%" PRIx64 ")", value, value);
    report_word(r, &EXPONENT, text);
}

/* What a key for RSASSA-PSS alone may be used with (RFC 4055 1.2). */
static void describe_restrictions(struct report *r, const struct algorithm *algorithm)
{
    struct rsassa_pss_params params;

    if (algorithm->parameters.data == NULL) {
        report_word(r, &SENTENCE, "No PSS parameter restrictions");
    } else if (rsassa_pss_params_parse(algorithm, &params, NULL)) {
        report_word(r, &SENTENCE, "PSS parameter restrictions:");
        describe_pss_text(r, &params, true);
    }
}

static void describe_rsa(struct report *r, const struct public_key *key,
                         const struct algorithm *algorithm)
{
    describe_size(r, key->bits);
    report_hex(r, &MODULUS, key->modulus);
    describe_exponent(r, key->exponent);
    if (is_rsassa_pss(algorithm->algorithm))
        describe_restrictions(r, algorithm);
}

static void describe_domain(struct report *r, const struct public_key *key)
{
    report_hex(r, &P, key->p);
    report_hex(r, &Q, key->q);
    report_hex(r, &G, key->g);
}

static void describe_dsa(struct report *r, const struct public_key *key)
{
    describe_size(r, key->bits);
    report_hex(r, &PUB, key->y);
    if (key->p.data != NULL)
        describe_domain(r, key);
}

/* FIPS 186's names, for the curves that have one. */
static const char *nist_curve(const char *name)
{
    static const char *const names[][2] = {
        {"secp256r1", "P-256"}, {"secp384r1", "P-384"}, {"secp521r1", "P-521"},
        {"secp224r1", "P-224"}, {"secp192r1", "P-192"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
        if (strcmp(names[i][0], name) == 0)
            return names[i][1];
    }
    return NULL;
}

static void describe_ec(struct report *r, const struct public_key *key, struct slice point)
{
    const struct oid *known = oid_find(key->curve);
    const char *nist = known != NULL ? nist_curve(known->name) : NULL;

    describe_size(r, key->bits);
    report_hex(r, &PUB, point);
    report_oid(r, &ASN1_OID, key->curve);
    if (nist != NULL)
        report_word(r, &NIST_CURVE, nist);
}

/* "ED25519 Public-Key:" */
static void describe_edwards(struct report *r, struct slice algorithm, struct slice octets)
{
    const struct oid *known = oid_find(algorithm);
    char text[48];

    (void)snprintf(text, sizeof(text), "%s Public-Key:", known != NULL ? known->label : "");
    report_word(r, &SENTENCE, text);
    report_hex(r, &PUB, octets);
}

static void describe_text(struct report *r, const struct subject_public_key_info *info,
                          const struct public_key *key)
{
    report_begin(r, &INDENTED);
    switch (key->kind) {
    case PUBLIC_KEY_RSA:
        describe_rsa(r, key, &info->algorithm);
        break;
    case PUBLIC_KEY_DSA:
        describe_dsa(r, key);
        break;
    case PUBLIC_KEY_EC:
        describe_ec(r, key, info->subject_public_key);
        break;
    case PUBLIC_KEY_EDWARDS:
        describe_edwards(r, info->algorithm.algorithm, info->subject_public_key);
        break;
    default:
        report_hex(r, &PUB, info->subject_public_key);
        break;
    }
    report_end(r, &INDENTED);
}

static void describe_data(struct report *r, const struct subject_public_key_info *info,
                          const struct public_key *key)
{
    if (key->curve.data != NULL)
        report_oid(r, &CURVE, key->curve);
    if (key->bits > 0)
        report_number(r, &BITS, key->bits);
    if (key->p.data != NULL) {
        report_begin(r, &PARAMETERS);
        describe_domain(r, key);
        report_end(r, &PARAMETERS);
    } else if (key->curve.data == NULL) {
        describe_parameters(r, &PARAMETERS, &PARAMETERS_VALUE, &info->algorithm);
    }
    report_hex(r, &SUBJECT_PUBLIC_KEY, info->subject_public_key);
}

void describe_subject_public_key_info(struct report *r, const struct subject_public_key_info *info)
{
    struct public_key key;

    public_key_look(info, &key);
    report_begin(r, &PUBLIC_KEY_INFO);
    report_oid(r, &ALGORITHM, info->algorithm.algorithm);
    if (report_is_text(r))
        describe_text(r, info, &key);
    else
        describe_data(r, info, &key);
    report_end(r, &PUBLIC_KEY_INFO);
}
