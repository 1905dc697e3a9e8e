/* SPDX-License-Identifier: Apache-2.0 */
/* The values of ocsp-extension.h, each from where `d` stands, as the level `f`. */
#ifndef OCSPKIT_DESCRIBE_OCSP_EXTENSION_H
#define OCSPKIT_DESCRIBE_OCSP_EXTENSION_H

#include "der.h"
#include "report.h"

void describe_crl_id(struct report *r, const struct field *f, struct der *d);
void describe_service_locator(struct report *r, const struct field *f, struct der *d);
void describe_preferred_signature_algorithms(struct report *r, const struct field *list,
                                             struct der *d);

#endif
