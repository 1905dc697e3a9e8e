/* SPDX-License-Identifier: Apache-2.0 */
#include "key-identifier.h"

#include "digest.h"

#define SHA1_SIZE  20
#define SHORT_SIZE 8

/* Whether it is the hash, or as much of its beginning as RFC 7093 takes. */
static bool is_hash(struct slice identifier, enum digest d, struct slice bytes)
{
    uint8_t hash[DIGEST_MAX];

    digest_compute(d, bytes, hash);
    return slice_equal(identifier, slice_of(hash, identifier.len));
}

/* The type field 0100 takes the place of the four bits before the last 60. */
static bool is_short(struct slice identifier, struct slice key)
{
    uint8_t hash[DIGEST_MAX];
    uint8_t *last = hash + SHA1_SIZE - SHORT_SIZE;

    digest_compute(DIGEST_SHA1, key, hash);
    last[0] = (uint8_t)(0x40 | (last[0] & 0x0F));
    return slice_equal(identifier, slice_of(last, SHORT_SIZE));
}

static enum key_identifier_method find_of_20(struct slice identifier, struct slice key)
{
    static const struct {
        enum digest digest;
        enum key_identifier_method method;
    } rows[] = {
        {DIGEST_SHA1, KEY_IDENTIFIER_SHA1},
        {DIGEST_SHA256, KEY_IDENTIFIER_SHA256},
        {DIGEST_SHA384, KEY_IDENTIFIER_SHA384},
        {DIGEST_SHA512, KEY_IDENTIFIER_SHA512},
    };

    for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
        if (is_hash(identifier, rows[i].digest, key))
            return rows[i].method;
    }
    return KEY_IDENTIFIER_OTHER;
}

enum key_identifier_method key_identifier_find_method(struct slice identifier,
                                                      const struct subject_public_key_info *info)
{
    enum key_identifier_method method = KEY_IDENTIFIER_OTHER;
    enum digest d;

    if (identifier.len == SHA1_SIZE)
        method = find_of_20(identifier, info->subject_public_key);
    else if (identifier.len == SHORT_SIZE && is_short(identifier, info->subject_public_key))
        method = KEY_IDENTIFIER_SHA1_SHORT;
    if (method != KEY_IDENTIFIER_OTHER || !digest_by_size(identifier.len, &d))
        return method;
    if (is_hash(identifier, d, info->element))
        return KEY_IDENTIFIER_SPKI;
    return is_hash(identifier, d, info->subject_public_key) ? KEY_IDENTIFIER_WHOLE : method;
}

static const struct {
    const char *word;
    const char *text;
} methods[] = {
    [KEY_IDENTIFIER_OTHER] = {"other", "made in a way of its own"},
    [KEY_IDENTIFIER_SHA1] = {"rfc5280-1", "SHA-1 of the key, RFC 5280 4.2.1.2 (1)"},
    [KEY_IDENTIFIER_SHA1_SHORT] = {"rfc5280-2",
                                   "60 bits of SHA-1 of the key, RFC 5280 4.2.1.2 (2)"},
    [KEY_IDENTIFIER_SHA256] = {"rfc7093-1", "160 bits of SHA-256 of the key, RFC 7093 2 (1)"},
    [KEY_IDENTIFIER_SHA384] = {"rfc7093-2", "160 bits of SHA-384 of the key, RFC 7093 2 (2)"},
    [KEY_IDENTIFIER_SHA512] = {"rfc7093-3", "160 bits of SHA-512 of the key, RFC 7093 2 (3)"},
    [KEY_IDENTIFIER_SPKI] = {"rfc7093-4",
                             "a hash of the whole SubjectPublicKeyInfo, RFC 7093 2 (4)"},
    [KEY_IDENTIFIER_WHOLE] = {"hash", "a hash of the key, not of SHA-1"},
};

const char *key_identifier_method_word(enum key_identifier_method method)
{
    return methods[method].word;
}

const char *key_identifier_method_text(enum key_identifier_method method)
{
    return methods[method].text;
}
