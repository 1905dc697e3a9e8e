/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-issuer-hashes.h"

#include "digest.h"

static const struct field hashes = FIELD_LEVEL("hashes", "", LEVEL_LIST, 0);
static const struct field row = FIELD_LEVEL("", "", LEVEL_OBJECT, 0);
static const struct field hash_algorithm = FIELD("hashAlgorithm", "Hash Algorithm", LAYOUT_LINE);
static const struct field below = FIELD_LEVEL(NULL, "", LEVEL_HEADING, 2);
static const struct field issuer_name_hash =
    FIELD("issuerNameHash", "Issuer Name Hash", LAYOUT_LINE);
static const struct field issuer_key_hash = FIELD("issuerKeyHash", "Issuer Key Hash", LAYOUT_LINE);

static void describe_hash(struct report *r, const struct field *f, enum digest d,
                          struct slice bytes)
{
    uint8_t hash[DIGEST_MAX];

    digest_compute(d, bytes, hash);
    report_hex(r, f, slice_of(hash, digest_size(d)));
}

void describe_issuer_hashes(struct report *r, const struct cert *cert)
{
    report_begin(r, &hashes);
    for (enum digest d = 0; d < DIGEST_COUNT; d++) {
        report_begin(r, &row);
        report_word(r, &hash_algorithm, digest_name(d));
        report_begin(r, &below);
        describe_hash(r, &issuer_name_hash, d, cert->subject);
        describe_hash(r, &issuer_key_hash, d, cert->subject_public_key_info.subject_public_key);
        report_end(r, &below);
        report_end(r, &row);
    }
    report_end(r, &hashes);
}
