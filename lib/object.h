/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a piece of DER is, by its shape: enough of the first tags to tell the kinds apart, so that
 * what is broken further in is still taken for what it was meant to be, and its parser names the
 * place.
 */
#ifndef OCSPKIT_OBJECT_H
#define OCSPKIT_OBJECT_H

#include "departure.h"
#include "error.h"
#include "slice.h"

enum object_kind {
    OBJECT_UNKNOWN,
    OBJECT_CERTIFICATE,           /* RFC 5280 4.1 */
    OBJECT_CRL,                   /* RFC 5280 5.1 */
    OBJECT_OCSP_REQUEST,          /* RFC 6960 4.1.1 */
    OBJECT_OCSP_RESPONSE,         /* RFC 6960 4.2.1 */
    OBJECT_PKCS7,                 /* RFC 2315 14: ContentInfo */
    OBJECT_CSR,                   /* RFC 2986 4.2 */
    OBJECT_PUBLIC_KEY,            /* RFC 5280 4.1: SubjectPublicKeyInfo */
    OBJECT_RSA_PUBLIC_KEY,        /* RFC 8017 A.1.1 */
    OBJECT_PRIVATE_KEY,           /* RFC 5208 5: PrivateKeyInfo; from here on private ones */
    OBJECT_RSA_PRIVATE_KEY,       /* RFC 8017 A.1.2 */
    OBJECT_EC_PRIVATE_KEY,        /* RFC 5915 3 */
    OBJECT_DSA_PRIVATE_KEY,       /* OpenSSL's: version, p, q, g, y, x */
    OBJECT_ENCRYPTED_PRIVATE_KEY, /* RFC 5208 6 */
    OBJECT_PEM_ENCRYPTED_KEY,     /* RFC 1421 4.6.1.1: Proc-Type: 4,ENCRYPTED; the last of them */
    OBJECT_KEY_PARAMETERS,        /* by its PEM label: EC PARAMETERS, DH PARAMETERS */
    OBJECT_PKCS12,                /* RFC 7292 4: PFX */
    OBJECT_KIND_COUNT,
};

/* How the bytes came. */
enum object_encoding {
    ENCODING_DER,
    ENCODING_PEM,
    ENCODING_BASE64,
    ENCODING_HEX,
    ENCODING_URL, /* the path of a GET request, RFC 6960 A.1: it can only be a request */
};

/* An object as it was found in an input. */
struct object {
    enum object_kind kind;
    enum object_encoding encoding;
    struct slice der;
    struct slice label;       /* of the PEM block; else SLICE_NONE */
    struct slice responder;   /* of a GET URL: everything before the request; else SLICE_NONE */
    size_t index;             /* which object of its input, from 0 */
    size_t offset;            /* in the input's DER, of its first byte: 0 but for concatenations */
    unsigned repairs;         /* mask of enum ocsp_url_repair */
    departure_set departures; /* of what is around it: the PKCS#7 bundle, the PEM block */
};

/* The kind by its shape; OBJECT_UNKNOWN where it has none of them. */
enum object_kind object_identify(struct slice der);

/* With its article, for messages: "a certificate", "an OCSP response". */
const char *object_kind_name(enum object_kind kind);

/* The label of PEM as OpenSSL writes it, "CERTIFICATE"; null where a kind has none. */
const char *object_pem_label(enum object_kind kind);

/* What a PEM label stands for; OBJECT_UNKNOWN where that is not known. */
enum object_kind object_identify_label(struct slice label);

/* Whether it is a private key, of which nothing but kind and size may be shown. */
bool object_is_private_key(enum object_kind kind);

/*
 * Whether a PEM block so labelled may hold that kind: "X509 CERTIFICATE", "NEW CERTIFICATE REQUEST"
 * too, and labels of nobody's with the kind's words in them: "CA CERTIFICATE 2".
 */
bool object_label_fits(struct slice label, enum object_kind kind);

#endif
