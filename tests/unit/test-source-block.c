/* SPDX-License-Identifier: Apache-2.0 */
/* What is in a PEM block, and what is said where its label does not fit. */
#include "source-block.h"

#include "tap.h"

#define BLOCK(label, body) "-----BEGIN " label "-----\n" body "\n-----END " label "-----\n"
#define CERTIFICATE        "MAowCKADAgECAgEB"         /* 30{30{A0{02:02} 02:01}} */
#define WITH_SETTINGS      "MAowCKADAgECAgEBMAMMAXg=" /* the same and 30{0C'x'} */
#define WITH_MORE          "MAowCKADAgECAgEBAA=="     /* the same and 00 */

static const struct {
    struct slice text;
    enum object_kind kind; /* OBJECT_UNKNOWN: it is refused */
    size_t len;            /* of its DER */
    const char *error;
} blocks[] = {
    {SLICE_CONST(BLOCK("CERTIFICATE", CERTIFICATE)), OBJECT_CERTIFICATE, 12, NULL},
    {SLICE_CONST(BLOCK("CERTIFICATE", WITH_SETTINGS)), OBJECT_CERTIFICATE, 17, NULL},
    {SLICE_CONST(BLOCK("TRUSTED CERTIFICATE", CERTIFICATE)), OBJECT_CERTIFICATE, 12, NULL},
    {SLICE_CONST(BLOCK("TRUSTED CERTIFICATE", WITH_SETTINGS)), OBJECT_CERTIFICATE, 12, NULL},
    {SLICE_CONST(BLOCK("TRUSTED CERTIFICATE", WITH_MORE)), OBJECT_CERTIFICATE, 13, NULL},
    {SLICE_CONST(BLOCK("DH PARAMETERS", "MAYCARcCAQI=")), OBJECT_KEY_PARAMETERS, 8, NULL},
    {SLICE_CONST(BLOCK("DH PARAMETERS", "AgEX")), OBJECT_UNKNOWN, 0,
     "expected what the PEM label 'DH PARAMETERS' says, found nothing known"},
    {SLICE_CONST(BLOCK("X509 CRL", CERTIFICATE)), OBJECT_UNKNOWN, 0,
     "expected what the PEM label 'X509 CRL' says, found a certificate"},
    {SLICE_CONST(BLOCK("ATTRIBUTE CONTENT", CERTIFICATE)), OBJECT_UNKNOWN, 0,
     "expected a PEM label that is known, found 'ATTRIBUTE CONTENT'"},
    {SLICE_CONST(BLOCK("OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXk=")), OBJECT_UNKNOWN, 0,
     "expected a PEM label that is known, found 'OPENSSH PRIVATE KEY'"},
    {SLICE_CONST(BLOCK("CERTIFICATE", "Proc-Type: 4,ENCRYPTED\n\nAAAA")), OBJECT_UNKNOWN, 0,
     "expected DER in the PEM block, found it encrypted"},
    {SLICE_CONST(
         "-----BEGIN CERTIFICATE-----\\nMAowCKAD\\r\\nAgECAgEB\\n-----END CERTIFICATE-----"),
     OBJECT_CERTIFICATE, 12, NULL},
    {SLICE_CONST("-----BEGIN CERTIFICATE-----MAow\\/KADAgECAgEB-----END CERTIFICATE-----"),
     OBJECT_UNKNOWN, 0, "expected what the PEM label 'CERTIFICATE' says, found nothing known"},
    {SLICE_CONST("-----BEGIN CERTIFICATE-----\\tMAowCKADAgECAgEB-----END CERTIFICATE-----"),
     OBJECT_UNKNOWN, 0, "expected a second base64 digit of the last group, found the end"},
    {SLICE_CONST(BLOCK("PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\n\nAAAA")), OBJECT_PEM_ENCRYPTED_KEY,
     0, NULL},
};

static void test_blocks(void)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);

    for (size_t i = 0; i < ARRAY_SIZE(blocks); i++) {
        struct object object = {.kind = OBJECT_UNKNOWN};
        struct error e = {0};
        bool done = source_block_decode(blocks[i].text, NULL, &decoded, &object, &e);

        if (!ok(done == (blocks[i].error == NULL), "block %zu", i))
            printf("# %s\n", e.text);
        if (done) {
            is_string(object_kind_name(object.kind), object_kind_name(blocks[i].kind), "its kind");
            is_int((intmax_t)object.der.len, (intmax_t)blocks[i].len, "the length of its DER");
        } else {
            is_string(e.text, blocks[i].error, "what was wanted and found");
        }
    }
}

static void test_departure(void)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct object object = {.kind = OBJECT_UNKNOWN};

    ok(source_block_decode(SLICE(BLOCK("TRUSTED CERTIFICATE", WITH_SETTINGS)), NULL, &decoded,
                           &object, NULL),
       "trust settings behind a certificate");
    is_int(object.departures, 1U << DEPARTURE_TRUST_SETTINGS, "are a departure");
    ok(slice_is(object.label, "TRUSTED CERTIFICATE"), "the label is kept");
    object.departures = 0;
    ok(source_block_decode(
           SLICE("-----BEGIN CERTIFICATE-----" CERTIFICATE "-----END CERTIFICATE-----"), NULL,
           &decoded, &object, NULL),
       "a block on one line");
    is_int(object.departures, 1U << DEPARTURE_BLOCK_ON_LINE, "is a departure");
}

/* The same bytes, and none written outside of the base64. */
static void test_in_place(void)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);

    for (size_t i = 0; i < ARRAY_SIZE(blocks); i++) {
        struct object apart = {.kind = OBJECT_UNKNOWN};
        struct object in_place = {.kind = OBJECT_UNKNOWN};
        struct slice text = blocks[i].text;
        uint8_t copy[256];
        struct slice before = slice_of(copy, 11 + slice_find(slice_from(text, 11), SLICE("-----")));
        struct slice behind =
            slice_from(slice_of(copy, text.len), slice_find(text, SLICE("-----END")));
        struct error e = {0};

        memcpy(copy, text.data, text.len);
        is_int(source_block_decode(slice_of(copy, text.len), copy, &decoded, &in_place, &e),
               blocks[i].error == NULL, "in place");
        ok(slice_starts_with(text, before) && slice_ends_with(text, behind),
           "nothing else is written");
        if (blocks[i].error == NULL && source_block_decode(text, NULL, &decoded, &apart, NULL))
            ok(slice_equal(apart.der, in_place.der), "is the same");
    }
}

int main(void)
{
    test_blocks();
    test_in_place();
    test_departure();
    ok(source_block_is_private_key(SLICE(BLOCK("EC PRIVATE KEY", "AAAA"))), "a private key");
    ok(!source_block_is_private_key(SLICE(BLOCK("PUBLIC KEY", "AAAA"))), "a public key");
    ok(!source_block_is_private_key(SLICE("-----BEGIN PRIVATE KEY-----\nAAAA\n")),
       "one that is cut");
    return tap_done();
}
