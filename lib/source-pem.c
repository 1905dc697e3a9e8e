/* SPDX-License-Identifier: Apache-2.0 */
#include "source-pem.h"

#include "source-block.h"
#include "source-fill.h"

/* Moves the front of `unread` to where the next block begins. What stands before it in its line
 * stays until that is known. */
static bool seek_begin(struct source *s, bool *found, struct error *e)
{
    for (;;) {
        size_t again;
        size_t at = source_block_find(s->unread, 0, s->fd < 0, &again);

        *found = at < s->unread.len;
        if (!*found)
            at = again > 64 && s->fd >= 0 ? again - 64 : 0;
        source_skip(s, at);
        if (*found || s->fd < 0)
            return true;
        if (!source_fill(s, e))
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
    while (*found && (*len = source_block_length(s->unread, s->fd < 0, &searched)) == 0) {
        if (!source_fill(s, e)) {
            *found = false; /* it would fail again */
            return false;
        }
    }
    return true;
}

/* Where `unread` begins, if nothing else needs what is read of the window: not of an argument, nor
 * of a message, whose own first line an error may have to name. */
static uint8_t *writable(const struct source *s)
{
    bool is_window = !s->is_data && s->http.start_line.data == NULL;

    return is_window ? s->window.data + (s->unread.data - s->window.data) : NULL;
}

static bool next_block(struct source *s, struct object *object, bool *found, struct error *e)
{
    size_t offset;
    size_t len;
    bool decoded;

    if (!seek_block(s, found, &len, e))
        return false;
    if (!*found)
        return true;
    offset = s->consumed;
    *object = (struct object){.encoding = ENCODING_PEM, .index = s->index};
    decoded = source_block_decode(slice_first(s->unread, len), writable(s), &s->decoded, object, e);
    source_skip(s, len);
    if (!decoded && e != NULL && e->has_offset)
        e->offset += offset;
    return decoded;
}

/* Whether a private key comes next; trouble on the way to it will come again. */
static bool is_before_key(struct source *s)
{
    bool found;
    size_t len;

    return seek_block(s, &found, &len, NULL) && found &&
           source_block_is_private_key(slice_first(s->unread, len));
}

/* `openssl ecparam -genkey` writes the parameters and then the key, which has them too. */
bool source_pem_next(struct source *s, struct object *object, bool *found, struct error *e)
{
    bool done;

    do
        done = next_block(s, object, found, e);
    while (done && *found && object->kind == OBJECT_KEY_PARAMETERS && is_before_key(s));
    return done;
}
