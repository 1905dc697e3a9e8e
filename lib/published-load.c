/* SPDX-License-Identifier: Apache-2.0 */
#include "published-load.h"

#include "cert.h"
#include "der.h"
#include "lookalike.h"
#include "published.h"
#include "source-text.h"
#include "source.h"

#define PIECE_SIZE (64 * KIB)

static bool is_blank(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '>' || c == ',';
}

/*
 * How much of what was read is a piece: up to the last line's end. A line that is too long, as in
 * HTML without any, is cut behind a blank or a tag. 0: more has to be read.
 */
static size_t measure_piece(struct slice bytes)
{
    size_t at = bytes.len;

    while (at > 0 && bytes.data[at - 1] != '\n')
        at--;
    if (at > 0 || bytes.len < LIMIT_LINE)
        return at;
    at = bytes.len;
    while (at > 0 && !is_blank(bytes.data[at - 1]))
        at--;
    return at > 0 ? at : bytes.len;
}

static bool read_pieces(struct published_reader *reader, struct source *source, struct error *e)
{
    size_t wanted = PIECE_SIZE;

    for (;;) {
        struct slice bytes;
        size_t len;

        if (!source_peek(source, wanted, &bytes, e))
            return false;
        if (bytes.len == 0)
            return true;
        len = bytes.len < wanted ? bytes.len : measure_piece(bytes);
        wanted = len > 0 ? PIECE_SIZE : 2 * wanted;
        if (!published_read(reader, slice_first(bytes, len), e))
            return false;
        source_skip(source, len);
    }
}

static bool load_text(struct published_set *set, struct source *source, struct slice start,
                      struct published_place *place, struct error *e)
{
    struct published_reader reader CLEANUP(published_free);

    published_begin(&reader, set, start);
    if (read_pieces(&reader, source, e) && published_end(&reader, e))
        return true;
    place->line = published_line(&reader);
    return false;
}

/* Other objects than certificates are passed over. */
static bool load_object(struct published_set *set, const struct object *object, struct error *e)
{
    struct cert cert;

    return object->kind != OBJECT_CERTIFICATE ||
           (cert_parse(object->der, &cert, e) &&
            published_set_add_certificate(
                set, object->der, (struct published_place){.index = object->index}, NULL, e));
}

static bool load_certificates(struct published_set *set, struct source *source,
                              struct published_place *place, struct error *e)
{
    bool found = true;

    while (found) {
        struct object object;

        if (!source_next(source, &object, &found, e) || (found && !load_object(set, &object, e))) {
            place->index = object.index;
            return false;
        }
    }
    return set->found > 0 ||
           error_set(e, ERROR_CONTENT, "expected certificates in the list, found none");
}

static bool load_source(struct published_set *set, struct source *source,
                        struct published_place *place, struct error *e)
{
    struct slice start;

    if (!source_peek(source, PIECE_SIZE, &start, e))
        return false;
    if (start.len == 0)
        return error_set(e, ERROR_CONTENT,
                         "expected a list with fingerprints in it, found nothing (it is empty)");
    if (source_text_is_binary(start) && start.data[0] != DER_SEQUENCE)
        return lookalike_check(start, e) &&
               error_set(e, ERROR_CONTENT,
                         "expected a list of fingerprints or certificates, found neither text nor "
                         "DER (it begins with 0x%02X)",
                         start.data[0]);
    if (source_text_is_binary(start) || published_identify(start) == PUBLISHED_PEM)
        return load_certificates(set, source, place, e);
    return load_text(set, source, start, place, e);
}

bool published_load(struct published_set *set, const char *path, struct published_place *place,
                    struct error *e)
{
    struct source source CLEANUP(source_free);

    *place = (struct published_place){0};
    source_init(&source);
    return published_set_enter_list(set, slice_of_string(path), e) &&
           source_open_file(&source, path, e) && load_source(set, &source, place, e);
}

bool published_load_issuers(struct published_set *set, const struct issuers *issuers,
                            struct error *e)
{
    const char *file = NULL;

    for (size_t i = 0; i < issuers->count; i++) {
        const struct issuer *issuer = &issuers->rows[i];
        struct published_place place = {.index = issuer->index};

        if (issuer->file != file &&
            !published_set_enter_list(set, slice_of_string(issuer->file), e))
            return false;
        file = issuer->file;
        if (!published_set_add_certificate(set, issuer->cert.der, place, NULL, e))
            return false;
    }
    return true;
}
