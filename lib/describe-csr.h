/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_CSR_H
#define OCSPKIT_DESCRIBE_CSR_H

#include "csr.h"
#include "report.h"

/*
 * The members of a certification request, in the layout of `openssl req -text`. An attribute is in
 * data {"type":..., NAME: value}, where NAME is that of a type that is known, else "values" and the
 * hex of each value's DER; in text its strings, else the octets.
 */
void describe_csr(struct report *r, const struct csr *csr);

#endif
