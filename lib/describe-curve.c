/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-curve.h"

#include "oid.h"

static const struct field ASN1_OID = FIELD(NULL, "ASN1 OID", LAYOUT_LINE);
static const struct field NIST_CURVE = FIELD(NULL, "NIST CURVE", LAYOUT_LINE);

/* FIPS 186's names, for the curves that have one. */
static const char *nist_curve(const char *name)
{
    static const char *const names[][2] = {
        {"secp256r1", "P-256"}, {"secp384r1", "P-384"}, {"secp521r1", "P-521"},
        {"secp224r1", "P-224"}, {"secp192r1", "P-192"}, {"sect163k1", "K-163"},
        {"sect233k1", "K-233"}, {"sect283k1", "K-283"}, {"sect409k1", "K-409"},
        {"sect571k1", "K-571"}, {"sect163r2", "B-163"}, {"sect233r1", "B-233"},
        {"sect283r1", "B-283"}, {"sect409r1", "B-409"}, {"sect571r1", "B-571"},
    };

    for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
        if (strcmp(names[i][0], name) == 0)
            return names[i][1];
    }
    return NULL;
}

void describe_curve(struct report *r, struct slice curve)
{
    const struct oid *known = oid_find(curve);
    const char *nist = known != NULL ? nist_curve(known->name) : NULL;

    report_oid(r, &ASN1_OID, curve);
    if (nist != NULL)
        report_word(r, &NIST_CURVE, nist);
}
