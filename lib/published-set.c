/* SPDX-License-Identifier: Apache-2.0 */
#include "published-set.h"

/* An entry as it is kept: a list may have a million. */
struct stored_entry {
    struct published_place place;
    size_t list;  /* in `texts` */
    size_t about; /* in `texts`; 0 where there is nothing */
};

void published_set_init(struct published_set *set)
{
    *set = (struct published_set){
        .table = FINGERPRINT_TABLE_INIT,
        .entries = BUFFER_INIT(LIMIT_OUTPUT),
        .texts = BUFFER_INIT(LIMIT_OUTPUT),
    };
}

void published_set_free(struct published_set *set)
{
    fingerprint_table_free(&set->table);
    buffer_free(&set->entries);
    buffer_free(&set->texts);
}

/* --- texts: a length of two octets, then so many bytes */

static bool put_text(struct buffer *texts, struct slice text, struct error *e)
{
    uint16_t len = (uint16_t)text.len;

    return buffer_append(texts, slice_of(&len, sizeof(len)), e) && buffer_append(texts, text, e);
}

/* The text at *at, which moves behind it. */
static struct slice take_text(const struct buffer *texts, size_t *at)
{
    struct slice text;
    uint16_t len;

    memcpy(&len, texts->data + *at, sizeof(len));
    text = slice_of(texts->data + *at + sizeof(len), len);
    *at += sizeof(len) + len;
    return text;
}

/* At most LIMIT_LABEL bytes of it, in whole UTF-8 characters. */
static struct slice shorten(struct slice text)
{
    size_t len = LIMIT_LABEL;

    if (text.len <= LIMIT_LABEL)
        return text;
    while (len > LIMIT_LABEL - 4 && (text.data[len] & 0xC0) == 0x80)
        len--;
    return slice_first(text, len);
}

bool published_set_enter_list(struct published_set *set, struct slice name, struct error *e)
{
    set->list = set->texts.len;
    set->found = 0;
    return put_text(&set->texts, slice_first(name, name.len < UINT16_MAX ? name.len : UINT16_MAX),
                    e);
}

/* A mask of what there is, then a text for each. */
static bool put_about(struct published_set *set, const struct slice *about, size_t *place,
                      struct error *e)
{
    uint8_t mask = 0;

    _Static_assert(PUBLISHED_ABOUT_COUNT <= 8, "a bit each");
    *place = 0;
    for (unsigned i = 0; about != NULL && i < PUBLISHED_ABOUT_COUNT; i++)
        mask |= (uint8_t)((about[i].len > 0 ? 1U : 0U) << i);
    if (mask == 0)
        return true;
    *place = set->texts.len; /* behind the name of the list, so never 0 */
    if (!buffer_append(&set->texts, slice_of(&mask, 1), e))
        return false;
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++) {
        if (about[i].len > 0 && !put_text(&set->texts, shorten(about[i]), e))
            return false;
    }
    return true;
}

static void take_about(const struct published_set *set, size_t at,
                       struct slice about[PUBLISHED_ABOUT_COUNT])
{
    uint8_t mask = at > 0 ? set->texts.data[at++] : 0;

    for (unsigned i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        about[i] = (mask & 1U << i) != 0 ? take_text(&set->texts, &at) : SLICE_NONE;
}

/* --- entries */

bool published_set_add(struct published_set *set, const struct fingerprint *fingerprint,
                       struct published_place place, const struct slice *about, struct error *e)
{
    struct stored_entry stored = {.place = place, .list = set->list};
    uint32_t number;

    set->found++;
    if (fingerprint_table_find(&set->table, fingerprint, &number))
        return true;
    number = (uint32_t)(set->entries.len / sizeof(stored));
    return fingerprint_table_add(&set->table, fingerprint, number, e) &&
           put_about(set, about, &stored.about, e) &&
           buffer_append(&set->entries, slice_of(&stored, sizeof(stored)), e);
}

bool published_set_add_certificate(struct published_set *set, struct slice der,
                                   struct published_place place, const struct slice *about,
                                   struct error *e)
{
    struct fingerprint fingerprint = {.digest = DIGEST_SHA256};

    digest_compute(DIGEST_SHA256, der, fingerprint.octets);
    return published_set_add(set, &fingerprint, place, about, e);
}

bool published_set_tell(struct published_set *set, uint32_t number, const struct slice *about,
                        struct error *e)
{
    uint8_t *place = set->entries.data + number * sizeof(struct stored_entry);
    struct slice all[PUBLISHED_ABOUT_COUNT];
    uint8_t texts[PUBLISHED_ABOUT_COUNT][LIMIT_LABEL];
    struct stored_entry stored;

    memcpy(&stored, place, sizeof(stored));
    if (stored.list != set->list)
        return true;
    take_about(set, stored.about, all);
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++) {
        struct slice text = shorten(all[i].len > 0 ? all[i] : about[i]);

        if (text.len > 0)
            memcpy(texts[i], text.data, text.len); /* `texts` of the set may move */
        all[i] = slice_of(texts[i], text.len);
    }
    if (!put_about(set, all, &stored.about, e))
        return false;
    memcpy(place, &stored, sizeof(stored));
    return true;
}

bool published_set_find(const struct published_set *set, const struct fingerprint_set *hashes,
                        struct published_entry *entry)
{
    unsigned digests = fingerprint_table_digests(&set->table);
    struct stored_entry stored;
    uint32_t number;

    for (unsigned d = DIGEST_COUNT; d-- > 0;) {
        struct fingerprint fingerprint;
        size_t list;

        if ((digests & 1U << d) == 0)
            continue;
        fingerprint = fingerprint_of(hashes, (enum digest)d);
        if (!fingerprint_table_find(&set->table, &fingerprint, &number))
            continue;
        memcpy(&stored, set->entries.data + number * sizeof(stored), sizeof(stored));
        list = stored.list;
        *entry = (struct published_entry){.digest = (enum digest)d, .place = stored.place};
        entry->list = take_text(&set->texts, &list);
        take_about(set, stored.about, entry->about);
        return true;
    }
    return false;
}
