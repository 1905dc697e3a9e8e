/* SPDX-License-Identifier: Apache-2.0 */
/* Curves in numbers. tests/cmd/decode-openssl.sh has each that is known by its name. */
#include "ec-parameters.h"

#include "der-text.h"
#include "tap.h"

#define PRIME_FIELD "06:2A8648CE3D0101"
#define FIELD_ID    " 30{" PRIME_FIELD " 02:11}"
#define CURVE       " 30{04:01 04:07}"

/* P-256. */
#define P256_FIELD                                                                                 \
    " 30{" PRIME_FIELD " 02:00FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF}"
#define P256_A " 04:FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC"
#define P256_B " 04:5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B"
#define P256_BASE                                                                                  \
    "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"                             \
    "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"
#define P256_ORDER " 02:00FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"
#define LONG_ZEROS "0000000000000000000000000000000000000000"

static uint8_t bytes[DER_TEXT_MAX];

static const struct {
    const char *what;
    const char *der;
} bad[] = {
    {"no SEQUENCE", "02:01"},
    {"empty", "30{}"},
    {"without a version", "30{" FIELD_ID CURVE " 04:04 02:05}"},
    {"a negative version", "30{02:FF " FIELD_ID CURVE " 04:04 02:05}"},
    {"another field", "30{02:01 30{06:2A8648CE3D0102 02:11}" CURVE " 04:04 02:05}"},
    {"a prime field without a prime", "30{02:01 30{" PRIME_FIELD "}" CURVE " 04:04 02:05}"},
    {"more behind the prime", "30{02:01 30{" PRIME_FIELD " 02:11 02:11}" CURVE " 04:04 02:05}"},
    {"a negative prime", "30{02:01 30{" PRIME_FIELD " 02:91}" CURVE " 04:04 02:05}"},
    {"a prime of zero", "30{02:01 30{" PRIME_FIELD " 02:00}" CURVE " 04:04 02:05}"},
    {"no b", "30{02:01" FIELD_ID "30{04:01} 04:04 02:05}"},
    {"an empty a", "30{02:01" FIELD_ID "30{04: 04:07} 04:04 02:05}"},
    {"an empty b", "30{02:01" FIELD_ID "30{04:01 04:} 04:04 02:05}"},
    {"a seed with bits", "30{02:01" FIELD_ID "30{04:01 04:07 03:0480} 04:04 02:05}"},
    {"more behind the seed", "30{02:01" FIELD_ID "30{04:01 04:07 03:0080 05:} 04:04 02:05}"},
    {"no generator", "30{02:01" FIELD_ID CURVE " 02:05}"},
    {"an empty generator", "30{02:01" FIELD_ID CURVE " 04: 02:05}"},
    {"no order", "30{02:01" FIELD_ID CURVE " 04:04}"},
    {"a negative order", "30{02:01" FIELD_ID CURVE " 04:04 02:85}"},
    {"a negative cofactor", "30{02:01" FIELD_ID CURVE " 04:04 02:05 02:FF}"},
    {"more behind the cofactor", "30{02:01" FIELD_ID CURVE " 04:04 02:05 02:01 02:01}"},
    {"more behind it all", "30{02:01" FIELD_ID CURVE " 04:04 02:05} 05:"},
};

static const struct {
    const char *what;
    const char *der;
    bool is_named;
    bool same_base;
} good[] = {
    {"one of no name", "30{02:01" FIELD_ID CURVE " 04:04 02:05}", false, false},
    {"all that may be there", "30{02:01" FIELD_ID "30{04:01 04:07 03:00AA} 04:04 02:05 02:01}",
     false, false},
    {"P-256", "30{02:01" P256_FIELD "30{" P256_A P256_B "} 04:04" P256_BASE P256_ORDER "}", true,
     true},
    {"a with zeros in front",
     "30{02:01" P256_FIELD
     "30{04:0000FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC" P256_B
     "} 04:04" P256_BASE P256_ORDER "}",
     true, true},
    {"P-256 with another generator",
     "30{02:01" P256_FIELD "30{" P256_A P256_B "} 04:0401" P256_ORDER "}", true, false},
    {"P-256 with its generator compressed",
     "30{02:01" P256_FIELD "30{" P256_A P256_B
     "} 04:036B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296" P256_ORDER "}",
     false, false},
    {"P-256 with another b",
     "30{02:01" P256_FIELD "30{" P256_A " 04:07} 04:04" P256_BASE P256_ORDER "}", false, false},
    {"P-256 with another order",
     "30{02:01" P256_FIELD "30{" P256_A P256_B "} 04:04" P256_BASE " 02:05}", false, false},
    {"a number over every known curve's",
     "30{02:01" FIELD_ID "30{04:01" LONG_ZEROS LONG_ZEROS LONG_ZEROS LONG_ZEROS
     " 04:07} 04:04 02:05}",
     false, false},
};

int main(void)
{
    struct ec_parameters parameters;
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
        ok(!ec_parameters_parse(der_text(bad[i].der, bytes), &parameters, &e), "%s is refused",
           bad[i].what);
    for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
        bool same_base = false;
        struct slice curve;

        if (!ok(ec_parameters_parse(der_text(good[i].der, bytes), &parameters, &e), "%s is read",
                good[i].what))
            continue;
        curve = ec_parameters_find_curve(&parameters, &same_base);
        ok((curve.data != NULL) == good[i].is_named && same_base == good[i].same_base,
           "%s: whether it has a name, and its generator", good[i].what);
    }
    return tap_done();
}
