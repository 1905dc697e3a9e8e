/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-cert-id.h"

static const struct field hash_algorithm = FIELD("hashAlgorithm", "Hash Algorithm", LAYOUT_LINE);
static const struct field issuer_name_hash =
    FIELD("issuerNameHash", "Issuer Name Hash", LAYOUT_LINE);
static const struct field issuer_key_hash = FIELD("issuerKeyHash", "Issuer Key Hash", LAYOUT_LINE);
static const struct field serial_number = FIELD("serialNumber", "Serial Number", LAYOUT_LINE);

void describe_cert_id_fields(struct report *r, const struct cert_id *cert_id)
{
    report_oid(r, &hash_algorithm, cert_id->hash_algorithm.algorithm);
    report_hex(r, &issuer_name_hash, cert_id->issuer_name_hash);
    report_hex(r, &issuer_key_hash, cert_id->issuer_key_hash);
    report_integer(r, &serial_number, cert_id->serial_number);
}
