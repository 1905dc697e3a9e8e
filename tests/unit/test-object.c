/* SPDX-License-Identifier: Apache-2.0 */
#include "der-text.h"
#include "object.h"
#include "tap.h"

/* The shape alone tells: nothing behind it is looked at. */
static const struct {
    const char *text;
    enum object_kind want;
} shapes[] = {
    {"30{30{A0{02:02} 02:01}}", OBJECT_CERTIFICATE},
    {"30{30{02:01 30{06:2A} 30{} 30{17:31}}}", OBJECT_CERTIFICATE},
    {"30{30{02:01 30{06:2A} 30{} 17:31}}", OBJECT_CRL},
    {"30{30{02:01 30{06:2A} 30{} 18:31}}", OBJECT_CRL},
    {"30{30{30{06:2A} 30{} 17:31}}", OBJECT_CRL},
    {"30{30{30{30{30{06:2A}}}}}", OBJECT_OCSP_REQUEST},
    {"30{30{30{}}}", OBJECT_OCSP_REQUEST},
    {"30{30{A0{02:00} 30{30{30{06:2A}}}}}", OBJECT_OCSP_REQUEST},
    {"30{30{A1{} 30{}}}", OBJECT_OCSP_REQUEST},
    {"30{0A:00}", OBJECT_OCSP_RESPONSE},
    {"30{0A:00 A0{}}", OBJECT_OCSP_RESPONSE},
    {"30{06:2A A0{}}", OBJECT_PKCS7},
    {"30{30{02:00 30{31{}} 30{30{06:2A}}}}", OBJECT_CSR},
    {"30{30{02:00 30{} 30{30{06:2A}}}}", OBJECT_CSR},
    {"30{30{06:2A 05:} 03:00}", OBJECT_PUBLIC_KEY},
    {"30{02:00 30{06:2A} 04:}", OBJECT_PRIVATE_KEY},
    {"30{02:00 02:05 02:03}", OBJECT_RSA_PRIVATE_KEY},
    {"30{02:01 04:05}", OBJECT_EC_PRIVATE_KEY},
    {"30{30{06:2A 30{}} 04:00}", OBJECT_ENCRYPTED_PRIVATE_KEY},
    {"30{02:00 02:05 02:03 02:02 02:04 02:02}", OBJECT_DSA_PRIVATE_KEY},
    {"30{02:00 02:05 02:03 02:02 02:04 02:02 02:02}", OBJECT_RSA_PRIVATE_KEY},
    {"30{02:00C1C2C3C4C5C6C7C8 02:03}", OBJECT_RSA_PUBLIC_KEY},
    {"30{02:00C1C2C3C4C5C6C7C8 02:00C1C2C3C4C5C6C7C8}", OBJECT_UNKNOWN}, /* an ECDSA signature */
    {"30{02:00C1C2C3C4C5C6C7C8 02:03 05:}", OBJECT_UNKNOWN},
    {"30{02:00C1 02:03}", OBJECT_UNKNOWN},
    {"30{02:03 30{06:2A A0{04:}} 30{}}", OBJECT_PKCS12},
    {"30{02:00C1 30{06:2A} 04:}", OBJECT_UNKNOWN},
    {"", OBJECT_UNKNOWN},
    {"!30", OBJECT_UNKNOWN},
    {"!3080", OBJECT_UNKNOWN},
    {"!3084FFFFFFFF", OBJECT_UNKNOWN},
    {"!3089000000000000000000", OBJECT_UNKNOWN},
    {"!30FF", OBJECT_UNKNOWN},
    {"30{}", OBJECT_UNKNOWN},
    {"31{0A:00}", OBJECT_UNKNOWN},
    {"30{30{}}", OBJECT_UNKNOWN},
    {"30{30{04:}}", OBJECT_UNKNOWN},
    {"30{04:}", OBJECT_UNKNOWN},
    {"30{02:01}", OBJECT_UNKNOWN},
    {"02:01", OBJECT_UNKNOWN},
};

static const struct {
    const char *label;
    enum object_kind kind;
    bool fits;
} labels[] = {
    {"CERTIFICATE", OBJECT_CERTIFICATE, true},
    {"X509 CERTIFICATE", OBJECT_CERTIFICATE, true},
    {"CA CERTIFICATE", OBJECT_CERTIFICATE, true},
    {"CA CERTIFICATE 2", OBJECT_CERTIFICATE, true},
    {"CERTIFICATES", OBJECT_CERTIFICATE, false},
    {"MYCERTIFICATE", OBJECT_CERTIFICATE, false},
    {"certificate", OBJECT_CERTIFICATE, false},
    {"", OBJECT_CERTIFICATE, false},
    {"CERTIFICATE REQUEST", OBJECT_CERTIFICATE, false},
    {"CERTIFICATE REQUEST", OBJECT_CSR, true},
    {"NEW CERTIFICATE REQUEST", OBJECT_CSR, true},
    {"CERTIFICATE", OBJECT_CSR, false},
    {"CERTIFICATE", OBJECT_CRL, false},
    {"CERTIFICATE", OBJECT_UNKNOWN, false},
    {"", OBJECT_UNKNOWN, false},
    {"X509 CRL", OBJECT_CRL, true},
    {"CRL", OBJECT_CRL, true},
    {"OCSP REQUEST", OBJECT_OCSP_REQUEST, true},
    {"OCSP REQUEST", OBJECT_OCSP_RESPONSE, false},
    {"OCSP RESPONSE", OBJECT_OCSP_RESPONSE, true},
    {"PKCS7", OBJECT_PKCS7, true},
    {"PKCS #7 SIGNED DATA", OBJECT_PKCS7, true},
    {"CMS", OBJECT_PKCS7, true},
    {"PUBLIC KEY", OBJECT_PUBLIC_KEY, true},
    {"PRIVATE KEY", OBJECT_PRIVATE_KEY, true},
    {"RSA PRIVATE KEY", OBJECT_RSA_PRIVATE_KEY, true},
    {"RSA PRIVATE KEY", OBJECT_PRIVATE_KEY, false},
    {"EC PRIVATE KEY", OBJECT_EC_PRIVATE_KEY, true},
    {"ENCRYPTED PRIVATE KEY", OBJECT_ENCRYPTED_PRIVATE_KEY, true},
    {"ENCRYPTED PRIVATE KEY", OBJECT_PRIVATE_KEY, false},
    {"TRUSTED CERTIFICATE", OBJECT_CERTIFICATE, true},
    {"TRUSTED CERTIFICATE", OBJECT_CSR, false},
    {"DSA PRIVATE KEY", OBJECT_DSA_PRIVATE_KEY, true},
    {"DSA PRIVATE KEY", OBJECT_RSA_PRIVATE_KEY, false},
    {"RSA PUBLIC KEY", OBJECT_RSA_PUBLIC_KEY, true},
    {"RSA PUBLIC KEY", OBJECT_PUBLIC_KEY, false},
    {"EC PARAMETERS", OBJECT_KEY_PARAMETERS, false}, /* by the label alone, not by its shape */
    {"EC PARAMETERS", OBJECT_PRIVATE_KEY, false},
};

int main(void)
{
    static uint8_t bytes[DER_TEXT_MAX];

    for (size_t i = 0; i < ARRAY_SIZE(shapes); i++) {
        struct slice der = der_text(shapes[i].text, bytes);

        is_string(object_kind_name(object_identify(der)), object_kind_name(shapes[i].want),
                  shapes[i].text);
        for (; der.len > 0; der.len--) /* cut anywhere: no byte behind is looked at */
            (void)object_identify(der);
    }
    ok(object_identify(SLICE_NONE) == OBJECT_UNKNOWN, "nothing at all");
    for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
        ok(object_label_fits(slice_of_string(labels[i].label), labels[i].kind) == labels[i].fits,
           "%s, %s", labels[i].label, object_kind_name(labels[i].kind));
    for (int kind = OBJECT_UNKNOWN + 1; kind < OBJECT_KIND_COUNT; kind++) {
        const char *label = object_pem_label((enum object_kind)kind);

        if (label != NULL)
            ok(object_label_fits(slice_of_string(label), (enum object_kind)kind), "%s", label);
        else
            ok(!object_label_fits(SLICE("PRIVATE KEY"), (enum object_kind)kind), "%s has no label",
               object_kind_name((enum object_kind)kind));
    }
    ok(object_is_private_key(OBJECT_PRIVATE_KEY) &&
           object_is_private_key(OBJECT_PEM_ENCRYPTED_KEY) &&
           object_is_private_key(OBJECT_DSA_PRIVATE_KEY),
       "private keys are private");
    ok(!object_is_private_key(OBJECT_RSA_PUBLIC_KEY) &&
           !object_is_private_key(OBJECT_KEY_PARAMETERS) && !object_is_private_key(OBJECT_CSR),
       "nothing else is");
    return tap_done();
}
