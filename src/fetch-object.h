/* SPDX-License-Identifier: Apache-2.0 */
/* What was fetched for several certificates, made ready for them once it has come. */
#ifndef OCSPKIT_FETCH_OBJECT_H
#define OCSPKIT_FETCH_OBJECT_H

#include "fetch-cache.h"
#include "fetch-issuer.h"

/*
 * Its exchange is over. The certificates of an issuer's URL go to `issuers`, and of a CRL the DER
 * is left; what is wrong with it stands in exchange.detail, or is for the judge to say.
 */
void fetch_object_take(struct fetch_object *object, struct fetch_issuers *issuers);

#endif
