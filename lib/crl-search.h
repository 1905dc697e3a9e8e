/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which entries of a CRL are those of some serial numbers: found while the CRL is parsed, in the
 * one pass over its bytes. All of them are kept, for an indirect CRL may have several certificates
 * of one serial number, by different issuers (RFC 5280 5.3.3).
 *
 * Says nothing of whether a certificate is revoked: the CRL is not verified, and may be of another
 * scope.
 */
#ifndef OCSPKIT_CRL_SEARCH_H
#define OCSPKIT_CRL_SEARCH_H

#include "crl.h"
#include "serial-set.h"

struct crl_search {
    const struct serial_set *serials;
    struct slice der;     /* the CRL that was parsed last */
    struct buffer places; /* of the entries that were found, in the order of the CRL */
    struct buffer found;  /* for each serial number a byte: 1 where it has an entry */
    uint32_t issuer;      /* while parsing: where the last certificateIssuer stands, or 0 */
};

struct crl_match {
    struct crl_entry entry;
    struct slice certificate_issuer; /* GeneralNames, of this entry or the last before it that names
                                        one; SLICE_NONE: it is the CRL's issuer */
};

/* A search that is to be freed with crl_search_free(). The serial numbers have to outlive it. */
void crl_search_init(struct crl_search *search, const struct serial_set *serials);
void crl_search_free(struct crl_search *search);

/* crl_parse(), after which the search holds what was found in this CRL; also ERROR_MEMORY. */
bool crl_search_parse(struct crl_search *search, struct slice der, struct crl *crl,
                      struct error *e) MUST_USE;

/* How many entries were found; the one with that number, from 0. */
size_t crl_search_count(const struct crl_search *search);
struct crl_match crl_search_at(const struct crl_search *search, size_t number);

/* Whether the serial number with that number in the set has an entry; whether every one has. */
bool crl_search_found(const struct crl_search *search, size_t number);
bool crl_search_found_all(const struct crl_search *search);

/*
 * Of the serial numbers without an entry those that may be meant as decimal numbers: how many, and
 * the first.
 */
size_t crl_search_count_decimal(const struct crl_search *search, struct slice *first);

#endif
