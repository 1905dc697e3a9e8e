/* SPDX-License-Identifier: Apache-2.0 */
#include "crl-search.h"

#include "extension-value.h"

/* Offsets in the CRL; no entry stands at 0. */
struct place {
    uint32_t entry;
    uint32_t issuer; /* 0: none */
};

void crl_search_init(struct crl_search *search, const struct serial_set *serials)
{
    *search = (struct crl_search){
        .serials = serials,
        .places = BUFFER_INIT(LIMIT_CRL * sizeof(struct place)),
        .found = BUFFER_INIT(LIMIT_OUTPUT),
    };
}

void crl_search_free(struct crl_search *search)
{
    buffer_free(&search->places);
    buffer_free(&search->found);
}

static uint32_t offset_of(const struct crl_search *search, struct slice part)
{
    return (uint32_t)(part.data - search->der.data);
}

static bool keep_match(void *context, const struct crl_entry *entry, struct error *e)
{
    struct crl_search *search = context;
    struct extension issuer;
    struct place place;
    size_t number;

    /* RFC 5280 5.3.3: it holds for the entries behind it too, until another one is named. */
    if (UNLIKELY(entry->crl_entry_extensions.count > 0) &&
        extensions_find_type(&entry->crl_entry_extensions, EXTENSION_CERTIFICATE_ISSUER, &issuer))
        search->issuer = offset_of(search, issuer.extn_value);
    if (LIKELY(!serial_set_find(search->serials, entry->user_certificate, &number)))
        return true;
    place = (struct place){offset_of(search, entry->element), search->issuer};
    search->found.data[number] = 1;
    return buffer_append(&search->places, slice_of(&place, sizeof(place)), e);
}

bool crl_search_parse(struct crl_search *search, struct slice der, struct crl *crl, struct error *e)
{
    size_t count = search->serials->count;

    search->der = der;
    search->places.len = 0;
    search->found.len = 0;
    search->issuer = 0;
    if (buffer_room(&search->found, count + 1, e) == NULL)
        return false;
    memset(search->found.data, 0, count + 1);
    search->found.len = count;
    return crl_parse_each(der, crl, keep_match, search, e);
}

size_t crl_search_count(const struct crl_search *search)
{
    return search->places.len / sizeof(struct place);
}

struct crl_match crl_search_at(const struct crl_search *search, size_t number)
{
    struct crl_match match;
    departure_set known = 0;
    struct place place;
    struct slice rest;
    struct der d;

    memcpy(&place, search->places.data + number * sizeof(place), sizeof(place));
    rest = slice_from(search->der, place.entry);
    (void)crl_entry_next(&rest, &match.entry);
    d = der_over(slice_from(search->der, place.issuer), &known);
    if (place.issuer == 0 ||
        !general_names_parse(&d, DER_SEQUENCE, &match.certificate_issuer, NULL))
        match.certificate_issuer = SLICE_NONE;
    return match;
}

bool crl_search_found(const struct crl_search *search, size_t number)
{
    return search->found.data[number] != 0;
}

bool crl_search_found_all(const struct crl_search *search)
{
    return slice_find_byte(buffer_slice(&search->found), 0) == search->found.len;
}

size_t crl_search_count_decimal(const struct crl_search *search, struct slice *first)
{
    size_t count = 0;

    for (size_t i = search->found.len; i > 0; i--) {
        if (crl_search_found(search, i - 1) || !serial_set_is_decimal(search->serials, i - 1))
            continue;
        *first = serial_set_at(search->serials, i - 1);
        count++;
    }
    return count;
}
