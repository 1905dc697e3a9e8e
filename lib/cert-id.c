/* SPDX-License-Identifier: Apache-2.0 */
#include "cert-id.h"

#include "serial-number.h"

bool cert_id_parse(struct der *d, struct cert_id *cert_id, struct error *e)
{
    struct der inside;

    if (!der_enter(d, DER_SEQUENCE, &inside, e))
        return false;
    if (!algorithm_parse(&inside, &cert_id->hash_algorithm, e))
        return error_in(e, "hashAlgorithm");
    if (!der_read(&inside, DER_OCTET_STRING, &cert_id->issuer_name_hash, e))
        return error_in(e, "issuerNameHash");
    if (!der_read(&inside, DER_OCTET_STRING, &cert_id->issuer_key_hash, e))
        return error_in(e, "issuerKeyHash");
    if (!serial_number_parse(&inside, &cert_id->serial_number, e))
        return error_in(e, "serialNumber");
    return der_end(&inside, e);
}
