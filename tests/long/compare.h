/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An object read by us and by libcrypto. What we read it has to read too, to the same values;
 * differences are told to divergence.h.
 *
 * Kinds that are added get a compare function here, a file of their own, and a row in
 * differential.c.
 */
#ifndef OCSPKIT_COMPARE_H
#define OCSPKIT_COMPARE_H

#include "slice.h"

#include <openssl/x509.h>

enum reading {
    READ_BY_NONE,
    READ_BY_US,
    READ_BY_LIBCRYPTO,
    READ_BY_BOTH,
};

enum reading compare_cert(struct slice der);
enum reading compare_crl(struct slice der);
enum reading compare_request(struct slice der);
enum reading compare_response(struct slice der);
enum reading compare_csr(struct slice der);
enum reading compare_pkcs7(struct slice der);

#endif
