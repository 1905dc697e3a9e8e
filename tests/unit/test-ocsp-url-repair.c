/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GET URLs with characters lost on the way. The request is the least that is one, its hashes made
 * of the 24 digits that a case puts into each: so every '/' and '+' stands where it is wanted.
 */
#include "base64.h"
#include "ocsp-url-repair.h"
#include "tap.h"

#define REQUEST(name, key) "MEUwQzBBMD8wPTAJBgUrDgMCGgUABBRA" name "UwQUYGFi" key "xcnMCBAECAwQ="
#define LONGER(name, serial)                                                                       \
    "MEYwRDBCMEAwPjAJBgUrDgMCGgUABBRA" name "UwQUYGFiY2RlZmdoaWprbG1ub3BxcnMC" serial

#define A     "QUJDREVGR0hJSktMTU5PUFFS"
#define B     "Y2RlZmdoaWprbG1ub3B"
#define B2    "Y2RlZmdoaWprbG1ub/B"

#define TWICE OCSP_URL_ESCAPED_TWICE
#define LOST  OCSP_URL_COLLAPSED
#define BLANK OCSP_URL_BLANKS

static const struct {
    const char *url;
    const char *sent; /* the base64; null: not repaired */
    unsigned repairs; /* LOST: several readings, where nothing is sent */
} cases[] = {
    /* One place, one or more lost. */
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PUF/", B), REQUEST("QUJDREVGR0hJSktMTU5PUF//", B), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5P/", B), REQUEST("QUJDREVGR0hJSktMTU5P////", B), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktMTU/", B) "/", REQUEST("QUJDREVGR0hJSktMTU//////", B), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktM/", B) "?a", REQUEST("QUJDREVGR0hJSktM////////", B), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktM/", B) "#a", REQUEST("QUJDREVGR0hJSktM////////", B), LOST},
    {"http://a/b/" REQUEST("QUJDREVGR0hJSktMTU5PUF/", B), REQUEST("QUJDREVGR0hJSktMTU5PUF//", B),
     LOST},
    /* An escaped '/' is not lost beside another. */
    {"/" REQUEST("QUJDREVGR0h%2FSktMTU5PUF/", B), REQUEST("QUJDREVGR0h/SktMTU5PUF//", B), LOST},
    {"/" REQUEST("QUJDREVGR0h%252FSktMTU5PUF/", B), REQUEST("QUJDREVGR0h/SktMTU5PUF//", B),
     LOST | TWICE},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PUF%2F", B), NULL, 0},
    /* Slashes side by side are one place. */
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PU//", B), REQUEST("QUJDREVGR0hJSktMTU5PU///", B), LOST},
    /* Two places in two fields: only one way gives both their lengths. */
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PUF/", B2), REQUEST("QUJDREVGR0hJSktMTU5PUF//", B2), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PU//", "Y2RlZmdoaWprbG1ub/"),
     REQUEST("QUJDREVGR0hJSktMTU5PU///", "Y2RlZmdoaWprbG1ub//"), LOST},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PU/S", B2), REQUEST("QUJDREVGR0hJSktMTU5PU//S", B2), LOST},
    /* Two places in one field: which, nobody knows. */
    {"/" REQUEST("QUJDREVG/0hJSktMTU5PUF/", B), NULL, LOST},
    {"/" REQUEST("/UJDREVG/0hJSktMTU5PU/", B), NULL, LOST},
    /* More ways than are tried; more lost than are put back. */
    {"/" REQUEST("/U/D/E/G/0/J/k/M", B), NULL, LOST},
    {"/" REQUEST("QUJDREVGR0hJSk/", B), NULL, 0},
    /* The end is cut, or may be. */
    {"/MEUwQzBBMD8wPTAJBgUrDgMCGgUABBRAQUJDREVGR0hJSktMTU5PUFFSUwQUYGFi/2RlZ", NULL, 0},
    {"/MEUwQzBBMD8wPTAJBgUrDgMCGgUABBRAQUJDREVGR0hJSktMTU5PU/FSUwQUYGFi" B "xcnMCBAECAw", NULL, 0},
    /* No padding belongs there, so only the parse can tell. */
    {"/" LONGER("QUJDREVGR0hJSktMTU5PUF/", "BQECAwQF"),
     LONGER("QUJDREVGR0hJSktMTU5PUF//", "BQECAwQF"), LOST},
    {"/" LONGER(A, "BQECA/"), LONGER(A, "BQECA///"), LOST},
    /* Blanks. */
    {"/" REQUEST("QU DREVGR0hJSktMTU5PUFFS", B), REQUEST("QU+DREVGR0hJSktMTU5PUFFS", B), BLANK},
    {"/" REQUEST("QU%20DREVGR0hJSkt  U5PUFFS", B), REQUEST("QU+DREVGR0hJSkt++U5PUFFS", B), BLANK},
    {"/" REQUEST("QU%20DREVGR0hJSktMTU5PUF/", B), REQUEST("QU+DREVGR0hJSktMTU5PUF//", B),
     BLANK | LOST},
    /* Nothing that is mended here. */
    {"", NULL, 0},
    {"http://a/", NULL, 0},
    {"/MA8wDQA/", NULL, 0},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PU*/", B), NULL, 0},
    {"/" REQUEST("QUJDREVGR0hJSktMTU5PU%/", B), NULL, 0},
};

static void test_case(const char *url, const char *sent, unsigned repairs)
{
    struct buffer decoded CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct buffer want CLEANUP(buffer_free) = BUFFER_INIT(64 * KIB);
    struct error e = {.code = ERROR_NONE};
    struct ocsp_url parsed;
    bool several;

    ok(!ocsp_url_parse(slice_of_string(url), &decoded, &parsed, NULL), "as it is: %s", url);
    if (!is_int(ocsp_url_repair(slice_of_string(url), &decoded, &parsed, &several, &e),
                sent != NULL, "whether it is repaired"))
        printf("# %s\n", e.text);
    else if (sent == NULL) {
        is_int(several, repairs != 0, "several readings");
        is_int(e.code != ERROR_NONE, repairs != 0, "and an error");
    } else {
        ok(base64_decode(slice_of_string(sent), &want, NULL) &&
               slice_equal(parsed.request, buffer_slice(&want)),
           "the request");
        is_int(parsed.repairs, repairs, "the repairs");
    }
}

/* A long run of slashes is one place: nothing here grows with the length of a URL. */
static void test_long(void)
{
    static char url[LIMIT_URL_REPAIRED + 64];

    memset(url, '/', sizeof(url) - 1);
    memcpy(url + 1, "MIIgWjCCIFYw", 12);
    for (size_t i = 13; i < 13 + 300; i += 2)
        url[i] = 'A';
    test_case(url, NULL, 0);
    memcpy(url + 1, "MEUwQzBBMD8wPTAJ", 16);
    test_case(url, NULL, 0);
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        test_case(cases[i].url, cases[i].sent, cases[i].repairs);
    test_long();
    return tap_done();
}
