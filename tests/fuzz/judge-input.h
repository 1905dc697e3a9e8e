/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The input of the judge's target: an INTEGER of settings, the issuer, the certificate that is
 * asked about, and the answer, a response or a CRL; one DER object behind another.
 */
#ifndef OCSPKIT_JUDGE_INPUT_H
#define OCSPKIT_JUDGE_INPUT_H

#include "der.h"

/* Bits of the settings. */
enum judge_setting {
    SETTING_NONCE = 1 << 0, /* one was sent: "0123456789abcdef" */
    SETTING_REQUIRE_NONCE = 1 << 1,
    SETTING_STRICT_RESPONDER = 1 << 2,
    SETTING_LIGHTWEIGHT = 1 << 3,
    SETTING_ALLOW_SHA1 = 1 << 4,
    SETTING_MAX_AGE = 1 << 5,     /* a day */
    SETTING_TRUSTED = 1 << 6,     /* the certificate that is asked about is trusted to answer */
    SETTING_CRL_AT_HAND = 1 << 7, /* the answer itself */
};

struct judge_input {
    uint32_t settings;
    struct slice issuer;
    struct slice cert;
    struct slice answer; /* to the end */
};

static inline bool judge_input_read(struct slice bytes, struct judge_input *input)
{
    departure_set known = 0;
    struct der d = der_over(bytes, &known);

    if (!der_read_number(&d, DER_INTEGER, &input->settings, NULL) ||
        !der_read_element(&d, DER_SEQUENCE, &input->issuer, NULL) ||
        !der_read_element(&d, DER_SEQUENCE, &input->cert, NULL))
        return false;
    input->answer = der_rest(&d);
    return true;
}

#endif
