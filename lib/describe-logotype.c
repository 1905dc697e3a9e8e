/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-logotype.h"

#include "describe-integer.h"
#include "describe-string.h"
#include "logotype.h"

static const struct field COMMUNITY_LOGOS =
    FIELD_LEVEL("communityLogos", "Community Logos", LEVEL_LIST, 2);
static const struct field ISSUER_LOGO = FIELD_LEVEL("issuerLogo", "Issuer Logo", LEVEL_OBJECT, 2);
static const struct field SUBJECT_LOGO =
    FIELD_LEVEL("subjectLogo", "Subject Logo", LEVEL_OBJECT, 2);
static const struct field OTHER_LOGOS = FIELD_LEVEL("otherLogos", "Other Logos", LEVEL_LIST, 2);
static const struct field ELEMENT = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field LOGOTYPE_TYPE = FIELD("logotypeType", "Logotype Type", LAYOUT_LINE);
static const struct field INFO = FIELD_LEVEL("info", "", LEVEL_OBJECT, 0);
static const struct field DIRECT = FIELD_LEVEL("direct", "", LEVEL_OBJECT, 0);
static const struct field INDIRECT = FIELD_LEVEL("indirect", "Reference", LEVEL_OBJECT, 2);
static const struct field REF_STRUCT_HASH = FIELD_LEVEL("refStructHash", "", LEVEL_LIST, 0);
static const struct field REF_STRUCT_URI = FIELD_LEVEL("refStructURI", "", LEVEL_LIST, 0);
static const struct field IMAGES = FIELD_LEVEL("image", "", LEVEL_LIST, 0);
static const struct field IMAGE = FIELD_LEVEL("", "Image", LEVEL_OBJECT, 2);
static const struct field IMAGE_DETAILS = FIELD_LEVEL("imageDetails", "", LEVEL_OBJECT, 0);
static const struct field IMAGE_INFO = FIELD_LEVEL("imageInfo", "", LEVEL_OBJECT, 0);
static const struct field AUDIOS = FIELD_LEVEL("audio", "", LEVEL_LIST, 0);
static const struct field AUDIO = FIELD_LEVEL("", "Audio", LEVEL_OBJECT, 2);
static const struct field AUDIO_DETAILS = FIELD_LEVEL("audioDetails", "", LEVEL_OBJECT, 0);
static const struct field AUDIO_INFO = FIELD_LEVEL("audioInfo", "", LEVEL_OBJECT, 0);
static const struct field MEDIA_TYPE = FIELD("mediaType", "Media Type", LAYOUT_LINE);
static const struct field LOGOTYPE_HASH = FIELD_LEVEL("logotypeHash", "", LEVEL_LIST, 0);
static const struct field HASH_ALG = FIELD("hashAlg", "Hash Algorithm", LAYOUT_LINE);
static const struct field HASH_VALUE = FIELD("hashValue", "Hash Value", LAYOUT_LINE);
static const struct field LOGOTYPE_URI = FIELD_LEVEL("logotypeURI", "", LEVEL_LIST, 0);
static const struct field URI = FIELD("", "URI", LAYOUT_LINE);
static const struct field TYPE = FIELD("type", "Type", LAYOUT_LINE);
static const struct field FILE_SIZE = FIELD("fileSize", "File Size", LAYOUT_LINE);
static const struct field X_SIZE = FIELD("xSize", "X Size", LAYOUT_LINE);
static const struct field Y_SIZE = FIELD("ySize", "Y Size", LAYOUT_LINE);
static const struct field NUM_BITS = FIELD("numBits", "Number of Bits", LAYOUT_LINE);
static const struct field TABLE_SIZE = FIELD("tableSize", "Table Size", LAYOUT_LINE);
static const struct field PLAY_TIME = FIELD("playTime", "Play Time", LAYOUT_LINE);
static const struct field CHANNELS = FIELD("channels", "Channels", LAYOUT_LINE);
static const struct field SAMPLE_RATE = FIELD("sampleRate", "Sample Rate", LAYOUT_LINE);
static const struct field LANGUAGE = FIELD("language", "Language", LAYOUT_LINE);

static void describe_hashes(struct report *r, const struct field *list, struct slice rest)
{
    struct hash_alg_and_value hash;

    report_begin(r, list);
    while (logotype_hash_next(&rest, &hash)) {
        report_begin(r, &ELEMENT);
        report_oid(r, &HASH_ALG, hash.hash_alg.algorithm);
        report_hex(r, &HASH_VALUE, hash.hash_value);
        report_end(r, &ELEMENT);
    }
    report_end(r, list);
}

static void describe_uris(struct report *r, const struct field *list, struct slice rest)
{
    struct slice uri;

    report_begin(r, list);
    while (logotype_uri_next(&rest, &uri))
        describe_string(r, &URI, DER_IA5_STRING, uri);
    report_end(r, list);
}

static void describe_optional(struct report *r, const struct field *f, struct slice integer)
{
    if (integer.data != NULL)
        describe_count(r, f, integer);
}

/* DEFAULT color */
static void describe_image_type(struct report *r, struct slice type)
{
    if (type.data == NULL || slice_equal(type, SLICE("\1")))
        report_word(r, &TYPE, "color");
    else if (slice_equal(type, SLICE("\0")))
        report_word(r, &TYPE, "grayScale");
    else
        describe_count(r, &TYPE, type);
}

static void describe_info(struct report *r, bool is_image, const struct logotype_media *media)
{
    const struct field *f = is_image ? &IMAGE_INFO : &AUDIO_INFO;

    report_begin(r, f);
    if (is_image)
        describe_image_type(r, media->type);
    describe_count(r, &FILE_SIZE, media->file_size);
    describe_optional(r, &X_SIZE, media->x_size);
    describe_optional(r, &Y_SIZE, media->y_size);
    describe_optional(r, &NUM_BITS, media->num_bits);
    describe_optional(r, &TABLE_SIZE, media->table_size);
    describe_optional(r, &PLAY_TIME, media->play_time);
    describe_optional(r, &CHANNELS, media->channels);
    describe_optional(r, &SAMPLE_RATE, media->sample_rate);
    if (media->language.data != NULL)
        describe_string(r, &LANGUAGE, DER_IA5_STRING, media->language);
    report_end(r, f);
}

static void describe_media(struct report *r, bool is_image, const struct logotype_media *media)
{
    const struct field *element = is_image ? &IMAGE : &AUDIO;
    const struct field *details = is_image ? &IMAGE_DETAILS : &AUDIO_DETAILS;

    report_begin(r, element);
    report_begin(r, details);
    describe_string(r, &MEDIA_TYPE, DER_IA5_STRING, media->media_type);
    describe_hashes(r, &LOGOTYPE_HASH, media->logotype_hash);
    describe_uris(r, &LOGOTYPE_URI, media->logotype_uri);
    report_end(r, details);
    if (media->has_info)
        describe_info(r, is_image, media);
    report_end(r, element);
}

static void describe_media_list(struct report *r, bool is_image, struct slice rest)
{
    const struct field *list = is_image ? &IMAGES : &AUDIOS;
    struct logotype_media media;

    if (rest.data == NULL)
        return;
    report_begin(r, list);
    while (logotype_media_next(&rest, is_image, &media))
        describe_media(r, is_image, &media);
    report_end(r, list);
}

static void describe_choice(struct report *r, const struct logotype_info *info)
{
    const struct field *f = info->is_direct ? &DIRECT : &INDIRECT;

    report_begin(r, f);
    if (info->is_direct) {
        describe_media_list(r, true, info->image);
        describe_media_list(r, false, info->audio);
    } else {
        describe_hashes(r, &REF_STRUCT_HASH, info->ref_struct_hash);
        describe_uris(r, &REF_STRUCT_URI, info->ref_struct_uri);
    }
    report_end(r, f);
}

static void describe_logo(struct report *r, const struct field *f, struct slice logo)
{
    struct logotype_info info;

    if (!logotype_info_next(&logo, &info))
        return;
    report_begin(r, f);
    describe_choice(r, &info);
    report_end(r, f);
}

static void describe_community_logos(struct report *r, struct slice rest)
{
    struct logotype_info info;

    if (rest.data == NULL)
        return;
    report_begin(r, &COMMUNITY_LOGOS);
    while (logotype_info_next(&rest, &info)) {
        report_begin(r, &ELEMENT);
        describe_choice(r, &info);
        report_end(r, &ELEMENT);
    }
    report_end(r, &COMMUNITY_LOGOS);
}

static void describe_other_logos(struct report *r, struct slice rest)
{
    struct slice logotype_type;
    struct logotype_info info;

    if (rest.data == NULL)
        return;
    report_begin(r, &OTHER_LOGOS);
    while (other_logotype_next(&rest, &logotype_type, &info)) {
        report_begin(r, &ELEMENT);
        report_oid(r, &LOGOTYPE_TYPE, logotype_type);
        report_begin(r, &INFO);
        describe_choice(r, &info);
        report_end(r, &INFO);
        report_end(r, &ELEMENT);
    }
    report_end(r, &OTHER_LOGOS);
}

void describe_logotype(struct report *r, const struct field *f, struct der *d)
{
    struct logotype logotype;

    if (!logotype_parse(d, &logotype, NULL))
        return;
    report_begin(r, f);
    describe_community_logos(r, logotype.community_logos);
    describe_logo(r, &ISSUER_LOGO, logotype.issuer_logo);
    describe_logo(r, &SUBJECT_LOGO, logotype.subject_logo);
    describe_other_logos(r, logotype.other_logos);
    report_end(r, f);
}
