/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-url.h"

#include "base64.h"
#include "der.h"
#include "percent.h"

/*
 * A SEQUENCE's tag and length make base64 that begins with 'M' and 'A' to 'P' (0x30 and the upper
 * half of the length octet); an escaped first character is looked at more closely.
 */
static bool may_begin_request(const uint8_t *at, size_t left)
{
    if (left < 8)
        return false;
    return at[0] == '%' || (at[0] == 'M' && ((at[1] >= 'A' && at[1] <= 'P') || at[1] == '%'));
}

static bool is_one_sequence(struct slice der, struct error *e)
{
    departure_set none = 0;
    struct der d = der_over(der, &none);
    struct slice contents;

    return der_read(&d, DER_SEQUENCE, &contents, e) && der_end(&d, e);
}

/*
 * The base64 in the buffer becomes DER behind it, so that one buffer serves. The room comes first,
 * so that the text does not move while it is read.
 */
static bool decode_base64(struct buffer *decoded, struct ocsp_url *parsed, struct error *e)
{
    size_t text = decoded->len;

    if (buffer_room(decoded, text + 1, e) == NULL ||
        !base64_decode(slice_first(buffer_slice(decoded), text), decoded, e))
        return false;
    parsed->request = slice_from(buffer_slice(decoded), text);
    return is_one_sequence(parsed->request, e);
}

/* What was escaped twice is seen by the '%' that is left of it. */
static bool decode_again(struct buffer *decoded, struct ocsp_url *parsed, struct error *e)
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

/* A suffix that ends in '/' is read with it, as a digit of base64, then without it, then without
 * any. */
static bool decode_candidate(struct slice suffix, struct buffer *decoded, struct ocsp_url *parsed,
                             struct error *e)
{
    if (LIKELY(decode_suffix(suffix, decoded, parsed, e)))
        return true;
    if (!slice_ends_with(suffix, SLICE("/")))
        return false;
    suffix.len--;
    if (decode_suffix(suffix, decoded, parsed, e))
        return true;
    while (slice_ends_with(suffix, SLICE("/")))
        suffix.len--;
    return decode_suffix(suffix, decoded, parsed, e);
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

bool ocsp_url_parse(struct slice url, struct buffer *decoded, struct ocsp_url *parsed,
                    struct error *e)
{
    struct slice path;

    /* No character of a query's or a fragment's mark is base64: with one, this fails. */
    if (LIKELY(parse_path(url, decoded, parsed, e)))
        return true;
    path = cut_query(url);
    return path.len < url.len && parse_path(path, decoded, parsed, e);
}

const char *ocsp_url_repair_text(enum ocsp_url_repair repair)
{
    switch (repair) {
    case OCSP_URL_ESCAPED_TWICE:
        return "the URL was percent-escaped twice";
    }
    return "";
}
