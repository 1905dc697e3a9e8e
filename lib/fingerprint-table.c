/* SPDX-License-Identifier: Apache-2.0 */
#include "fingerprint-table.h"

#define SLOTS_FIRST 64

static size_t column_of(const struct fingerprint *fingerprint)
{
    return fingerprint->is_key_pin ? DIGEST_COUNT : (size_t)fingerprint->digest;
}

void fingerprint_table_free(struct fingerprint_table *table)
{
    for (size_t i = 0; i < FINGERPRINT_KINDS; i++) {
        buffer_free(&table->columns[i].octets);
        buffer_free(&table->columns[i].numbers);
        buffer_free(&table->columns[i].slots);
    }
    *table = (struct fingerprint_table)FINGERPRINT_TABLE_INIT;
}

static uint32_t word_at(const struct buffer *words, size_t at)
{
    uint32_t word;

    memcpy(&word, words->data + at * sizeof(word), sizeof(word));
    return word;
}

static void put_word(struct buffer *words, size_t at, uint32_t word)
{
    memcpy(words->data + at * sizeof(word), &word, sizeof(word));
}

static struct slice row_octets(const struct fingerprint_column *column, size_t row, size_t size)
{
    return slice_of(column->octets.data + row * size, size);
}

/*
 * Where the search for these octets starts. They are whatever somebody published, and may have been
 * made to be alike; their own hash is not.
 */
static size_t first_slot(struct slice octets, size_t slots)
{
    uint8_t hash[DIGEST_MAX];
    uint32_t low;

    digest_compute(DIGEST_SHA256, octets, hash);
    memcpy(&low, hash, sizeof(low));
    return low & (slots - 1);
}

/* The slot of a row with these octets, or the free one where it would stand. */
static size_t find_slot(const struct fingerprint_column *column, struct slice octets)
{
    size_t slots = column->slots.len / sizeof(uint32_t);
    size_t at = first_slot(octets, slots);

    for (;; at = (at + 1) & (slots - 1)) {
        uint32_t row = word_at(&column->slots, at);

        if (row == 0 || slice_equal(row_octets(column, row - 1, octets.len), octets))
            return at;
    }
}

/* Twice the slots, filled anew: at most half of them are in use. */
static bool grow(struct fingerprint_column *column, size_t size, struct error *e)
{
    size_t before = column->slots.len;
    size_t len = before > 0 ? 2 * before : SLOTS_FIRST * sizeof(uint32_t);

    column->slots.cap = LIMIT_OUTPUT;
    if (buffer_room(&column->slots, len - before, e) == NULL)
        return false;
    memset(column->slots.data, 0, len);
    column->slots.len = len;
    for (size_t row = 0; row < column->count; row++)
        put_word(&column->slots, find_slot(column, row_octets(column, row, size)),
                 (uint32_t)(row + 1));
    return true;
}

bool fingerprint_table_add(struct fingerprint_table *table, const struct fingerprint *fingerprint,
                           uint32_t number, struct error *e)
{
    struct fingerprint_column *column = &table->columns[column_of(fingerprint)];
    struct slice octets = slice_of(fingerprint->octets, digest_size(fingerprint->digest));
    size_t slot;

    if (2 * (column->count + 1) > column->slots.len / sizeof(uint32_t) &&
        !grow(column, octets.len, e))
        return false;
    slot = find_slot(column, octets);
    if (word_at(&column->slots, slot) != 0)
        return true;
    if (table->count == LIMIT_PUBLISHED)
        return error_set(e, ERROR_LIMIT, "expected at most %zu fingerprints, found more",
                         LIMIT_PUBLISHED);
    column->octets.cap = column->numbers.cap = LIMIT_OUTPUT;
    if (!buffer_append(&column->octets, octets, e) ||
        !buffer_append(&column->numbers, slice_of(&number, sizeof(number)), e)) {
        column->octets.len = column->count * octets.len;
        return false;
    }
    put_word(&column->slots, slot, (uint32_t)++column->count);
    table->count++;
    return true;
}

bool fingerprint_table_find(const struct fingerprint_table *table,
                            const struct fingerprint *fingerprint, uint32_t *number)
{
    const struct fingerprint_column *column = &table->columns[column_of(fingerprint)];
    struct slice octets = slice_of(fingerprint->octets, digest_size(fingerprint->digest));
    uint32_t row;

    if (column->count == 0)
        return false;
    row = word_at(&column->slots, find_slot(column, octets));
    if (row == 0)
        return false;
    *number = word_at(&column->numbers, row - 1);
    return true;
}

unsigned fingerprint_table_digests(const struct fingerprint_table *table)
{
    unsigned digests = 0;

    for (unsigned d = 0; d < DIGEST_COUNT; d++)
        digests |= table->columns[d].count > 0 ? 1U << d : 0;
    return digests;
}

bool fingerprint_table_has_key_pins(const struct fingerprint_table *table)
{
    return table->columns[DIGEST_COUNT].count > 0;
}

struct fingerprint_match fingerprint_table_compare(const struct fingerprint_table *table,
                                                   const struct fingerprint_set *set)
{
    struct fingerprint_match match = {.compared = fingerprint_table_digests(table),
                                      .key_pin_compared = fingerprint_table_has_key_pins(table)};
    struct fingerprint fingerprint;
    uint32_t number;

    for (unsigned d = 0; d < DIGEST_COUNT; d++) {
        if ((match.compared & 1U << d) == 0)
            continue;
        fingerprint = fingerprint_of(set, (enum digest)d);
        match.equal |= fingerprint_table_find(table, &fingerprint, &number) ? 1U << d : 0;
    }
    if (match.key_pin_compared) {
        fingerprint = (struct fingerprint){.is_key_pin = true, .digest = DIGEST_SHA256};
        memcpy(fingerprint.octets, set->key_pin, digest_size(DIGEST_SHA256));
        match.key_pin_equal = fingerprint_table_find(table, &fingerprint, &number);
    }
    return match;
}
