/* SPDX-License-Identifier: Apache-2.0 */
/* What of an input reaches a terminal: whatever it was, it can be shown; what can be shown stays.
 */
#include "fuzz.h"
#include "report.h"
#include "string-type.h"
#include "well-formed.h"

static struct buffer once = BUFFER_INIT(LIMIT_TEXT);
static struct buffer twice = BUFFER_INIT(LIMIT_TEXT);

static void check_escape(struct slice text)
{
    once.len = 0;
    twice.len = 0;
    REQUIRE(report_escape(&once, text, NULL));
    require_shown(buffer_slice(&once));
    REQUIRE(once.len >= text.len && once.len <= 4 * text.len);
    REQUIRE(report_escape(&twice, buffer_slice(&once), NULL));
    REQUIRE(slice_equal(buffer_slice(&once), buffer_slice(&twice)));
}

/* A string of any type: what is not UTF8String becomes valid UTF-8, so that no byte is escaped. */
static void check_string(uint8_t tag, struct slice text)
{
    struct buffer utf8 CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);

    if (!string_type_is_known(tag))
        return;
    REQUIRE(string_append_utf8(&utf8, tag, text, NULL));
    check_escape(buffer_slice(&utf8));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = slice_of(data, size);

    check_escape(text);
    if (size > 0)
        check_string(data[0], slice_from(text, 1));
    return 0;
}
