/* SPDX-License-Identifier: Apache-2.0 */
/* Steps 12 to 15: whether a response is the answer to the question. */
#include "judge-inquiry.h"

#include "extension-value.h"
#include "oid.h"

/* What a response or a SingleResponse may hold as critical. The extensions of CRL entries may stand
 * in a SingleResponse too (RFC 6960 4.4.5); a certificateIssuer would make it another's. */
#define KNOWN_CRITICAL                                                                             \
    (EXTENSION_MASK(EXTENSION_NONCE) | EXTENSION_MASK(EXTENSION_CRL_ID) |                          \
     EXTENSION_MASK(EXTENSION_ARCHIVE_CUTOFF) | EXTENSION_MASK(EXTENSION_EXTENDED_REVOKE) |        \
     EXTENSION_MASK(EXTENSION_REASON_CODE) | EXTENSION_MASK(EXTENSION_INVALIDITY_DATE))

/* --- what it is about */

static bool find_digest(const struct cert_id *cert_id, enum digest *d)
{
    const struct oid *oid = oid_find(cert_id->hash_algorithm.algorithm);

    return oid != NULL && digest_by_name(slice_of_string(oid->name), d) && *d != DIGEST_MD5;
}

static const struct issuer_hashes *hash_issuer(struct inquiry *q, enum digest d)
{
    const struct cert *issuer = q->question->issuer;
    struct issuer_hashes *hashes = &q->hashes[d];

    if (!hashes->is_set) {
        digest_compute(d, issuer->subject, hashes->name);
        digest_compute(d, issuer->subject_public_key_info.subject_public_key, hashes->key);
        hashes->is_set = true;
    }
    return hashes;
}

/* RFC 6960 4.1.1: the hashes are those of the issuer's whole DN and of its key's bits. */
static enum covers find_covers(struct inquiry *q, const struct cert_id *cert_id)
{
    const struct issuer_hashes *hashes;
    enum digest d;
    size_t size;

    if (!find_digest(cert_id, &d))
        return COVERS_NOTHING;
    size = digest_size(d);
    if (cert_id->issuer_name_hash.len != size || cert_id->issuer_key_hash.len != size)
        return COVERS_ALGORITHM;
    hashes = hash_issuer(q, d);
    if (!slice_equal(cert_id->issuer_name_hash, slice_of(hashes->name, size)))
        return COVERS_LENGTH;
    if (!slice_equal(cert_id->issuer_key_hash, slice_of(hashes->key, size)))
        return COVERS_NAME;
    return slice_equal(cert_id->serial_number, q->question->cert->serial_number) ? COVERS_CERT
                                                                                 : COVERS_ISSUER;
}

/* Revoked before unknown before good; of the same status the newest. */
static bool goes_before(const struct single_response *a, const struct single_response *b)
{
    static const unsigned ranks[] = {
        [CERT_STATUS_GOOD] = 0,
        [CERT_STATUS_UNKNOWN] = 1,
        [CERT_STATUS_REVOKED] = 2,
    };

    if (a->cert_status != b->cert_status)
        return ranks[a->cert_status] > ranks[b->cert_status];
    return a->this_update > b->this_update;
}

static void add_match(struct inquiry *q, const struct single_response *single)
{
    struct extension extension;

    if (q->match_count++ == 0)
        q->match = q->gravest = *single;
    q->match_differs = q->match_differs || single->cert_status != q->match.cert_status;
    q->match_has_unknown_critical =
        q->match_has_unknown_critical ||
        extensions_find_critical(&single->single_extensions, KNOWN_CRITICAL, &extension);
    if (goes_before(single, &q->gravest))
        q->gravest = *single;
}

void inquiry_find_match(struct inquiry *q)
{
    struct slice rest = inquiry_basic(q)->response_data.responses;
    struct single_response single;

    while (single_response_next(&rest, &single)) {
        enum covers covers = find_covers(q, &single.cert_id);

        if (covers > q->covers)
            q->covers = covers;
        if (covers == COVERS_CERT)
            add_match(q, &single);
    }
}

/* --- checks */

void check_critical_extensions(struct inquiry *q, struct check *c)
{
    struct extension extension;

    if (!q->response.is_basic)
        return;
    if (extensions_find_critical(&inquiry_basic(q)->response_data.response_extensions,
                                 KNOWN_CRITICAL, &extension))
        check_fail(c, REASON_CRITICAL_EXTENSION,
                   "responseExtensions have a critical one that is not known");
    else if (q->match_has_unknown_critical)
        check_fail(c, REASON_CRITICAL_EXTENSION,
                   "singleExtensions have a critical one that is not known");
    else
        check_pass(c);
}

static void check_nonce_missing(const struct inquiry *q, struct check *c)
{
    if (q->policy->require_nonce)
        check_fail(c, REASON_NONCE_MISSING, "expected a nonce, found none");
    else if (q->question->nonce.data != NULL)
        check_note(c, REASON_NONCE_MISSING, "a nonce was sent, and none came back");
}

void check_nonce(struct inquiry *q, struct check *c)
{
    struct slice sent = q->question->nonce;
    struct extension extension;

    if (!q->response.is_basic)
        return;
    if (!extensions_find_type(&inquiry_basic(q)->response_data.response_extensions, EXTENSION_NONCE,
                              &extension))
        check_nonce_missing(q, c);
    else if (sent.data == NULL && q->policy->require_nonce)
        check_fail(c, REASON_NONCE_MISSING,
                   "expected the nonce that was sent, found that none was");
    else if (sent.data == NULL)
        check_skip(c, "no nonce was sent");
    else if (slice_equal(nonce_octets(extension.extn_value), sent))
        check_pass(c);
    else
        check_fail(c, REASON_NONCE_DIFFERS, "expected the nonce that was sent, found another");
}

void check_cert_id(struct inquiry *q, struct check *c)
{
    static const char *const found[] = {
        [COVERS_NOTHING] = "a hash algorithm that is not supported",
        [COVERS_ALGORITHM] = "a hash of another length than its algorithm's",
        [COVERS_LENGTH] = "the name of another issuer",
        [COVERS_NAME] = "the key of another issuer",
        [COVERS_ISSUER] = "another serial number",
    };

    if (!q->response.is_basic)
        return;
    if (q->match_count > 0)
        check_pass(c);
    else
        check_fail(c, REASON_CERTIFICATE_NOT_COVERED,
                   "expected a CertID of the certificate, found at best %s in %zu",
                   found[q->covers], inquiry_basic(q)->response_data.response_count);
}

/* From here on it is the gravest that counts. */
void check_conflict(struct inquiry *q, struct check *c)
{
    if (q->match_count == 0)
        return;
    q->match = q->gravest;
    inquiry_set_window(q);
    check_pass(c);
    if (q->match_differs)
        check_note(c, REASON_NONE,
                   "%zu SingleResponses are about the certificate, and differ; revoked goes before "
                   "unknown, and unknown before good",
                   q->match_count);
}
