/* SPDX-License-Identifier: Apache-2.0 */
#include "crl-reason.h"

bool crl_reason_parse(struct der *d, enum crl_reason *reason, struct error *e)
{
    size_t offset = der_offset(d);
    uint32_t number;

    if (!der_read_number(d, DER_ENUMERATED, &number, e))
        return false;
    if (number == 7 || number > CRL_REASON_AA_COMPROMISE)
        return error_at(e, ERROR_DER, offset, "expected a CRLReason of 0 to 6 or 8 to 10, found %u",
                        (unsigned)number);
    *reason = (enum crl_reason)number;
    return true;
}

const char *crl_reason_word(enum crl_reason reason)
{
    static const char *const words[] = {
        [CRL_REASON_UNSPECIFIED] = "unspecified",
        [CRL_REASON_KEY_COMPROMISE] = "keyCompromise",
        [CRL_REASON_CA_COMPROMISE] = "cACompromise",
        [CRL_REASON_AFFILIATION_CHANGED] = "affiliationChanged",
        [CRL_REASON_SUPERSEDED] = "superseded",
        [CRL_REASON_CESSATION_OF_OPERATION] = "cessationOfOperation",
        [CRL_REASON_CERTIFICATE_HOLD] = "certificateHold",
        [CRL_REASON_REMOVE_FROM_CRL] = "removeFromCRL",
        [CRL_REASON_PRIVILEGE_WITHDRAWN] = "privilegeWithdrawn",
        [CRL_REASON_AA_COMPROMISE] = "aACompromise",
    };

    return words[reason];
}
