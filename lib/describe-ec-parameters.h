/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OCSPKIT_DESCRIBE_EC_PARAMETERS_H
#define OCSPKIT_DESCRIBE_EC_PARAMETERS_H

#include "ec-parameters.h"
#include "report.h"

/*
 * A curve in numbers: in data the object `f`, in text lines as OpenSSL prints them. Behind them,
 * where it is one that has a name, which, and whether the generator is that curve's too.
 */
void describe_ec_parameters(struct report *r, const struct field *f,
                            const struct ec_parameters *parameters);

#endif
