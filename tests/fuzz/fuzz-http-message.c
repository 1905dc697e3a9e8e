/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP message, its body, and what is behind it. */
#include "fuzz.h"
#include "http-message.h"
#include "show.h"

static struct buffer decoded = BUFFER_INIT(LIMIT_TEXT);

static void check_body(const struct http_message *message, struct slice text)
{
    struct error e = {0};
    struct slice body;
    size_t missing;

    if (!http_message_body(message, &decoded, &body, &missing, &e)) {
        require_error(&e, text.len);
        return;
    }
    REQUIRE(is_inside(body, message->body) || is_inside(body, buffer_slice(&decoded)));
    REQUIRE(body.len <= message->body.len);
    if (!message->chunked && message->has_content_length && body.len > 0)
        REQUIRE(body.len + missing == message->content_length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = slice_of(data, size);
    struct http_message message;
    struct error e = {0};
    bool more;

    if (size == 0)
        return 0;
    if (http_message_begins(text, &more))
        REQUIRE(!more || slice_find_byte(text, '\n') < size);
    if (!http_message_parse(text, &message, &e)) {
        require_error(&e, size);
        return 0;
    }
    REQUIRE((message.status == 0) == (message.method.len > 0));
    REQUIRE(is_inside(message.start_line, text) && is_inside(message.target, text));
    REQUIRE(is_inside(message.content_type, text) && is_inside(message.content_encoding, text) &&
            is_inside(message.retry_after, text));
    REQUIRE(is_inside(message.body, text) && is_inside(message.behind, text));
    check_body(&message, text);
    return 0;
}
