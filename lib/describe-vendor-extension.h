/* SPDX-License-Identifier: Apache-2.0 */
/* The values of vendor-extension.h, each from where `d` stands, as the level or value `f`. */
#ifndef OCSPKIT_DESCRIBE_VENDOR_EXTENSION_H
#define OCSPKIT_DESCRIBE_VENDOR_EXTENSION_H

#include "der.h"
#include "report.h"

void describe_certificate_template(struct report *r, const struct field *f, struct der *d);
void describe_ca_version(struct report *r, const struct field *f, struct der *d);
void describe_ntds_ca_security(struct report *r, const struct field *f, struct der *d);
void describe_cabf_organization_identifier(struct report *r, const struct field *f, struct der *d);
void describe_entrust_vers_info(struct report *r, const struct field *f, struct der *d);

#endif
