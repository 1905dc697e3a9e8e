/* SPDX-License-Identifier: Apache-2.0 */
/* --fields: a line a record, the values at some paths, separated by tabs. */
#include "hex.h"
#include "report-writer.h"

#include <stdlib.h>

void report_free(struct report *r)
{
    for (size_t i = 0; i < r->path_count; i++)
        buffer_free(&r->paths[i].value);
    free(r->paths);
    r->paths = NULL;
    r->path_count = 0;
    buffer_free(&r->out);
    buffer_free(&r->scratch);
}

static bool split_path(struct report_path *path, struct slice text, struct error *e)
{
    path->part_count = 0;
    for (;;) {
        size_t dot = slice_find_byte(text, '.');

        if (dot == 0 || path->part_count == REPORT_DEPTH_MAX)
            return error_set(e, ERROR_USAGE,
                             "expected a path such as responses.certStatus, found '%.*s'",
                             (int)text.len, text.len > 0 ? (const char *)text.data : "");
        path->parts[path->part_count++] = slice_first(text, dot);
        if (dot == text.len)
            return true;
        text = slice_from(text, dot + 1);
    }
}

bool report_select(struct report *r, struct slice paths, struct error *e)
{
    r->paths = calloc(REPORT_PATHS_MAX, sizeof(*r->paths));
    if (r->paths == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for the paths, found none");
    for (;;) {
        size_t comma = slice_find_byte(paths, ',');
        struct report_path *path;

        if (r->path_count == REPORT_PATHS_MAX)
            return error_set(e, ERROR_USAGE, "expected at most %d paths, found more",
                             REPORT_PATHS_MAX);
        path = &r->paths[r->path_count++];
        path->value = (struct buffer)BUFFER_INIT(LIMIT_OUTPUT);
        if (!split_path(path, slice_first(paths, comma), e))
            return false;
        if (comma == paths.len)
            return true;
        paths = slice_from(paths, comma + 1);
    }
}

/* Whether the path goes on with this key below the levels that are open. */
static bool continues(const struct report *r, const struct report_path *path, const char *key)
{
    return path->part_count > r->depth && slice_is(path->parts[r->depth], key);
}

static bool append_value(struct report_path *path, struct slice value, struct error *e)
{
    if (path->found && !buffer_append(&path->value, SLICE(","), e))
        return false;
    path->found = true;
    for (size_t i = 0; i < value.len; i++) {
        if ((value.data[i] == ',' || value.data[i] == '\\') &&
            !buffer_append(&path->value, SLICE("\\"), e))
            return false;
        if (!buffer_append(&path->value, slice_of(value.data + i, 1), e))
            return false;
    }
    return true;
}

static void fields_value(struct report *r, const struct field *f, struct slice value,
                         enum value_kind kind, enum tone tone)
{
    uint32_t matching = r->matching[r->depth];
    bool is_element = f->key != NULL && f->key[0] == '\0';
    size_t depth = r->depth + (is_element ? 0 : 1);

    (void)tone;
    if (f->key == NULL || matching == 0)
        return;
    for (size_t i = 0; i < r->path_count; i++) {
        struct report_path *path = &r->paths[i];
        struct buffer shown CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OUTPUT);

        if ((matching & 1U << i) == 0 || path->part_count != depth ||
            (!is_element && !continues(r, path, f->key)))
            continue;
        if (kind == VALUE_STRING && !report_escape(&shown, value, &r->trouble))
            r->failed = true;
        if (!append_value(path, kind == VALUE_STRING ? buffer_slice(&shown) : value, &r->trouble))
            r->failed = true;
    }
}

static void fields_hex(struct report *r, const struct field *f, struct slice octets)
{
    struct buffer text CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_OUTPUT);
    uint8_t *room;

    if (r->matching[r->depth] == 0)
        return;
    room = buffer_room(&text, 2 * octets.len + 1, &r->trouble);
    if (room == NULL) {
        r->failed = true;
        return;
    }
    hex_encode(room, octets);
    fields_value(r, f, slice_of(room, 2 * octets.len), VALUE_WORD, TONE_PLAIN);
}

static void fields_begin(struct report *r, const struct field *f)
{
    uint32_t matching = 0;

    if (f->key == NULL || f->key[0] == '\0' || r->depth == REPORT_DEPTH_MAX)
        return;
    for (size_t i = 0; i < r->path_count; i++) {
        if ((r->matching[r->depth] & 1U << i) != 0 && continues(r, &r->paths[i], f->key))
            matching |= 1U << i;
    }
    r->matching[++r->depth] = matching;
}

static void fields_begin_labelled(struct report *r, const struct field *f, const char *label,
                                  const char *suffix)
{
    (void)label;
    (void)suffix;
    fields_begin(r, f);
}

static void fields_end(struct report *r, const struct field *f)
{
    if (f->key != NULL && f->key[0] != '\0' && r->depth > 0)
        r->depth--;
}

static void fields_begin_record(struct report *r, const struct record_head *head)
{
    static const struct field schema = FIELD("schema", "", LAYOUT_LINE);
    static const struct field type = FIELD("type", "", LAYOUT_LINE);
    static const struct field source = FIELD("source", "", LAYOUT_LINE);
    static const struct field index = FIELD("index", "", LAYOUT_LINE);

    r->depth = 0;
    r->matching[0] = UINT32_MAX;
    for (size_t i = 0; i < r->path_count; i++) {
        r->paths[i].value.len = 0;
        r->paths[i].found = false;
    }
    report_word(r, &schema, REPORT_SCHEMA);
    report_word(r, &type, head->type);
    report_string(r, &source, head->source);
    report_number(r, &index, (int64_t)head->index);
}

static void fields_end_record(struct report *r)
{
    for (size_t i = 0; i < r->path_count; i++) {
        struct slice between = i + 1 < r->path_count ? SLICE("\t") : SLICE("\n");

        if (!buffer_append(&r->out, buffer_slice(&r->paths[i].value), &r->trouble) ||
            !buffer_append(&r->out, between, &r->trouble))
            r->failed = true;
    }
}

static void fields_error(struct report *r, const struct record_head *head, const struct error *e,
                         size_t line)
{
    (void)head;
    (void)e;
    (void)line;
    if (!buffer_append(&r->out, SLICE("\n"), &r->trouble))
        r->failed = true;
}

const struct report_writer report_fields_writer = {
    .begin_record = fields_begin_record,
    .end_record = fields_end_record,
    .error = fields_error,
    .begin = fields_begin,
    .begin_labelled = fields_begin_labelled,
    .end = fields_end,
    .value = fields_value,
    .hex = fields_hex,
};
