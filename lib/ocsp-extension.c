/* SPDX-License-Identifier: Apache-2.0 */
#include "ocsp-extension.h"

#include "extension-value.h"
#include "name.h"
#include "string-type.h"

static bool parse_crl_url(struct der *d, struct slice *url, struct error *e)
{
    struct der inside;

    *url = SLICE_NONE;
    if (!der_next_is(d, DER_CONTEXT(0)))
        return true;
    if (!der_enter(d, DER_CONTEXT(0), &inside, e) || !der_read(&inside, DER_IA5_STRING, url, e))
        return false;
    string_check(d, DER_IA5_STRING, *url);
    return der_end(&inside, e);
}

static bool parse_crl_num(struct der *d, struct slice *number, struct error *e)
{
    struct der inside;

    *number = SLICE_NONE;
    if (!der_next_is(d, DER_CONTEXT(1)))
        return true;
    return der_enter(d, DER_CONTEXT(1), &inside, e) && der_read_integer(&inside, number, e) &&
           der_end(&inside, e);
}

static bool parse_crl_time(struct der *d, struct crl_id *id, struct error *e)
{
    struct der inside;

    id->has_crl_time = der_next_is(d, DER_CONTEXT(2));
    if (!id->has_crl_time)
        return true;
    return der_enter(d, DER_CONTEXT(2), &inside, e) &&
           der_read_generalized_time(&inside, &id->crl_time, e) && der_end(&inside, e);
}

bool crl_id_parse(struct der *d, struct crl_id *id, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!parse_crl_url(&inside, &id->crl_url, e))
        return error_in(e, "crlUrl");
    if (!parse_crl_num(&inside, &id->crl_num, e))
        return error_in(e, "crlNum");
    if (!parse_crl_time(&inside, id, e))
        return error_in(e, "crlTime");
    return der_end(&inside, e);
}

bool service_locator_parse(struct der *d, struct service_locator *locator, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!name_parse(&inside, &locator->issuer, e))
        return error_in(e, "issuer");
    locator->locator = SLICE_NONE;
    if (!der_at_end(&inside) && !access_descriptions_parse(&inside, &locator->locator, e))
        return error_in(e, "locator");
    return der_end(&inside, e);
}

static bool parse_preferred(struct der *d, struct preferred_signature_algorithm *preferred,
                            struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!algorithm_parse(&inside, &preferred->sig_identifier, e))
        return error_in(e, "sigIdentifier");
    preferred->has_pub_key_alg_identifier = !der_at_end(&inside);
    if (preferred->has_pub_key_alg_identifier &&
        !algorithm_parse(&inside, &preferred->pub_key_alg_identifier, e))
        return error_in(e, "pubKeyAlgIdentifier");
    return der_end(&inside, e);
}

static bool check_preferred(struct der *d, struct error *e)
{
    struct preferred_signature_algorithm preferred;

    return parse_preferred(d, &preferred, e);
}

bool preferred_signature_algorithms_parse(struct der *d, struct slice *list, struct error *e)
{
    return der_read_list(d, DER_SEQUENCE, DER_MAY_BE_EMPTY, check_preferred, list, e);
}

bool preferred_signature_algorithms_next(struct slice *list,
                                         struct preferred_signature_algorithm *preferred)
{
    departure_set known = 0;
    struct der d = der_over(*list, &known);

    if (der_at_end(&d) || !parse_preferred(&d, preferred, NULL))
        return false;
    *list = der_rest(&d);
    return true;
}
