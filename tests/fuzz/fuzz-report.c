/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The writers: the input is a script of levels and values, of which each format has to make what
 * its readers can read. Keys are unique where a description's would be.
 */
#include "fuzz.h"
#include "report.h"
#include "timestamp.h"
#include "well-formed.h"

#define DEPTH_MAX 12

static const struct field keyed[] = {
    FIELD("a", "Line", LAYOUT_LINE),     FIELD("b", "Below", LAYOUT_BELOW),
    FIELD("c", "", LAYOUT_BARE),         FIELD("d", "Colons", LAYOUT_COLONS),
    FIELD("e", "Equals", LAYOUT_EQUALS), FIELD("f", "Rows", LAYOUT_DUMP15),
    FIELD("g", "Rows", LAYOUT_DUMP18),   FIELD("h", "Serial Number", LAYOUT_SERIAL),
};

/* In a list no value has a key. */
static const struct field bare[] = {
    FIELD("", "Line", LAYOUT_LINE),     FIELD("", "Below", LAYOUT_BELOW),
    FIELD("", "", LAYOUT_BARE),         FIELD("", "Colons", LAYOUT_COLONS),
    FIELD("", "Equals", LAYOUT_EQUALS), FIELD("", "Rows", LAYOUT_DUMP15),
    FIELD("", "Rows", LAYOUT_DUMP18),   FIELD("", "Serial Number", LAYOUT_SERIAL),
};

static const struct field inline_element = FIELD("", "", LAYOUT_INLINE);

enum {
    OBJECT,
    LIST,
    HEADING,
    INLINE_LIST,
    ROW,
    OBJECT_OR_LIST_COUNT,
};

static const struct field levels[2][OBJECT_OR_LIST_COUNT] = {
    {FIELD_LEVEL("o", "Object", LEVEL_OBJECT, 4),
     FIELD_LEVEL("l", "List", LEVEL_LIST, 4),
     {.key = NULL, .layout = LEVEL_HEADING, .step = 4, .label_len = 7, .label = "Heading"},
     FIELD_LEVEL("i", "Inline", LEVEL_INLINE_LIST, 4),
     {.key = NULL, .layout = LEVEL_ROW}},
    {FIELD_LEVEL("", "Object", LEVEL_OBJECT, 4),
     FIELD_LEVEL("", "List", LEVEL_LIST, 4),
     {.key = NULL, .layout = LEVEL_HEADING, .step = 4, .label_len = 7, .label = "Heading"},
     FIELD_LEVEL("", "Inline", LEVEL_INLINE_LIST, 4),
     {.key = NULL, .layout = LEVEL_ROW}},
};

/* What is open: whether its members have keys, and which were used. */
struct open {
    const struct field *level;
    bool in_list;
    bool in_inline;
    uint16_t used;
};

struct writing {
    struct report *r;
    struct slice script;
    struct open open[DEPTH_MAX + 1];
    unsigned depth;
};

/* A member's place: true where the key is free, or none is wanted. */
static bool claim(struct open *o, unsigned number)
{
    if (o->in_list)
        return true;
    if ((o->used & 1U << number) != 0)
        return false;
    o->used |= (uint16_t)(1U << number);
    return true;
}

static void begin(struct writing *w, unsigned kind)
{
    struct open *o = &w->open[w->depth];
    const struct field *level = &levels[o->in_list][kind];
    bool keyless = level->key == NULL;

    if (w->depth == DEPTH_MAX || o->in_inline || (!keyless && !claim(o, 8 + kind)))
        return;
    if (take_byte(&w->script) % 4 == 0)
        report_begin_labelled(w->r, level, "Label", "suffix");
    else
        report_begin(w->r, level);
    w->open[++w->depth] = (struct open){
        .level = level,
        .in_list = keyless ? o->in_list : kind != OBJECT,
        .in_inline = kind == INLINE_LIST,
        .used = keyless ? o->used : 0,
    };
}

static void end(struct writing *w)
{
    const struct open *closed = &w->open[w->depth];

    if (w->depth == 0)
        return;
    report_end(w->r, closed->level);
    w->depth--;
    if (closed->level->key == NULL)
        w->open[w->depth].used = closed->used;
}

static int64_t take_number(struct slice *script)
{
    struct slice bytes = take(script, 8);
    uint64_t number = 0;

    for (size_t i = 0; i < bytes.len; i++)
        number = number << 8 | bytes.data[i];
    return (int64_t)number;
}

static void write_value(struct writing *w, const struct field *f, unsigned kind)
{
    struct slice octets;

    switch (kind) {
    case 0:
        report_number(w->r, f, take_number(&w->script));
        return;
    case 1:
        report_version(w->r, f, (uint32_t)take_number(&w->script) & INT32_MAX);
        return;
    case 2:
        report_boolean(w->r, f, take_byte(&w->script) % 2 == 0);
        return;
    case 3:
        report_time(w->r, f, take_number(&w->script) >> take_byte(&w->script) % 64);
        return;
    case 4:
        report_toned(w->r, f, "word", (enum tone)(take_byte(&w->script) % (TONE_WARNING + 1)));
        return;
    default:
        break;
    }
    octets = take(&w->script, take_byte(&w->script));
    if (kind == 5)
        report_hex(w->r, f, octets);
    else if (kind == 6 && octets.len > 0)
        report_integer(w->r, f, octets);
    else if (kind == 7 && octets.len > 0)
        report_oid(w->r, f, octets);
    else
        report_string(w->r, f, octets);
}

static bool is_for_hex(const struct field *f)
{
    return f->layout >= LAYOUT_COLONS && f->layout <= LAYOUT_DUMP18;
}

static void add(struct writing *w, unsigned number, unsigned kind)
{
    struct open *o = &w->open[w->depth];
    const struct field *f = o->in_inline ? &inline_element
                            : o->in_list ? &bare[number]
                                         : &keyed[number];

    if (!claim(o, number))
        return;
    if (is_for_hex(f))
        kind = 5;
    else if (f->layout == LAYOUT_SERIAL)
        kind = 6;
    write_value(w, f, kind);
}

static void write_record(struct report *r, struct slice script)
{
    struct writing w = {.r = r, .script = script};
    struct slice source = take(&w.script, 4);
    struct record_head head = {"certificate", source, take_byte(&w.script)};
    struct error e;

    r->out.len = 0;
    report_begin_record(r, &head);
    while (w.script.len > 0) {
        uint8_t step = take_byte(&w.script);

        if (step < 160)
            add(&w, step % ARRAY_SIZE(keyed), step / 8 % 10);
        else if (step < 224)
            begin(&w, step % OBJECT_OR_LIST_COUNT);
        else
            end(&w);
    }
    while (w.depth > 0)
        end(&w);
    report_end_record(r);
    REQUIRE(report_check(r, &e));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct report texts[2];
    static struct report json;
    static struct report fields;
    struct slice script = slice_of(data, size);

    bool color = take_byte(&script) % 2 == 1;

    if (json.writer == NULL) {
        report_init(&texts[false], REPORT_TEXT, false);
        report_init(&texts[true], REPORT_TEXT, true);
        report_init(&json, REPORT_JSON, false);
        report_init(&fields, REPORT_FIELDS, false);
        REQUIRE(report_select(&fields, SLICE("a,source,o.a,l,o.i,l.o.b,index,c"), NULL));
    }
    write_record(&texts[color], script);
    require_text(buffer_slice(&texts[color].out), color);
    write_record(&json, script);
    require_json_lines(buffer_slice(&json.out), 1);
    write_record(&fields, script);
    require_fields(buffer_slice(&fields.out), 8);
    return 0;
}
