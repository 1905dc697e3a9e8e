/* SPDX-License-Identifier: Apache-2.0 */
#include "show.h"

/* Kinds that are added get a row here, and a file show-KIND.c. */
bool show_object(const struct object *object)
{
    switch (object->kind) {
    case OBJECT_CERTIFICATE:
        return show_cert(object);
    case OBJECT_CRL:
        return show_crl(object);
    case OBJECT_OCSP_REQUEST:
        return show_ocsp_request(object);
    case OBJECT_OCSP_RESPONSE:
        return show_ocsp_response(object);
    case OBJECT_CSR:
        return show_csr(object);
    case OBJECT_PKCS7:
        return show_pkcs7(object);
    case OBJECT_PUBLIC_KEY:
    case OBJECT_RSA_PUBLIC_KEY:
        return show_public_key(object);
    default:
        return object_is_private_key(object->kind) && show_private_key(object);
    }
}

struct object object_of(const uint8_t *data, size_t size)
{
    return (struct object){.encoding = ENCODING_DER, .der = slice_of(data, size)};
}
