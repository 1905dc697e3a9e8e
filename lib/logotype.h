/* SPDX-License-Identifier: Apache-2.0 */
/*
 * LogotypeExtn ::= SEQUENCE {                                 -- RFC 9399 4.1
 *     communityLogos  [0] EXPLICIT SEQUENCE OF LogotypeInfo OPTIONAL,
 *     issuerLogo      [1] EXPLICIT LogotypeInfo OPTIONAL,
 *     subjectLogo     [2] EXPLICIT LogotypeInfo OPTIONAL,
 *     otherLogos      [3] EXPLICIT SEQUENCE OF OtherLogotypeInfo OPTIONAL }
 * OtherLogotypeInfo ::= SEQUENCE { logotypeType OBJECT IDENTIFIER, info LogotypeInfo }
 * LogotypeInfo ::= CHOICE { direct [0] LogotypeData, indirect [1] LogotypeReference }
 * LogotypeData ::= SEQUENCE {
 *     image  SEQUENCE OF LogotypeImage OPTIONAL,
 *     audio  [1] SEQUENCE OF LogotypeAudio OPTIONAL }
 * LogotypeReference ::= SEQUENCE {
 *     refStructHash  SEQUENCE SIZE (1..MAX) OF HashAlgAndValue,
 *     refStructURI   SEQUENCE SIZE (1..MAX) OF IA5String }
 * LogotypeImage ::= SEQUENCE {
 *     imageDetails  LogotypeDetails, imageInfo LogotypeImageInfo OPTIONAL }
 * LogotypeAudio ::= SEQUENCE {
 *     audioDetails  LogotypeDetails, audioInfo LogotypeAudioInfo OPTIONAL }
 * LogotypeDetails ::= SEQUENCE {
 *     mediaType     IA5String,
 *     logotypeHash  SEQUENCE SIZE (1..MAX) OF HashAlgAndValue,
 *     logotypeURI   SEQUENCE SIZE (1..MAX) OF IA5String }
 * HashAlgAndValue ::= SEQUENCE { hashAlg AlgorithmIdentifier, hashValue OCTET STRING }
 * LogotypeImageInfo ::= SEQUENCE {
 *     type        [0] INTEGER { grayScale(0), color(1) } DEFAULT color,
 *     fileSize    INTEGER, xSize INTEGER, ySize INTEGER,
 *     resolution  CHOICE { numBits [1] INTEGER, tableSize [2] INTEGER } OPTIONAL,
 *     language    [4] IA5String OPTIONAL }
 * LogotypeAudioInfo ::= SEQUENCE {
 *     fileSize    INTEGER, playTime INTEGER, channels INTEGER,
 *     sampleRate  [3] INTEGER OPTIONAL,
 *     language    [4] IA5String OPTIONAL }
 *
 * Nothing that a URI stands for is looked at, and no hash compared.
 */
#ifndef OCSPKIT_LOGOTYPE_H
#define OCSPKIT_LOGOTYPE_H

#include "algorithm.h"

/* What is absent is SLICE_NONE here and below. A logo alone is a list of one. */
struct logotype {
    struct slice community_logos; /* of LogotypeInfo */
    struct slice issuer_logo;     /* the same */
    struct slice subject_logo;    /* the same */
    struct slice other_logos;     /* of OtherLogotypeInfo */
};

/*
 * All of it is checked: the _next functions below cannot fail, and are only for what was parsed.
 * Departures: color written out.
 */
bool logotype_parse(struct der *d, struct logotype *logotype, struct error *e) MUST_USE;

struct logotype_info {
    bool is_direct;
    struct slice image; /* of LogotypeImage */
    struct slice audio; /* of LogotypeAudio */
    struct slice ref_struct_hash;
    struct slice ref_struct_uri;
};

bool logotype_info_next(struct slice *list, struct logotype_info *info);
bool other_logotype_next(struct slice *list, struct slice *logotype_type,
                         struct logotype_info *info);

/* LogotypeImage or LogotypeAudio; the numbers are INTEGERs' contents octets. */
struct logotype_media {
    struct slice media_type;
    struct slice logotype_hash;
    struct slice logotype_uri;
    bool has_info;
    struct slice type; /* of an image, as the next four */
    struct slice x_size;
    struct slice y_size;
    struct slice num_bits;
    struct slice table_size;
    struct slice file_size;
    struct slice play_time; /* of a sound, as the next two */
    struct slice channels;
    struct slice sample_rate;
    struct slice language;
};

bool logotype_media_next(struct slice *list, bool is_image, struct logotype_media *media);

struct hash_alg_and_value {
    struct algorithm hash_alg;
    struct slice hash_value;
};

bool logotype_hash_next(struct slice *list, struct hash_alg_and_value *hash);
bool logotype_uri_next(struct slice *list, struct slice *uri);

#endif
