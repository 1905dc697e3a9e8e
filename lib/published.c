/* SPDX-License-Identifier: Apache-2.0 */
#include "published.h"

#define BYTE_ORDER SLICE("\xEF\xBB\xBF")

static struct slice skip_byte_order(struct slice text)
{
    return slice_starts_with(text, BYTE_ORDER) ? slice_from(text, BYTE_ORDER.len) : text;
}

/* The line at the front, which is taken off; *ends says whether its end is there. */
static struct slice take_line(struct slice *text, bool *ends)
{
    struct slice whole = *text;
    size_t len = slice_find_byte(whole, '\n');

    *ends = len < whole.len;
    *text = slice_from(whole, *ends ? len + 1 : len);
    return slice_first(whole, len);
}

enum published_format published_identify(struct slice start)
{
    bool ends;

    start = skip_byte_order(start);
    if (published_csv_is_header(slice_first(start, slice_find_byte(start, '\n'))))
        return PUBLISHED_CSV;
    while (start.len > 0) {
        struct slice line = take_line(&start, &ends);

        if (published_certdata_is_line(line))
            return PUBLISHED_CERTDATA;
        if (slice_starts_with(line, SLICE("-----BEGIN ")))
            return PUBLISHED_PEM;
    }
    return PUBLISHED_TEXT;
}

void published_begin(struct published_reader *reader, struct published_set *set, struct slice start)
{
    reader->set = set;
    reader->started = false;
    reader->format = published_identify(start);
    published_text_begin(&reader->text, set);
    published_csv_begin(&reader->csv, set);
    published_certdata_begin(&reader->certdata, set);
}

void published_free(struct published_reader *reader)
{
    published_csv_free(&reader->csv);
    published_certdata_free(&reader->certdata);
}

bool published_read(struct published_reader *reader, struct slice piece, struct error *e)
{
    if (!reader->started)
        piece = skip_byte_order(piece);
    reader->started = true;
    if (reader->format == PUBLISHED_CSV)
        return published_csv_read(&reader->csv, piece, e);
    while (piece.len > 0) {
        bool ends;
        struct slice line = take_line(&piece, &ends);

        if (reader->format == PUBLISHED_CERTDATA
                ? !published_certdata_read(&reader->certdata, line, e)
                : !published_text_read(&reader->text, line, ends, e))
            return false;
    }
    return true;
}

static bool end_format(struct published_reader *reader, struct error *e)
{
    switch (reader->format) {
    case PUBLISHED_CSV:
        return published_csv_end(&reader->csv, e);
    case PUBLISHED_CERTDATA:
        return published_certdata_end(&reader->certdata, e);
    default:
        return published_text_end(&reader->text, e);
    }
}

bool published_end(struct published_reader *reader, struct error *e)
{
    if (!end_format(reader, e))
        return false;
    if (reader->set->found > 0)
        return true;
    reader->format = PUBLISHED_TEXT; /* no line in particular */
    return error_set(e, ERROR_CONTENT, "expected a list with fingerprints in it, found none");
}

size_t published_line(const struct published_reader *reader)
{
    switch (reader->format) {
    case PUBLISHED_CSV:
        return reader->csv.line;
    case PUBLISHED_CERTDATA:
        return reader->certdata.line;
    default:
        return 0;
    }
}
