/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who issued a certificate: among those that the user gave, those beside it in its input, the
 * system's, and those that its own caIssuers URLs gave, in that order; what was fetched for another
 * certificate makes no difference. Only a certificate whose subject is the issuer's name and whose
 * key verifies the signature counts; whether it is a CA, or trusted, is not looked at.
 */
#ifndef OCSPKIT_FETCH_ISSUER_H
#define OCSPKIT_FETCH_ISSUER_H

#include "issuers.h"
#include "signers.h"

#define FETCH_ISSUER_HOPS       4  /* from certificate to certificate, by their caIssuers */
#define FETCH_ISSUER_CANDIDATES 16 /* of that name, in each place */

struct fetch_issuers {
    struct issuers given;
    struct issuers store; /* read when it is first needed */
    void (*load_store)(void *context, struct issuers *store);
    void *context;

    /* private */
    bool has_store;
};

void fetch_issuers_init(struct fetch_issuers *issuers);
void fetch_issuers_free(struct fetch_issuers *issuers);

/*
 * The issuer of the certificate, of what needs no fetching; one that is valid at `at` if there is
 * one. `beside` are the certificates of its input, one behind the other. The views are valid as
 * long as these and the set. Without memory none is found.
 */
bool fetch_issuers_find(struct fetch_issuers *issuers, const struct cert *cert, struct slice beside,
                        int64_t at, struct signers *signers, struct cert *issuer);

/* The same among certificates one behind the other, in which the views are. */
bool fetch_issuers_find_among(struct slice certs, const struct cert *cert, int64_t at,
                              struct signers *signers, struct cert *issuer);

#endif
