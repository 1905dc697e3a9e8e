/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-object.h"

#include "cert.h"
#include "source.h"

#include <stdio.h>

/* Some CRLs are published in PEM, against RFC 5280 4.2.1.13; the judge wants DER. */
static void decode_crl(struct exchange *x)
{
    struct source source CLEANUP(source_free);
    struct object object;
    struct buffer der = BUFFER_INIT(LIMIT_CRL);
    bool found;

    source_init(&source);
    if (x->content.len == 0 || x->content.data[0] == DER_SEQUENCE)
        return;
    source_open_bytes(&source, buffer_slice(&x->content));
    if (!source_next(&source, &object, &found, NULL) || !found || object.kind != OBJECT_CRL ||
        !buffer_append(&der, object.der, NULL))
        return;
    buffer_free(&x->content);
    x->content = der;
}

/* Certificates in DER, PEM or PKCS#7 (RFC 5280 4.2.2.1): those that are whole. */
static bool append_certs(struct buffer *certs, struct slice bytes, struct error *e)
{
    struct source source CLEANUP(source_free);
    struct object object;
    struct cert cert;
    bool found = true;

    (void)error_set(e, ERROR_CONTENT, "expected a certificate, found none");
    source_init(&source);
    source_open_bytes(&source, bytes);
    while (found && !source_is_at_end(&source)) {
        if (!source_next(&source, &object, &found, e)) {
            found = true; /* perhaps behind it */
        } else if (found && object.kind == OBJECT_CERTIFICATE && cert_parse(object.der, &cert, e) &&
                   !buffer_append(certs, object.der, e)) {
            return false;
        }
    }
    return certs->len > 0;
}

/* Leaves the certificates one behind the other. */
static void decode_certs(struct exchange *x)
{
    struct buffer certs = BUFFER_INIT(LIMIT_CA_ISSUERS);
    struct error e;

    if (!append_certs(&certs, buffer_slice(&x->content), &e))
        (void)snprintf(x->detail, sizeof(x->detail), "%s", e.text);
    buffer_free(&x->content);
    x->content = certs;
}

void fetch_object_take(struct fetch_object *object)
{
    struct exchange *x = &object->exchange;

    object->is_taken = true;
    if (x->state != EXCHANGE_ANSWERED)
        return;
    if (object->kind == FETCH_KIND_ISSUER) {
        decode_certs(x);
        return;
    }
    decode_crl(x);
    kept_crl_init(&object->crl, buffer_slice(&x->content));
}
