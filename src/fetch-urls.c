/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-urls.h"

#include "distribution-point.h"
#include "extension-value.h"

/* RFC 5280 4.2.2.1: id-ad-ocsp, id-ad-caIssuers */
static const uint8_t ad_ocsp[] = {0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01};
static const uint8_t ad_ca_issuers[] = {0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02};

/* Schemes have no case (RFC 3986 3.1). */
static bool starts_with_scheme(struct slice url, struct slice scheme)
{
    return url.len > scheme.len && slice_equal_without_case(slice_first(url, scheme.len), scheme);
}

void fetch_urls_add(struct fetch_urls *urls, struct slice url)
{
    if (!starts_with_scheme(url, SLICE("http://")) && !starts_with_scheme(url, SLICE("https://"))) {
        if (urls->other.data == NULL)
            urls->other = url;
        return;
    }
    for (size_t i = 0; i < urls->count; i++) {
        if (slice_equal(urls->urls[i], url))
            return;
    }
    if (urls->count < FETCH_URLS_MAX)
        urls->urls[urls->count++] = url;
}

static void add_name(struct fetch_urls *urls, const struct general_name *name)
{
    if (name->type == UNIFORM_RESOURCE_IDENTIFIER)
        fetch_urls_add(urls, name->value);
}

static void find_access(struct fetch_urls *urls, const struct cert *cert, struct slice method)
{
    struct access_description access;
    departure_set known;
    struct slice list;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_AUTHORITY_INFO_ACCESS, &known, &d) ||
        !access_descriptions_parse(&d, &list, NULL))
        return;
    while (access_descriptions_next(&list, &access)) {
        if (slice_equal(access.access_method, method))
            add_name(urls, &access.access_location);
    }
}

void fetch_urls_find_ocsp(struct fetch_urls *urls, const struct cert *cert)
{
    find_access(urls, cert, slice_of(ad_ocsp, sizeof(ad_ocsp)));
}

void fetch_urls_find_ca_issuers(struct fetch_urls *urls, const struct cert *cert)
{
    find_access(urls, cert, slice_of(ad_ca_issuers, sizeof(ad_ca_issuers)));
}

void fetch_urls_find_crls(struct fetch_urls *urls, const struct cert *cert)
{
    struct distribution_point point;
    struct general_name name;
    departure_set known;
    struct slice list;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_CRL_DISTRIBUTION_POINTS, &known, &d) ||
        !distribution_points_parse(&d, &list, NULL))
        return;
    while (distribution_points_next(&list, &point)) {
        struct slice names = point.distribution_point.full_name;

        while (general_names_next(&names, &name))
            add_name(urls, &name);
    }
}
