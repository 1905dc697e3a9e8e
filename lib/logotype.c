/* SPDX-License-Identifier: Apache-2.0 */
#include "logotype.h"

/* --- hashes and URIs */

static bool parse_hash(struct der *d, struct hash_alg_and_value *hash, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!algorithm_parse(&inside, &hash->hash_alg, e))
        return error_in(e, "hashAlg");
    if (!der_read(&inside, DER_OCTET_STRING, &hash->hash_value, e))
        return error_in(e, "hashValue");
    return der_end(&inside, e);
}

static bool check_hash(struct der *d, struct error *e)
{
    struct hash_alg_and_value hash;

    return parse_hash(d, &hash, e);
}

bool logotype_hash_next(struct slice *list, struct hash_alg_and_value *hash)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_hash(&d, hash, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

static bool check_uri(struct der *d, struct error *e)
{
    struct slice uri;

    return der_read(d, DER_IA5_STRING, &uri, e);
}

bool logotype_uri_next(struct slice *list, struct slice *uri)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !der_read(&d, DER_IA5_STRING, uri, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

/* --- images and sounds */

static bool parse_details(struct der *d, struct logotype_media *media, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read(&inside, DER_IA5_STRING, &media->media_type, e))
        return error_in(e, "mediaType");
    if (!der_read_list(&inside, DER_SEQUENCE, DER_NOT_EMPTY, check_hash, &media->logotype_hash, e))
        return error_in(e, "logotypeHash");
    if (!der_read_list(&inside, DER_SEQUENCE, DER_NOT_EMPTY, check_uri, &media->logotype_uri, e))
        return error_in(e, "logotypeURI");
    return der_end(&inside, e);
}

static bool parse_language(struct der *d, struct slice *language, struct error *e)
{
    uint8_t tag = DER_CONTEXT_PRIMITIVE(4);

    return !der_next_is(d, tag) || der_read(d, tag, language, e) || error_in(e, "language");
}

static bool parse_resolution(struct der *d, struct logotype_media *media, struct error *e)
{
    if (!der_read_integer_optional(d, DER_CONTEXT_PRIMITIVE(1), &media->num_bits, e))
        return error_in(e, "numBits");
    if (media->num_bits.data == NULL &&
        !der_read_integer_optional(d, DER_CONTEXT_PRIMITIVE(2), &media->table_size, e))
        return error_in(e, "tableSize");
    return true;
}

static bool parse_image_info(struct der *d, struct logotype_media *media, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(0), &media->type, e))
        return error_in(e, "type");
    if (slice_equal(media->type, SLICE("\1")))
        der_depart(d, DEPARTURE_ENCODED_DEFAULT);
    if (!der_read_integer(&inside, &media->file_size, e))
        return error_in(e, "fileSize");
    if (!der_read_integer(&inside, &media->x_size, e))
        return error_in(e, "xSize");
    if (!der_read_integer(&inside, &media->y_size, e))
        return error_in(e, "ySize");
    return parse_resolution(&inside, media, e) && parse_language(&inside, &media->language, e) &&
           der_end(&inside, e);
}

static bool parse_audio_info(struct der *d, struct logotype_media *media, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_integer(&inside, &media->file_size, e))
        return error_in(e, "fileSize");
    if (!der_read_integer(&inside, &media->play_time, e))
        return error_in(e, "playTime");
    if (!der_read_integer(&inside, &media->channels, e))
        return error_in(e, "channels");
    if (!der_read_integer_optional(&inside, DER_CONTEXT_PRIMITIVE(3), &media->sample_rate, e))
        return error_in(e, "sampleRate");
    return parse_language(&inside, &media->language, e) && der_end(&inside, e);
}

static bool parse_media(struct der *d, bool is_image, struct logotype_media *media, struct error *e)
{
    struct der inside;

    *media = (struct logotype_media){.has_info = false};
    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_details(&inside, media, e))
        return error_in(e, is_image ? "imageDetails" : "audioDetails");
    media->has_info = !der_at_end(&inside);
    if (!media->has_info)
        return true;
    if (!(is_image ? parse_image_info(&inside, media, e) : parse_audio_info(&inside, media, e)))
        return error_in(e, is_image ? "imageInfo" : "audioInfo");
    return der_end(&inside, e);
}

static bool check_image(struct der *d, struct error *e)
{
    struct logotype_media image;

    return parse_media(d, true, &image, e);
}

static bool check_audio(struct der *d, struct error *e)
{
    struct logotype_media audio;

    return parse_media(d, false, &audio, e);
}

bool logotype_media_next(struct slice *list, bool is_image, struct logotype_media *media)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_media(&d, is_image, media, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

/* --- logos */

static bool parse_data(struct der *d, struct logotype_info *info, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_CONTEXT(0), &inside, e))
        return false;
    if (der_next_is(&inside, DER_SEQUENCE) &&
        !der_read_list(&inside, DER_SEQUENCE, DER_MAY_BE_EMPTY, check_image, &info->image, e))
        return error_in(e, "image");
    if (der_next_is(&inside, DER_CONTEXT(1)) &&
        !der_read_list(&inside, DER_CONTEXT(1), DER_MAY_BE_EMPTY, check_audio, &info->audio, e))
        return error_in(e, "audio");
    return der_end(&inside, e);
}

static bool parse_reference(struct der *d, struct logotype_info *info, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_CONTEXT(1), &inside, e))
        return false;
    if (!der_read_list(&inside, DER_SEQUENCE, DER_NOT_EMPTY, check_hash, &info->ref_struct_hash, e))
        return error_in(e, "refStructHash");
    if (!der_read_list(&inside, DER_SEQUENCE, DER_NOT_EMPTY, check_uri, &info->ref_struct_uri, e))
        return error_in(e, "refStructURI");
    return der_end(&inside, e);
}

static bool parse_info(struct der *d, struct logotype_info *info, struct error *e)
{
    *info = (struct logotype_info){.is_direct = der_next_is(d, DER_CONTEXT(0))};
    return info->is_direct ? parse_data(d, info, e) || error_in(e, "direct")
                           : parse_reference(d, info, e) || error_in(e, "indirect");
}

static bool parse_other(struct der *d, struct slice *logotype_type, struct logotype_info *info,
                        struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!der_read_oid(&inside, logotype_type, e))
        return error_in(e, "logotypeType");
    if (!parse_info(&inside, info, e))
        return error_in(e, "info");
    return der_end(&inside, e);
}

static bool check_info(struct der *d, struct error *e)
{
    struct logotype_info info;

    return parse_info(d, &info, e);
}

static bool check_other(struct der *d, struct error *e)
{
    struct slice logotype_type;
    struct logotype_info info;

    return parse_other(d, &logotype_type, &info, e);
}

bool logotype_info_next(struct slice *list, struct logotype_info *info)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_info(&d, info, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

bool other_logotype_next(struct slice *list, struct slice *logotype_type,
                         struct logotype_info *info)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_other(&d, logotype_type, info, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}

/* --- the extension */

static bool parse_list(struct der *d, uint8_t tag, der_check_element check, struct slice *list,
                       struct error *e)
{
    struct der inside;

    *list = SLICE_NONE;
    if (!der_next_is(d, tag))
        return true;
    return der_enter(d, tag, &inside, e) &&
           der_read_list(&inside, DER_SEQUENCE, DER_MAY_BE_EMPTY, check, list, e) &&
           der_end(&inside, e);
}

static bool parse_logo(struct der *d, uint8_t tag, struct slice *logo, struct error *e)
{
    struct logotype_info info;
    struct der inside;

    *logo = SLICE_NONE;
    if (!der_next_is(d, tag))
        return true;
    if (!der_enter(d, tag, &inside, e))
        return false;
    *logo = der_rest(&inside);
    return parse_info(&inside, &info, e) && der_end(&inside, e);
}

bool logotype_parse(struct der *d, struct logotype *logotype, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_list(&inside, DER_CONTEXT(0), check_info, &logotype->community_logos, e))
        return error_in(e, "communityLogos");
    if (!parse_logo(&inside, DER_CONTEXT(1), &logotype->issuer_logo, e))
        return error_in(e, "issuerLogo");
    if (!parse_logo(&inside, DER_CONTEXT(2), &logotype->subject_logo, e))
        return error_in(e, "subjectLogo");
    if (!parse_list(&inside, DER_CONTEXT(3), check_other, &logotype->other_logos, e))
        return error_in(e, "otherLogos");
    return der_end(&inside, e);
}
