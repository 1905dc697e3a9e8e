/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignedCertificateTimestampList (RFC 6962 3.3), which an extension holds in an OCTET STRING. In
 * the notation of TLS:
 *
 *     opaque SerializedSCT<1..2^16-1>;
 *     struct { SerializedSCT sct_list<1..2^16-1>; } SignedCertificateTimestampList;
 *     struct {                                                -- 3.2
 *         Version sct_version;                 -- v1: 0
 *         opaque log_id[32];
 *         uint64 timestamp;                    -- milliseconds since 1970 UTC
 *         opaque extensions<0..2^16-1>;
 *         digitally-signed struct { ... };     -- hash, signature algorithm, opaque
 * signature<0..2^16-1> } SignedCertificateTimestamp;
 *
 * The list is checked, the inside of a timestamp is not: one of another version may hold anything.
 * No signature of a log is verified.
 */
#ifndef OCSPKIT_SCT_H
#define OCSPKIT_SCT_H

#include "der.h"

struct sct {
    struct slice serialized; /* all of it */
    bool is_v1;              /* and well-formed: the members below are set */
    struct slice log_id;
    uint64_t timestamp;
    struct slice extensions;
    uint8_t hash;                /* RFC 5246 7.4.1.4.1: 4 is SHA-256 */
    uint8_t signature_algorithm; /* 1 is RSA, 3 is ECDSA */
    struct slice signature;
};

/* The value of the extension: *list is the contents of sct_list. */
bool scts_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Takes the first from the front of *list; false at its end. Only after a parse. */
bool scts_next(struct slice *list, struct sct *sct);

#endif
