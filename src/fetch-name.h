/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How --save names files, for those who write them and for those who read them again: after the
 * certificate that they are about, or after themselves, and what they are.
 */
#ifndef OCSPKIT_FETCH_NAME_H
#define OCSPKIT_FETCH_NAME_H

#include "slice.h"

#define FETCH_NAME_LEN     16 /* the start of a SHA-256, in lower-case hex */
#define FETCH_RESPONSE_END "-response.der"
#define FETCH_REQUEST_END  "-request.der"
#define FETCH_CRL_END      ".crl"

/* With a NUL behind it. */
void fetch_name(struct slice der, char name[FETCH_NAME_LEN + 1]);

#endif
