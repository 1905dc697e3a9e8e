/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-url-repair.h"

#include "base64.h"
#include "der.h"
#include "ocsp-request.h"
#include "percent.h"

#define READINGS_SHOWN_MAX 400 /* bytes of the list of readings in an error */

/* One place in `base64` where a '/' stands raw, and how many are put in there. */
struct place {
    size_t at;
    size_t more;
};

struct repair {
    struct buffer piece;  /* of the URL, with its escapes undone once */
    struct buffer base64; /* what stands in the URL, without escapes */
    struct buffer reading;
    struct buffer der;
    struct buffer list; /* the readings that are requests, with ", " between */
    struct place places[LIMIT_URL_READINGS];
    size_t place_count;
    size_t missing; /* characters */
    size_t found;   /* readings that are requests */
    unsigned repairs;
};

static void repair_free(struct repair *r)
{
    buffer_free(&r->piece);
    buffer_free(&r->base64);
    buffer_free(&r->reading);
    buffer_free(&r->der);
    buffer_free(&r->list);
}

/* Appends a piece of the URL without its escapes. */
static bool append_piece(struct repair *r, struct slice piece)
{
    r->piece.len = 0;
    if (!percent_decode(piece, &r->piece, NULL))
        return false;
    piece = buffer_slice(&r->piece);
    if (slice_find_byte(piece, '%') == piece.len)
        return buffer_append(&r->base64, piece, NULL);
    r->repairs |= OCSP_URL_ESCAPED_TWICE;
    return percent_decode(piece, &r->base64, NULL);
}

/* The suffix without escapes, and where raw slashes stand in it: slashes side by side are one
 * place. */
static bool unescape(struct repair *r, struct slice suffix)
{
    size_t start = 0;

    while (start < suffix.len) {
        struct slice rest = slice_from(suffix, start);
        size_t slash = slice_find_byte(rest, '/');

        if (!append_piece(r, slice_first(rest, slash)))
            return false;
        start += slash;
        if (start < suffix.len) {
            if (r->place_count == LIMIT_URL_READINGS)
                return false;
            r->places[r->place_count++] = (struct place){r->base64.len, 0};
        }
        for (; start < suffix.len && suffix.data[start] == '/'; start++) {
            if (!buffer_append(&r->base64, SLICE("/"), NULL))
                return false;
        }
    }
    return true;
}

static void replace_blanks(struct repair *r)
{
    for (size_t i = 0; i < r->base64.len; i++) {
        if (r->base64.data[i] == ' ') {
            r->base64.data[i] = '+';
            r->repairs |= OCSP_URL_BLANKS;
        }
    }
}

/* Slashes behind the padding are no part of the base64. */
static void drop_slashes_behind(struct repair *r)
{
    struct slice text = buffer_slice(&r->base64);

    while (slice_ends_with(text, SLICE("/")))
        text.len--;
    if (!slice_ends_with(text, SLICE("=")))
        return;
    if (text.len < r->base64.len)
        r->place_count--;
    r->base64.len = text.len;
}

/* How many characters are missing; the padding is whole. False: none, or something else is wrong.
 */
static bool count_missing(struct repair *r)
{
    struct slice text = buffer_slice(&r->base64);
    size_t padding = 0;
    size_t len, wanted;

    for (; slice_ends_with(text, SLICE("=")); padding++)
        text.len--;
    r->der.len = 0;
    if (text.len < 8 || !base64_decode(slice_first(text, 8), &r->der, NULL) ||
        !der_measure(buffer_slice(&r->der), &len, NULL) || len > LIMIT_OCSP)
        return false;
    wanted = (8 * len + 5) / 6;
    if (padding != (3 - len % 3) % 3 || text.len > wanted)
        return false;
    r->missing = wanted - text.len;
    return r->missing > 0 ? r->missing <= LIMIT_URL_COLLAPSED && r->place_count > 0
                          : (r->repairs & OCSP_URL_BLANKS) != 0;
}

/* How many ways there are to put `missing` slashes into the places, up to one more than the limit.
 */
static size_t count_readings(const struct repair *r)
{
    size_t count = 1;

    for (size_t i = 1; i <= r->missing && count <= LIMIT_URL_READINGS; i++)
        count = count * (r->place_count + i - 1) / i;
    return count;
}

static bool build_reading(struct repair *r)
{
    struct slice text = buffer_slice(&r->base64);
    size_t done = 0;

    r->reading.len = 0;
    for (size_t i = 0; i < r->place_count; i++) {
        if (!buffer_append(&r->reading, slice_of(text.data + done, r->places[i].at - done), NULL))
            return false;
        done = r->places[i].at;
        for (size_t more = 0; more < r->places[i].more; more++) {
            if (!buffer_append(&r->reading, SLICE("/"), NULL))
                return false;
        }
    }
    return buffer_append(&r->reading, slice_from(text, done), NULL);
}

/* Reads the text with the slashes where they now are; the first request goes into `decoded`. */
static bool try_reading(struct repair *r, struct buffer *decoded)
{
    struct ocsp_request request;

    r->der.len = 0;
    if (!build_reading(r) || !base64_decode(buffer_slice(&r->reading), &r->der, NULL) ||
        !ocsp_request_parse(buffer_slice(&r->der), &request, NULL) || request.request_count == 0)
        return true;
    if (r->found++ == 0) {
        decoded->len = 0;
        return buffer_append(decoded, buffer_slice(&r->der), NULL);
    }
    return true;
}

static bool list_reading(struct repair *r)
{
    return r->list.len + r->reading.len + 2 > READINGS_SHOWN_MAX ||
           ((r->list.len == 0 || buffer_append(&r->list, SLICE(", "), NULL)) &&
            buffer_append(&r->list, buffer_slice(&r->reading), NULL));
}

/* The next way to put them: one moves to the next place, those behind it start there anew. */
static bool next_reading(struct repair *r)
{
    size_t last = r->place_count - 1;
    size_t moved = r->places[last].more;
    size_t i = last;

    r->places[last].more = 0;
    while (i > 0 && r->places[i - 1].more == 0)
        i--;
    if (i == 0)
        return false;
    r->places[i - 1].more--;
    r->places[i].more = moved + 1;
    return true;
}

static bool try_readings(struct repair *r, struct buffer *decoded)
{
    if (r->missing > 0)
        r->places[0].more = r->missing;
    do {
        size_t before = r->found;

        if (!try_reading(r, decoded) || (r->found > before && !list_reading(r)))
            return false;
    } while (r->missing > 0 && next_reading(r));
    return r->found > 0;
}

static bool repair_suffix(struct repair *r, struct slice suffix, struct buffer *decoded,
                          bool *several, struct error *e)
{
    r->base64.len = r->list.len = 0;
    r->place_count = r->missing = r->found = 0;
    r->repairs = 0;
    if (!unescape(r, suffix))
        return false;
    replace_blanks(r);
    drop_slashes_behind(r);
    if (!count_missing(r))
        return false;
    *several = count_readings(r) > LIMIT_URL_READINGS;
    if (*several)
        return error_set(e, ERROR_LIMIT,
                         "expected at most %d ways to put back %zu slashes that were lost, found "
                         "more",
                         LIMIT_URL_READINGS, r->missing);
    if (!try_readings(r, decoded))
        return false;
    *several = r->found > 1;
    if (*several)
        return error_set(e, ERROR_ENCODING,
                         "expected one way to put back %zu '/' that %s lost, found %zu: %.*s",
                         r->missing, r->missing == 1 ? "was" : "were", r->found, (int)r->list.len,
                         (const char *)r->list.data);
    if (r->missing > 0)
        r->repairs |= OCSP_URL_COLLAPSED;
    return true;
}

bool ocsp_url_repair(struct slice url, struct buffer *decoded, struct ocsp_url *parsed,
                     bool *several, struct error *e)
{
    struct repair r CLEANUP(repair_free) = {
        .piece = BUFFER_INIT(LIMIT_LINE),
        .base64 = BUFFER_INIT(LIMIT_LINE),
        .reading = BUFFER_INIT(LIMIT_LINE),
        .der = BUFFER_INIT(LIMIT_LINE),
        .list = BUFFER_INIT(LIMIT_LINE),
    };
    size_t end = slice_find_byte(url, '?');
    size_t at = 0;

    *several = false;
    end = slice_find_byte(slice_first(url, end), '#');
    for (int tried = 0; tried < LIMIT_URL_CANDIDATES; tried++, at++) {
        struct slice suffix;

        at = ocsp_url_begin(url, at);
        if (at >= end)
            return false;
        suffix = slice_of(url.data + at, end - at);
        if (suffix.len > LIMIT_URL_REPAIRED)
            continue;
        if (repair_suffix(&r, suffix, decoded, several, e)) {
            parsed->responder = slice_first(url, at);
            parsed->request = buffer_slice(decoded);
            parsed->repairs = r.repairs;
            return true;
        }
        if (*several)
            return false;
    }
    return false;
}
