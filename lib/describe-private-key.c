/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-private-key.h"

#include "describe-curve.h"
#include "oid.h"

#include <stdio.h>

static const struct field SENTENCE = FIELD(NULL, "", LAYOUT_BARE);
static const struct field KEY_ALGORITHM = FIELD("algorithm", "Private Key Algorithm", LAYOUT_LINE);
static const struct field CURVE = FIELD("curve", "", LAYOUT_LINE);
static const struct field BITS = FIELD("bits", "", LAYOUT_LINE);
static const struct field PRIMES = FIELD("primes", "", LAYOUT_LINE);
static const struct field ENCRYPTED = FIELD("encrypted", "", LAYOUT_LINE);
static const struct field ENCRYPTION_ALGORITHM =
    FIELD("encryptionAlgorithm", "Encryption Algorithm", LAYOUT_LINE);

/* "Private-Key: (2048 bit, 2 primes)", "ED25519 Private-Key:" */
static void describe_size(struct report *r, const struct private_key *key)
{
    const struct oid *known = oid_find(key->algorithm);
    char text[OID_LABEL_MAX + 16] = "Private-Key:";

    if (key->is_encrypted)
        (void)snprintf(text, sizeof(text), "Private-Key: (encrypted)");
    else if (key->kind == KEY_EDWARDS)
        (void)snprintf(text, sizeof(text), "%s Private-Key:", known != NULL ? known->label : "");
    else if (key->primes > 0)
        (void)snprintf(text, sizeof(text), "Private-Key: (%u bit, %u primes)", key->bits,
                       key->primes);
    else if (key->bits > 0)
        (void)snprintf(text, sizeof(text), "%sPrivate-Key: (%u bit)",
                       key->kind == KEY_DH ? "DH " : "", key->bits);
    report_word(r, &SENTENCE, text);
}

static void describe_data(struct report *r, const struct private_key *key)
{
    if (key->curve.data != NULL)
        report_oid(r, &CURVE, key->curve);
    if (key->bits > 0)
        report_number(r, &BITS, key->bits);
    if (key->primes > 0)
        report_number(r, &PRIMES, key->primes);
    report_boolean(r, &ENCRYPTED, key->is_encrypted);
}

void describe_private_key(struct report *r, const struct private_key *key)
{
    if (report_is_text(r))
        describe_size(r, key);
    if (key->algorithm.data != NULL)
        report_oid(r, &KEY_ALGORITHM, key->algorithm);
    if (!report_is_text(r))
        describe_data(r, key);
    else if (key->curve.data != NULL)
        describe_curve(r, key->curve);
    if (key->encryption_algorithm.data != NULL)
        report_oid(r, &ENCRYPTION_ALGORITHM, key->encryption_algorithm);
}
