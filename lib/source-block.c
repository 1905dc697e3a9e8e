/* SPDX-License-Identifier: Apache-2.0 */
#include "source-block.h"

#include "base64.h"
#include "der.h"
#include "pem.h"

/* Whether what stands at `at` stands at the start of a line, behind nothing but blanks. */
static bool is_at_line_start(struct slice text, size_t at)
{
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
        at--;
    return at == 0 || text.data[at - 1] == '\n' || text.data[at - 1] == '\r' ||
           text.data[at - 1] == 0xBF; /* of a byte order mark */
}

size_t source_block_find_line(struct slice text, size_t from, struct slice word)
{
    for (;;) {
        size_t at = from + slice_find(slice_from(text, from), word);

        if (at == text.len || is_at_line_start(text, at))
            return at;
        from = at + 1;
    }
}

size_t source_block_find(struct slice text, size_t from, bool is_all, size_t *again)
{
    for (;;) {
        size_t at = from + slice_find(slice_from(text, from), SLICE("-----BEGIN "));
        size_t len;

        *again = text.len > 16 ? text.len - 16 : 0;
        if (at == text.len || is_at_line_start(text, at))
            return at;
        len = pem_length_on_line(slice_from(text, at), is_all);
        if (len == PEM_UNKNOWN)
            *again = at;
        if (len > 0)
            return len == PEM_UNKNOWN ? text.len : at;
        from = at + 1;
    }
}

static size_t length_of_lines(struct slice text, bool is_all, size_t *searched)
{
    size_t begin = source_block_find_line(text, *searched, SLICE("-----BEGIN "));
    struct slice block = slice_first(text, begin);
    size_t end = source_block_find_line(block, *searched, SLICE("-----END "));
    size_t newline = slice_find_byte(slice_from(block, end), '\n');

    if (end + newline < block.len)
        return end + newline + 1;
    if (begin < text.len || is_all)
        return block.len;
    if (end == block.len && block.len > *searched + 64)
        *searched = block.len - 64;
    return 0;
}

size_t source_block_length(struct slice text, bool is_all, size_t *searched)
{
    size_t len = pem_length_on_line(text, is_all);

    if (len == PEM_UNKNOWN)
        return 0;
    return len > 0 ? len : length_of_lines(text, is_all, searched);
}

static bool is_private_key(struct slice label)
{
    return slice_ends_with(label, SLICE("PRIVATE KEY"));
}

static bool fail_label(const struct pem_block *block, const struct object *object, struct error *e)
{
    int shown = block->label.len < 64 ? (int)block->label.len : 64;
    const char *label = (const char *)block->label.data;

    if (object_identify_label(block->label) == OBJECT_UNKNOWN)
        return error_set(e, ERROR_CONTENT, "expected a PEM label that is known, found '%.*s'",
                         shown, label);
    return error_set(e, ERROR_CONTENT, "expected what the PEM label '%.*s' says, found %s", shown,
                     label, block->body.len == 0 ? "nothing" : object_kind_name(object->kind));
}

/* Whether the element at the front fills the bytes. */
static bool is_one_element(struct slice bytes)
{
    size_t len;

    return der_measure(bytes, &len, NULL) && len > 0 && len == bytes.len;
}

/* A certificate and OpenSSL's CertAux, a SEQUENCE; the former is what is given. */
static void take_certificate(struct object *object)
{
    struct slice rest;
    size_t len;

    if (!der_measure(object->der, &len, NULL) || len == 0 || len >= object->der.len)
        return;
    rest = slice_from(object->der, len);
    if (rest.data[0] != DER_SEQUENCE || !is_one_element(rest))
        return;
    object->der = slice_first(object->der, len);
    object->departures |= 1U << DEPARTURE_TRUST_SETTINGS;
}

/* RFC 1421 4.6.1.1: what is in the block is no DER. */
static bool take_encrypted(const struct pem_block *block, struct object *object, struct error *e)
{
    if (!is_private_key(block->label))
        return error_set(e, ERROR_CONTENT, "expected DER in the PEM block, found it encrypted");
    object->kind = OBJECT_PEM_ENCRYPTED_KEY;
    return true;
}

static bool take_parameters(const struct pem_block *block, struct slice der, struct buffer *decoded,
                            struct object *object, struct error *e)
{
    if (der.len == 0 || (der.data[0] != DER_OID && der.data[0] != DER_SEQUENCE) ||
        !is_one_element(der))
        return fail_label(block, object, e);
    /* What comes next may be read before this is looked at. */
    if (der.data != decoded->data && !buffer_append(decoded, der, e))
        return false;
    object->kind = OBJECT_KEY_PARAMETERS;
    object->der = slice_of(decoded->data, der.len);
    object->label = SLICE_NONE;
    return true;
}

/* In JSON and in environment variables: "\n", "\r", and "\/". */
static void blank_escapes(struct buffer *body)
{
    for (size_t i = 0; i < body->size; i++) {
        if (body->data[i] != '\\')
            continue;
        body->data[i] = ' ';
        if (i + 1 < body->size && (body->data[i + 1] == 'n' || body->data[i + 1] == 'r'))
            body->data[++i] = ' ';
    }
}

/* The base64 is decoded where it stands, in the text or in a copy of it: beside it, the DER of a
 * large CRL would take as much again. */
static bool decode_body(struct slice text, const struct pem_block *block, uint8_t *writable,
                        struct buffer *decoded, struct slice *der, struct error *e)
{
    struct buffer body = {.size = block->body.len, .cap = block->body.len};

    decoded->len = 0;
    if (writable == NULL && !buffer_append(decoded, block->body, e))
        return false;
    body.data = writable != NULL ? writable + (block->body.data - text.data) : decoded->data;
    if (block->on_line)
        blank_escapes(&body);
    if (!base64_decode(slice_of(body.data, block->body.len), &body, e)) {
        if (e != NULL)
            e->offset += block->body_offset;
        return false;
    }
    *der = buffer_slice(&body);
    return true;
}

bool source_block_decode(struct slice text, uint8_t *writable, struct buffer *decoded,
                         struct object *object, struct error *e)
{
    struct slice rest = text;
    struct pem_block block;
    struct slice der;
    bool found;

    if (!pem_next(&rest, &block, &found, e))
        return false;
    if (!found)
        return error_set(e, ERROR_ENCODING, "expected a PEM block, found none");
    if (!decode_body(text, &block, writable, decoded, &der, e))
        return false;
    object->label = block.label;
    if (block.on_line)
        object->departures |= 1U << DEPARTURE_BLOCK_ON_LINE;
    if (block.encrypted)
        return take_encrypted(&block, object, e);
    object->kind = object_identify(der);
    if (object_identify_label(block.label) == OBJECT_KEY_PARAMETERS)
        return take_parameters(&block, der, decoded, object, e);
    object->der = der;
    if (!object_label_fits(block.label, object->kind))
        return fail_label(&block, object, e);
    if (slice_is(block.label, "TRUSTED CERTIFICATE"))
        take_certificate(object);
    return true;
}

bool source_block_is_private_key(struct slice text)
{
    struct pem_block block;
    bool found;

    return pem_next(&text, &block, &found, NULL) && found && is_private_key(block.label);
}
