/* SPDX-License-Identifier: Apache-2.0 */
/*
 * QCStatements ::= SEQUENCE OF QCStatement                    -- RFC 3739 3.2.6
 * QCStatement ::= SEQUENCE {
 *     statementId    OBJECT IDENTIFIER,
 *     statementInfo  ANY DEFINED BY statementId OPTIONAL }
 *
 * and the statementInfo of ETSI EN 319 412-5:
 *
 * MonetaryValue ::= SEQUENCE {                                -- 4.3.2, QcLimitValue
 *     currency  CHOICE { alphabetic PrintableString, numeric INTEGER },
 *     amount    INTEGER,
 *     exponent  INTEGER }
 * QcEuPDS ::= SEQUENCE OF SEQUENCE {                          -- 4.3.4, QcPDS
 *     url       IA5String,
 *     language  PrintableString }
 *
 * BiometricSyntax ::= SEQUENCE OF BiometricData               -- RFC 3739 3.2.5
 * BiometricData ::= SEQUENCE {
 *     typeOfBiometricData  CHOICE {
 *         predefinedBiometricType  INTEGER { picture(0), handwritten-signature(1) },
 *         biometricDataOid         OBJECT IDENTIFIER },
 *     hashAlgorithm        AlgorithmIdentifier,
 *     biometricDataHash    OCTET STRING,
 *     sourceDataUri        IA5String OPTIONAL }
 *
 * The list is checked; a statementInfo is one whole element, and whoever looks into it has to
 * expect that it is another than it should be.
 */
#ifndef OCSPKIT_QC_STATEMENT_H
#define OCSPKIT_QC_STATEMENT_H

#include "algorithm.h"

struct qc_statement {
    struct slice statement_id;   /* the OID's contents octets */
    struct slice statement_info; /* the whole element; SLICE_NONE where absent */
};

/* The list, of which *list is the contents. */
bool qc_statements_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;

/* Takes the first from the front of *list; false at its end. Only after a parse. */
bool qc_statements_next(struct slice *list, struct qc_statement *statement);

struct monetary_value {
    struct slice currency; /* the whole element */
    struct slice amount;   /* an INTEGER's contents octets */
    struct slice exponent; /* the same */
};

bool monetary_value_parse(struct der *d, struct monetary_value *value, struct error *e) MUST_USE;

struct pds_location {
    struct slice url;
    struct slice language;
};

bool pds_locations_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool pds_locations_next(struct slice *list, struct pds_location *location);

struct biometric_data {
    struct slice biometric_data_oid;        /* SLICE_NONE where it is a number */
    struct slice predefined_biometric_type; /* an INTEGER's contents octets */
    struct algorithm hash_algorithm;
    struct slice biometric_data_hash;
    struct slice source_data_uri; /* SLICE_NONE where absent */
};

bool biometric_info_parse(struct der *d, struct slice *list, struct error *e) MUST_USE;
bool biometric_info_next(struct slice *list, struct biometric_data *data);

#endif
