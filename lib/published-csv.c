/* SPDX-License-Identifier: Apache-2.0 */
#include "published-csv.h"

enum state {
    STATE_FIELD,  /* a field starts */
    STATE_PLAIN,  /* in a field without quotes */
    STATE_QUOTED, /* between quotes */
    STATE_QUOTE,  /* behind a quote in them: the end, or one that is doubled */
};

/* The names that a column goes by, in small letters, nothing but letters and digits. */
static const struct {
    enum published_column column;
    struct slice name;
} names[] = {
    {COLUMN_SHA256, SLICE_CONST("sha256fingerprint")},
    {COLUMN_SHA256, SLICE_CONST("fingerprintsha256")},
    {COLUMN_SHA256, SLICE_CONST("sha256")},
    {COLUMN_SHA1, SLICE_CONST("sha1fingerprint")},
    {COLUMN_SHA1, SLICE_CONST("fingerprintsha1")},
    {COLUMN_SHA1, SLICE_CONST("sha1")},
    {COLUMN_MD5, SLICE_CONST("md5fingerprint")},
    {COLUMN_LABEL, SLICE_CONST("commonnameorcertificatename")},
    {COLUMN_LABEL, SLICE_CONST("certificatename")},
    {COLUMN_LABEL, SLICE_CONST("rootcertificatename")},
    {COLUMN_LABEL, SLICE_CONST("commonname")},
    {COLUMN_LABEL, SLICE_CONST("name")},
    {COLUMN_TRUST_BITS, SLICE_CONST("trustbits")},
    {COLUMN_SERVER_DISTRUST_AFTER, SLICE_CONST("distrustfortlsafterdate")},
    {COLUMN_EMAIL_DISTRUST_AFTER, SLICE_CONST("distrustforsmimeafterdate")},
};

static const char *const column_names[] = {
    [COLUMN_SHA256] = "SHA-256 Fingerprint",
    [COLUMN_SHA1] = "SHA-1 Fingerprint",
    [COLUMN_MD5] = "MD5 Fingerprint",
};

static const struct {
    enum published_column column;
    enum published_about about;
} abouts[] = {
    {COLUMN_LABEL, PUBLISHED_LABEL},
    {COLUMN_TRUST_BITS, PUBLISHED_TRUST_BITS},
    {COLUMN_SERVER_DISTRUST_AFTER, PUBLISHED_SERVER_DISTRUST_AFTER},
    {COLUMN_EMAIL_DISTRUST_AFTER, PUBLISHED_EMAIL_DISTRUST_AFTER},
};

static bool is_alphanumeric(uint8_t c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Whether `text` is the name, in either case and whatever stands between its letters. */
static bool name_matches(struct slice text, struct slice name)
{
    size_t at = 0;

    for (size_t i = 0; i < text.len; i++) {
        uint8_t c = text.data[i];

        if (!is_alphanumeric(c))
            continue;
        if (at == name.len || ascii_lower(c) != name.data[at])
            return false;
        at++;
    }
    return at == name.len;
}

static bool find_column(struct slice text, enum published_column *column)
{
    for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
        if (name_matches(text, names[i].name)) {
            *column = names[i].column;
            return true;
        }
    }
    return false;
}

bool published_csv_is_header(struct slice line)
{
    if (slice_find_byte(line, ',') == line.len)
        return false;
    for (;;) {
        size_t comma = slice_find_byte(line, ',');
        enum published_column column;

        if (find_column(slice_first(line, comma), &column) && column <= COLUMN_MD5)
            return true;
        if (comma == line.len)
            return false;
        line = slice_from(line, comma + 1);
    }
}

void published_csv_begin(struct published_csv *csv, struct published_set *set)
{
    *csv = (struct published_csv){.set = set,
                                  .line = 1,
                                  .record_line = 1,
                                  .texts = BUFFER_INIT((COLUMN_COUNT + 1) * LIMIT_FIELD)};
}

void published_csv_free(struct published_csv *csv)
{
    buffer_free(&csv->texts);
}

/* --- records */

/* What lies in `texts` there; they may have no memory yet. */
static struct slice text_at(const struct published_csv *csv, size_t start, size_t end)
{
    return end > start ? slice_of(csv->texts.data + start, end - start) : SLICE_NONE;
}

static struct slice field_of(const struct published_csv *csv, enum published_column column)
{
    return text_at(csv, csv->starts[column], csv->ends[column]);
}

static bool add_record(struct published_csv *csv, enum published_column column, struct slice text,
                       struct error *e)
{
    static const enum digest digests[] = {
        [COLUMN_SHA256] = DIGEST_SHA256, [COLUMN_SHA1] = DIGEST_SHA1, [COLUMN_MD5] = DIGEST_MD5};
    struct slice about[PUBLISHED_ABOUT_COUNT] = {SLICE_NONE};
    struct fingerprint fingerprint;

    if (!fingerprint_parse(text, &fingerprint, e))
        return error_in(e, "%s", column_names[column]);
    if (fingerprint.is_key_pin || fingerprint.digest != digests[column])
        return error_set(e, ERROR_CONTENT, "expected %zu hex digits in '%s', found %zu",
                         2 * digest_size(digests[column]), column_names[column],
                         2 * digest_size(fingerprint.digest));
    for (size_t i = 0; i < ARRAY_SIZE(abouts); i++)
        about[abouts[i].about] = field_of(csv, abouts[i].column);
    return published_set_add(csv->set, &fingerprint,
                             (struct published_place){.line = csv->record_line}, about, e);
}

static bool is_empty(struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != ' ' && text.data[i] != '\t')
            return false;
    }
    return true;
}

/* By the strongest hash that it has; a record without any is nobody's. */
static bool read_record(struct published_csv *csv, struct error *e)
{
    if (csv->field != csv->header_count)
        return error_set(e, ERROR_CONTENT, "expected %zu fields, as in the first line, found %zu",
                         csv->header_count, csv->field);
    for (enum published_column column = COLUMN_SHA256; column <= COLUMN_MD5; column++) {
        struct slice text = field_of(csv, column);

        if (csv->columns[column] > 0 && !is_empty(text))
            return add_record(csv, column, text, e);
    }
    return true;
}

/* --- fields */

/* Which column the field at hand is; false where it is none that is read. */
static bool column_at(const struct published_csv *csv, enum published_column *column)
{
    for (*column = 0; *column < COLUMN_COUNT; ++*column) {
        if (csv->columns[*column] == csv->field + 1)
            return true;
    }
    return false;
}

static void end_field(struct published_csv *csv)
{
    struct slice text = text_at(csv, csv->field_start, csv->texts.len);
    enum published_column column;

    if (csv->header_count == 0) {
        if (find_column(text, &column) && csv->columns[column] == 0)
            csv->columns[column] = csv->field + 1;
        csv->texts.len = csv->field_start;
    } else if (column_at(csv, &column)) {
        csv->starts[column] = csv->field_start;
        csv->ends[column] = csv->texts.len;
    } else {
        csv->texts.len = csv->field_start;
    }
    csv->field++;
    csv->field_start = csv->texts.len;
    csv->state = STATE_FIELD;
}

static bool end_record(struct published_csv *csv, struct error *e)
{
    bool is_blank = csv->field == 0 && csv->state == STATE_FIELD;
    bool read = true;

    if (!is_blank) {
        end_field(csv);
        if (csv->header_count == 0)
            csv->header_count = csv->field;
        else
            read = read_record(csv, e);
    }
    csv->field = csv->field_start = csv->texts.len = 0;
    memset(csv->starts, 0, sizeof(csv->starts));
    memset(csv->ends, 0, sizeof(csv->ends));
    csv->state = STATE_FIELD;
    if (!read)
        csv->line = csv->record_line;
    return read;
}

static bool keep(struct published_csv *csv, struct slice bytes, struct error *e)
{
    if (csv->texts.len - csv->field_start + bytes.len > LIMIT_FIELD)
        return error_set(e, ERROR_LIMIT,
                         "expected a field of at most %zu bytes, found a longer one", LIMIT_FIELD);
    return buffer_append(&csv->texts, bytes, e);
}

/* What stands between quotes, up to the next one; *at moves behind it. */
static bool read_quoted(struct published_csv *csv, struct slice bytes, size_t *at, struct error *e)
{
    struct slice rest = slice_from(bytes, *at);
    size_t quote = slice_find_byte(rest, '"');

    for (size_t i = 0; i < quote; i++)
        csv->line += rest.data[i] == '\n' ? 1 : 0;
    *at += quote;
    if (*at < bytes.len) {
        ++*at;
        csv->state = STATE_QUOTE;
    }
    return keep(csv, slice_first(rest, quote), e);
}

/* A field without quotes goes up to a comma or the line's end. */
static bool read_plain(struct published_csv *csv, struct slice bytes, size_t *at, struct error *e)
{
    size_t start = *at;

    while (*at < bytes.len && bytes.data[*at] != ',' && bytes.data[*at] != '\n' &&
           bytes.data[*at] != '\r')
        ++*at;
    csv->state = STATE_PLAIN;
    return keep(csv, slice_of(bytes.data + start, *at - start), e);
}

/* A comma, or a line's end in any of its spellings; *found is false where it is neither. */
static bool read_separator(struct published_csv *csv, uint8_t c, bool *found, struct error *e)
{
    *found = c == ',' || c == '\n' || c == '\r';
    if (c == ',') {
        end_field(csv);
    } else if (c == '\n') {
        if (!end_record(csv, e))
            return false;
        csv->record_line = ++csv->line;
    }
    return true;
}

/* Behind a quote within quotes: it is doubled, or was the last one. */
static bool read_behind_quote(struct published_csv *csv, uint8_t c, struct error *e)
{
    if (c == '"') {
        csv->state = STATE_QUOTED;
        return keep(csv, SLICE("\""), e);
    }
    return error_set(e, ERROR_CONTENT,
                     "expected a comma or the line's end behind a quoted field, found 0x%02X", c);
}

bool published_csv_read(struct published_csv *csv, struct slice bytes, struct error *e)
{
    size_t at = 0;

    while (at < bytes.len) {
        uint8_t c = bytes.data[at];
        bool separates = false;

        if (csv->state != STATE_QUOTED && !read_separator(csv, c, &separates, e))
            return false;
        if (separates) {
            at++;
        } else if (csv->state == STATE_QUOTED) {
            if (!read_quoted(csv, bytes, &at, e))
                return false;
        } else if (csv->state == STATE_QUOTE) {
            if (!read_behind_quote(csv, c, e))
                return false;
            at++;
        } else if (csv->state == STATE_FIELD && c == '"') {
            csv->state = STATE_QUOTED;
            csv->quote_line = csv->line;
            at++;
        } else if (!read_plain(csv, bytes, &at, e)) {
            return false;
        }
    }
    return true;
}

bool published_csv_end(struct published_csv *csv, struct error *e)
{
    if (csv->state == STATE_QUOTED) {
        csv->line = csv->quote_line;
        return error_set(e, ERROR_CONTENT,
                         "expected the closing quote of the field that begins here, found none");
    }
    return end_record(csv, e);
}
