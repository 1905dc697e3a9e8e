/* SPDX-License-Identifier: Apache-2.0 */
#include "lookalike.h"

#include "tap.h"

static const struct {
    const char *what; /* null: nothing that is known here */
    struct slice start;
} cases[] = {
    {"HTML (a captive portal's page?)", SLICE_CONST("<!DOCTYPE html>")},
    {"HTML (a captive portal's page?)", SLICE_CONST("<html>")},
    {"XML", SLICE_CONST("<?xml version=\"1.0\"?>")},
    {"JSON", SLICE_CONST("{}")},
    {"JSON", SLICE_CONST("[1]")},
    {"a file compressed by gzip", SLICE_CONST("\x1F\x8B\x08")},
    {"a file compressed by bzip2", SLICE_CONST("BZh9")},
    {"a file compressed by xz", SLICE_CONST("\xFD"
                                            "7zXZ\0")},
    {"a file compressed by zstd", SLICE_CONST("\x28\xB5\x2F\xFD")},
    {"a ZIP archive", SLICE_CONST("PK\x03\x04")},
    {"a Java keystore", SLICE_CONST("\xFE\xED\xFE\xED\0\0\0\2")},
    {"text in UTF-16", SLICE_CONST("\xFF\xFE-\0")},
    {"text in UTF-16", SLICE_CONST("\xFE\xFF\0-")},
    {"a packet capture", SLICE_CONST("\xD4\xC3\xB2\xA1")},
    {"a packet capture", SLICE_CONST("\x0A\x0D\x0D\x0A")},
    {"a PDF document", SLICE_CONST("%PDF-1.4")},
    {"a key of OpenSSH", SLICE_CONST("ssh-rsa AAAA")},
    {"a key of OpenSSH", SLICE_CONST("ecdsa-sha2-nistp256 AAAA")},
    {"a private key of OpenSSH", SLICE_CONST("-----BEGIN OPENSSH PRIVATE KEY-----\n")},
    {"a key of SSH", SLICE_CONST("---- BEGIN SSH2 PUBLIC KEY ----\n")},
    {"a private key of PuTTY", SLICE_CONST("PuTTY-User-Key-File-2: ssh-rsa\n")},
    {"a block of OpenPGP", SLICE_CONST("-----BEGIN PGP MESSAGE-----\n")},
    {"a PKCS#12 file (its certificates: openssl pkcs12 -nokeys)",
     SLICE_CONST("\x30\x0C\x02\x01\x03\x30\x07")},
    {"a PKCS#12 file (its certificates: openssl pkcs12 -nokeys)",
     SLICE_CONST("\x30\x82\x04\x00\x02\x01\x03\x30\x82")},
    {"a PKCS#12 file (its certificates: openssl pkcs12 -nokeys)",
     SLICE_CONST("\x30\x80\x02\x01\x03\x30\x80")},
    {NULL, SLICE_CONST("")},
    {NULL, SLICE_CONST("-----BEGIN CERTIFICATE-----\n")},
    {NULL, SLICE_CONST("MIIB")},
    {NULL, SLICE_CONST("PK")},
    {NULL, SLICE_CONST("\x30")},
    {NULL, SLICE_CONST("\x30\x82")},
    {NULL, SLICE_CONST("\x30\x03\x02\x01\x03")},
    {NULL, SLICE_CONST("\x30\x0C\x02\x01\x00\x30\x07")},
    {NULL, SLICE_CONST("\x30\x82\x04\x7A\x30\x82\x03\x62")},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct error e = {.code = ERROR_NONE};
        bool passes = lookalike_check(cases[i].start, &e);
        const char *found = strstr(e.text, "this looks like ");

        if (cases[i].what == NULL) {
            ok(passes && e.code == ERROR_NONE, "case %zu is like nothing", i);
            continue;
        }
        ok(!passes && e.code == ERROR_CONTENT, "case %zu is not what was wanted", i);
        is_string(found != NULL ? found + sizeof("this looks like ") - 1 : e.text, cases[i].what,
                  "and named");
    }
    return tap_done();
}
