/* SPDX-License-Identifier: Apache-2.0 */
#include "object-check.h"

#include "cert.h"
#include "crl.h"
#include "csr.h"
#include "ocsp-request.h"
#include "ocsp-response.h"
#include "private-key.h"
#include "public-key.h"

static bool check_request(const struct object *object, struct error *e)
{
    struct ocsp_request request;

    if (!ocsp_request_parse(object->der, &request, e))
        return false;
    if (object->encoding == ENCODING_URL && request.request_count == 0)
        return error_set(e, ERROR_DER, "expected at least one CertID, found none");
    return true;
}

static bool check_response(struct slice der, struct error *e)
{
    struct ocsp_response response;

    return ocsp_response_parse(der, &response, e);
}

static bool check_cert(struct slice der, struct error *e)
{
    struct cert cert;

    return cert_parse(der, &cert, e);
}

static bool check_crl(struct slice der, struct error *e)
{
    struct crl crl;

    return crl_parse(der, &crl, e);
}

static bool check_csr(struct slice der, struct error *e)
{
    struct csr csr;

    return csr_parse(der, &csr, e);
}

static bool check_public_key(const struct object *object, struct error *e)
{
    struct subject_public_key_info info;
    departure_set departures;

    return object->kind == OBJECT_RSA_PUBLIC_KEY
               ? public_key_parse_rsa(object->der, &info, &departures, e)
               : public_key_parse(object->der, &info, &departures, e);
}

static bool check_other(const struct object *object, struct error *e)
{
    struct private_key key;

    if (object->kind == OBJECT_ENCRYPTED_PRIVATE_KEY || object->kind == OBJECT_PEM_ENCRYPTED_KEY)
        return error_set(e, ERROR_CONTENT,
                         "expected a key that can be read, found none: this is an encrypted "
                         "private key (openssl pkey decrypts it)");
    if (object_is_private_key(object->kind))
        return private_key_parse(object->kind, object->der, &key, e);
    return error_set(e, ERROR_CONTENT,
                     "expected a certificate, a CRL, an OCSP request or response, a certificate "
                     "request or a key, found %s",
                     object_kind_name(object->kind));
}

bool object_check(const struct object *object, struct error *e)
{
    switch (object->kind) {
    case OBJECT_CERTIFICATE:
        return check_cert(object->der, e);
    case OBJECT_CRL:
        return check_crl(object->der, e);
    case OBJECT_OCSP_REQUEST:
        return check_request(object, e);
    case OBJECT_OCSP_RESPONSE:
        return check_response(object->der, e);
    case OBJECT_CSR:
        return check_csr(object->der, e);
    case OBJECT_PUBLIC_KEY:
    case OBJECT_RSA_PUBLIC_KEY:
        return check_public_key(object, e);
    default:
        return check_other(object, e);
    }
}
