/* SPDX-License-Identifier: Apache-2.0 */
#include "published-certdata.h"

#include "der.h"
#include "hex.h"
#include "timestamp.h"

#define SHOWN_MAX 60 /* as much of a line as an error shows */

enum class {
    CLASS_OTHER,
    CLASS_CERTIFICATE,
    CLASS_TRUST,
};

enum octal {
    OCTAL_NONE,
    OCTAL_OTHER, /* passed over */
    OCTAL_VALUE,
    OCTAL_SHA1,
    OCTAL_MD5,
    OCTAL_SERVER_DISTRUST_AFTER,
    OCTAL_EMAIL_DISTRUST_AFTER,
};

static const struct {
    struct slice name;
    enum octal octal;
} octal_attributes[] = {
    {SLICE_CONST("CKA_VALUE"), OCTAL_VALUE},
    {SLICE_CONST("CKA_CERT_SHA1_HASH"), OCTAL_SHA1},
    {SLICE_CONST("CKA_CERT_MD5_HASH"), OCTAL_MD5},
    {SLICE_CONST("CKA_NSS_SERVER_DISTRUST_AFTER"), OCTAL_SERVER_DISTRUST_AFTER},
    {SLICE_CONST("CKA_NSS_EMAIL_DISTRUST_AFTER"), OCTAL_EMAIL_DISTRUST_AFTER},
};

static const struct {
    struct slice name;
    enum published_about about;
} trust_attributes[] = {
    {SLICE_CONST("CKA_TRUST_SERVER_AUTH"), PUBLISHED_SERVER_AUTH},
    {SLICE_CONST("CKA_TRUST_EMAIL_PROTECTION"), PUBLISHED_EMAIL_PROTECTION},
    {SLICE_CONST("CKA_TRUST_CODE_SIGNING"), PUBLISHED_CODE_SIGNING},
};

/* The word at the front, which is taken off. */
static struct slice take_word(struct slice *text)
{
    struct slice whole = *text;
    size_t len = 0;

    while (len < whole.len && !ascii_is_blank(whole.data[len]))
        len++;
    *text = slice_trim(slice_from(whole, len));
    return slice_first(whole, len);
}

static bool refuse(const char *wanted, struct slice found, struct error *e)
{
    return error_set(e, ERROR_CONTENT, "expected %s, found '%.*s'%s", wanted,
                     (int)(found.len < SHOWN_MAX ? found.len : SHOWN_MAX),
                     found.len > 0 ? (const char *)found.data : "",
                     found.len > SHOWN_MAX ? "..." : "");
}

bool published_certdata_is_line(struct slice line)
{
    line = slice_trim(line);
    return slice_is(line, "BEGINDATA") ||
           slice_starts_with(line, SLICE("CKA_CLASS CK_OBJECT_CLASS "));
}

void published_certdata_begin(struct published_certdata *c, struct published_set *set)
{
    *c = (struct published_certdata){
        .set = set,
        .line = 1,
        .value = BUFFER_INIT(LIMIT_CERTIFICATE),
        .octets = BUFFER_INIT(LIMIT_CERTIFICATE),
        .certificates = FINGERPRINT_TABLE_INIT,
    };
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        c->texts[i] = (struct buffer)BUFFER_INIT(LIMIT_LINE);
}

void published_certdata_free(struct published_certdata *c)
{
    buffer_free(&c->value);
    buffer_free(&c->octets);
    fingerprint_table_free(&c->certificates);
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        buffer_free(&c->texts[i]);
}

/* --- objects */

static bool add_certificate(struct published_certdata *c, struct published_place place,
                            const struct slice *about, struct error *e)
{
    struct slice der = buffer_slice(&c->value);
    struct fingerprint sha256 = {.digest = DIGEST_SHA256};
    struct fingerprint sha1 = {.digest = DIGEST_SHA1};
    uint32_t number = 0;
    size_t len;

    if (!c->has_value)
        return error_set(e, ERROR_CONTENT, "expected a CKA_VALUE in the certificate, found none");
    if (!der_measure(der, &len, NULL) || len != der.len)
        return error_set(e, ERROR_CONTENT,
                         "expected one whole certificate in CKA_VALUE, found %zu bytes that are "
                         "none",
                         der.len);
    digest_compute(DIGEST_SHA256, der, sha256.octets);
    digest_compute(DIGEST_SHA1, der, sha1.octets);
    return published_set_add(c->set, &sha256, place, about, e) &&
           fingerprint_table_find(&c->set->table, &sha256, &number) &&
           fingerprint_table_add(&c->certificates, &sha1, number, e);
}

/* Told of its certificate; else by its own hash, SHA-1 before MD5, if it has one. */
static bool add_trust(struct published_certdata *c, struct published_place place,
                      const struct slice *about, struct error *e)
{
    uint32_t number;

    if (c->has_hash[DIGEST_SHA1] &&
        fingerprint_table_find(&c->certificates, &c->hashes[DIGEST_SHA1], &number))
        return published_set_tell(c->set, number, about, e);
    if (c->has_hash[DIGEST_SHA1])
        return published_set_add(c->set, &c->hashes[DIGEST_SHA1], place, about, e);
    return !c->has_hash[DIGEST_MD5] ||
           published_set_add(c->set, &c->hashes[DIGEST_MD5], place, about, e);
}

static bool end_object(struct published_certdata *c, struct error *e)
{
    struct published_place place = {.line = c->object_line};
    struct slice about[PUBLISHED_ABOUT_COUNT];
    size_t line = c->line;
    bool added = true;

    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        about[i] = buffer_slice(&c->texts[i]);
    c->line = place.line;
    if (c->class == CLASS_CERTIFICATE)
        added = add_certificate(c, place, about, e);
    else if (c->class == CLASS_TRUST)
        added = add_trust(c, place, about, e);
    if (added)
        c->line = line;
    return added;
}

static bool begin_object(struct published_certdata *c, struct slice class, struct error *e)
{
    if (!end_object(c, e))
        return false;
    c->class = slice_is(class, "CKO_CERTIFICATE") ? CLASS_CERTIFICATE
               : slice_is(class, "CKO_NSS_TRUST") ? CLASS_TRUST
                                                  : CLASS_OTHER;
    c->object_line = c->line;
    c->has_value = c->has_hash[DIGEST_SHA1] = c->has_hash[DIGEST_MD5] = false;
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        c->texts[i].len = 0;
    return true;
}

/* --- attributes */

static bool end_hash(struct published_certdata *c, enum digest d, struct error *e)
{
    if (c->octets.len != digest_size(d))
        return error_set(e, ERROR_CONTENT, "expected %zu octets of %s, found %zu", digest_size(d),
                         digest_name(d), c->octets.len);
    c->hashes[d] = (struct fingerprint){.digest = d};
    memcpy(c->hashes[d].octets, c->octets.data, c->octets.len);
    c->has_hash[d] = true;
    return true;
}

/* The contents of a UTCTime. What is none is kept as it is. */
static bool end_time(struct published_certdata *c, enum published_about about, struct error *e)
{
    uint8_t text[TIMESTAMP_RFC3339_LEN];
    struct slice octets = buffer_slice(&c->octets);
    int64_t time;

    if (timestamp_parse_utc_time(octets, &time, NULL) ||
        timestamp_parse_generalized_time(octets, &time, NULL)) {
        timestamp_format_rfc3339(time, text);
        octets = slice_of(text, sizeof(text));
    }
    c->texts[about].len = 0;
    return buffer_append(&c->texts[about], octets, e);
}

static bool end_octal(struct published_certdata *c, struct error *e)
{
    enum octal octal = (enum octal)c->octal;

    c->octal = OCTAL_NONE;
    switch (octal) {
    case OCTAL_VALUE:
        c->has_value = true;
        c->value.len = 0;
        return buffer_append(&c->value, buffer_slice(&c->octets), e);
    case OCTAL_SHA1:
        return end_hash(c, DIGEST_SHA1, e);
    case OCTAL_MD5:
        return end_hash(c, DIGEST_MD5, e);
    case OCTAL_SERVER_DISTRUST_AFTER:
        return end_time(c, PUBLISHED_SERVER_DISTRUST_AFTER, e);
    case OCTAL_EMAIL_DISTRUST_AFTER:
        return end_time(c, PUBLISHED_EMAIL_DISTRUST_AFTER, e);
    default:
        return true;
    }
}

static bool is_octal(uint8_t c)
{
    return c >= '0' && c <= '7';
}

/* "\060\202", or END. */
static bool read_octal(struct published_certdata *c, struct slice line, struct error *e)
{
    uint8_t *room;

    if (slice_is(line, "END"))
        return end_octal(c, e);
    room = buffer_room(&c->octets, line.len / 4 + 1, e);
    if (room == NULL)
        return error_in(e, "CKA_VALUE");
    for (size_t at = 0; at < line.len; at += 4) {
        const uint8_t *digits = line.data + at;

        if (line.len - at < 4 || digits[0] != '\\' || digits[1] > '3' || !is_octal(digits[1]) ||
            !is_octal(digits[2]) || !is_octal(digits[3]))
            return refuse("octets such as \\060, or END", slice_from(line, at), e);
        *room++ = (uint8_t)((digits[1] - '0') << 6 | (digits[2] - '0') << 3 | (digits[3] - '0'));
    }
    c->octets.len += line.len / 4;
    return true;
}

static void begin_octal(struct published_certdata *c, struct slice name)
{
    c->octal = OCTAL_OTHER;
    c->octal_line = c->line;
    c->octets.len = 0;
    for (size_t i = 0; i < ARRAY_SIZE(octal_attributes); i++) {
        if (slice_equal(name, octal_attributes[i].name))
            c->octal = (int)octal_attributes[i].octal;
    }
}

/* What stands between quotes, \xHH being a byte. */
static bool read_label(struct published_certdata *c, struct slice text, struct error *e)
{
    struct buffer *label = &c->texts[PUBLISHED_LABEL];

    if (text.len < 2 || text.data[0] != '"' || text.data[text.len - 1] != '"')
        return refuse("a label between quotes", text, e);
    text = slice_of(text.data + 1, text.len - 2);
    label->len = 0;
    while (text.len > 0) {
        bool escaped = text.len >= 4 && text.data[0] == '\\' && text.data[1] == 'x' &&
                       hex_digit(text.data[2]) >= 0 && hex_digit(text.data[3]) >= 0;
        uint8_t byte = text.data[0];

        if (escaped)
            byte = (uint8_t)(hex_digit(text.data[2]) << 4 | hex_digit(text.data[3]));
        if (!buffer_append(label, slice_of(&byte, 1), e))
            return false;
        text = slice_from(text, escaped ? 4 : 1);
    }
    return true;
}

static bool read_attribute(struct published_certdata *c, struct slice line, struct error *e)
{
    struct slice name = take_word(&line);
    struct slice type = take_word(&line);

    if (slice_is(type, "MULTILINE_OCTAL")) {
        begin_octal(c, name);
        return true;
    }
    if (slice_is(name, "CKA_CLASS"))
        return begin_object(c, line, e);
    if (slice_is(name, "CKA_LABEL"))
        return read_label(c, line, e);
    for (size_t i = 0; i < ARRAY_SIZE(trust_attributes); i++) {
        struct buffer *text = &c->texts[trust_attributes[i].about];

        if (!slice_equal(name, trust_attributes[i].name))
            continue;
        text->len = 0;
        return buffer_append(text, line, e);
    }
    return true;
}

bool published_certdata_read(struct published_certdata *c, struct slice line, struct error *e)
{
    struct slice text = slice_trim(line);

    if (c->octal != OCTAL_NONE) {
        if (!read_octal(c, text, e))
            return false;
    } else if (slice_starts_with(text, SLICE("CKA_"))) {
        if (!read_attribute(c, text, e))
            return false;
    } else if (text.len > 0 && text.data[0] != '#' && !slice_is(text, "BEGINDATA") &&
               !slice_starts_with(text, SLICE("CVS_ID"))) {
        return refuse("an attribute such as CKA_LABEL, or a comment", text, e);
    }
    c->line++;
    return true;
}

bool published_certdata_end(struct published_certdata *c, struct error *e)
{
    if (c->octal != OCTAL_NONE) {
        c->line = c->octal_line;
        return error_set(e, ERROR_CONTENT,
                         "expected END behind the octets that begin here, found none");
    }
    return end_object(c, e);
}
