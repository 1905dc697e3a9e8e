/* SPDX-License-Identifier: Apache-2.0 */
/* Published lists: what is found does not depend on how the list was cut into pieces. */
#include "fuzz.h"
#include "published.h"

/* A line at a time; of CSV, which may be cut anywhere, a few bytes. */
static size_t measure_piece(struct slice rest, enum published_format format, bool in_pieces)
{
    size_t line = slice_find_byte(rest, '\n');

    if (!in_pieces)
        return rest.len;
    if (format == PUBLISHED_CSV)
        return rest.len < 3 ? rest.len : 3;
    return line < rest.len ? line + 1 : rest.len;
}

static bool read_list(struct published_set *set, struct slice list, bool in_pieces, struct error *e)
{
    struct published_reader reader CLEANUP(published_free);
    struct slice rest = list;
    bool read = true;

    published_set_init(set);
    REQUIRE(published_set_enter_list(set, SLICE("list"), e));
    published_begin(&reader, set, list);
    while (read && rest.len > 0) {
        size_t len = measure_piece(rest, reader.format, in_pieces);

        read = published_read(&reader, slice_first(rest, len), e);
        rest = slice_from(rest, len);
    }
    read = read && published_end(&reader, e);
    REQUIRE(published_line(&reader) <= list.len + 1);
    return read;
}

/* Each fingerprint is found again, as an entry of this list. */
static void check_entries(const struct published_set *set)
{
    for (unsigned d = 0; d < DIGEST_COUNT; d++) {
        const struct fingerprint_column *column = &set->table.columns[d];
        size_t size = digest_size((enum digest)d);

        for (size_t row = 0; row < column->count; row++) {
            struct fingerprint_set hashes = {0};
            struct published_entry entry;

            memcpy(hashes.octets[d], column->octets.data + row * size, size);
            REQUIRE(published_set_find(set, &hashes, &entry));
            REQUIRE(slice_is(entry.list, "list") && entry.place.line > 0);
            for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
                REQUIRE(entry.about[i].len <= LIMIT_LABEL);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice list = slice_of(data, size);
    struct published_set whole CLEANUP(published_set_free);
    struct published_set pieces CLEANUP(published_set_free);
    struct error e = {0};
    struct error again = {0};
    bool read = read_list(&whole, list, false, &e);

    REQUIRE(read_list(&pieces, list, true, &again) == read);
    REQUIRE(e.code == again.code && strcmp(e.text, again.text) == 0);
    REQUIRE(whole.found == pieces.found && whole.table.count == pieces.table.count);
    for (size_t i = 0; i < FINGERPRINT_KINDS; i++)
        REQUIRE(slice_equal(buffer_slice(&whole.table.columns[i].octets),
                            buffer_slice(&pieces.table.columns[i].octets)));
    if (read)
        check_entries(&whole);
    return 0;
}
