/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An AlgorithmIdentifier is its name. What its parameters say stands beside it: in text those of
 * RSASSA-PSS below the name, in data a member of their own.
 */
#ifndef OCSPKIT_DESCRIBE_ALGORITHM_H
#define OCSPKIT_DESCRIBE_ALGORITHM_H

#include "report.h"
#include "rsassa-pss.h"

/* The name; in text the parameters too. */
void describe_algorithm(struct report *r, const struct field *f, const struct algorithm *algorithm);

/* As "signatureAlgorithm"; in data "signatureAlgorithmParameters" where there are any. */
void describe_signature_algorithm(struct report *r, const struct algorithm *algorithm);

/*
 * The parameters in data, where there are any but NULL: those of RSASSA-PSS as the object
 * `object`, an OID by its name and others in hex as `value`.
 */
void describe_parameters(struct report *r, const struct field *object, const struct field *value,
                         const struct algorithm *algorithm);

/* Those of RSASSA-PSS in text, below the label that stands before; `minimum` of a key's. */
void describe_pss_text(struct report *r, const struct rsassa_pss_params *params, bool minimum);

#endif
