/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The URLs that a certificate names: of http and https, each once, in the order in which they
 * stand. Whatever else it names, ldap, is passed over, but the first is kept to be shown. The
 * slices are of the certificate's bytes.
 */
#ifndef OCSPKIT_FETCH_URLS_H
#define OCSPKIT_FETCH_URLS_H

#include "cert.h"

#define FETCH_URLS_MAX 8 /* URLs tried of a kind */

struct fetch_urls {
    struct slice urls[FETCH_URLS_MAX];
    size_t count;
    struct slice other; /* the first one of another scheme; SLICE_NONE: there is none */
};

/* Unless it is there, or there are FETCH_URLS_MAX. */
void fetch_urls_add(struct fetch_urls *urls, struct slice url);

/* authorityInfoAccess (RFC 5280 4.2.2.1): of responders, and of issuers' certificates. */
void fetch_urls_find_ocsp(struct fetch_urls *urls, const struct cert *cert);
void fetch_urls_find_ca_issuers(struct fetch_urls *urls, const struct cert *cert);

/* cRLDistributionPoints (RFC 5280 4.2.1.13): every URI of every point. */
void fetch_urls_find_crls(struct fetch_urls *urls, const struct cert *cert);

#endif
