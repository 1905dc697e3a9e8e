/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-public-key.h"

#include "describe-algorithm.h"
#include "describe-curve.h"
#include "describe-ec-parameters.h"
#include "describe-integer.h"
#include "dh-group.h"
#include "oid.h"

#include <stdio.h>

static const struct field PUBLIC_KEY_INFO =
    FIELD_LEVEL("subjectPublicKeyInfo", "Subject Public Key Info", LEVEL_OBJECT, 4);
static const struct field KEY_ALGORITHM = FIELD("algorithm", "Public Key Algorithm", LAYOUT_LINE);
static const struct field CURVE = FIELD("curve", "", LAYOUT_LINE);
static const struct field BITS = FIELD("bits", "", LAYOUT_LINE);
static const struct field SUBJECT_PUBLIC_KEY = FIELD("subjectPublicKey", "", LAYOUT_LINE);

static const struct field PARAMETERS = FIELD_LEVEL("parameters", "", LEVEL_OBJECT, 0);
static const struct field PARAMETERS_VALUE = FIELD("parameters", "", LAYOUT_LINE);

static const struct field GROUP = FIELD("group", "GROUP", LAYOUT_LINE);

static const struct field INDENTED = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 4);
static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);
static const struct field MODULUS = FIELD(NULL, "Modulus", LAYOUT_DUMP15);
static const struct field EXPONENT_DUMP = FIELD(NULL, "Exponent", LAYOUT_DUMP15);
static const struct field EXPONENT = FIELD(NULL, "Exponent", LAYOUT_LINE);
static const struct field PUBLIC_KEY = FIELD(NULL, "public-key", LAYOUT_DUMP15);
static const struct field PUB = FIELD(NULL, "pub", LAYOUT_DUMP15);
static const struct field P = FIELD("p", "P", LAYOUT_DUMP15);
static const struct field Q = FIELD("q", "Q", LAYOUT_DUMP15);
static const struct field GENERATOR = FIELD(NULL, "G", LAYOUT_LINE);
static const struct field G = FIELD("g", "G", LAYOUT_DUMP15);

static void describe_size(struct report *r, const char *kind, unsigned bits)
{
    char text[48];

    (void)snprintf(text, sizeof(text), "%sPublic-Key:", kind);
    if (bits > 0)
        (void)snprintf(text, sizeof(text), "%sPublic-Key: (%u bit)", kind, bits);
    report_word(r, &SENTENCE, text);
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

static void describe_rsa(struct report *r, const struct public_key *key)
{
    describe_size(r, "", key->bits);
    report_hex(r, &MODULUS, key->modulus);
    describe_key_number(r, &EXPONENT, &EXPONENT_DUMP, key->exponent);
}

static void describe_domain(struct report *r, const struct public_key *key)
{
    report_hex(r, &P, key->parms.p);
    if (key->parms.q.data != NULL)
        report_hex(r, &Q, key->parms.q);
    report_hex(r, &G, key->parms.g);
}

static void describe_dsa(struct report *r, const struct public_key *key)
{
    describe_size(r, "", key->bits);
    report_hex(r, &PUB, key->y);
    if (key->parms.p.data != NULL)
        describe_domain(r, key);
}

/* A group that has a name is known by it. */
static void describe_dh(struct report *r, const struct public_key *key)
{
    const char *group = dh_group_find(&key->parms);

    describe_size(r, "DH ", key->bits);
    report_hex(r, &PUBLIC_KEY, key->y);
    if (group != NULL) {
        report_word(r, &GROUP, group);
        return;
    }
    report_hex(r, &P, key->parms.p);
    if (key->parms.q.data != NULL)
        report_hex(r, &Q, key->parms.q);
    describe_key_number(r, &GENERATOR, &G, key->parms.g);
}

static void describe_ec(struct report *r, const struct public_key *key, struct slice point)
{
    describe_size(r, "", key->bits);
    report_hex(r, &PUB, point);
    describe_curve(r, key->curve);
}

static void describe_ec_explicit(struct report *r, const struct public_key *key, struct slice point)
{
    describe_size(r, "", key->bits);
    report_hex(r, &PUB, point);
    describe_ec_parameters(r, &PARAMETERS, &key->ec);
}

/* "ED25519 Public-Key:" */
static void describe_edwards(struct report *r, struct slice algorithm, struct slice octets)
{
    const struct oid *known = oid_find(algorithm);
    char text[OID_LABEL_MAX + 16];

    (void)snprintf(text, sizeof(text), "%s Public-Key:", known != NULL ? known->label : "");
    report_word(r, &SENTENCE, text);
    report_hex(r, &PUB, octets);
}

static void describe_text(struct report *r, const struct subject_public_key_info *info,
                          const struct public_key *key)
{
    switch (key->kind) {
    case KEY_RSA:
        describe_rsa(r, key);
        break;
    case KEY_RSA_PSS:
        describe_rsa(r, key);
        describe_restrictions(r, &info->algorithm);
        break;
    case KEY_DSA:
        describe_dsa(r, key);
        break;
    case KEY_DH:
        describe_dh(r, key);
        break;
    case KEY_EC:
        describe_ec(r, key, info->subject_public_key);
        break;
    case KEY_EC_EXPLICIT:
        describe_ec_explicit(r, key, info->subject_public_key);
        break;
    case KEY_EDWARDS:
        describe_edwards(r, info->algorithm.algorithm, info->subject_public_key);
        break;
    default:
        report_hex(r, &PUB, info->subject_public_key);
        break;
    }
}

static void describe_data(struct report *r, const struct subject_public_key_info *info,
                          const struct public_key *key)
{
    const char *group = key->kind == KEY_DH ? dh_group_find(&key->parms) : NULL;

    report_oid(r, &KEY_ALGORITHM, info->algorithm.algorithm);
    if (key->curve.data != NULL)
        report_oid(r, &CURVE, key->curve);
    if (key->bits > 0)
        report_number(r, &BITS, key->bits);
    if (key->parms.p.data != NULL) {
        report_begin(r, &PARAMETERS);
        describe_domain(r, key);
        if (group != NULL)
            report_word(r, &GROUP, group);
        report_end(r, &PARAMETERS);
    } else if (key->kind == KEY_EC_EXPLICIT) {
        describe_ec_parameters(r, &PARAMETERS, &key->ec);
    } else if (key->curve.data == NULL) {
        describe_parameters(r, &PARAMETERS, &PARAMETERS_VALUE, &info->algorithm);
    }
    report_hex(r, &SUBJECT_PUBLIC_KEY, info->subject_public_key);
}

void describe_public_key_info(struct report *r, const struct field *f,
                              const struct subject_public_key_info *info)
{
    struct public_key key;

    public_key_look(info, &key);
    report_begin(r, f);
    if (report_is_text(r)) {
        report_oid(r, &KEY_ALGORITHM, info->algorithm.algorithm);
        report_begin(r, &INDENTED);
        describe_text(r, info, &key);
        report_end(r, &INDENTED);
    } else {
        describe_data(r, info, &key);
    }
    report_end(r, f);
}

void describe_subject_public_key_info(struct report *r, const struct subject_public_key_info *info)
{
    describe_public_key_info(r, &PUBLIC_KEY_INFO, info);
}

void describe_public_key(struct report *r, const struct subject_public_key_info *info)
{
    struct public_key key;

    public_key_look(info, &key);
    if (!report_is_text(r)) {
        describe_data(r, info, &key);
        return;
    }
    if (key.kind == KEY_OTHER)
        report_oid(r, &KEY_ALGORITHM, info->algorithm.algorithm);
    describe_text(r, info, &key);
}
