/* SPDX-License-Identifier: Apache-2.0 */
#include "oid.h"

#include "hex.h"
#include "oid-known.h"
#include "oid-table.h"
#include "tap.h"

#include <stdlib.h>

/* The contents octets of an identifier, written here anew: the second opinion on the table. */
static size_t encode_dotted(const char *dotted, uint8_t *out)
{
    unsigned long long arcs[16];
    size_t count = 0, len = 0;
    char *end = NULL;

    for (const char *at = dotted; count < ARRAY_SIZE(arcs); at = end + 1) {
        arcs[count++] = strtoull(at, &end, 10);
        if (*end == '\0')
            break;
    }
    arcs[1] += 40 * arcs[0];
    for (size_t i = 1; i < count; i++) {
        int shift = 63;

        while (shift > 0 && arcs[i] >> shift == 0)
            shift -= 7;
        for (; shift >= 0; shift -= 7)
            out[len++] = (uint8_t)((arcs[i] >> shift & 0x7F) | (shift > 0 ? 0x80 : 0));
    }
    return len;
}

static void test_known(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(known); i++) {
        const char *label = known[i].label != NULL ? known[i].label : known[i].name;
        uint8_t octets[64];
        struct slice der = slice_of(octets, encode_dotted(known[i].dotted, octets));
        const struct oid *oid = oid_find(der);
        char dotted[OID_DOTTED_MAX];

        ok(oid != NULL && strcmp(oid->name, known[i].name) == 0 && strcmp(oid->label, label) == 0,
           "%s is %s", known[i].dotted, known[i].name);
        ok(oid_to_dotted(der, dotted, NULL) && strcmp(dotted, known[i].dotted) == 0,
           "and has that dotted form");
    }
}

/* Neither a row that the test does not know, nor an arc in a wrong list, nor a name twice. */
static void test_table(void)
{
    size_t rows = 0, wrong = 0, twice = 0;

    for (size_t len = 0; len < ARRAY_SIZE(arcs_by_length); len++) {
        for (size_t i = 0; i < arcs_by_length[len].count; i++) {
            const struct arc *arc = &arcs_by_length[len].arcs[i];

            for (size_t last = 0; last < arc->count; last++) {
                const struct oid *oid = &arc->oids[last];
                const struct oid *found;
                uint8_t octets[16];

                if (oid->name[0] == '\0')
                    continue;
                rows++;
                memcpy(octets, arc->octets, len);
                octets[len] = (uint8_t)last;
                found = oid_find(slice_of(octets, len + 1));
                if (found == NULL || strcmp(found->name, oid->name) != 0)
                    wrong++;
            }
        }
    }
    for (size_t i = 0; i < ARRAY_SIZE(known); i++)
        for (size_t j = 0; j < i; j++)
            twice += strcmp(known[i].name, known[j].name) == 0;
    is_int((intmax_t)rows, (intmax_t)ARRAY_SIZE(known), "the table and the test know the same");
    is_int((intmax_t)wrong, 0, "each row is found");
    is_int((intmax_t)twice, 0, "no name stands twice");
}

static const char *const unknown[] = {
    "",
    "55",
    "551D",               /* 2.5.29, an arc alone */
    "551D0D",             /* 2.5.29.13, a gap */
    "551D7F",             /* behind the last row */
    "551DFF",             /* not an identifier at all */
    "551D2501",           /* 2.5.29.37.1 */
    "2B0601050507030900", /* longer than id-kp-OCSPSigning */
    "2B0601050507307E",   /* an arc of its length, another last octet */
    "2B06010401823782370202010301010101010101",
};

static void test_unknown(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(unknown); i++) {
        struct buffer der CLEANUP(buffer_free) = BUFFER_INIT(KIB);

        ok(hex_decode(slice_of_string(unknown[i]), &der, NULL) &&
               oid_find(buffer_slice(&der)) == NULL,
           "unknown: %s", unknown[i]);
    }
}

static const struct {
    const char *der;    /* hex */
    const char *dotted; /* null: an error */
    const char *error;
} forms[] = {
    {"00", "0.0", NULL},
    {"27", "0.39", NULL},
    {"28", "1.0", NULL},
    {"4F", "1.39", NULL},
    {"50", "2.0", NULL},
    {"8837", "2.999", NULL},
    {"814F", "2.127", NULL},
    {"8100", "2.48", NULL},
    {"2B8100", "1.3.128", NULL},
    {"2B83DCEB937F", "1.3.999999999", NULL},
    {"2B83DCEB9400", "1.3.1000000000", NULL},
    {"83DCEB9400", "2.999999920", NULL},
    {"83DCEB9450", "2.1000000000", NULL},
    {"2BFFFFFFFFFFFFFFFF7F", "1.3.9223372036854775807", NULL},
    {"2B81808080808080808000", "1.3.9223372036854775808", NULL},
    /* X.667: a UUID */
    {"6983F09DA7EBCFDEE0C7A1A7B2C0948CC8F9D776", "2.25.329800735698586629295641978511506172918",
     NULL},
    {"", NULL, "expected an object identifier, found no octets"},
    {"2B80", NULL,
     "expected a minimal subidentifier in an object identifier, found 0x80 in front of it"},
    {"8001", NULL,
     "expected a minimal subidentifier in an object identifier, found 0x80 in front of it"},
    {"2B8001", NULL,
     "expected a minimal subidentifier in an object identifier, found 0x80 in front of it"},
    {"2B81", NULL, "expected an object identifier, found its last subidentifier cut off"},
    {"81", NULL, "expected an object identifier, found its last subidentifier cut off"},
};

static void test_forms(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
        struct buffer der CLEANUP(buffer_free) = BUFFER_INIT(KIB);
        char dotted[OID_DOTTED_MAX];
        struct error e;

        ok(hex_decode(slice_of_string(forms[i].der), &der, NULL), "the octets %s", forms[i].der);
        if (oid_to_dotted(buffer_slice(&der), dotted, &e))
            is_string(dotted, forms[i].dotted != NULL ? forms[i].dotted : "an error", "their form");
        else
            is_string(e.text, forms[i].error != NULL ? forms[i].error : "no error", "their error");
    }
}

static void test_limit(void)
{
    uint8_t octets[LIMIT_OID + 1];
    char dotted[OID_DOTTED_MAX];
    struct error e;

    memset(octets, 0x7F, sizeof(octets));
    ok(oid_check(slice_of(octets, LIMIT_OID - 1), NULL), "one octet below the limit");
    ok(oid_check(slice_of(octets, LIMIT_OID), NULL), "at the limit");
    ok(oid_to_dotted(slice_of(octets, LIMIT_OID), dotted, NULL), "the longest dotted form");
    is_int((intmax_t)strlen(dotted), 4 * LIMIT_OID, "in full");
    ok(!oid_check(slice_of(octets, LIMIT_OID + 1), &e) && e.code == ERROR_LIMIT, "one above it");
    memset(octets, 0xFF, LIMIT_OID - 1);
    ok(oid_to_dotted(slice_of(octets, LIMIT_OID), dotted, NULL), "the largest arc");
    is_int((intmax_t)strlen(dotted), 272, "in full"); /* 2^896 has 270 digits */
    ok(!e.has_offset, "an error without an offset");
}

int main(void)
{
    test_known();
    test_table();
    test_unknown();
    test_forms();
    test_limit();
    return tap_done();
}
