/* SPDX-License-Identifier: Apache-2.0 */
/* PEM: what is found in any text, and that what is written is found again. */
#include "base64.h"
#include "fuzz.h"
#include "pem.h"

static struct buffer written = BUFFER_INIT(LIMIT_TEXT);
static struct buffer decoded = BUFFER_INIT(LIMIT_TEXT);

/* The bytes written as a block stand alone in it. */
static void write_and_find(struct slice der)
{
    struct pem_block block;
    struct slice text;
    bool found;

    written.len = 0;
    decoded.len = 0;
    REQUIRE(pem_append(&written, "X509 CRL", der, NULL));
    text = buffer_slice(&written);
    REQUIRE(pem_next(&text, &block, &found, NULL) && found);
    REQUIRE(slice_is(block.label, "X509 CRL") && block.offset == 0 && !block.encrypted);
    REQUIRE(base64_decode(block.body, &decoded, NULL));
    REQUIRE(slice_equal(buffer_slice(&decoded), der));
    REQUIRE(pem_next(&text, &block, &found, NULL) && !found && text.len == 0);
}

static void check_block(const struct pem_block *block, struct slice before, struct slice behind)
{
    REQUIRE(is_inside(block->label, before) && is_inside(block->body, before));
    REQUIRE(slice_starts_with(slice_from(before, block->offset), SLICE("-----BEGIN ")));
    REQUIRE(block->body_offset >= block->offset && block->body_offset <= before.len - behind.len);
    REQUIRE(block->body.data == before.data + block->body_offset);
    REQUIRE(slice_find_byte(block->label, '\n') == block->label.len);
    decoded.len = 0;
    if (base64_decode(block->body, &decoded, NULL)) {
        struct buffer copy CLEANUP(buffer_free) = BUFFER_INIT(LIMIT_TEXT);

        REQUIRE(buffer_append(&copy, buffer_slice(&decoded), NULL));
        write_and_find(buffer_slice(&copy));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = slice_of(data, size);
    bool found = true;

    write_and_find(text);
    while (found) {
        struct slice before = text;
        struct pem_block block;
        struct error e = {0};

        if (!pem_next(&text, &block, &found, &e)) {
            REQUIRE(e.code == ERROR_ENCODING && e.has_offset && e.offset <= before.len);
            REQUIRE(!found && text.data == before.data && text.len == before.len);
            return 0;
        }
        REQUIRE(is_inside(text, before));
        REQUIRE(text.len == 0 || text.data + text.len == before.data + before.len);
        if (found)
            check_block(&block, before, text);
        REQUIRE(found ? text.len < before.len : text.len == 0);
    }
    return 0;
}
