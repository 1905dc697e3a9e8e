/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-build.h"

#include "base64.h"
#include "extension-value.h"

#include <libtasn1.h>

#include "ocsp-grammar.h"

#define REQUEST_MAX 4096 /* two hashes, a serial number and a nonce at their longest, and more */

#define NONCE_OID   "1.3.6.1.5.5.7.48.1.2"
#define CERT_ID     "tbsRequest.requestList.?1.reqCert."
#define EXTENSIONS  "tbsRequest.requestExtensions"

static bool check_result(int result, struct error *e)
{
    if (result == ASN1_SUCCESS)
        return true;
    return error_set(e, result == ASN1_MEM_ALLOC_ERROR ? ERROR_MEMORY : ERROR_DER,
                     "expected values that a request can have, found that libtasn1 says %s",
                     asn1_strerror(result));
}

static bool write_octets(asn1_node node, const char *name, struct slice octets, struct error *e)
{
    return check_result(asn1_write_value(node, name, octets.data, (int)octets.len), e);
}

/* A word of the grammar, or an identifier. */
static bool write_word(asn1_node node, const char *name, const char *word, struct error *e)
{
    return check_result(asn1_write_value(node, name, word, 1), e);
}

/* The parameters are NULL, as RFC 4055 2.1 has it and responders expect it. */
static bool write_cert_id(asn1_node node, const struct ocsp_build *what, struct error *e)
{
    static const char *const identifiers[DIGEST_COUNT] = {
        [DIGEST_SHA1] = "1.3.14.3.2.26", [DIGEST_SHA256] = "2.16.840.1.101.3.4.2.1"};
    enum digest d = what->hash_algorithm;
    uint8_t name_hash[DIGEST_MAX];
    uint8_t key_hash[DIGEST_MAX];

    digest_compute(d, what->issuer->subject, name_hash);
    digest_compute(d, what->issuer->subject_public_key_info.subject_public_key, key_hash);
    return write_word(node, "tbsRequest.requestList", "NEW", e) &&
           write_word(node, CERT_ID "hashAlgorithm.algorithm", identifiers[d], e) &&
           write_octets(node, CERT_ID "hashAlgorithm.parameters", SLICE("\x05\x00"), e) &&
           write_octets(node, CERT_ID "issuerNameHash", slice_of(name_hash, digest_size(d)), e) &&
           write_octets(node, CERT_ID "issuerKeyHash", slice_of(key_hash, digest_size(d)), e) &&
           write_octets(node, CERT_ID "serialNumber", what->cert->serial_number, e);
}

/* Nonce ::= OCTET STRING (RFC 9654 2.1), which lies in the OCTET STRING of its extension. */
static bool write_nonce(asn1_node node, struct slice nonce, struct error *e)
{
    uint8_t value[ASN1_MAX_TL_SIZE + NONCE_MAX];
    unsigned len = ASN1_MAX_TL_SIZE;

    if (nonce.len == 0)
        return check_result(asn1_write_value(node, EXTENSIONS, NULL, 0), e);
    if (nonce.len > NONCE_MAX)
        return error_set(e, ERROR_LIMIT, "expected a nonce of at most %d octets, found %zu",
                         NONCE_MAX, nonce.len);
    if (!check_result(asn1_encode_simple_der(ASN1_ETYPE_OCTET_STRING, nonce.data,
                                             (unsigned)nonce.len, value, &len),
                      e))
        return false;
    memcpy(value + len, nonce.data, nonce.len);
    return write_word(node, EXTENSIONS, "NEW", e) &&
           write_word(node, EXTENSIONS ".?1.extnID", NONCE_OID, e) &&
           write_octets(node, EXTENSIONS ".?1.extnValue", slice_of(value, len + nonce.len), e);
}

static bool encode(asn1_node node, struct buffer *out, struct error *e)
{
    uint8_t *room;
    int len = REQUEST_MAX;

    out->len = 0;
    room = buffer_room(out, REQUEST_MAX, e);
    if (room == NULL || !check_result(asn1_der_coding(node, "", room, &len, NULL), e))
        return false;
    out->len = (size_t)len;
    return true;
}

bool ocsp_request_build(const struct ocsp_build *what, struct buffer *out, struct error *e)
{
    asn1_node grammar = NULL;
    asn1_node node = NULL;
    bool built = check_result(asn1_array2tree(ocsp_grammar, &grammar, NULL), e) &&
                 check_result(asn1_create_element(grammar, "OCSPRequests.OCSPRequest", &node), e) &&
                 write_cert_id(node, what, e) && write_nonce(node, what->nonce, e) &&
                 encode(node, out, e);

    (void)asn1_delete_structure(&node);
    (void)asn1_delete_structure(&grammar);
    return built;
}

/* Of base64's alphabet, what stands for something else in a path. */
static struct slice escape(uint8_t digit)
{
    switch (digit) {
    case '+':
        return SLICE("%2B");
    case '/':
        return SLICE("%2F");
    case '=':
        return SLICE("%3D");
    default:
        return SLICE_NONE;
    }
}

static bool append_escaped(struct buffer *out, struct slice text, struct error *e)
{
    for (size_t i = 0; i < text.len; i++) {
        struct slice escaped = escape(text.data[i]);

        if (!buffer_append(out, escaped.len > 0 ? escaped : slice_of(text.data + i, 1), e))
            return false;
    }
    return true;
}

bool ocsp_request_build_url(struct slice responder, struct slice request, struct buffer *out,
                            struct error *e)
{
    uint8_t text[BASE64_LEN(REQUEST_MAX)];

    out->len = 0;
    if (request.len > REQUEST_MAX)
        return error_set(e, ERROR_LIMIT, "expected a request of at most %d bytes, found one of %zu",
                         REQUEST_MAX, request.len);
    return buffer_append(out, responder, e) &&
           (slice_ends_with(responder, SLICE("/")) || buffer_append(out, SLICE("/"), e)) &&
           append_escaped(out, slice_of(text, base64_encode(text, request)), e);
}
