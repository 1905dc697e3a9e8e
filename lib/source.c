/* SPDX-License-Identifier: Apache-2.0 */
#include "source.h"

#include "base64.h"
#include "der.h"
#include "pem.h"
#include "source-text.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define WINDOW_FIRST (64 * KIB)

enum state {
    STATE_NEW,     /* nothing was looked at */
    STATE_DER,     /* objects stand in `unread` */
    STATE_PEM,     /* blocks stand in `unread` */
    STATE_DECODED, /* objects stand in `unread`, which lies in `decoded` or in the text itself */
    STATE_END,
};

void source_init(struct source *s)
{
    *s = (struct source){
        .fd = -1,
        .window = BUFFER_INIT(LIMIT_TEXT + WINDOW_FIRST),
        .decoded = BUFFER_INIT(LIMIT_TEXT + WINDOW_FIRST),
        .state = STATE_END,
    };
}

void source_free(struct source *s)
{
    source_close(s);
    buffer_free(&s->window);
    buffer_free(&s->decoded);
}

static void start(struct source *s)
{
    s->window.len = 0;
    s->unread = slice_of(s->window.data, 0);
    s->consumed = 0;
    s->failed = SLICE_NONE;
    s->is_data = false;
    s->state = STATE_NEW;
    s->encoding = ENCODING_DER;
    s->responder = SLICE_NONE;
    s->repairs = 0;
    s->index = 0;
}

bool source_open_file(struct source *s, const char *path, struct error *e)
{
    start(s);
    s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0)
        return error_system(e, "expected a file that can be read");
    return true;
}

void source_open_data(struct source *s, struct slice text)
{
    start(s);
    s->fd = -1;
    s->is_data = true;
    s->unread = text;
}

static void stop_reading(struct source *s)
{
    if (s->fd > STDIN_FILENO)
        (void)close(s->fd);
    s->fd = -1;
}

void source_close(struct source *s)
{
    stop_reading(s);
    s->state = STATE_END;
}

static void consume(struct source *s, size_t len)
{
    s->unread = slice_from(s->unread, len);
    s->consumed += len;
}

/* Reads more behind `unread`; at the end of the file s->fd becomes -1. */
static bool fill(struct source *s, struct error *e)
{
    ssize_t got;

    if (s->unread.len > 0 && s->unread.data != s->window.data)
        memmove(s->window.data, s->unread.data, s->unread.len);
    s->window.len = s->unread.len;
    if (s->window.size - s->window.len < WINDOW_FIRST / 2 &&
        !buffer_grow(&s->window, WINDOW_FIRST, e))
        return false;
    do
        got = read(s->fd, s->window.data + s->window.len, s->window.size - s->window.len);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return error_system(e, "expected a file that can be read");
    if (got == 0)
        stop_reading(s);
    s->window.len += (size_t)got;
    s->unread = buffer_slice(&s->window);
    return true;
}

/* Reads until `unread` has `len` bytes or all there are. */
static bool fill_to(struct source *s, size_t len, struct error *e)
{
    while (s->unread.len < len && s->fd >= 0) {
        if (!fill(s, e))
            return false;
    }
    return true;
}

/* Whether what stands at `at` stands at the start of a line, behind nothing but blanks. */
static bool is_at_line_start(struct slice text, size_t at)
{
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
        at--;
    return at == 0 || text.data[at - 1] == '\n' || text.data[at - 1] == '\r' ||
           text.data[at - 1] == 0xBF; /* of a byte order mark */
}

/* Where a line that starts with `word` stands, from `from` on; text.len where there is none. */
static size_t find_line(struct slice text, size_t from, struct slice word)
{
    for (;;) {
        size_t at = from + slice_find(slice_from(text, from), word);

        if (at == text.len || is_at_line_start(text, at))
            return at;
        from = at + 1;
    }
}

/* Text that is no PEM is one object; all of it is read. */
static bool fill_until_block(struct source *s, bool *is_pem, struct error *e)
{
    size_t searched = 0;

    for (;;) {
        *is_pem = find_line(s->unread, searched, SLICE("-----BEGIN ")) < s->unread.len;
        if (*is_pem || s->fd < 0)
            return true;
        searched = s->unread.len > 16 ? s->unread.len - 16 : 0;
        if (s->unread.len > LIMIT_TEXT)
            return error_set(e, ERROR_LIMIT, "expected at most %zu bytes of text, found more",
                             LIMIT_TEXT);
        if (!fill(s, e))
            return false;
    }
}

/* A text that is no PEM, all of it in `unread`. */
static bool begin_text(struct source *s, struct error *e)
{
    struct source_text text;

    if (!source_text_decode(s->unread, &s->decoded, &text, e))
        return false;
    s->encoding = text.encoding;
    s->responder = text.responder;
    s->repairs = text.repairs;
    s->unread = text.der;
    s->consumed = 0;
    s->state = STATE_DECODED;
    return true;
}

static bool begin(struct source *s, struct error *e)
{
    bool is_pem;

    if (s->is_data && begin_text(s, NULL))
        return true;
    if (!fill_to(s, 64, e))
        return false;
    if (s->unread.len == 0)
        return error_set(e, ERROR_CONTENT,
                         "expected DER, PEM, base64 or hex, found nothing (it is empty)");
    if (!s->is_data && source_text_is_binary(s->unread)) {
        s->state = STATE_DER;
        return true;
    }
    if (!fill_until_block(s, &is_pem, e))
        return false;
    if (!is_pem)
        return begin_text(s, e);
    s->state = STATE_PEM;
    s->encoding = ENCODING_PEM;
    return true;
}

static void give(struct source *s, struct object *object, struct slice der)
{
    *object = (struct object){
        .kind = s->encoding == ENCODING_URL ? OBJECT_OCSP_REQUEST : object_identify(der),
        .encoding = s->encoding,
        .der = der,
        .responder = s->responder,
        .index = s->index,
        .offset = s->encoding == ENCODING_PEM ? 0 : s->consumed,
        .repairs = s->repairs,
    };
}

/*
 * Behind an object stands another one, or nothing. Else the object is not given either: the input
 * is not what it seems, and what stands behind is what failed.
 */
static bool check_behind(struct source *s, size_t len, struct object *object, struct error *e)
{
    if (LIKELY(s->unread.len == len || s->unread.data[len] == DER_SEQUENCE))
        return true;
    object->index = ++s->index;
    return error_at(e, ERROR_DER, s->consumed + len,
                    "expected the end or another SEQUENCE (0x30), found 0x%02X",
                    s->unread.data[len]);
}

/* The object at the front of `unread`, whole or as far as it goes. */
static bool next_der(struct source *s, struct object *object, bool *found, struct error *e)
{
    size_t len;

    if (!fill_to(s, 6, e))
        return false;
    *found = s->unread.len > 0;
    if (!*found)
        return true;
    if (s->unread.data[0] != DER_SEQUENCE)
        return error_at(e, ERROR_DER, s->consumed, "expected a SEQUENCE (0x30), found 0x%02X",
                        s->unread.data[0]);
    if (!der_measure(s->unread, &len, e))
        return false;
    if (len > LIMIT_OBJECT)
        return error_at(e, ERROR_LIMIT, s->consumed,
                        "expected an object of at most %zu bytes, found one of %zu", LIMIT_OBJECT,
                        len);
    if (s->state == STATE_DER && !fill_to(s, len + 1, e))
        return false;
    if (len == 0 || len > s->unread.len)
        len = s->unread.len; /* cut short: its parser says where */
    if (!check_behind(s, len, object, e))
        return false;
    give(s, object, slice_first(s->unread, len));
    consume(s, len);
    return true;
}

/*
 * How long the block at the front of `unread` is, its END line included; it ends before another
 * BEGIN line. 0 where its end is not there yet: *searched bytes hold neither, and need not be
 * looked at again.
 */
static size_t block_length(const struct source *s, size_t *searched)
{
    size_t begin = find_line(s->unread, *searched, SLICE("-----BEGIN "));
    struct slice block = slice_first(s->unread, begin);
    size_t end = find_line(block, *searched, SLICE("-----END "));
    size_t newline = slice_find_byte(slice_from(block, end), '\n');

    if (end + newline < block.len)
        return end + newline + 1;
    if (begin < s->unread.len || s->fd < 0)
        return block.len;
    if (end == block.len && block.len > *searched + 64)
        *searched = block.len - 64;
    return 0;
}

/* Moves the front of `unread` to the next BEGIN line. */
static bool seek_begin(struct source *s, bool *found, struct error *e)
{
    for (;;) {
        size_t at = find_line(s->unread, 0, SLICE("-----BEGIN "));

        *found = at < s->unread.len;
        if (!*found)
            at = s->unread.len > 64 && s->fd >= 0 ? s->unread.len - 64 : 0;
        consume(s, at);
        if (*found || s->fd < 0)
            return true;
        if (!fill(s, e))
            return false;
    }
}

/* The next block, as long as it is or as far as it goes. */
static bool seek_block(struct source *s, bool *found, size_t *len, struct error *e)
{
    size_t searched = sizeof("-----BEGIN ") - 1;

    if (!seek_begin(s, found, e))
        return false;
    *len = 0;
    while (*found && (*len = block_length(s, &searched)) == 0) {
        if (!fill(s, e)) {
            *found = false; /* it would fail again */
            return false;
        }
    }
    return true;
}

static bool decode_block(struct source *s, struct slice text, struct object *object,
                         struct error *e)
{
    struct pem_block block;
    bool found;

    s->decoded.len = 0;
    if (!pem_next(&text, &block, &found, e))
        return false;
    if (!found)
        return error_set(e, ERROR_ENCODING, "expected a PEM block, found none");
    if (block.encrypted)
        return error_set(e, ERROR_CONTENT, "expected DER in the PEM block, found it encrypted");
    if (!base64_decode(block.body, &s->decoded, e)) {
        if (e != NULL)
            e->offset += block.body_offset;
        return false;
    }
    give(s, object, buffer_slice(&s->decoded));
    if (object_label_fits(block.label, object->kind))
        return true;
    return error_set(e, ERROR_CONTENT, "expected what the PEM label '%.*s' says, found %s",
                     (int)block.label.len, (const char *)block.label.data,
                     object_kind_name(object->kind));
}

static bool next_pem(struct source *s, struct object *object, bool *found, struct error *e)
{
    size_t offset;
    size_t len;
    bool decoded;

    if (!seek_block(s, found, &len, e))
        return false;
    if (!*found)
        return true;
    offset = s->consumed;
    decoded = decode_block(s, slice_first(s->unread, len), object, e);
    consume(s, len);
    if (!decoded && e != NULL && e->has_offset)
        e->offset += offset;
    return decoded;
}

bool source_next(struct source *s, struct object *object, bool *found, struct error *e)
{
    bool done;

    *found = false;
    object->index = s->index;
    if (s->state == STATE_NEW && !begin(s, e)) {
        s->state = STATE_END;
        return false;
    }
    if (s->state == STATE_END)
        return true;
    if (LIKELY(s->encoding == ENCODING_URL)) {
        give(s, object, s->unread); /* ocsp_url_parse() saw that it is one whole SEQUENCE */
        *found = true;
        s->index++;
        s->state = STATE_END;
        return true;
    }
    done = s->state == STATE_PEM ? next_pem(s, object, found, e) : next_der(s, object, found, e);
    if (!done && s->state != STATE_PEM)
        s->failed = s->unread;
    if (!*found || (!done && s->state != STATE_PEM))
        s->state = STATE_END;
    s->index++;
    return done;
}
