/* SPDX-License-Identifier: Apache-2.0 */
#include "published.h"

#include "tap.h"

#include <stdlib.h>

#define SHA1          "9F744E9F2B4DBAEC0F312C50B6563B8E2D93C311"
#define SHA1_COLONS   "9F:74:4E:9F:2B:4D:BA:EC:0F:31:2C:50:B6:56:3B:8E:2D:93:C3:11"
#define SHA1_DASHES   "9f-74-4e-9f-2b-4d-ba-ec-0f-31-2c-50-b6-56-3b-8e-2d-93-c3-11"
#define SHA1_BLANKS   "9F 74 4E 9F 2B 4D BA EC 0F 31 2C 50 B6 56 3B 8E 2D 93 C3 11"
#define SHA1_GROUPS   "9F744E9F 2B4DBAEC 0F312C50 B6563B8E 2D93C311"
#define SHA256        "1793927A0614549789ADCE2F8F34F7F0B66D0F3AE3A3B84D21EC15DBBA4FADC7"
#define SHA256_LOWER  "1793927a0614549789adce2f8f34f7f0b66d0f3ae3a3b84d21ec15dbba4fadc7"
#define SHA256_LEFT   "17:93:92:7A:06:14:54:97:89:AD:CE:2F:8F:34:F7:F0"
#define SHA256_RIGHT  "B6:6D:0F:3A:E3:A3:B8:4D:21:EC:15:DB:BA:4F:AD:C7"
#define SHA256_LEFT2  "17 93 92 7A 06 14 54 97 89 AD CE 2F 8F 34 F7 F0"
#define SHA256_RIGHT2 "B6 6D 0F 3A E3 A3 B8 4D 21 EC 15 DB BA 4F AD C7"
#define MD5           "7C62FF749D31535E684AD578AA1EBF23"
#define CSV           "Name,SHA-256 Fingerprint,SHA-1 Fingerprint\n"

/* Octets 30 03 02 01 05: a SEQUENCE, which is all that certdata.txt is asked for; its hashes. */
#define VALUE        "CKA_VALUE MULTILINE_OCTAL\n\\060\\003\\002\n\\001\\005\nEND\n"
#define VALUE_SHA256 "417C7763C4E320A6B747B3CB0C6D22F93741B29A32B48594B8EB4C144FE6D729"
#define CERTIFICATE  "CKA_CLASS CK_OBJECT_CLASS CKO_CERTIFICATE\nCKA_LABEL UTF8 \"A \\xC3\\xA9\"\n"
#define TRUST        "CKA_CLASS CK_OBJECT_CLASS CKO_NSS_TRUST\nCKA_LABEL UTF8 \"B\"\n"

/* What is looked up in a list, and where it is found: "sha1:LINE LABEL TRUST"; "-": it is not. */
static const struct {
    const char *name;
    const char *list;
    const char *fingerprint;
    const char *want;
} finds[] = {
    {"plain", SHA1, SHA1, "sha1:1"},
    {"small letters", "\n\n" SHA256_LOWER "\n", SHA256, "sha256:3"},
    {"colons", "x\nFingerprint=" SHA1_COLONS "\r\n", SHA1, "sha1:2"},
    {"dashes", SHA1_DASHES "\n", SHA1, "sha1:1"},
    {"blanks", "(" SHA1_BLANKS ")\n", SHA1, "sha1:1"},
    {"groups", SHA1_GROUPS ".\n", SHA1, "sha1:1"},
    {"0x", "0x" SHA1 "\n", SHA1, "sha1:1"},
    {"a label", "SHA1 Fingerprint=" SHA1 "\n", SHA1, "sha1:1"},
    {"a label and a colon", "sha256:" SHA256 "\n", SHA256, "sha256:1"},
    {"a label that is hex", "Root CA: " SHA1_COLONS "\n", SHA1, "sha1:1"},
    {"a word of hex before blanks", "CA " SHA1_BLANKS "\n", SHA1, "sha1:1"},
    {"a word of hex behind blanks", SHA1_BLANKS " be\n", SHA1, "sha1:1"},
    {"a word of hex in the line before", "of the CA:\n  " SHA1_COLONS "\n", SHA1, "sha1:2"},
    {"two lines, colons", "x\n " SHA256_LEFT ":\n     " SHA256_RIGHT "\n", SHA256, "sha256:2"},
    {"two lines, blanks", SHA256_LEFT2 "\n" SHA256_RIGHT2 "\n", SHA256, "sha256:1"},
    {"two lines, CRLF", SHA256_LEFT ":\r\n" SHA256_RIGHT "\r\n", SHA256, "sha256:1"},
    {"two lines, <br>", "<td>" SHA256_LEFT2 "<BR />" SHA256_RIGHT2 "</td>", SHA256, "sha256:1"},
    {"lines of blanks, the last", SHA256_LEFT2 "\n\n" SHA1_BLANKS "\nend", SHA1, "sha1:3"},
    {"HTML", "<td>SHA-1</td>\n<td>" SHA1_COLONS "</td><td>x", SHA1, "sha1:2"},
    {"HTML, cells", "<td>" MD5 "</td><td>" SHA1_COLONS "</td>", SHA1, "sha1:1"},
    {"a link", "<a href='https://crt.example/?q=" SHA256 "'>", SHA256, "sha256:1"},
    {"two in a line", MD5 " " SHA1 "\n", SHA1, "sha1:1"},
    {"the first of two lines", SHA1 "\n" SHA1 "\n", SHA1, "sha1:1"},
    {"sha256sum", SHA256_LOWER "  a b.der\n", SHA256, "sha256:1 a b.der"},
    {"sha256sum, binary", SHA256_LOWER " *a.der\r\n", SHA256, "sha256:1 a.der"},
    {"sha256sum, escaped", "\\" SHA256_LOWER "  a\\nb.der\n", SHA256, "sha256:1 a\\nb.der"},
    {"sha256sum --tag", "SHA256 (a (1).der) = " SHA256_LOWER "\n", SHA256, "sha256:1 a (1).der"},
    {"part of more digits", SHA1 "00\n" MD5, SHA1, "-"},
    {"part of a word", "x" SHA1 "\n" SHA1 "_\n" MD5, SHA1, "-"},
    {"an odd digit", "9:F7:44:E9:F2:B4:DB:AE:C0:F3:12:C5:0B:65:63:B8:E2:D9:3C:31:1\n" MD5, SHA1,
     "-"},
    {"two separators", "9F-74:4E:9F:2B:4D:BA:EC:0F:31:2C:50:B6:56:3B:8E:2D:93:C3:11\n" MD5, SHA1,
     "-"},
    {"half of a key", SHA256_LEFT ":" SHA256_RIGHT ":" SHA256_LEFT ":" SHA256_RIGHT ":00\n" MD5,
     SHA256, "-"},

    {"CSV", CSV "A," SHA256 "," SHA1 "\n", SHA256, "sha256:2 A"},
    {"CSV, CRLF, no end", CSV "A," SHA1 "0123456789ABCDEF01234567,\r\nB," SHA256 ",", SHA256,
     "sha256:3 B"},
    {"CSV, byte order mark", "\xEF\xBB\xBF\"SHA-256 Fingerprint\",Name\n" SHA256 ",A\n", SHA256,
     "sha256:2 A"},
    {"CSV, no SHA-256", CSV "A,," SHA1_COLONS "\n", SHA1, "sha1:2 A"},
    {"CSV, SHA-1 beside SHA-256", CSV "A," SHA256 "," SHA1 "\n", SHA1, "-"},
    {"CSV, quotes", CSV "\"A, \"\"B\"\"\nC\",\"" SHA256 "\",\n", SHA256, "sha256:2 A, \"B\"\nC"},
    {"CSV, behind a quoted line end", CSV "\"\n\n\",,\n\nB," SHA256 ",\n", SHA256, "sha256:6 B"},
    {"CSV, trust",
     "Certificate Name,Trust Bits,Distrust for TLS After Date,SHA-256 Fingerprint\n"
     "A,Websites;Email,2024.11.30," SHA256 "\n",
     SHA256, "sha256:2 A 2024.11.30 Websites;Email"},
    {"CSV, another's fingerprint",
     "Parent SHA-256 Fingerprint,SHA-256 Fingerprint\n" SHA256 "," SHA1
     "0123456789ABCDEF01234567\n",
     SHA256, "-"},

    {"certdata", CERTIFICATE VALUE, VALUE_SHA256, "sha256:1 A \xC3\xA9"},
    {"certdata, trust",
     "# x\nBEGINDATA\n\n" CERTIFICATE VALUE "CKA_NSS_SERVER_DISTRUST_AFTER MULTILINE_OCTAL\n"
     "\\062\\064\\061\\061\\063\\060\\062\\063\\065\\071\\065\\071\\132\nEND\n" TRUST
     "CKA_CERT_SHA1_HASH MULTILINE_OCTAL\n"
     "\\026\\303\\303\\340\\273\\133\\137\\117\\272\\354\\333\\155\\363\\172\\132\\117\n"
     "\\235\\021\\226\\344\nEND\n"
     "CKA_TRUST_SERVER_AUTH CK_TRUST CKT_NSS_TRUSTED_DELEGATOR\n",
     VALUE_SHA256, "sha256:4 A \xC3\xA9 CKT_NSS_TRUSTED_DELEGATOR 2024-11-30T23:59:59Z"},
    {"certdata, trust alone",
     TRUST "CKA_CERT_SHA1_HASH MULTILINE_OCTAL\n"
           "\\237\\164\\116\\237\\053\\115\\272\\354\\017\\061\\054\\120\\266\\126\\073\\216\n"
           "\\055\\223\\303\\021\nEND\nCKA_TRUST_SERVER_AUTH CK_TRUST CKT_NSS_NOT_TRUSTED\n",
     SHA1, "sha1:1 B CKT_NSS_NOT_TRUSTED"},
    {"certdata, a fingerprint in a comment", "# " SHA1 "\n" CERTIFICATE VALUE, SHA1, "-"},
};

/* What no list may be: the message, behind its line where it has one. */
static const struct {
    const char *name;
    const char *list;
    const char *want;
} refusals[] = {
    {"nothing", "", "expected a list with fingerprints in it, found none"},
    {"no fingerprint", "<html>Log in</html>",
     "expected a list with fingerprints in it, found none"},
    {"CSV without a record", CSV, "expected a list with fingerprints in it, found none"},
    {"CSV, a short record", CSV "A," SHA256 "\n",
     "2: expected 3 fields, as in the first line, found 2"},
    {"CSV, a long record", CSV "\nA," SHA256 ",,\n",
     "3: expected 3 fields, as in the first line, found 4"},
    {"CSV, no fingerprint", CSV "A,n/a,\n",
     "2: SHA-256 Fingerprint: expected a fingerprint in hex, or 'sha256//' and base64, found "
     "'n/a'"},
    {"CSV, one digit less", CSV "A,,9F\n",
     "2: SHA-1 Fingerprint: expected 32, 40, 56, 64, 96 or 128 hex digits, found 2"},
    {"CSV, in the wrong column", CSV "\"A\nB\"," SHA1 ",\n",
     "2: expected 64 hex digits in 'SHA-256 Fingerprint', found 40"},
    {"CSV, an open quote", CSV "A," SHA256 ",\nB,\"" SHA256 ",\n",
     "3: expected the closing quote of the field that begins here, found none"},
    {"CSV, behind a quote", CSV "\"A\"B," SHA256 ",\n",
     "2: expected a comma or the line's end behind a quoted field, found 0x42"},
    {"certdata, no value", CERTIFICATE, "1: expected a CKA_VALUE in the certificate, found none"},
    {"certdata, a short value", "\n" CERTIFICATE "CKA_VALUE MULTILINE_OCTAL\n\\060\\003\nEND\n",
     "2: expected one whole certificate in CKA_VALUE, found 2 bytes that are none"},
    {"certdata, no END", CERTIFICATE "CKA_VALUE MULTILINE_OCTAL\n\\060\\003\n",
     "3: expected END behind the octets that begin here, found none"},
    {"certdata, no octets", CERTIFICATE "CKA_VALUE MULTILINE_OCTAL\n\\060\\003\\\nEND\n",
     "4: expected octets such as \\060, or END, found '\\'"},
    {"certdata, octets over 255", CERTIFICATE "CKA_VALUE MULTILINE_OCTAL\n\\460\nEND\n",
     "4: expected octets such as \\060, or END, found '\\460'"},
    {"certdata, a short hash", TRUST "CKA_CERT_SHA1_HASH MULTILINE_OCTAL\n\\060\nEND\n",
     "5: expected 20 octets of sha1, found 1"},
    {"certdata, a label without quotes", CERTIFICATE VALUE "CKA_LABEL UTF8 A\n",
     "7: expected a label between quotes, found 'A'"},
    {"certdata, something else", CERTIFICATE VALUE "<html>\n",
     "7: expected an attribute such as CKA_LABEL, or a comment, found '<html>'"},
};

/* How long a piece is: the whole list, or a line at a time (of CSV, a byte). */
static size_t measure_piece(struct slice rest, enum published_format format, bool in_pieces)
{
    size_t line = slice_find_byte(rest, '\n');

    if (!in_pieces)
        return rest.len;
    if (format == PUBLISHED_CSV)
        return 1;
    return line < rest.len ? line + 1 : rest.len;
}

static bool read_list(struct published_set *set, const char *list, bool in_pieces, size_t *line,
                      struct error *e)
{
    struct published_reader reader CLEANUP(published_free);
    struct slice rest = slice_of_string(list);
    bool read = true;

    if (!published_set_enter_list(set, SLICE("list"), e))
        abort();
    published_begin(&reader, set, rest);
    while (read && rest.len > 0) {
        size_t len = measure_piece(rest, reader.format, in_pieces);

        read = published_read(&reader, slice_first(rest, len), e);
        rest = slice_from(rest, len);
    }
    read = read && published_end(&reader, e);
    *line = published_line(&reader);
    return read;
}

static void append(struct buffer *have, struct slice text)
{
    if (!buffer_append(have, text, NULL))
        abort();
}

static void append_number(struct buffer *have, size_t number)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "%zu", number);
    append(have, slice_of_string(text));
}

static void find(const struct published_set *set, const char *text, struct buffer *have)
{
    struct fingerprint_set hashes = {0};
    struct fingerprint fingerprint;
    struct published_entry entry;

    if (!fingerprint_parse(slice_of_string(text), &fingerprint, NULL))
        abort();
    memcpy(hashes.octets[fingerprint.digest], fingerprint.octets, DIGEST_MAX);
    if (!published_set_find(set, &hashes, &entry)) {
        append(have, SLICE("-"));
        return;
    }
    append(have, slice_of_string(digest_name(entry.digest)));
    append(have, SLICE(":"));
    append_number(have, entry.place.line);
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++) {
        if (entry.about[i].data != NULL) {
            append(have, SLICE(" "));
            append(have, entry.about[i]);
        }
    }
}

static void test_finds(bool in_pieces)
{
    for (size_t i = 0; i < ARRAY_SIZE(finds); i++) {
        struct buffer have CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
        struct published_set set CLEANUP(published_set_free);
        struct error e;
        size_t line;

        published_set_init(&set);
        if (read_list(&set, finds[i].list, in_pieces, &line, &e))
            find(&set, finds[i].fingerprint, &have);
        else
            append(&have, slice_of_string(e.text));
        append(&have, slice_of("", 1));
        is_string((const char *)have.data, finds[i].want, finds[i].name);
    }
}

static void test_refusals(bool in_pieces)
{
    for (size_t i = 0; i < ARRAY_SIZE(refusals); i++) {
        struct published_set set CLEANUP(published_set_free);
        struct error e;
        char text[ERROR_PATH_MAX + ERROR_TEXT_MAX + 32] = "no error";
        size_t at = 0;
        size_t line;

        published_set_init(&set);
        if (!read_list(&set, refusals[i].list, in_pieces, &line, &e)) {
            if (line > 0)
                at = (size_t)snprintf(text, sizeof(text), "%zu: ", line);
            (void)snprintf(text + at, sizeof(text) - at, "%s%s%s", error_path(&e),
                           error_path(&e)[0] != '\0' ? ": " : "", e.text);
        }
        is_string(text, refusals[i].want, refusals[i].name);
    }
}

/* One below, at, and one above the longest field and label. */
static void test_limits(void)
{
    for (size_t i = 0; i < 3; i++) {
        struct buffer list CLEANUP(buffer_free) = BUFFER_INIT(4 * MIB);
        struct buffer have CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
        struct published_set set CLEANUP(published_set_free);
        struct error e;
        size_t line;
        bool read;

        published_set_init(&set);
        append(&list, SLICE("SHA-256 Fingerprint,Name\n" SHA256 ","));
        for (size_t j = 0; j < LIMIT_FIELD - 1 + i; j++)
            append(&list, SLICE("x"));
        append(&list, slice_of("", 1));
        read = read_list(&set, (const char *)list.data, false, &line, &e);
        ok(read == (i < 2), "a field of %zu bytes", LIMIT_FIELD - 1 + i);
        if (!read) {
            is_string(e.text, "expected a field of at most 1048576 bytes, found a longer one",
                      "its message");
            is_int(e.code, ERROR_LIMIT, "its code");
            continue;
        }
        find(&set, SHA256, &have);
        is_int((intmax_t)have.len, (intmax_t)(strlen("sha256:2 ") + LIMIT_LABEL),
               "its label is cut");
    }
}

/* Fingerprints that were made to be alike cost no more than others. */
static void test_many(void)
{
    struct published_set set CLEANUP(published_set_free);
    struct fingerprint fingerprint = {.digest = DIGEST_SHA1};
    struct published_entry entry;
    struct fingerprint_set hashes = {0};
    size_t found = 0;

    published_set_init(&set);
    if (!published_set_enter_list(&set, SLICE("list"), NULL))
        abort();
    for (uint32_t i = 0; i < 200000; i++) {
        memcpy(fingerprint.octets + 16, &i, sizeof(i));
        if (!published_set_add(&set, &fingerprint, (struct published_place){.line = i + 1}, NULL,
                               NULL))
            abort();
    }
    for (uint32_t i = 0; i < 200000; i++) {
        memcpy(hashes.octets[DIGEST_SHA1] + 16, &i, sizeof(i));
        found += published_set_find(&set, &hashes, &entry) && entry.place.line == i + 1;
    }
    is_int((intmax_t)found, 200000, "each of 200,000 that differ in their last octets");
    memset(hashes.octets[DIGEST_SHA1], 1, 20);
    ok(!published_set_find(&set, &hashes, &entry), "another one is not there");
}

static void test_formats(void)
{
    is_int(published_identify(SLICE(CSV)), PUBLISHED_CSV, "CSV");
    is_int(published_identify(SLICE("# x\n\n" CERTIFICATE)), PUBLISHED_CERTDATA, "certdata.txt");
    is_int(published_identify(SLICE("x\n-----BEGIN CERTIFICATE-----\n")), PUBLISHED_PEM, "PEM");
    is_int(published_identify(SLICE("<pre>-----BEGIN CERTIFICATE-----\n")), PUBLISHED_TEXT,
           "PEM in HTML is text");
    is_int(published_identify(SLICE("SHA-256 Fingerprint\n")), PUBLISHED_TEXT,
           "one column is text");
    is_int(published_identify(SLICE_NONE), PUBLISHED_TEXT, "nothing is text");
}

int main(void)
{
    test_finds(false);
    test_finds(true);
    test_refusals(false);
    test_refusals(true);
    test_limits();
    test_many();
    test_formats();
    return tap_done();
}
