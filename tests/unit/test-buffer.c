/* SPDX-License-Identifier: Apache-2.0 */
#include "buffer.h"
#include "tap.h"

/* Appends `len` bytes in pieces of `piece`; says whether all fitted. */
static bool append_in_pieces(struct buffer *b, size_t len, size_t piece, struct error *e)
{
    static const uint8_t bytes[64];

    for (size_t done = 0; done < len; done += piece) {
        size_t now = len - done < piece ? len - done : piece;
        if (!buffer_append(b, slice_of(bytes, now), e))
            return false;
    }
    return true;
}

static void test_cap(size_t cap, size_t piece)
{
    struct buffer b CLEANUP(buffer_free) = BUFFER_INIT(cap);
    struct error e;

    ok(append_in_pieces(&b, cap - 1, piece, &e) && b.len == cap - 1, "one below %zu", cap);
    ok(append_in_pieces(&b, 1, 1, &e) && b.len == cap && b.size <= cap, "at %zu", cap);
    ok(!append_in_pieces(&b, 1, 1, &e) && e.code == ERROR_LIMIT && b.len == cap, "above %zu", cap);
    ok(buffer_append(&b, SLICE_NONE, NULL), "nothing still fits");
    ok(!buffer_grow(&b, SIZE_MAX, NULL), "more than can be counted");
}

int main(void)
{
    struct buffer b = BUFFER_INIT(KIB);
    struct buffer zeroed = {0};

    for (size_t piece = 1; piece <= 64; piece += 21) {
        test_cap(1, piece);
        test_cap(255, piece);
        test_cap(256, piece);
        test_cap(257, piece);
        test_cap(1000, piece);
    }
    ok(buffer_append(&b, SLICE("ab"), NULL) && buffer_append(&b, SLICE("c"), NULL) &&
           slice_is(buffer_slice(&b), "abc"),
       "the content stays");
    ok(!buffer_append(&b, slice_of(b.data, 2 * KIB), NULL) && slice_is(buffer_slice(&b), "abc"),
       "and after a failure");
    ok(buffer_room(&b, KIB - 3, NULL) == b.data + 3 && b.len == 3, "room is no content");
    buffer_free(&b);
    ok(b.data == NULL && b.len == 0 && b.cap == KIB, "freed, with the same cap");
    buffer_free(&b);
    buffer_free(&zeroed);
    ok(!buffer_append(&zeroed, SLICE("a"), NULL), "a zeroed one holds nothing");
    return tap_done();
}
