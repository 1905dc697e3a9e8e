/* SPDX-License-Identifier: Apache-2.0 */
#include "object.h"

#include "compiler.h"
#include "der.h"

static const struct {
    const char *name;
    const char *label;
} kinds[OBJECT_KIND_COUNT] = {
    [OBJECT_UNKNOWN] = {"nothing known", NULL},
    [OBJECT_CERTIFICATE] = {"a certificate", "CERTIFICATE"},
    [OBJECT_CRL] = {"a CRL", "X509 CRL"},
    [OBJECT_OCSP_REQUEST] = {"an OCSP request", "OCSP REQUEST"},
    [OBJECT_OCSP_RESPONSE] = {"an OCSP response", "OCSP RESPONSE"},
    [OBJECT_PKCS7] = {"a PKCS#7 bundle", "PKCS7"},
    [OBJECT_CSR] = {"a certificate request", "CERTIFICATE REQUEST"},
    [OBJECT_PUBLIC_KEY] = {"a public key", "PUBLIC KEY"},
    [OBJECT_RSA_PUBLIC_KEY] = {"an RSA public key", "RSA PUBLIC KEY"},
    [OBJECT_PRIVATE_KEY] = {"a private key", "PRIVATE KEY"},
    [OBJECT_RSA_PRIVATE_KEY] = {"an RSA private key", "RSA PRIVATE KEY"},
    [OBJECT_EC_PRIVATE_KEY] = {"an EC private key", "EC PRIVATE KEY"},
    [OBJECT_DSA_PRIVATE_KEY] = {"a DSA private key", "DSA PRIVATE KEY"},
    [OBJECT_ENCRYPTED_PRIVATE_KEY] = {"an encrypted private key", "ENCRYPTED PRIVATE KEY"},
    [OBJECT_PEM_ENCRYPTED_KEY] = {"a private key encrypted in its PEM", NULL},
    [OBJECT_KEY_PARAMETERS] = {"parameters of a key", NULL},
    [OBJECT_PKCS12] = {"a PKCS#12 file", NULL},
};

/* Labels beside those that OpenSSL writes (RFC 7468 5.1, 6, 7, 8). */
static const struct {
    const char *label;
    enum object_kind kind;
} other_labels[] = {
    {"X509 CERTIFICATE", OBJECT_CERTIFICATE},
    {"TRUSTED CERTIFICATE", OBJECT_CERTIFICATE},
    {"CRL", OBJECT_CRL},
    {"NEW CERTIFICATE REQUEST", OBJECT_CSR},
    {"PKCS #7 SIGNED DATA", OBJECT_PKCS7},
    {"CMS", OBJECT_PKCS7},
    {"EC PARAMETERS", OBJECT_KEY_PARAMETERS},
    {"DSA PARAMETERS", OBJECT_KEY_PARAMETERS},
    {"DH PARAMETERS", OBJECT_KEY_PARAMETERS},
    {"X9.42 DH PARAMETERS", OBJECT_KEY_PARAMETERS},
};

/* A look ahead that takes tags and lengths as they are, as far as there are bytes. */
struct peek {
    const uint8_t *at;
    const uint8_t *end;
};

static uint8_t peek_tag(const struct peek *p)
{
    return p->at < p->end ? *p->at : 0;
}

/* The count of tag and length octets, and the length, cut to what is there. */
static size_t peek_header(const struct peek *p, size_t *len)
{
    size_t left = (size_t)(p->end - p->at);
    size_t count;

    *len = 0;
    if (left < 2)
        return left;
    if (p->at[1] < 0x80) {
        *len = p->at[1] < left - 2 ? p->at[1] : left - 2;
        return 2;
    }
    count = p->at[1] & 0x7F;
    if (count > 4 || left - 2 < count)
        return left;
    for (size_t i = 0; i < count; i++)
        *len = *len << 8 | p->at[2 + i];
    if (count == 0 || *len > left - 2 - count)
        *len = left - 2 - count;
    return 2 + count;
}

static struct peek peek_into(const struct peek *p)
{
    size_t len;
    size_t header = peek_header(p, &len);

    return (struct peek){p->at + header, p->at + header + len};
}

static struct peek peek_behind(const struct peek *p)
{
    size_t len;
    size_t header = peek_header(p, &len);

    return (struct peek){p->at + header + len, p->end};
}

/* How many INTEGERs stand in a row; no key has more than nine. */
static unsigned peek_integers(struct peek p)
{
    unsigned count = 0;

    for (; peek_tag(&p) == DER_INTEGER && count < 10; count++)
        p = peek_behind(&p);
    return count;
}

#define EXPONENT_OCTETS                                                                            \
    8 /* no RSA exponent that is in use is longer: an ECDSA signature's s is                       \
       */

/* SEQUENCE { INTEGER, INTEGER ...: a private key with its version in front, or a public key. */
static enum object_kind identify_integers(const struct peek *first, size_t first_len)
{
    struct peek second = peek_behind(first);
    struct peek third = peek_behind(&second);
    unsigned count = peek_integers(*first);
    size_t len;

    (void)peek_header(&second, &len);
    if (count == 2 && third.at == third.end)
        return first_len > EXPONENT_OCTETS && len <= EXPONENT_OCTETS ? OBJECT_RSA_PUBLIC_KEY
                                                                     : OBJECT_UNKNOWN;
    if (first_len != 1)
        return OBJECT_UNKNOWN;
    return count == 6 ? OBJECT_DSA_PRIVATE_KEY : OBJECT_RSA_PRIVATE_KEY;
}

/* SEQUENCE { INTEGER, SEQUENCE { OID ...: an algorithm, or the content of a PFX. */
static enum object_kind identify_info(const struct peek *info)
{
    struct peek type = peek_into(info);
    struct peek content = peek_behind(&type);

    return peek_tag(&content) == DER_CONTEXT(0) ? OBJECT_PKCS12 : OBJECT_PRIVATE_KEY;
}

/* SEQUENCE { INTEGER ...: keys start with their version. */
static enum object_kind identify_key(const struct peek *version)
{
    struct peek next = peek_behind(version);
    size_t len;

    (void)peek_header(version, &len);
    if (peek_tag(&next) == DER_INTEGER)
        return identify_integers(version, len);
    if (len != 1)
        return OBJECT_UNKNOWN;
    if (peek_tag(&next) == DER_SEQUENCE)
        return identify_info(&next);
    return peek_tag(&next) == DER_OCTET_STRING ? OBJECT_EC_PRIVATE_KEY : OBJECT_UNKNOWN;
}

/* SEQUENCE { SEQUENCE { INTEGER ...: a version or a serial number. */
static enum object_kind identify_numbered(const struct peek *number)
{
    struct peek second = peek_behind(number);
    struct peek third = peek_behind(&second);
    struct peek in_second = peek_into(&second);
    struct peek fourth = peek_behind(&third);

    if (peek_tag(&second) != DER_SEQUENCE)
        return OBJECT_UNKNOWN;
    if (peek_tag(&in_second) != DER_OID)
        return OBJECT_CSR; /* version, subject */
    if (peek_tag(&fourth) == DER_UTC_TIME || peek_tag(&fourth) == DER_GENERALIZED_TIME)
        return OBJECT_CRL;     /* version, signature, issuer, thisUpdate */
    return OBJECT_CERTIFICATE; /* v1: serialNumber, signature, issuer, validity */
}

/* SEQUENCE { SEQUENCE { OID ...: an algorithm in front. */
static enum object_kind identify_algorithm(const struct peek *outer)
{
    struct peek second = peek_behind(outer);

    if (peek_tag(&second) == DER_BIT_STRING)
        return OBJECT_PUBLIC_KEY;
    if (peek_tag(&second) == DER_OCTET_STRING)
        return OBJECT_ENCRYPTED_PRIVATE_KEY;
    return OBJECT_UNKNOWN;
}

/* SEQUENCE { SEQUENCE { SEQUENCE ...: a request's list, or the algorithm of a CRL of version 1. */
static enum object_kind identify_nested(const struct peek *third)
{
    struct peek inside = peek_into(third);
    struct peek second = peek_behind(third);
    struct peek after = peek_behind(&second);

    if (peek_tag(&inside) == DER_OID)
        return peek_tag(&after) == DER_UTC_TIME || peek_tag(&after) == DER_GENERALIZED_TIME
                   ? OBJECT_CRL
                   : OBJECT_UNKNOWN;
    return OBJECT_OCSP_REQUEST;
}

enum object_kind object_identify(struct slice der)
{
    struct peek whole = {der.data, der_end_of(der)};
    struct peek first;
    struct peek inner;
    struct peek next;

    if (peek_tag(&whole) != DER_SEQUENCE)
        return OBJECT_UNKNOWN;
    first = peek_into(&whole);
    switch (peek_tag(&first)) {
    case DER_ENUMERATED:
        return OBJECT_OCSP_RESPONSE;
    case DER_OID:
        return OBJECT_PKCS7;
    case DER_INTEGER:
        return identify_key(&first);
    case DER_SEQUENCE:
        break;
    default:
        return OBJECT_UNKNOWN;
    }
    inner = peek_into(&first);
    switch (peek_tag(&inner)) {
    case DER_CONTEXT(0):
        next = peek_behind(&inner);
        return peek_tag(&next) == DER_INTEGER ? OBJECT_CERTIFICATE : OBJECT_OCSP_REQUEST;
    case DER_CONTEXT(1):
        return OBJECT_OCSP_REQUEST;
    case DER_INTEGER:
        return identify_numbered(&inner);
    case DER_OID:
        return identify_algorithm(&first);
    case DER_SEQUENCE:
        return identify_nested(&inner);
    default:
        return OBJECT_UNKNOWN;
    }
}

const char *object_kind_name(enum object_kind kind)
{
    return kinds[kind].name;
}

const char *object_pem_label(enum object_kind kind)
{
    return kinds[kind].label;
}

bool object_is_private_key(enum object_kind kind)
{
    return kind >= OBJECT_PRIVATE_KEY && kind <= OBJECT_PEM_ENCRYPTED_KEY;
}

enum object_kind object_identify_label(struct slice label)
{
    for (size_t i = 0; i < ARRAY_SIZE(other_labels); i++) {
        if (slice_is(label, other_labels[i].label))
            return other_labels[i].kind;
    }
    for (unsigned kind = OBJECT_UNKNOWN + 1; kind < OBJECT_KIND_COUNT; kind++) {
        if (kinds[kind].label != NULL && slice_is(label, kinds[kind].label))
            return (enum object_kind)kind;
    }
    return OBJECT_UNKNOWN;
}

/* Whether `words` stand in the label, between blanks: "CA CERTIFICATE 2". */
static bool has_words(struct slice label, struct slice words)
{
    size_t at = slice_find(label, words);
    struct slice behind;

    if (at == label.len || (at > 0 && label.data[at - 1] != ' '))
        return false;
    behind = slice_from(label, at + words.len);
    return behind.len == 0 || behind.data[0] == ' ';
}

bool object_label_fits(struct slice label, enum object_kind kind)
{
    enum object_kind labelled = object_identify_label(label);

    if (kinds[kind].label == NULL)
        return false;
    if (labelled != OBJECT_UNKNOWN)
        return labelled == kind;
    return has_words(label, slice_of_string(kinds[kind].label));
}
