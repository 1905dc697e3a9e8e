/* SPDX-License-Identifier: Apache-2.0 */
#include "source.h"

#include "der.h"
#include "http-message.h"
#include "lookalike.h"
#include "source-block.h"
#include "source-fill.h"
#include "source-pem.h"
#include "source-text.h"

#include <fcntl.h>
#include <unistd.h>

void source_init(struct source *s)
{
    *s = (struct source){
        .fd = -1,
        .kept = -1,
        .window = BUFFER_INIT(LIMIT_TEXT + SOURCE_WINDOW),
        .decoded = BUFFER_INIT(LIMIT_TEXT + SOURCE_WINDOW),
        .body = BUFFER_INIT(LIMIT_TEXT + SOURCE_WINDOW),
        .state = SOURCE_END,
        .bundle = SOURCE_BUNDLE_INIT,
    };
}

void source_free(struct source *s)
{
    source_close(s);
    buffer_free(&s->window);
    buffer_free(&s->decoded);
    buffer_free(&s->body);
    source_bundle_free(&s->bundle);
}

static void start(struct source *s)
{
    s->window.len = 0;
    s->unread = slice_of(s->window.data, 0);
    s->consumed = 0;
    s->failed = SLICE_NONE;
    s->is_data = false;
    s->state = SOURCE_NEW;
    s->encoding = ENCODING_DER;
    s->responder = SLICE_NONE;
    s->repairs = 0;
    s->index = 0;
    s->http = (struct source_http){.missing = 0};
    source_bundle_close(&s->bundle);
}

bool source_open_file(struct source *s, const char *path, struct error *e)
{
    start(s);
    if (path[0] == '\0')
        return error_set(e, ERROR_CONTENT, "expected the name of a file, found none");
    s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    s->start = s->fd == STDIN_FILENO ? lseek(s->fd, 0, SEEK_CUR) : 0;
    return s->fd >= 0 || error_system(e, "expected a file that can be read");
}

void source_open_data(struct source *s, struct slice text)
{
    start(s);
    s->fd = -1;
    s->is_data = true;
    s->unread = text;
}

void source_open_bytes(struct source *s, struct slice bytes)
{
    source_open_data(s, bytes);
    s->is_data = false;
}

void source_close(struct source *s)
{
    source_stop_reading(s);
    if (UNLIKELY(s->kept >= 0))
        source_let_go(s);
    s->state = SOURCE_END;
}

bool source_rewind(struct source *s, struct error *e)
{
    if (!source_take_kept(s, e))
        return false;
    start(s);
    return true;
}

static bool fail_long_text(struct error *e)
{
    return error_set(e, ERROR_LIMIT, "expected at most %zu bytes of text, found more", LIMIT_TEXT);
}

/* Text that is no PEM is one object; all of it is read. *begin: where its first block does, else
 * all there is. */
static bool fill_until_block(struct source *s, size_t *begin, struct error *e)
{
    size_t searched = 0;

    for (;;) {
        *begin = source_block_find(s->unread, searched, s->fd < 0, &searched);
        if (*begin < s->unread.len || s->fd < 0)
            return true;
        if (s->unread.len > LIMIT_TEXT)
            return fail_long_text(e);
        if (!source_fill(s, e))
            return false;
    }
}

/* A text that is no PEM, all of it in `unread`. */
static bool begin_text(struct source *s, struct error *e)
{
    struct source_text text;

    if (!source_text_decode(s->unread, &s->decoded, &text, e)) {
        if (e != NULL)
            s->failed = source_text_look(s->unread, &s->decoded);
        return false;
    }
    s->encoding = text.encoding;
    s->responder = text.responder;
    s->repairs = text.repairs;
    s->unread = text.der;
    s->consumed = 0;
    s->state = SOURCE_DECODED;
    return true;
}

static bool begin_content(struct source *s, struct error *e)
{
    size_t block;

    if (!s->is_data && source_text_is_binary(s->unread)) {
        s->state = SOURCE_DER;
        return lookalike_check(s->unread, e);
    }
    if (!fill_until_block(s, &block, e))
        return false;
    if (block == s->unread.len)
        return begin_text(s, e);
    if (!lookalike_check(slice_from(s->unread, block), e))
        return false;
    s->state = SOURCE_PEM;
    s->encoding = ENCODING_PEM;
    return true;
}

/* Reads until it can be told whether an HTTP message begins here. */
static bool fill_to_header(struct source *s, bool *is_message, struct error *e)
{
    bool more;

    for (;;) {
        *is_message = http_message_begins(s->unread, &more);
        if (*is_message || !more || s->fd < 0 || s->unread.len > LIMIT_LINE)
            return true;
        if (!source_fill(s, e))
            return false;
    }
}

/* What the message at the front of `unread` holds; offsets count from there. */
static bool begin_message(struct source *s, struct error *e)
{
    if (!source_fill_to(s, LIMIT_TEXT + 1, e))
        return false;
    if (s->unread.len > LIMIT_TEXT)
        return error_set(e, ERROR_LIMIT,
                         "expected an HTTP message of at most %zu bytes, found more", LIMIT_TEXT);
    if (!source_http_open(&s->http, s->unread, &s->body, e))
        return false;
    s->is_data = false;
    s->unread = s->http.content;
    s->consumed = 0;
    return begin_content(s, e) || source_http_fail(&s->http, e);
}

static bool begin(struct source *s, struct error *e)
{
    bool is_message;

    if (s->is_data && begin_text(s, NULL))
        return true;
    if (!source_fill_to(s, 64, e))
        return false;
    if (s->unread.len == 0)
        return error_set(e, ERROR_CONTENT,
                         "expected DER, PEM, base64 or hex, found nothing (it is empty)");
    if (!fill_to_header(s, &is_message, e))
        return false;
    return is_message ? begin_message(s, e) : begin_content(s, e);
}

static inline void give(struct source *s, struct object *object, struct slice der)
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

/* What is cut so short that there is no parser for it. */
static NOINLINE bool fail_short(const struct source *s, struct error *e)
{
    departure_set departures = 0;
    struct der d = der_over(s->unread, &departures);
    struct slice contents;

    if (!der_read(&d, DER_SEQUENCE, &contents, e) && e != NULL)
        e->offset += s->consumed;
    return false;
}

/* The object at the front of `unread`, whole or as far as it goes. */
static bool next_der(struct source *s, struct object *object, bool *found, struct error *e)
{
    size_t len;

    if (!source_fill_to(s, 6, e))
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
    if (s->state == SOURCE_DER && !source_fill_to(s, len + 1, e))
        return false;
    if ((len == 0 || len > s->unread.len) && s->http.missing > 0)
        return source_http_fail_short(&s->http, e);
    if (len == 0 || len > s->unread.len) {
        if (object_identify(s->unread) == OBJECT_UNKNOWN)
            return fail_short(s, e);
        len = s->unread.len; /* cut short: its parser says where */
    }
    if (!check_behind(s, len, object, e))
        return false;
    give(s, object, slice_first(s->unread, len));
    source_skip(s, len);
    return true;
}

static bool next_object(struct source *s, struct object *object, bool *found, struct error *e)
{
    bool done;

    if (source_bundle_has_more(&s->bundle)) {
        *found = source_bundle_next(&s->bundle, object);
        object->index = s->index++;
        return true;
    }
    if (s->state == SOURCE_END)
        return true;
    done = s->state == SOURCE_PEM ? source_pem_next(s, object, found, e)
                                  : next_der(s, object, found, e);
    if (!done && s->state != SOURCE_PEM)
        s->failed = s->unread;
    if (!*found || (!done && s->state != SOURCE_PEM))
        s->state = SOURCE_END;
    s->index += *found || !done;
    if (done && *found && object->kind == OBJECT_PKCS7)
        return source_bundle_open(&s->bundle, object, e);
    return done;
}

/* Of a GET URL that is the request, which ocsp_url_parse() saw to be one whole SEQUENCE. */
static void give_request(struct source *s, struct object *object, bool *found)
{
    *found = s->state != SOURCE_END;
    if (!*found)
        return;
    give(s, object, s->unread);
    s->index++;
    s->state = SOURCE_END;
}

/* Goes on with the next HTTP message: a request and its response may be saved together. */
static bool next_message(struct source *s)
{
    if (!source_http_next(&s->http, &s->unread))
        return false;
    s->encoding = ENCODING_DER;
    s->responder = SLICE_NONE;
    s->repairs = 0;
    s->state = SOURCE_NEW;
    return true;
}

bool source_next(struct source *s, struct object *object, bool *found, struct error *e)
{
    bool done = true;

    *found = false;
    object->index = s->index;
    do {
        if (s->state == SOURCE_NEW && !begin(s, e)) {
            s->index++; /* another HTTP message may follow */
            s->state = SOURCE_END;
            return false;
        }
        if (LIKELY(s->encoding == ENCODING_URL))
            give_request(s, object, found);
        else
            done = next_object(s, object, found, e);
    } while (done && !*found && s->http.behind.len > 0 && next_message(s));
    return done;
}
