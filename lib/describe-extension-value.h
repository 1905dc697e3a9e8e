/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The values of extensions that have no module of their own, each from a cursor over its extnValue.
 * For describe-extension.c, which knows which is which and gives the field: a level where the value
 * has members.
 */
#ifndef OCSPKIT_DESCRIBE_EXTENSION_VALUE_H
#define OCSPKIT_DESCRIBE_EXTENSION_VALUE_H

#include "der.h"
#include "report.h"

/* subjectKeyIdentifier and other OCTET STRINGs */
void describe_octets(struct report *r, const struct field *f, struct der *d);

void describe_authority_key_identifier(struct report *r, const struct field *f, struct der *d);
void describe_basic_constraints(struct report *r, const struct field *f, struct der *d);
void describe_key_usage(struct report *r, const struct field *f, struct der *d);
void describe_ns_cert_type(struct report *r, const struct field *f, struct der *d);

/* extKeyUsage, acceptableResponses */
void describe_oids(struct report *r, const struct field *list, struct der *d);

/* subjectAltName, issuerAltName, certificateIssuer */
void describe_alt_names(struct report *r, const struct field *list, struct der *d);

/* authorityInfoAccess, subjectInfoAccess */
void describe_info_access(struct report *r, const struct field *list, struct der *d);

/* The same of its contents, see access_descriptions_next(). */
void describe_access_descriptions(struct report *r, const struct field *list,
                                  struct slice descriptions);

void describe_proxy_cert_info(struct report *r, const struct field *f, struct der *d);

void describe_private_key_usage_period(struct report *r, const struct field *f, struct der *d);

/* A string of any type: nsComment and its like, msCertificateTemplateName. */
void describe_string_value(struct report *r, const struct field *f, struct der *d);

/* UTCTime, or GeneralizedTime */
void describe_time_value(struct report *r, const struct field *f, struct der *d);

#endif
