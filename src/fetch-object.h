/* SPDX-License-Identifier: Apache-2.0 */
/* What was fetched for several certificates, made ready for them once it has come. */
#ifndef OCSPKIT_FETCH_OBJECT_H
#define OCSPKIT_FETCH_OBJECT_H

#include "fetch-cache.h"

/*
 * Its exchange is over. Its content becomes, of an issuer's URL, the DER of the certificates, one
 * behind the other, and of a CRL's the DER; what is wrong with it stands in exchange.detail, or is
 * for the judge to say.
 */
void fetch_object_take(struct fetch_object *object);

#endif
