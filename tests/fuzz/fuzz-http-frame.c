/* SPDX-License-Identifier: Apache-2.0 */
/* A frame, either way, and the URL in it: what is read is said again and read the same. */
#include "address-range.h"
#include "fuzz.h"
#include "http-frame.h"
#include "http-url.h"
#include "show.h"

static struct buffer again = BUFFER_INIT(LIMIT_HTTP_FRAME);

static void check_url(struct slice text)
{
    struct http_url url;
    struct error e = {0};

    if (!http_url_parse(text, &url, &e)) {
        require_error(&e, text.len);
        return;
    }
    REQUIRE(text.len <= LIMIT_URL && is_inside(url.host, text) && url.host.len > 0);
    REQUIRE(url.port > 0 && http_url_same_origin(&url, &url));
    REQUIRE(url.address_len == 0 || url.address_len == 4 || url.address_len == 16);
    (void)address_scope_find(slice_of(url.address, url.address_len));
    for (size_t i = 0; i < url.host.len; i++)
        REQUIRE(url.host.data[i] != '@' && url.host.data[i] != '/' && url.host.data[i] != '%');
}

static void check_fields(struct slice fields)
{
    struct slice name, line;

    while (http_fields_next(&fields, &name, &line)) {
        REQUIRE(name.len > 0 && name.len < line.len);
        REQUIRE(slice_find_byte(line, '\n') == line.len && slice_find_byte(line, '\0') == line.len);
    }
    REQUIRE(fields.len == 0);
}

static void check_request(struct slice bytes)
{
    struct http_request r, same;
    struct error e = {0};
    size_t len;

    if (!http_frame_parse_request(bytes, &r, &len, &e)) {
        require_error(&e, bytes.len);
        return;
    }
    if (len > bytes.len)
        return;
    REQUIRE(http_frame_parse_request(slice_first(bytes, len - 1), &same, &len, NULL));
    REQUIRE(len <= bytes.len);
    check_fields(r.fields);
    check_url(r.url);
    again.len = 0;
    REQUIRE(http_frame_build_request(&again, &r, NULL));
    REQUIRE(http_frame_parse_request(buffer_slice(&again), &same, &len, NULL) && len == again.len);
    REQUIRE(same.id == r.id && slice_equal(same.method, r.method) && slice_equal(same.url, r.url) &&
            slice_equal(same.fields, r.fields) && slice_equal(same.body, r.body));
    REQUIRE(same.timeout == r.timeout && same.connect_timeout == r.connect_timeout &&
            same.body_max == r.body_max);
}

static void check_answer(struct slice bytes)
{
    struct http_answer a, same;
    struct error e = {0};
    size_t len;

    if (!http_frame_parse_answer(bytes, &a, &len, &e)) {
        require_error(&e, bytes.len);
        return;
    }
    if (len > bytes.len)
        return;
    REQUIRE(is_inside(a.word, bytes) && is_inside(a.url, bytes) && is_inside(a.message, bytes));
    again.len = 0;
    REQUIRE(http_frame_build_answer(&again, &a, &e) || e.code == ERROR_LIMIT);
    if (again.len == 0)
        return; /* an address as long as the line */
    REQUIRE(http_frame_parse_answer(buffer_slice(&again), &same, &len, NULL) && len == again.len);
    REQUIRE(same.id == a.id && same.outcome == a.outcome && slice_equal(same.url, a.url) &&
            slice_equal(same.message, a.message) && slice_equal(same.address, a.address) &&
            same.time == a.time);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice bytes = slice_of(data, size);

    check_request(bytes);
    check_answer(bytes);
    check_url(bytes);
    return 0;
}
