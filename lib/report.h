/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sink of typed calls, from which text, JSON and --fields are written: a record is described once
 * and comes out in each. What may be printed is a constant `struct field`: its JSON key, its text
 * label, its layout. A null key is left out of JSON and --fields, an empty label out of text.
 *
 *     report_begin_record(r, &head);
 *     report_begin(r, &CERT_ID);                           an object; text: "Certificate ID:"
 *         report_hex(r, &ISSUER_NAME_HASH, id->issuer_name_hash);
 *     report_end(r, &CERT_ID);
 *     report_end_record(r);
 *
 * Control, escape, bidirectional and invalid characters of a value are escaped here and nowhere
 * else. The calls cannot fail; trouble (memory, a record over LIMIT_OUTPUT) is kept and told by
 * report_check(). A record stays in `out` until the caller has written it elsewhere; of a long one
 * report_drain() lets the first part go out before the last is there.
 */
#ifndef OCSPKIT_REPORT_H
#define OCSPKIT_REPORT_H

#include "buffer.h"
#include "error.h"
#include "hex.h"
#include "slice.h"

enum report_format {
    REPORT_TEXT,
    REPORT_JSON,
    REPORT_FIELDS, /* the values of report.paths, tab-separated */
    REPORT_QUIET,  /* nothing at all */
};

/* How a scalar stands in text; `INDENT` is that of its level. */
enum layout {
    LAYOUT_LINE,   /* INDENT Label: value */
    LAYOUT_BELOW,  /* INDENT Label:, then INDENT+4 value */
    LAYOUT_BARE,   /* INDENT value */
    LAYOUT_INLINE, /* an element of a LEVEL_INLINE_LIST: value, value */
    LAYOUT_COLONS, /* hex only: INDENT value as 0A:1B:..., the label is not shown */
    LAYOUT_EQUALS, /* hex only: INDENT Label=0A:1B:... */
    LAYOUT_DUMP15, /* hex only: INDENT Label:, then INDENT+4 rows of 15 octets, 0a:1b:... */
    LAYOUT_DUMP18, /* the same with rows of 18 octets */
    LAYOUT_SERIAL, /* report_integer only: as OpenSSL prints a certificate's serial number */
};

/* What report_begin() opens. In text each level indents by `step`, whether its label shows or not.
 */
enum level {
    LEVEL_OBJECT,      /* JSON: an object */
    LEVEL_LIST,        /* JSON: an array */
    LEVEL_HEADING,     /* text only */
    LEVEL_INLINE_LIST, /* a list; text: INDENT Label: a, b (INDENT a, b where the label is empty) */
    LEVEL_ROW, /* text only: its scalars in one line, two blanks between them; times as in data */
};

/* The label stands in the struct so that it can be copied in one piece of fixed size. */
#define FIELD_LABEL_MAX 32

struct field {
    const char *key;
    uint8_t key_len; /* where there is a key */
    uint8_t layout;  /* enum layout or enum level */
    uint8_t step;    /* of a level: how far its members are indented in text */
    uint8_t label_len;
    char label[FIELD_LABEL_MAX];
};

#define FIELD(the_key, the_label, the_layout) FIELD_LEVEL(the_key, the_label, the_layout, 0)
#define FIELD_LEVEL(the_key, the_label, the_level, the_step)                                       \
    {                                                                                              \
        .key = (the_key), .key_len = sizeof(the_key) - 1, .layout = (the_level),                   \
        .step = (the_step), .label_len = sizeof(the_label) - 1, .label = (the_label)               \
    }

#define REPORT_SCHEMA "ocspkit/1"

/* What every record begins with in JSON. */
struct record_head {
    const char *type;    /* "ocspRequest", "error", ... */
    struct slice source; /* the input's name, or the list line as given */
    size_t index;        /* which object of it, from 0 */
};

/* The words that a verdict or a status is shown with; they choose the colour. */
enum tone {
    TONE_PLAIN,
    TONE_GOOD,
    TONE_BAD,
    TONE_WARNING,
    TONE_HEADING, /* what begins an object, where no level does */
};

/* How a value's characters are to be taken. */
enum value_kind {
    VALUE_LITERAL, /* a number, true, false: unquoted in JSON */
    VALUE_WORD,    /* nothing in it needs escaping */
    VALUE_STRING,  /* from an input */
};

#define REPORT_PATHS_MAX 32
#define REPORT_DEPTH_MAX 24

struct report_path {
    struct slice parts[REPORT_DEPTH_MAX];
    size_t part_count;
    struct buffer value;
    bool found; /* a value, which may be empty */
};

struct report {
    const struct report_writer *writer;
    enum report_format format;
    struct buffer out;
    /* Where not null: writes `out` elsewhere and empties it. See report_drain(). */
    void (*drain)(void *context);
    void *drain_context;
    struct buffer scratch; /* see report_scratch() */
    bool color;
    bool failed; /* trouble, kept for report_check() */
    struct error trouble;

    /* text */
    bool plain; /* no colour, not in a row: what the quick ways below are for */
    unsigned indent;
    bool inline_first; /* the next element of an inline list is its first */
    bool in_row;
    bool row_first; /* the next scalar of the row is its first */

    /* JSON */
    bool comma; /* a member of this level was written */

    /* --fields: which paths the levels around agree with, as a mask for each depth */
    unsigned depth; /* how many levels with a key are open */
    uint32_t matching[REPORT_DEPTH_MAX + 1];
    struct report_path *paths;
    size_t path_count;
};

/* A report that is to be freed with report_free(). Fields need report_select() before the first
 * record. */
void report_init(struct report *r, enum report_format format, bool color);
void report_set_color(struct report *r, bool color); /* text only; not within a record */
void report_free(struct report *r);

/*
 * The values of --fields: "responses.certStatus,source". The text has to outlive the report.
 * Errors: an empty path, more than REPORT_PATHS_MAX.
 */
bool report_select(struct report *r, struct slice paths, struct error *e) MUST_USE;

/* Whether all went well so far. */
bool report_check(const struct report *r, struct error *e) MUST_USE;

/* An empty buffer that keeps its memory: for a text that is put together before it is reported. */
static inline struct buffer *report_scratch(struct report *r)
{
    r->scratch.len = 0;
    return &r->scratch;
}

/* For values that are spelt in two ways: names (RFC 4514 in data, OpenSSL's order in text). */
static inline bool report_is_text(const struct report *r)
{
    return r->format == REPORT_TEXT;
}

/* With -q nothing is written: what is long need not be walked through. */
static inline bool report_is_quiet(const struct report *r)
{
    return r->format == REPORT_QUIET;
}

/*
 * Between two elements of a list that may be long: what is written so far may go out, where it has
 * come to REPORT_DRAIN_AT. A record that has begun cannot fail any more, so nothing of it has to be
 * taken back. Not between report_written()'s `since` and its call.
 */
#define REPORT_DRAIN_AT (256 * KIB)

static inline void report_drain(struct report *r)
{
    if (UNLIKELY(r->out.len >= REPORT_DRAIN_AT) && r->drain != NULL)
        r->drain(r->drain_context);
}

void report_begin_record(struct report *r, const struct record_head *head);
void report_end_record(struct report *r);

/* A failed input: nothing in text, an object in JSON, an empty line in --fields. `line` counts from
 * 1; 0 is none. */
void report_error(struct report *r, const struct record_head *head, const struct error *e,
                  size_t line);

ALWAYS_INLINE void report_begin(struct report *r, const struct field *f);
ALWAYS_INLINE void report_end(struct report *r, const struct field *f);

/* A level whose label is known only now; text: "Label: suffix" (a blank stands before an empty
 * suffix too, as OpenSSL has it). */
void report_begin_labelled(struct report *r, const struct field *f, const char *label,
                           const char *suffix);

/*
 * Elements of lists that come again and again are written once and copied: report_written() is what
 * an element, from report_begin() to report_end(), has written since `out` had that length; valid
 * until the next call, empty where there is no text or JSON. report_repeat() writes it again, as an
 * element at the same depth.
 */
struct slice report_written(const struct report *r, size_t since);
void report_repeat(struct report *r, struct slice element);

/* A text of ours: no character of it needs escaping. */
void report_word(struct report *r, const struct field *f, const char *word);
void report_toned(struct report *r, const struct field *f, const char *word, enum tone tone);

/* Characters from an input, UTF-8 or not. */
ALWAYS_INLINE void report_string(struct report *r, const struct field *f, struct slice text);

/* Upper-case hex, no separators; the layout may have it otherwise in text. */
ALWAYS_INLINE void report_hex(struct report *r, const struct field *f, struct slice octets);

/* An INTEGER's contents octets: hex of the magnitude, even digits, no leading 00, "-" in front of a
 * negative. */
void report_integer(struct report *r, const struct field *f, struct slice octets);

void report_number(struct report *r, const struct field *f, int64_t number);

/* A version as RFCs count it, v1 being `encoded` 0: "1" in data, "1 (0x0)" in text. */
void report_version(struct report *r, const struct field *f, uint32_t encoded);

/* TRUE or FALSE in text. */
void report_boolean(struct report *r, const struct field *f, bool value);

/* Seconds since 1970 UTC: RFC 3339 in data, as OpenSSL prints it in text. */
void report_time(struct report *r, const struct field *f, int64_t time);

/* An OBJECT IDENTIFIER's contents octets: its name in data, its label in text, dotted where it is
 * unknown. */
void report_oid(struct report *r, const struct field *f, struct slice oid);

/* null in JSON, nothing in text. */
void report_null(struct report *r, const struct field *f);

/* In text only: an empty line, and the object in PEM (pem_append()). */
void report_blank_line(struct report *r);
void report_pem(struct report *r, const char *label, struct slice der);

/*
 * Appends `text` with everything that may not reach a terminal written as \xHH (a byte), \uHHHH or
 * \UHHHHHHHH (a character). For diagnostics too.
 */
bool report_escape(struct buffer *out, struct slice text, struct error *e) MUST_USE;

/*
 * The quick ways. A list of a million requests is mostly plain lines of hex under plain headings;
 * inline, with a field that is constant, each is a few copies of fixed size. Whatever is not plain
 * goes to the writer.
 */

struct report_writer {
    void (*begin_record)(struct report *r, const struct record_head *head);
    void (*end_record)(struct report *r);
    void (*error)(struct report *r, const struct record_head *head, const struct error *e,
                  size_t line);
    void (*begin)(struct report *r, const struct field *f);
    void (*begin_labelled)(struct report *r, const struct field *f, const char *label,
                           const char *suffix);
    void (*end)(struct report *r, const struct field *f);
    void (*value)(struct report *r, const struct field *f, struct slice value, enum value_kind kind,
                  enum tone tone);
    void (*hex)(struct report *r, const struct field *f, struct slice octets);
};

#define REPORT_INDENT_MAX 32 /* what one fixed copy fills; no layout is indented further */
#define REPORT_HEAD_MAX   (REPORT_INDENT_MAX + FIELD_LABEL_MAX + 8)

/* Whether there is room for a plain line with a value of `len` bytes. */
ALWAYS_INLINE bool report_has_room(const struct report *r, size_t len)
{
    return LIKELY(r->plain && r->indent <= REPORT_INDENT_MAX &&
                  r->out.size - r->out.len >= len + REPORT_HEAD_MAX);
}

/* The indentation and the label; the bytes behind them are written over or never counted. */
ALWAYS_INLINE uint8_t *report_put_label(const struct report *r, const struct field *f)
{
    uint8_t *at = r->out.data + r->out.len;

    memset(at, ' ', REPORT_INDENT_MAX);
    at += r->indent;
    memcpy(at, f->label, FIELD_LABEL_MAX);
    return at + f->label_len;
}

ALWAYS_INLINE void report_begin(struct report *r, const struct field *f)
{
    if (f->layout > LEVEL_HEADING || !report_has_room(r, 0)) {
        r->writer->begin(r, f);
    } else if (f->label_len == 0) {
        r->indent += f->step;
    } else {
        uint8_t *at = report_put_label(r, f);

        at[0] = ':';
        at[1] = '\n';
        r->out.len = (size_t)(at + 2 - r->out.data);
        r->indent += f->step;
    }
}

ALWAYS_INLINE void report_end(struct report *r, const struct field *f)
{
    if (f->layout > LEVEL_HEADING || !r->plain)
        r->writer->end(r, f);
    else
        r->indent -= f->step;
}

/* Copies of a short text, by overlapping pieces of fixed size. */
ALWAYS_INLINE void report_put_short(uint8_t *at, const void *text, size_t len)
{
    const uint8_t *from = (const uint8_t *)text;

    if (len >= 4 && len <= 8) {
        memcpy(at, from, 4);
        memcpy(at + len - 4, from + len - 4, 4);
    } else if (len >= 16 && len <= 32) {
        memcpy(at, from, 16);
        memcpy(at + len - 16, from + len - 16, 16);
    } else {
        memcpy(at, from, len);
    }
}

/* False: a line without a label, which text leaves out. */
ALWAYS_INLINE bool report_shows(const struct report *r, const struct field *f)
{
    return f->label_len > 0 || f->layout != LAYOUT_LINE || !report_is_text(r);
}

ALWAYS_INLINE void report_string(struct report *r, const struct field *f, struct slice text)
{
    if (report_shows(r, f))
        r->writer->value(r, f, text, VALUE_STRING, TONE_PLAIN);
}

/* A word of `len` bytes, or a number. */
ALWAYS_INLINE void report_value(struct report *r, const struct field *f, struct slice value,
                                enum value_kind kind)
{
    if (f->label_len == 0 || f->layout != LAYOUT_LINE || !report_has_room(r, value.len)) {
        r->writer->value(r, f, value, kind, TONE_PLAIN);
    } else {
        uint8_t *at = report_put_label(r, f);

        at[0] = ':';
        at[1] = ' ';
        report_put_short(at + 2, value.data, value.len);
        at += 2 + value.len;
        *at = '\n';
        r->out.len = (size_t)(at + 1 - r->out.data);
    }
}

ALWAYS_INLINE void report_hex(struct report *r, const struct field *f, struct slice octets)
{
    if (f->label_len == 0 || f->layout != LAYOUT_LINE || !report_has_room(r, 2 * octets.len)) {
        r->writer->hex(r, f, octets);
    } else {
        uint8_t *at = report_put_label(r, f);

        at[0] = ':';
        at[1] = ' ';
        hex_encode(at + 2, octets);
        at += 2 + 2 * octets.len;
        *at = '\n';
        r->out.len = (size_t)(at + 1 - r->out.data);
    }
}

#endif
