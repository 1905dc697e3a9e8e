/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-url.h"

#include "base64.h"
#include "der.h"
#include "hex.h"
#include "percent.h"

#define START_LEN 8 /* digits of base64 that hold two tags and the outer length */

/* The first characters with their escapes undone, once or twice; how many there are. */
static size_t unescape_start(struct slice text, uint8_t *out, size_t max)
{
    size_t len = 0;

    for (size_t at = 0; at < text.len && len < max; at++) {
        uint8_t c = text.data[at];

        for (int times = 0; times < 2 && c == '%' && text.len - at > 2; times++) {
            int high = hex_digit(text.data[at + 1]);
            int low = hex_digit(text.data[at + 2]);

            if (high < 0 || low < 0)
                break;
            c = (uint8_t)(high << 4 | low);
            at += 2;
        }
        out[len++] = c;
    }
    return len;
}

/* Whether the text begins as the base64 of SEQUENCE { SEQUENCE does: OCSPRequest { tbsRequest. */
static NOINLINE bool begins_nested(struct slice text)
{
    uint8_t digits[START_LEN];
    uint8_t octets[START_LEN + 2]; /* what base64_decode() asks for at most */
    struct buffer start = {.data = octets, .size = sizeof(octets), .cap = sizeof(octets)};
    size_t len = unescape_start(text, digits, sizeof(digits));
    size_t tag = 2;

    if (len < START_LEN || !base64_decode(slice_of(digits, len), &start, NULL) || start.len < 6)
        return false;
    if (octets[1] > 0x80 && octets[1] <= 0x83)
        tag += octets[1] & 0x0F;
    return octets[0] == DER_SEQUENCE && octets[tag] == DER_SEQUENCE;
}

/*
 * Whether a request begins there. The tags and lengths of two SEQUENCEs make base64 that begins
 * with "M..w" where the outer length has one octet, with "MI..M" where it has two; what is longer
 * or escaped is looked at more closely.
 */
static bool may_begin_request(const uint8_t *at, size_t left)
{
    if (left < START_LEN || (at[0] != 'M' && at[0] != '%'))
        return false;
    if (LIKELY(at[0] == 'M' && at[1] >= 'A' &&
               ((at[1] <= 'H' && at[3] == 'w') || (at[1] == 'I' && at[4] == 'M'))))
        return true;
    return begins_nested(slice_of(at, left));
}

static bool is_one_sequence(struct slice der, struct error *e)
{
    departure_set none = 0;
    struct der d = der_over(der, &none);
    struct slice contents;

    return der_read(&d, DER_SEQUENCE, &contents, e) && der_end(&d, e);
}

/* Line ends may stand in it, escaped. */
static NOINLINE bool is_unpadded(struct slice base64)
{
    size_t digits = 0;

    for (size_t i = 0; i < base64.len; i++)
        digits += base64.data[i] > ' ';
    return digits % 4 != 0;
}

/* Not in one piece, or in the other alphabet, which RFC 6960 A.1 does not have. */
static NOINLINE bool decode_other_base64(struct slice base64, struct buffer *decoded,
                                         struct ocsp_url *parsed, struct error *e)
{
    if (slice_find_byte(base64, '-') < base64.len || slice_find_byte(base64, '_') < base64.len)
        parsed->repairs |= OCSP_URL_SAFE_ALPHABET;
    return base64_decode(base64, decoded, e);
}

/*
 * The base64 in the buffer becomes DER behind it, so that one buffer serves. The room comes first,
 * so that the text does not move while it is read.
 */
static bool decode_base64(struct buffer *decoded, struct ocsp_url *parsed, struct error *e)
{
    size_t text = decoded->len;
    struct slice base64;

    if (buffer_room(decoded, BASE64_ROOM(text), e) == NULL)
        return false;
    base64 = buffer_slice(decoded);
    if (UNLIKELY(!base64_decode_plain(base64, decoded)) &&
        !decode_other_base64(base64, decoded, parsed, e))
        return false;
    if (UNLIKELY(text % 4 != 0) && is_unpadded(base64))
        parsed->repairs |= OCSP_URL_UNPADDED;
    parsed->request = slice_from(buffer_slice(decoded), text);
    return is_one_sequence(parsed->request, e);
}

/* What was escaped twice is seen by the '%' that is left of it. */
static NOINLINE bool decode_again(struct buffer *decoded, struct ocsp_url *parsed, struct error *e)
{
    struct buffer once CLEANUP(buffer_free) = *decoded;

    *decoded = (struct buffer)BUFFER_INIT(once.cap);
    parsed->repairs = OCSP_URL_ESCAPED_TWICE;
    return percent_decode(buffer_slice(&once), decoded, e) && decode_base64(decoded, parsed, e);
}

static bool decode_suffix(struct slice suffix, struct buffer *decoded, struct ocsp_url *parsed,
                          struct error *e)
{
    size_t text;

    decoded->len = 0;
    parsed->repairs = 0;
    if (!percent_decode(suffix, decoded, e))
        return false;
    text = decoded->len;
    if (LIKELY(decode_base64(decoded, parsed, e)))
        return true;
    decoded->len = text;
    if (slice_find_byte(buffer_slice(decoded), '%') == text)
        return false;
    return decode_again(decoded, parsed, e);
}

/* What failed with the '/' at its end, as a digit of base64: without it, then without any. */
static NOINLINE bool decode_without_slash(struct slice suffix, struct buffer *decoded,
                                          struct ocsp_url *parsed, struct error *e)
{
    if (!slice_ends_with(suffix, SLICE("/")))
        return false;
    suffix.len--;
    if (decode_suffix(suffix, decoded, parsed, e))
        return true;
    while (slice_ends_with(suffix, SLICE("/")))
        suffix.len--;
    return decode_suffix(suffix, decoded, parsed, e);
}

static bool decode_candidate(struct slice suffix, struct buffer *decoded, struct ocsp_url *parsed,
                             struct error *e)
{
    return LIKELY(decode_suffix(suffix, decoded, parsed, e)) ||
           decode_without_slash(suffix, decoded, parsed, e);
}

/* How long an escaped '/' is at `at`, a '%': 3, 5 where it was escaped twice, 0 where it is none.
 */
static size_t escaped_slash(struct slice path, size_t at)
{
    struct slice rest = slice_from(path, at);

    if (slice_starts_with(rest, SLICE("%2F")) || slice_starts_with(rest, SLICE("%2f")))
        return 3;
    if (slice_starts_with(rest, SLICE("%252F")) || slice_starts_with(rest, SLICE("%252f")))
        return 5;
    return 0;
}

/*
 * The next place from `at` on where a path segment begins: behind a '/', escaped or not. *slash is
 * where the last raw one was found, so that each is searched for once.
 */
static size_t next_segment(struct slice path, size_t at, size_t *slash)
{
    if (*slash < at)
        *slash = at + slice_find_byte(slice_from(path, at), '/');
    for (;;) {
        size_t escape = at + slice_find_byte(slice_of(path.data + at, *slash - at), '%');

        if (LIKELY(escape == *slash))
            return *slash < path.len ? *slash + 1 : path.len;
        if (escaped_slash(path, escape) > 0)
            return escape + escaped_slash(path, escape);
        at = escape + 1;
    }
}

/* "http://" and its like; no request begins in it. */
static size_t scheme_length(struct slice url)
{
    static const struct slice http = SLICE_CONST("http://");

    return slice_starts_with(url, http) ? http.len : 0;
}

/* What stands before the mark of a query or a fragment. */
static struct slice cut_query(struct slice url)
{
    struct slice path = slice_first(url, slice_find_byte(url, '?'));

    return slice_first(path, slice_find_byte(path, '#'));
}

static bool parse_path(struct slice path, struct buffer *decoded, struct ocsp_url *parsed,
                       struct error *e)
{
    size_t tried = 0;
    size_t slash = 0;

    for (size_t at = scheme_length(path); at < path.len; at = next_segment(path, at, &slash)) {
        if (!may_begin_request(path.data + at, path.len - at))
            continue;
        if (decode_candidate(slice_from(path, at), decoded, parsed, e)) {
            parsed->responder = slice_first(path, at);
            return true;
        }
        if (cut_query(slice_from(path, at)).len < path.len - at)
            return false; /* before anything in the query is tried */
        if (++tried == LIMIT_URL_CANDIDATES)
            return error_set(e, ERROR_LIMIT,
                             "expected at most %d places where a request may begin, found more",
                             LIMIT_URL_CANDIDATES);
    }
    if (tried > 0)
        return false;
    return error_set(
        e, ERROR_CONTENT,
        "expected DER, PEM, base64, hex or a GET URL with an OCSP request at the end of "
        "its path, found none of them");
}

/* What stands before the query. */
static NOINLINE bool parse_without_query(struct slice url, struct buffer *decoded,
                                         struct ocsp_url *parsed, struct error *e)
{
    struct slice path = cut_query(url);

    return path.len < url.len && parse_path(path, decoded, parsed, e);
}

bool ocsp_url_parse(struct slice url, struct buffer *decoded, struct ocsp_url *parsed,
                    struct error *e)
{
    /* No character of a query's or a fragment's mark is base64: with one, this fails. */
    return LIKELY(parse_path(url, decoded, parsed, e)) ||
           parse_without_query(url, decoded, parsed, e);
}

NOINLINE bool ocsp_url_look(struct slice url, struct buffer *decoded, struct slice *der)
{
    struct slice path = cut_query(url);
    size_t at = ocsp_url_begin(path, 0);
    struct ocsp_url parsed = {.repairs = 0};

    if (at == path.len || decode_suffix(slice_from(path, at), decoded, &parsed, NULL))
        return false;
    *der = parsed.request;
    return der->len > 0;
}

size_t ocsp_url_begin(struct slice url, size_t from)
{
    struct slice path = cut_query(url);
    size_t slash = 0;
    size_t at = from;

    if (from == 0)
        at = scheme_length(path);
    else if (from < path.len)
        at = next_segment(path, from, &slash);
    while (at < path.len && !may_begin_request(path.data + at, path.len - at))
        at = next_segment(path, at, &slash);
    return at < path.len ? at : url.len;
}

const char *ocsp_url_repair_text(enum ocsp_url_repair repair)
{
    switch (repair) {
    case OCSP_URL_ESCAPED_TWICE:
        return "the URL was percent-escaped twice";
    case OCSP_URL_UNPADDED:
        return "the padding of the URL's base64 was missing";
    case OCSP_URL_SAFE_ALPHABET:
        return "the URL's base64 was in the URL-safe alphabet";
    case OCSP_URL_BLANKS:
        return "each '+' of the URL's base64 was a blank";
    case OCSP_URL_COLLAPSED:
        return "slashes of the URL's base64 were lost; only one way to put them back gives a "
               "request";
    }
    return "";
}
