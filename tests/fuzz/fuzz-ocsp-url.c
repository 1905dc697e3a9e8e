/* SPDX-License-Identifier: Apache-2.0 */
/* A line that may be a GET URL, part of a log, base64 or hex; and the request in it. */
#include "base64.h"
#include "der.h"
#include "fuzz.h"
#include "ocsp-url.h"
#include "show.h"
#include "source-text.h"
#include "source.h"

static struct buffer decoded = BUFFER_INIT(LIMIT_TEXT);
static struct buffer scratch = BUFFER_INIT(LIMIT_TEXT);

/* A request by URL is one whole SEQUENCE. */
static void check_url(struct slice line)
{
    struct ocsp_url url;
    struct error e = {0};
    size_t len;

    if (!ocsp_url_parse(line, &decoded, &url, &e)) {
        require_error(&e, line.len > decoded.len ? line.len : decoded.len);
        return;
    }
    REQUIRE(is_inside(url.responder, line) && is_inside(url.request, buffer_slice(&decoded)));
    REQUIRE(der_measure(url.request, &len, NULL) && len == url.request.len);
    REQUIRE(url.request.data[0] == DER_SEQUENCE);
}

static void check_text(struct slice line)
{
    struct source_text text;
    struct error e = {0};
    struct object object;

    if (!source_text_decode(line, &decoded, &text, &e)) {
        require_error(&e, line.len > decoded.len ? line.len : decoded.len);
        return;
    }
    REQUIRE(is_inside(text.der, buffer_slice(&decoded)));
    REQUIRE(is_inside(text.responder, line));
    object = (struct object){
        .kind = text.encoding == ENCODING_URL ? OBJECT_OCSP_REQUEST : object_identify(text.der),
        .encoding = text.encoding,
        .der = text.der,
        .responder = text.responder,
        .repairs = text.repairs,
    };
    (void)show_object(&object);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice line = slice_of(data, size);

    if (size == 0)
        return 0;
    (void)source_text_is_binary(line);
    (void)source_is_data(line, &scratch);
    check_url(line);
    check_text(line);
    return 0;
}
