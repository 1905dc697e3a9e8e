/* SPDX-License-Identifier: Apache-2.0 */
#include "source-text.h"

#include "base64.h"
#include "der.h"
#include "hex-dump.h"
#include "hex.h"
#include "lookalike.h"
#include "ocsp-url-repair.h"
#include "source-block.h"
#include "source.h"

#define LOOKED_AT 64

static bool is_blank(uint8_t c)
{
    return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f');
}

bool source_text_is_binary(struct slice start)
{
    size_t len = start.len < LOOKED_AT ? start.len : LOOKED_AT;

    for (size_t i = 0; i < len; i++) {
        if (start.data[i] == 0x7F || (start.data[i] < 0x20 && !is_blank(start.data[i])))
            return true;
    }
    return start.data[0] == DER_SEQUENCE && len > 1 && start.data[1] >= 0x80;
}

static struct slice trim(struct slice text)
{
    while (text.len > 0 && is_blank(text.data[0]))
        text = slice_from(text, 1);
    while (text.len > 0 && is_blank(text.data[text.len - 1]))
        text.len--;
    return text;
}

/* DER in base64 begins with the upper six bits of SEQUENCE, in hex with its two digits. */
static bool looks_like_base64(struct slice text)
{
    return text.len > 1 && text.data[0] == 'M' && text.data[1] >= 'A' && text.data[1] <= 'P';
}

static bool looks_like_hex(struct slice text)
{
    return slice_starts_with(text, SLICE("30")) || slice_starts_with(text, SLICE("0x30"));
}

/* The first octets that the text stands for, up to `max`; how many there are. */
static size_t first_octets(struct slice text, uint8_t *octets, size_t max)
{
    struct buffer out = {.data = octets, .size = max, .cap = max};
    uint8_t digits[16];
    size_t count = 0;

    if (looks_like_base64(text))
        return base64_decode(slice_first(text, text.len < 8 ? text.len : 8), &out, NULL) ? out.len
                                                                                         : 0;
    for (size_t i = text.data[1] == 'x' ? 2 : 0; i < text.len && count < 12; i++) {
        if (hex_digit(text.data[i]) >= 0)
            digits[count++] = text.data[i];
        else if (!is_blank(text.data[i]) && text.data[i] != ':' && text.data[i] != '-')
            break;
    }
    return hex_decode(slice_of(digits, count & ~(size_t)1), &out, NULL) ? out.len : 0;
}

/* Whether what looks like base64 or hex begins as one of the kinds does, behind the outer length.
 */
static bool begins_object(struct slice text)
{
    uint8_t octets[16];
    size_t len = first_octets(text, octets, sizeof(octets));
    size_t at = len > 1 && octets[1] > 0x80 ? 2U + (octets[1] & 0x7F) : 2;

    return at < len && (octets[at] == DER_SEQUENCE || octets[at] == DER_INTEGER ||
                        octets[at] == DER_OID || octets[at] == DER_ENUMERATED);
}

/* Some words and numbers are base64 or hex by accident: "MAINTENANCE", "300". */
static bool is_no_word(struct slice text)
{
    return text.len >= 64 || begins_object(text);
}

static bool is_separator(uint8_t c)
{
    return is_blank(c) || c == '"' || c == '\'' || c == '<' || c == '>';
}

/* Takes the first word from the front of *line. */
static bool next_word(struct slice *line, struct slice *word)
{
    size_t start = 0;
    size_t end;

    while (start < line->len && is_separator(line->data[start]))
        start++;
    end = start;
    while (end < line->len && !is_separator(line->data[end]))
        end++;
    *word = slice_of(line->data + start, end - start);
    *line = slice_from(*line, end);
    return word->len > 0;
}

/* Of what stands before the first '/' that behind a '=': logfmt has a key in front, "url=". */
static NOINLINE struct slice without_key(struct slice responder)
{
    size_t start = slice_find_byte(responder, '/');

    while (start > 0 && responder.data[start - 1] != '=')
        start--;
    return slice_from(responder, start);
}

static void give_url(const struct ocsp_url *url, struct source_text *result)
{
    result->encoding = ENCODING_URL;
    result->der = url->request;
    result->responder = url->responder;
    if (UNLIKELY(!slice_starts_with(url->responder, SLICE("http://"))))
        result->responder = without_key(url->responder);
    result->repairs = url->repairs;
}

static bool decode_word(struct slice word, struct buffer *decoded, struct source_text *result,
                        struct error *e)
{
    struct ocsp_url url;

    if (!ocsp_url_parse(word, decoded, &url, e))
        return false;
    give_url(&url, result);
    return true;
}

/*
 * Whether blanks stand in front of the request: then the line has several words, and what was read
 * as one URL, the longest that ends with the line, is not the first of them.
 */
static bool has_words_before(const struct ocsp_url *url)
{
    struct slice before = url->responder;

    return slice_find_byte(before, ' ') < before.len || slice_find_byte(before, '\t') < before.len;
}

/* The line as one URL. */
static bool decode_line(struct slice line, struct buffer *decoded, struct source_text *result)
{
    struct ocsp_url url;

    if (!ocsp_url_parse(line, decoded, &url, NULL) || UNLIKELY(has_words_before(&url)))
        return false;
    give_url(&url, result);
    return true;
}

/* Up to where a URL reaches whose '+' came as blanks: a quote, or the protocol behind it. */
static struct slice with_blanks(struct slice rest)
{
    rest = slice_first(rest, slice_find_byte(rest, '"'));
    rest = slice_first(rest, slice_find(rest, SLICE(" HTTP/")));
    return trim(rest);
}

/* A word in which a request begins and is broken; `rest` of the line begins with it. */
static bool repair_word(struct slice word, struct slice rest, struct buffer *decoded,
                        struct source_text *result, struct error *e)
{
    struct ocsp_url url = {.repairs = 0};

    (void)decode_word(word, decoded, result, e);
    if (ocsp_url_repair(word, decoded, &url, &result->several, e)) {
        give_url(&url, result);
        return true;
    }
    rest = with_blanks(rest);
    if (result->several || rest.len <= word.len ||
        !ocsp_url_repair(rest, decoded, &url, &result->several, e))
        return false;
    give_url(&url, result);
    return true;
}

/*
 * The first word of a line that is a GET URL, or can be repaired to be one; else the error of the
 * first that nearly is one. ERROR_CONTENT: a request begins in none.
 */
static bool decode_words(struct slice line, struct buffer *decoded, struct source_text *result,
                         struct error *e)
{
    struct slice whole = line;
    struct error *reason = e;
    struct slice word;
    bool near = false;

    while (next_word(&line, &word)) {
        struct slice rest = slice_of(word.data, word.len + line.len);

        if (decode_word(word, decoded, result, NULL))
            return true;
        if (ocsp_url_begin(word, 0) == word.len)
            continue;
        if (repair_word(word, rest, decoded, result, reason))
            return true;
        if (result->several)
            return false;
        near = true;
        reason = NULL;
    }
    if (!near && !lookalike_check(whole, e))
        return false;
    return !near && error_set(e, ERROR_CONTENT,
                              "expected DER, PEM, base64, hex or a GET URL with an OCSP request at "
                              "the end of its path, found none of them");
}

static bool fail_on_lines(struct error *e)
{
    return error_set(e, ERROR_CONTENT,
                     "expected DER, PEM, base64 or hex, found lines of text (use -i for a list)");
}

/* "://" anywhere. */
static bool has_scheme(struct slice text)
{
    if (LIKELY(slice_starts_with(text, SLICE("http://"))))
        return true;
    for (;;) {
        size_t colon = slice_find_byte(text, ':');

        if (text.len - colon < 3)
            return false;
        if (text.data[colon + 1] == '/' && text.data[colon + 2] == '/')
            return true;
        text = slice_from(text, colon + 1);
    }
}

/* Whether the second line begins as objects do: then each line is one, and no line goes on with the
 * one before. */
static bool is_list(struct slice text)
{
    size_t line = slice_find_byte(text, '\n');
    struct slice second = slice_from(text, line < text.len ? line + 1 : line);

    return looks_like_base64(second) || looks_like_hex(second);
}

/* Whether it is one line with a request in front, which may be repaired as that of a URL. */
static bool is_request_line(struct slice text)
{
    return text.len <= LIMIT_LINE && slice_find_byte(text, '\n') == text.len &&
           ocsp_url_begin(text, 0) == 0;
}

/* Base64 that ends as PEM does has lost its BEGIN line. */
static bool check_end_line(struct slice text, struct error *e)
{
    size_t end = source_block_find_line(text, 0, SLICE("-----END "));

    return end < text.len && error_at(e, ERROR_ENCODING, end,
                                      "expected a BEGIN line before the END line, found none");
}

/* What is not one word with a request in it. */
static NOINLINE bool decode_other(struct slice text, struct buffer *decoded,
                                  struct source_text *result, struct error *e)
{
    if (text.len == 0)
        return error_set(e, ERROR_CONTENT, "expected DER, PEM, base64 or hex, found only blanks");
    if (looks_like_hex(text) && is_no_word(text) && hex_decode(text, decoded, e)) {
        result->der = buffer_slice(decoded);
        return true;
    }
    if (looks_like_base64(text) && is_no_word(text) && base64_decode(text, decoded, e)) {
        result->encoding = ENCODING_BASE64;
        result->der = buffer_slice(decoded);
        return true;
    }
    if (text.len <= LIMIT_LINE && decode_line(text, decoded, result))
        return true;
    if (hex_dump_begins(text)) {
        decoded->len = 0;
        if (!hex_dump_decode(text, decoded, e))
            return false;
        result->der = buffer_slice(decoded);
        return true;
    }
    if ((looks_like_base64(text) || looks_like_hex(text)) && !has_scheme(text) && !is_list(text) &&
        begins_object(text) && !is_request_line(text))
        return check_end_line(text, e); /* else the decoder's own reason stands */
    if (text.len > LIMIT_LINE || slice_find_byte(text, '\n') < text.len)
        return lookalike_check(text, e) && fail_on_lines(e);
    return decode_words(text, decoded, result, e);
}

/* Most lines are one word. */
FLATTEN bool source_text_decode(struct slice text, struct buffer *decoded,
                                struct source_text *result, struct error *e)
{
    struct slice inner = trim(text);

    *result = (struct source_text){.encoding = ENCODING_HEX};
    decoded->len = 0;
    if (LIKELY(inner.len > 0 && inner.len <= LIMIT_LINE && !looks_like_hex(inner) &&
               !looks_like_base64(inner) && decode_line(inner, decoded, result)))
        return true;
    return decode_other(inner, decoded, result, e);
}

struct slice source_text_look(struct slice text, struct buffer *decoded)
{
    struct slice der = SLICE_NONE;
    struct slice word;

    while (next_word(&text, &word)) {
        if (ocsp_url_begin(word, 0) < word.len)
            return ocsp_url_look(word, decoded, &der) ? der : SLICE_NONE;
    }
    return SLICE_NONE;
}

/* Whether in a path, as lists of files have it, no request begins: it is not looked at further. */
static bool is_file_path(struct slice argument)
{
    return slice_starts_with(argument, SLICE("/")) &&
           slice_find_byte(argument, '?') == argument.len &&
           slice_find_byte(argument, '#') == argument.len &&
           ocsp_url_begin(argument, 0) == argument.len && !hex_dump_begins(argument);
}

bool source_is_data(struct slice argument, struct buffer *scratch)
{
    struct source_text text;
    size_t len;

    if (has_scheme(argument))
        return true;
    for (size_t i = 0; i < argument.len; i++) {
        if (is_blank(argument.data[i]))
            return true;
    }
    if (!looks_like_base64(argument) && !looks_like_hex(argument) &&
        !slice_starts_with(argument, SLICE("/")))
        return false;
    if (is_file_path(argument))
        return false;
    if (!source_text_decode(argument, scratch, &text, NULL))
        return text.several;
    return der_measure(text.der, &len, NULL) && len == text.der.len &&
           object_identify(text.der) == OBJECT_OCSP_REQUEST;
}
