/* SPDX-License-Identifier: Apache-2.0 */
/*
 * qcStatements, from where `d` stands. A statementInfo that is one of ETSI's is decoded; another is
 * "#" and hex, as describe_any() has it.
 */
#ifndef OCSPKIT_DESCRIBE_QC_STATEMENT_H
#define OCSPKIT_DESCRIBE_QC_STATEMENT_H

#include "der.h"
#include "report.h"

void describe_qc_statements(struct report *r, const struct field *list, struct der *d);

/* biometricInfo, the same; its type by its word, its number or its OID. */
void describe_biometric_info(struct report *r, const struct field *list, struct der *d);

#endif
