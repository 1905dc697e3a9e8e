/* SPDX-License-Identifier: Apache-2.0 */
/* Base64, hex, percent-encoding, fingerprints: what is written is read again, whatever it was. */
#include "base64.h"
#include "fingerprint.h"
#include "fuzz.h"
#include "hex.h"
#include "percent.h"

static struct buffer text = BUFFER_INIT(LIMIT_TEXT);
static struct buffer back = BUFFER_INIT(LIMIT_TEXT);

typedef bool (*decoder)(struct slice text, struct buffer *out, struct error *e);

/* In front of what it decodes something stands, which a failure leaves as it was. */
static bool decode(decoder decode_text, struct slice in)
{
    struct error e = {0};

    back.len = 0;
    REQUIRE(buffer_append(&back, SLICE("front"), NULL));
    if (!decode_text(in, &back, &e)) {
        REQUIRE(e.code == ERROR_ENCODING && e.has_offset && e.offset <= in.len);
        REQUIRE(slice_is(buffer_slice(&back), "front"));
        return false;
    }
    REQUIRE(slice_starts_with(buffer_slice(&back), SLICE("front")));
    REQUIRE(back.len - 5 <= in.len);
    return true;
}

static struct slice decoded(void)
{
    return slice_from(buffer_slice(&back), 5);
}

static uint8_t *room(size_t len)
{
    text.len = 0;
    REQUIRE(buffer_room(&text, len + 1, NULL) != NULL);
    text.len = len;
    return text.data;
}

static void check_written(struct slice bytes)
{
    REQUIRE(base64_encode(room(BASE64_LEN(bytes.len)), bytes) == BASE64_LEN(bytes.len));
    REQUIRE(decode(base64_decode, buffer_slice(&text)) && slice_equal(decoded(), bytes));
    hex_encode(room(2 * bytes.len), bytes);
    REQUIRE(decode(hex_decode, buffer_slice(&text)) && slice_equal(decoded(), bytes));
}

/* What was read, written in the plain form, is the same when it is read again. */
static void check_read(decoder decode_text, struct slice in)
{
    struct buffer first CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);

    if (!decode(decode_text, in))
        return;
    REQUIRE(buffer_append(&first, decoded(), NULL));
    check_written(buffer_slice(&first));
}

static void check_fingerprint(struct slice in)
{
    struct fingerprint fingerprint;
    struct error e = {0};
    unsigned digests;

    if (!fingerprint_parse(in, &fingerprint, &e))
        REQUIRE(e.code == ERROR_USAGE);
    if (!fingerprint_parse_hashes(in, &digests, &e))
        REQUIRE(e.code == ERROR_USAGE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice in = slice_of(data, size);

    check_written(in);
    check_read(base64_decode, in);
    check_read(hex_decode, in);
    if (slice_find_byte(in, '%') == in.len)
        REQUIRE(decode(percent_decode, in) && slice_equal(decoded(), in));
    else
        (void)decode(percent_decode, in);
    check_fingerprint(in);
    return 0;
}
