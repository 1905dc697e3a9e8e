/* SPDX-License-Identifier: Apache-2.0 */
#include "buffer.h"

#include <stdlib.h>

#define FIRST_SIZE 256

void buffer_free(struct buffer *b)
{
    free(b->data);
    b->data = NULL;
    b->len = 0;
    b->size = 0;
}

bool buffer_grow(struct buffer *b, size_t more, struct error *e)
{
    size_t size = b->size > 0 ? b->size : b->cap < FIRST_SIZE ? b->cap : FIRST_SIZE;
    uint8_t *data;

    if (b->len > b->cap || more > b->cap - b->len)
        return error_set(e, ERROR_LIMIT, "expected at most %zu bytes, found more", b->cap);
    while (size < b->len + more)
        size = size > b->cap / 2 ? b->cap : 2 * size;
    data = realloc(b->data, size);
    if (data == NULL)
        return error_set(e, ERROR_MEMORY, "expected memory for %zu bytes, found none", size);
    b->data = data;
    b->size = size;
    return true;
}

bool buffer_append(struct buffer *b, struct slice bytes, struct error *e)
{
    uint8_t *room;

    if (bytes.len == 0)
        return true;
    room = buffer_room(b, bytes.len, e);
    if (room == NULL)
        return false;
    memcpy(room, bytes.data, bytes.len);
    b->len += bytes.len;
    return true;
}
