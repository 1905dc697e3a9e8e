/* SPDX-License-Identifier: Apache-2.0 */
#include "well-formed.h"

#include "fuzz.h"

#define NESTING_MAX 32
#define KEYS_MAX    64 /* of an object */

struct cursor {
    const uint8_t *at;
    const uint8_t *end;
};

static struct cursor cursor_over(struct slice text)
{
    return (struct cursor){text.data, text.len > 0 ? text.data + text.len : text.data};
}

static bool next_is(const struct cursor *c, char byte)
{
    return c->at < c->end && *c->at == (uint8_t)byte;
}

static void expect(struct cursor *c, const char *text)
{
    for (; *text != '\0'; text++) {
        REQUIRE(next_is(c, *text));
        c->at++;
    }
}

/* RFC 3629 4, byte by byte. */
static uint32_t continuation(struct cursor *c, uint8_t least, uint8_t most)
{
    REQUIRE(c->at < c->end && *c->at >= least && *c->at <= most);
    return *c->at++ & 0x3FU;
}

static uint32_t code_point(struct cursor *c)
{
    uint8_t first = *c->at++;
    uint32_t code;

    if (first < 0x80)
        return first;
    REQUIRE(first >= 0xC2 && first <= 0xF4);
    if (first < 0xE0)
        return (first & 0x1FU) << 6 | continuation(c, 0x80, 0xBF);
    if (first < 0xF0) {
        code = (first & 0x0FU) << 6 |
               continuation(c, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        return code << 6 | continuation(c, 0x80, 0xBF);
    }
    code = (first & 0x07U) << 6 |
           continuation(c, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    code = code << 6 | continuation(c, 0x80, 0xBF);
    return code << 6 | continuation(c, 0x80, 0xBF);
}

static bool is_between(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

/* C0, DEL and C1; soft hyphen, marks of direction, separators, invisible ones; tags; no characters.
 */
static void require_visible(uint32_t code)
{
    REQUIRE(code >= 0x20 && !is_between(code, 0x7F, 0x9F));
    if (code < 0xAD)
        return;
    REQUIRE(code != 0xAD && code != 0x061C && code != 0x180E && code != 0xFEFF);
    REQUIRE(!is_between(code, 0x200B, 0x200F) && !is_between(code, 0x2028, 0x202E));
    REQUIRE(!is_between(code, 0x2060, 0x206F) && !is_between(code, 0xFFF9, 0xFFFB));
    REQUIRE(!is_between(code, 0xE0000, 0xE0FFF) && !is_between(code, 0xFFFE, 0xFFFF));
}

/* CSI, digits and semicolons, m. */
static void skip_color(struct cursor *c)
{
    expect(c, "\033[");
    while (c->at < c->end && (is_between(*c->at, '0', '9') || *c->at == ';'))
        c->at++;
    expect(c, "m");
}

void require_text(struct slice output, bool color)
{
    struct cursor c = cursor_over(output);

    REQUIRE(output.len == 0 || output.data[output.len - 1] == '\n');
    while (c.at < c.end) {
        if (*c.at == '\n')
            c.at++;
        else if (color && *c.at == '\033')
            skip_color(&c);
        else
            require_visible(code_point(&c));
    }
}

void require_shown(struct slice output)
{
    struct cursor c = cursor_over(output);

    while (c.at < c.end)
        require_visible(code_point(&c));
}

void require_fields(struct slice output, size_t columns)
{
    struct cursor c = cursor_over(output);

    for (size_t tabs = 0; c.at < c.end && *c.at != '\n';) {
        if (*c.at == '\t') {
            c.at++;
            REQUIRE(++tabs < columns);
        } else {
            require_visible(code_point(&c));
        }
    }
    expect(&c, "\n");
    REQUIRE(c.at == c.end);
}

static uint32_t hex_digit_of(uint8_t c)
{
    if (is_between(c, '0', '9'))
        return c - (uint32_t)'0';
    REQUIRE(is_between(c | 0x20U, 'a', 'f'));
    return (c | 0x20U) - 'a' + 10;
}

static uint32_t json_unit(struct cursor *c)
{
    uint32_t code = 0;

    expect(c, "u");
    REQUIRE(c->end - c->at >= 4);
    for (int i = 0; i < 4; i++)
        code = code << 4 | hex_digit_of(*c->at++);
    return code;
}

/* Surrogates come in pairs. */
static void json_escape(struct cursor *c)
{
    uint32_t code;

    expect(c, "\\");
    REQUIRE(c->at < c->end);
    if (*c->at != 'u') {
        REQUIRE(strchr("\"\\/bfnrt", *c->at++) != NULL);
        return;
    }
    code = json_unit(c);
    REQUIRE(!is_between(code, 0xDC00, 0xDFFF));
    if (is_between(code, 0xD800, 0xDBFF)) {
        expect(c, "\\");
        REQUIRE(is_between(json_unit(c), 0xDC00, 0xDFFF));
    }
}

static struct slice json_string(struct cursor *c)
{
    const uint8_t *start;

    expect(c, "\"");
    start = c->at;
    while (!next_is(c, '"')) {
        REQUIRE(c->at < c->end);
        if (*c->at == '\\')
            json_escape(c);
        else
            require_visible(code_point(c));
    }
    c->at++;
    return slice_of(start, (size_t)(c->at - 1 - start));
}

static void json_number(struct cursor *c)
{
    const uint8_t *start;

    if (next_is(c, '-'))
        c->at++;
    start = c->at;
    while (c->at < c->end && is_between(*c->at, '0', '9'))
        c->at++;
    REQUIRE(c->at > start && (*start != '0' || c->at == start + 1));
}

static void json_object(struct cursor *c, unsigned depth);

static void json_array(struct cursor *c, unsigned depth);

static void json_value(struct cursor *c, unsigned depth)
{
    REQUIRE(c->at < c->end && depth < NESTING_MAX);
    switch (*c->at) {
    case '{':
        json_object(c, depth + 1);
        break;
    case '[':
        json_array(c, depth + 1);
        break;
    case '"':
        (void)json_string(c);
        break;
    case 't':
        expect(c, "true");
        break;
    case 'f':
        expect(c, "false");
        break;
    case 'n':
        expect(c, "null");
        break;
    default:
        json_number(c);
    }
}

static void json_array(struct cursor *c, unsigned depth)
{
    expect(c, "[");
    while (!next_is(c, ']')) {
        json_value(c, depth);
        if (next_is(c, ']'))
            break;
        expect(c, ",");
        REQUIRE(!next_is(c, ']'));
    }
    expect(c, "]");
}

static void json_object(struct cursor *c, unsigned depth)
{
    struct slice keys[KEYS_MAX];
    size_t count = 0;

    expect(c, "{");
    while (!next_is(c, '}')) {
        REQUIRE(count < KEYS_MAX);
        keys[count] = json_string(c);
        REQUIRE(keys[count].len > 0);
        for (size_t i = 0; i < count; i++)
            REQUIRE(!slice_equal(keys[i], keys[count]));
        count++;
        expect(c, ":");
        json_value(c, depth);
        if (next_is(c, '}'))
            break;
        expect(c, ",");
        REQUIRE(!next_is(c, '}'));
    }
    expect(c, "}");
}

void require_json_lines(struct slice output, size_t count)
{
    struct cursor c = cursor_over(output);

    for (size_t i = 0; i < count; i++) {
        json_object(&c, 0);
        expect(&c, "\n");
    }
    REQUIRE(c.at == c.end);
}
