/* SPDX-License-Identifier: Apache-2.0 */
#include "report.h"
#include "tap.h"

static const struct {
    struct slice text;
    const char *want;
} cases[] = {
    {SLICE_CONST(""), ""},
    {SLICE_CONST("plain ~text\\"), "plain ~text\\"},
    {SLICE_CONST("a\nb\rc\td"), "a\\x0Ab\\x0Dc\\x09d"},
    {SLICE_CONST("\0"), "\\x00"},
    {SLICE_CONST("\x1B[31m\x7F"), "\\x1B[31m\\x7F"},
    {SLICE_CONST("\xC2\x80\xC2\x9B\xC2\x9F"), "\\u0080\\u009B\\u009F"},
    {SLICE_CONST("\xC2\xA0"), "\xC2\xA0"},
    {SLICE_CONST("Z\xC3\xBCrich \xE2\x98\x83 \xF0\x9F\x98\x80"),
     "Z\xC3\xBCrich \xE2\x98\x83 \xF0\x9F\x98\x80"},
    /* bidirectional, and what ends lines */
    {SLICE_CONST("\xD8\x9C"), "\\u061C"},
    {SLICE_CONST("\xE2\x80\x8A\xE2\x80\x8B"), "\xE2\x80\x8A\\u200B"},
    {SLICE_CONST("\xC2\xAD"), "\\u00AD"},
    {SLICE_CONST("\xE2\x80\x8E\xE2\x80\x8F"), "\\u200E\\u200F"},
    {SLICE_CONST("\xE2\x80\xA7"), "\xE2\x80\xA7"},
    {SLICE_CONST("\xE2\x80\xA8\xE2\x80\xA9"), "\\u2028\\u2029"},
    {SLICE_CONST("\xE2\x80\xAA\xE2\x80\xAE"), "\\u202A\\u202E"},
    {SLICE_CONST("\xE2\x80\xAF"), "\xE2\x80\xAF"},
    {SLICE_CONST("\xE2\x81\xA6\xE2\x81\xA9"), "\\u2066\\u2069"},
    {SLICE_CONST("\xEF\xBB\xBF"), "\\uFEFF"},
    {SLICE_CONST("\xF3\xA0\x81\x81"), "\\U000E0041"},
    /* no UTF-8 (RFC 3629 3) */
    {SLICE_CONST("\x80"), "\\x80"},
    {SLICE_CONST("\xC3"), "\\xC3"},
    {SLICE_CONST("\xC3("), "\\xC3("},
    {SLICE_CONST("\xC0\xAF"), "\\xC0\\xAF"},
    {SLICE_CONST("\xC1\xBF"), "\\xC1\\xBF"},
    {SLICE_CONST("\xE0\x9F\xBF"), "\\xE0\\x9F\\xBF"},
    {SLICE_CONST("\xE0\xA0\x80"), "\xE0\xA0\x80"},
    {SLICE_CONST("\xED\x9F\xBF"), "\xED\x9F\xBF"},
    {SLICE_CONST("\xED\xA0\x80"), "\\xED\\xA0\\x80"},
    {SLICE_CONST("\xE2\x98"), "\\xE2\\x98"},
    {SLICE_CONST("\xF0\x8F\xBF\xBF"), "\\xF0\\x8F\\xBF\\xBF"},
    {SLICE_CONST("\xF4\x8F\xBF\xBF"), "\xF4\x8F\xBF\xBF"},
    {SLICE_CONST("\xF4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80"},
    {SLICE_CONST("\xF5\x80\x80\x80"), "\\xF5\\x80\\x80\\x80"},
    {SLICE_CONST("\xFE\xFF"), "\\xFE\\xFF"},
    {SLICE_CONST("\xE2\x80\xAEtxt\xFF"), "\\u202Etxt\\xFF"},
};

int main(void)
{
    struct buffer small CLEANUP(buffer_free) = BUFFER_INIT(4);

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        struct buffer out CLEANUP(buffer_free) = BUFFER_INIT(KIB);

        ok(report_escape(&out, cases[i].text, NULL) && buffer_append(&out, SLICE("\0"), NULL),
           "escaped");
        is_string((const char *)out.data, cases[i].want, "case");
    }
    ok(report_escape(&small, SLICE("\n"), NULL), "four octets for one");
    ok(!report_escape(&small, SLICE("a"), NULL) && small.len == 4, "no more than the cap");
    return tap_done();
}
