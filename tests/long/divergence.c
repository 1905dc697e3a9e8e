/* SPDX-License-Identifier: Apache-2.0 */
#include "divergence.h"

#include <stdio.h>

#define SHOWN_MAX 50 /* failures that are told */

static struct allowed_divergence allowed[DIVERGENCE_COUNT] = {
    [DIVERGENCE_ATTRIBUTE_TYPE] =
        {
            "a Name with a value that is no DirectoryString or the like",
            "AttributeValue is ANY (RFC 5280 4.1.2.4); libcrypto takes some types only",
            0,
        },
    [DIVERGENCE_STRING_CHARACTERS] =
        {
            "a string with characters outside of its type",
            "a departure, read with a note; libcrypto makes characters of it at once",
            0,
        },
    [DIVERGENCE_GENERAL_NAME] =
        {
            "an ORAddress or EDIPartyName that is none",
            "DER is all that is asked of these two here (general-name.h)",
            0,
        },
    [DIVERGENCE_NONCE_EMPTY] =
        {
            "a nonce without any octets",
            "read as one without its OCTET STRING (before RFC 6960); libcrypto cannot write it",
            0,
        },
    [DIVERGENCE_SCT] =
        {
            "a signed certificate timestamp that is malformed inside",
            "the list is checked, and what is in it shown in hex (sct.h)",
            0,
        },
    [DIVERGENCE_X25519] =
        {
            "the bits of an X25519 key",
            "libcrypto counts those of the group's order, we those of the key (RFC 7748 5)",
            0,
        },
    [DIVERGENCE_CONTENT] =
        {
            "a PKCS#7 bundle whose signed content is not what its type says",
            "only the certificates and CRLs are read, of the rest that it is DER (pkcs7.h)",
            0,
        },
};

static const char *name;
static size_t mutant;
static size_t failures;
static size_t shown;

void divergence_begin(const char *the_name, size_t the_mutant)
{
    name = the_name;
    mutant = the_mutant;
    failures = 0;
}

bool require_same(bool same, const char *what)
{
    if (same)
        return true;
    failures++;
    if (shown++ < SHOWN_MAX)
        printf("# %s, mutant %zu: not the same: %s\n", name, mutant, what);
    return false;
}

void divergence_note(const char *text)
{
    if (shown <= SHOWN_MAX && text != NULL)
        printf("#   %s\n", text);
}

void divergence_allow(enum divergence divergence)
{
    allowed[divergence].count++;
}

size_t divergence_failures(void)
{
    return failures;
}

const struct allowed_divergence *divergence_at(enum divergence divergence)
{
    return &allowed[divergence];
}
