/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DH_GROUP_H
#define OCSPKIT_DH_GROUP_H

#include "key-algorithm.h"

/*
 * The group of RFC 3526 or RFC 7919 that these parameters of PKCS #3 are, as OpenSSL names it:
 * "modp_2048", "ffdhe2048"; null where they are none.
 */
const char *dh_group_find(const struct dss_parms *parms);

#endif
