/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-cert.h"
#include "describe-notes.h"
#include "fuzz.h"
#include "show-parts.h"
#include "show.h"

static void walk_cert(const struct cert *cert, struct slice whole)
{
    const struct subject_public_key_info *info = &cert->subject_public_key_info;

    REQUIRE(is_inside(cert->der, whole) && is_inside(cert->tbs_certificate, cert->der));
    REQUIRE(is_inside(cert->serial_number, cert->der) && cert->serial_number.len > 0);
    REQUIRE(is_inside(info->subject_public_key, info->element));
    REQUIRE(algorithm_equal(&cert->signature, &cert->signature_algorithm));
    walk_name(cert->issuer, cert->tbs_certificate);
    walk_name(cert->subject, cert->tbs_certificate);
    walk_extensions(&cert->extensions, cert->tbs_certificate);
}

void walk_certs(struct slice certs, size_t count, struct slice whole)
{
    struct cert cert;
    struct cert alone;

    REQUIRE(is_inside(certs, whole));
    for (; certs_next(&certs, &cert); count--) {
        REQUIRE(count > 0);
        walk_cert(&cert, whole);
        REQUIRE(cert.der.len > LIMIT_CERTIFICATE || cert_parse(cert.der, &alone, NULL));
    }
    REQUIRE(count == 0 && certs.len == 0);
}

static void describe_cert_body(struct report *r, const void *view)
{
    const struct cert *cert = view;

    describe_cert(r, cert);
    describe_notes(r, cert->departures, 0);
}

bool show_cert(const struct object *object)
{
    struct error e = {0};
    struct cert cert;

    if (!cert_parse(object->der, &cert, &e)) {
        refuse(object, &e);
        return false;
    }
    REQUIRE(slice_equal(cert.der, object->der));
    walk_cert(&cert, object->der);
    show("certificate", describe_cert_body, &cert);
    return true;
}
