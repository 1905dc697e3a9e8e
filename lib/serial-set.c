/* SPDX-License-Identifier: Apache-2.0 */
#include "serial-set.h"

#include "serial-decimal.h"
#include "serial-number.h"

#define SERIALS_MAX ((size_t)1 << 24)
#define FIRST_SLOTS 16

struct serial_place {
    uint32_t offset; /* in `octets` */
    uint16_t len;
    bool is_decimal; /* its text may be meant so */
};

void serial_set_init(struct serial_set *set)
{
    *set = (struct serial_set){
        .octets = BUFFER_INIT(SERIALS_MAX * LIMIT_SERIAL),
        .places = BUFFER_INIT(SERIALS_MAX * sizeof(struct serial_place)),
        .slots = BUFFER_INIT(4 * SERIALS_MAX * sizeof(uint32_t)),
    };
}

void serial_set_free(struct serial_set *set)
{
    buffer_free(&set->octets);
    buffer_free(&set->places);
    buffer_free(&set->slots);
    set->count = 0;
}

static struct serial_place place_at(const struct serial_set *set, size_t number)
{
    struct serial_place place;

    memcpy(&place, set->places.data + number * sizeof(place), sizeof(place));
    return place;
}

struct slice serial_set_at(const struct serial_set *set, size_t number)
{
    struct serial_place place = place_at(set, number);

    return slice_of(set->octets.data + place.offset, place.len);
}

bool serial_set_is_decimal(const struct serial_set *set, size_t number)
{
    return place_at(set, number).is_decimal;
}

static size_t slot_count(const struct serial_set *set)
{
    return set->slots.len / sizeof(uint32_t);
}

static uint32_t slot_at(const struct serial_set *set, size_t slot)
{
    uint32_t number;

    memcpy(&number, set->slots.data + slot * sizeof(number), sizeof(number));
    return number;
}

/* The slot that the serial number is in, or the empty one where it would be put. */
static size_t find_slot(const struct serial_set *set, struct slice serial_number)
{
    size_t mask = slot_count(set) - 1;
    size_t slot = serial_number_hash(serial_number) & mask;
    uint32_t number;

    while ((number = slot_at(set, slot)) != 0 &&
           !slice_equal(serial_set_at(set, number - 1), serial_number))
        slot = (slot + 1) & mask;
    return slot;
}

static void fill_slot(struct serial_set *set, size_t slot, size_t number)
{
    uint32_t filled = (uint32_t)number + 1;

    memcpy(set->slots.data + slot * sizeof(filled), &filled, sizeof(filled));
}

/* At least half of the slots stay empty. */
static bool make_slots(struct serial_set *set, struct error *e)
{
    size_t count = slot_count(set) > 0 ? 2 * slot_count(set) : FIRST_SLOTS;
    size_t len = count * sizeof(uint32_t);

    if (2 * (set->count + 1) <= slot_count(set))
        return true;
    set->slots.len = 0;
    if (buffer_room(&set->slots, len, e) == NULL)
        return false;
    memset(set->slots.data, 0, len);
    set->slots.len = len;
    for (size_t i = 0; i < set->count; i++)
        fill_slot(set, find_slot(set, serial_set_at(set, i)), i);
    return true;
}

bool serial_set_add(struct serial_set *set, struct slice text, struct error *e)
{
    struct serial_place place = {.offset = (uint32_t)set->octets.len};
    struct slice serial;
    size_t slot;

    if (!make_slots(set, e) || !serial_number_parse_text(text, &set->octets, e))
        return false;
    place.len = (uint16_t)(set->octets.len - place.offset);
    place.is_decimal = serial_decimal_may_be_meant(text);
    serial = slice_of(set->octets.data + place.offset, place.len);
    slot = find_slot(set, serial);
    if (slot_at(set, slot) != 0) {
        set->octets.len = place.offset;
        return true;
    }
    if (!buffer_append(&set->places, slice_of(&place, sizeof(place)), e))
        return false;
    fill_slot(set, slot, set->count++);
    return true;
}

bool serial_set_find(const struct serial_set *set, struct slice serial_number, size_t *number)
{
    uint32_t found;

    *number = 0;
    if (set->count <= 1)
        return set->count == 1 && slice_equal(serial_set_at(set, 0), serial_number);
    found = slot_at(set, find_slot(set, serial_number));
    if (found == 0)
        return false;
    *number = found - 1;
    return true;
}
