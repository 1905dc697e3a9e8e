/* SPDX-License-Identifier: Apache-2.0 */
#include "secret.h"

#include "tap.h"

#define ED25519 "MC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static const struct {
    const char *name;
    const char *text;
    bool before; /* a block goes on */
    bool found;
    bool behind; /* it goes on */
} texts[] = {
    {"nothing", "", false, false, false},
    {"the name of a file", "keys/server-private.key", false, false, false},
    {"a URL", "http://ocsp.example.test/MFEwTzBNMEswSTAJBgUrDgMCGgUABBQ", false, false, false},
    {"a certificate", "MIIBIjCB2aADAgECAhRz", false, false, false},
    {"a public key", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=", false, false,
     false},
    {"base64", ED25519, false, true, false},
    {"cut", "MIIEvQIBADANBgkq", false, true, false},
    {"too short to tell", "MIIEvQI", false, false, false},
    {"a wrong character behind", "MIIEvQIBADAN!gkq", false, true, false},
    {"behind a name", "KEY=" ED25519, false, true, false},
    {"in quotes", "KEY=\"" ED25519 "\"", false, true, false},
    {"behind a path", "http://www.example.test/?key=MIIEvQIBADANBgkq%2B", false, true, false},
    {"in a longer word", "xMC4CAQAwBQYDK2VwBCIEIAAA", false, false, false},
    {"an EC key", "MHcCAQEEIAAAAAAAAAAAAAAA", false, true, false},
    {"an encrypted key", "MIHsMFcGCSqGSIb3DQEFDTBKMCkG", false, true, false},
    {"an encrypted key of PKCS#12", "MIHeMEkGCiqGSIb3DQEMAQMwOzAp", false, true, false},
    {"hex", "302E020100300506032B6570", false, true, false},
    {"hex in lower case", "key: 302e020100300506032b6570", false, true, false},
    {"hex with colons", "30:2E:02:01:00:30:05", false, true, false},
    {"an array of a program", "{0x30, 0x82, 0x04, 0xBD, 0x02, 0x01, 0x00}", false, true, false},
    {"hex of a certificate", "3082012230820100A0030201020214", false, false, false},
    {"hex, cut", "3082", false, false, false},
    {"PEM", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", false, true, false},
    {"PEM, its first line", "-----BEGIN EC PRIVATE KEY-----", false, true, true},
    {"PEM, cut", "-----BEGIN EC PRIVATE KEY-----\nAAAA", false, true, true},
    {"PEM, in the middle", "dGhlIG1pZGRsZSBvZiBhIGtleQ", true, true, true},
    {"PEM, its last line", "-----END EC PRIVATE KEY-----", true, true, false},
    {"PEM, another block", "-----BEGIN CERTIFICATE-----", true, true, false},
    {"PEM, two keys",
     "-----BEGIN PRIVATE KEY-----AA-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----AA", false,
     true, true},
    {"PEM of a certificate", "-----BEGIN CERTIFICATE-----\nMIIB", false, false, false},
};

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
        bool goes_on = texts[i].before;

        is_int(secret_is_in(slice_of_string(texts[i].text), &goes_on), texts[i].found,
               texts[i].name);
        is_int(goes_on, texts[i].behind, "whether it goes on");
    }
    return tap_done();
}
