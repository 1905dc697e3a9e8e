/* SPDX-License-Identifier: Apache-2.0 */
#include "fingerprint.h"

#include "base64.h"
#include "hex.h"

#define SHOWN_MAX 100 /* as much of a value as an error shows */

static const struct slice pin_prefix = SLICE_CONST("sha256//");

static bool refuse(const char *wanted, struct slice found, struct error *e)
{
    return error_set(e, ERROR_USAGE, "expected %s, found '%.*s'%s", wanted,
                     (int)(found.len < SHOWN_MAX ? found.len : SHOWN_MAX),
                     found.len > 0 ? (const char *)found.data : "",
                     found.len > SHOWN_MAX ? "..." : "");
}

/* The word at the front, which is taken off; blanks end it. */
static struct slice take_word(struct slice *text)
{
    struct slice word = *text;
    size_t len = 0;

    while (len < word.len && !ascii_is_blank(word.data[len]))
        len++;
    *text = slice_trim(slice_from(*text, len));
    return slice_first(word, len);
}

/* What stands in front of the hex, and which hash it names, if any. */
struct label {
    bool names_digest;
    enum digest digest;
};

/* "SHA1 Fingerprint", "SHA1", "Fingerprint" */
static bool parse_label(struct slice text, struct label *label)
{
    struct slice word;

    text = slice_trim(text);
    if (text.len == 0)
        return false;
    word = take_word(&text);
    label->names_digest = digest_by_name(word, &label->digest);
    if (label->names_digest && text.len == 0)
        return true;
    if (label->names_digest)
        word = take_word(&text);
    return text.len == 0 && slice_equal_without_case(word, SLICE("fingerprint"));
}

/* Takes a label off the front. A colon ends one only if it is no byte's: "sha1:0A", not "0A:0B". */
static bool take_label(struct slice *text, struct label *label, struct error *e)
{
    size_t end = slice_find_byte(*text, '=');

    *label = (struct label){0};
    if (end < text->len) {
        if (!parse_label(slice_first(*text, end), label))
            return refuse("a label such as 'SHA1 Fingerprint='", slice_first(*text, end + 1), e);
    } else {
        end = slice_find_byte(*text, ':');
        if (end == text->len || !parse_label(slice_first(*text, end), label))
            return true;
    }
    *text = slice_trim(slice_from(*text, end + 1));
    return true;
}

/* How many hex digits there are; false where there is anything else but them and separators. */
static bool count_digits(struct slice text, size_t *count)
{
    *count = 0;
    if (text.len > 1 && text.data[0] == '0' && (text.data[1] | 0x20) == 'x')
        text = slice_from(text, 2);
    for (size_t i = 0; i < text.len; i++) {
        if (hex_digit(text.data[i]) >= 0)
            ++*count;
        else if (!ascii_is_blank(text.data[i]) && text.data[i] != ':' && text.data[i] != '-')
            return false;
    }
    return true;
}

static bool parse_hex(struct slice text, struct fingerprint *fingerprint, struct error *e)
{
    struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct slice whole = text;
    struct label label;
    size_t digits;

    if (!take_label(&text, &label, e))
        return false;
    if (!count_digits(text, &digits))
        return refuse("a fingerprint in hex, or 'sha256//' and base64", whole, e);
    if (digits % 2 != 0 || !digest_by_size(digits / 2, &fingerprint->digest))
        return error_set(e, ERROR_USAGE, "expected 32, 40, 56, 64, 96 or 128 hex digits, found %zu",
                         digits);
    if (label.names_digest && label.digest != fingerprint->digest)
        return error_set(e, ERROR_USAGE, "expected %zu hex digits of a %s fingerprint, found %zu",
                         2 * digest_size(label.digest), digest_name(label.digest), digits);
    if (!hex_decode(text, &octets, NULL))
        return refuse("two hex digits for each byte", whole, e);
    memcpy(fingerprint->octets, octets.data, octets.len);
    return true;
}

static bool parse_key_pin(struct slice text, struct fingerprint *fingerprint, struct error *e)
{
    struct buffer octets CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);

    if (!base64_decode(slice_from(text, pin_prefix.len), &octets, NULL))
        return refuse("base64 behind 'sha256//'", text, e);
    if (octets.len != digest_size(DIGEST_SHA256))
        return error_set(e, ERROR_USAGE,
                         "expected base64 of %zu bytes behind 'sha256//', found %zu",
                         digest_size(DIGEST_SHA256), octets.len);
    fingerprint->digest = DIGEST_SHA256;
    memcpy(fingerprint->octets, octets.data, octets.len);
    return true;
}

bool fingerprint_parse(struct slice text, struct fingerprint *fingerprint, struct error *e)
{
    text = slice_trim(text);
    *fingerprint = (struct fingerprint){.is_key_pin = slice_starts_with(text, pin_prefix)};
    return fingerprint->is_key_pin ? parse_key_pin(text, fingerprint, e)
                                   : parse_hex(text, fingerprint, e);
}

bool fingerprint_parse_hashes(struct slice names, unsigned *digests, struct error *e)
{
    *digests = 0;
    for (;;) {
        size_t comma = slice_find_byte(names, ',');
        struct slice name = slice_first(names, comma);
        enum digest d;

        if (!digest_by_name(name, &d))
            return refuse("md5, sha1, sha224, sha256, sha384 or sha512", name, e);
        *digests |= 1U << d;
        if (comma == names.len)
            return true;
        names = slice_from(names, comma + 1);
    }
}

void fingerprint_compute(struct fingerprint_set *set, unsigned digests, struct slice der,
                         struct slice spki)
{
    set->digests = digests;
    for (unsigned d = 0; d < DIGEST_COUNT; d++) {
        if ((digests & 1U << d) != 0)
            digest_compute((enum digest)d, der, set->octets[d]);
    }
    set->has_key_pin = spki.data != NULL;
    if (set->has_key_pin)
        digest_compute(DIGEST_SHA256, spki, set->key_pin);
}

struct fingerprint fingerprint_of(const struct fingerprint_set *set, enum digest d)
{
    struct fingerprint fingerprint = {.digest = d};

    memcpy(fingerprint.octets, set->octets[d], digest_size(d));
    return fingerprint;
}

bool fingerprint_matches(const struct fingerprint_match *match)
{
    return match->compared == match->equal && match->key_pin_compared == match->key_pin_equal;
}

bool fingerprint_is_weak(const struct fingerprint_match *match)
{
    unsigned weak = 1U << DIGEST_MD5 | 1U << DIGEST_SHA1;

    return match->compared != 0 && (match->equal & ~weak) == 0 && !match->key_pin_equal &&
           fingerprint_matches(match);
}
