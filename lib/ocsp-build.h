/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Builds what is sent to a responder: an OCSPRequest (RFC 6960 4.1.1) about one certificate,
 * unsigned, byte for byte as OpenSSL's, and the URL that carries it in a GET request.
 *
 * Does not check that the issuer is the certificate's, nor that the URL is one.
 */
#ifndef OCSPKIT_OCSP_BUILD_H
#define OCSPKIT_OCSP_BUILD_H

#include "buffer.h"
#include "cert.h"
#include "digest.h"

struct ocsp_build {
    const struct cert *cert;
    const struct cert *issuer;
    enum digest hash_algorithm; /* of the CertID: DIGEST_SHA1 or DIGEST_SHA256 */
    struct slice nonce;         /* the octets, at most NONCE_MAX (RFC 9654 2.1); SLICE_NONE: none */
};

/* Replaces what `out` holds. Errors: ERROR_MEMORY, ERROR_LIMIT; ERROR_DER where the engine refuses
 * a value. */
bool ocsp_request_build(const struct ocsp_build *what, struct buffer *out,
                        struct error *e) MUST_USE;

/*
 * RFC 6960 A.1: the responder's URL, a slash unless there is one, and the request in base64 with
 * "+", "/" and "=" escaped. Replaces what `out` holds. Errors: ERROR_MEMORY, ERROR_LIMIT.
 */
bool ocsp_request_build_url(struct slice responder, struct slice request, struct buffer *out,
                            struct error *e) MUST_USE;

#endif
