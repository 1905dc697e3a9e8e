/* SPDX-License-Identifier: Apache-2.0 */
#include "lookalike.h"

#include "der.h"

static const struct {
    struct slice start;
    const char *what;
} lookalikes[] = {
    {SLICE_CONST("<?xml"), "XML"},
    {SLICE_CONST("<"), "HTML (a captive portal's page?)"},
    {SLICE_CONST("{"), "JSON"},
    {SLICE_CONST("["), "JSON"},
    {SLICE_CONST("\x1F\x8B"), "a file compressed by gzip"},
    {SLICE_CONST("BZh"), "a file compressed by bzip2"},
    {SLICE_CONST("\xFD"
                 "7zXZ"),
     "a file compressed by xz"},
    {SLICE_CONST("\x28\xB5\x2F\xFD"), "a file compressed by zstd"},
    {SLICE_CONST("PK\x03\x04"), "a ZIP archive"},
    {SLICE_CONST("\xFE\xED\xFE\xED"), "a Java keystore"},
    {SLICE_CONST("\xCE\xCE\xCE\xCE"), "a Java keystore"},
    {SLICE_CONST("\xFF\xFE"), "text in UTF-16"},
    {SLICE_CONST("\xFE\xFF"), "text in UTF-16"},
    {SLICE_CONST("\xD4\xC3\xB2\xA1"), "a packet capture"},
    {SLICE_CONST("\xA1\xB2\xC3\xD4"), "a packet capture"},
    {SLICE_CONST("\x0A\x0D\x0D\x0A"), "a packet capture"},
    {SLICE_CONST("%PDF-"), "a PDF document"},
    {SLICE_CONST("ssh-"), "a key of OpenSSH"},
    {SLICE_CONST("ecdsa-sha2-"), "a key of OpenSSH"},
    {SLICE_CONST("-----BEGIN OPENSSH PRIVATE KEY"), "a private key of OpenSSH"},
    {SLICE_CONST("---- BEGIN SSH2 "), "a key of SSH"},
    {SLICE_CONST("PuTTY-User-Key-File"), "a private key of PuTTY"},
    {SLICE_CONST("-----BEGIN PGP "), "a block of OpenPGP"},
};

/* PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, ... } (RFC 7292 4); a private
 * key has version 0 or 1 there. */
static bool is_pkcs12(struct slice start)
{
    size_t at = start.len > 1 && start.data[1] > 0x80 ? 2U + (start.data[1] & 0x7F) : 2;

    return start.len > at && start.data[0] == DER_SEQUENCE &&
           slice_starts_with(slice_from(start, at), SLICE("\x02\x01\x03\x30"));
}

const char *lookalike_find(struct slice start)
{
    if (is_pkcs12(start))
        return "a PKCS#12 file (its certificates: openssl pkcs12 -nokeys)";
    if (slice_starts_with(start, SLICE("\x30")))
        return NULL; /* as none of them begins */
    for (size_t i = 0; i < ARRAY_SIZE(lookalikes); i++) {
        if (slice_starts_with(start, lookalikes[i].start))
            return lookalikes[i].what;
    }
    return NULL;
}

bool lookalike_check(struct slice start, struct error *e)
{
    const char *what = lookalike_find(start);

    return what == NULL || error_set(e, ERROR_CONTENT, "expected %s: this looks like %s",
                                     slice_starts_with(start, SLICE("\x30"))
                                         ? "DER of a kind that is known, found another"
                                         : "DER, PEM, base64 or hex, found none of them",
                                     what);
}
