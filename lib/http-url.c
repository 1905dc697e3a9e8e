/* SPDX-License-Identifier: Apache-2.0 */
#include "http-url.h"

#include "buffer.h"

#include <arpa/inet.h>

#define SHOWN    80
#define HOST_MAX 255

static bool refuse(struct slice text, const char *wanted, struct error *e)
{
    return error_set(e, ERROR_ENCODING, "expected %s, found '%.*s'", wanted,
                     (int)(text.len < SHOWN ? text.len : SHOWN), (const char *)text.data);
}

static bool take_scheme(struct slice *rest, bool *https)
{
    static const struct slice schemes[] = {SLICE_CONST("http://"), SLICE_CONST("https://")};

    for (size_t i = 0; i < ARRAY_SIZE(schemes); i++) {
        if (rest->len < schemes[i].len ||
            !slice_equal_without_case(slice_first(*rest, schemes[i].len), schemes[i]))
            continue;
        *https = i == 1;
        *rest = slice_from(*rest, schemes[i].len);
        return true;
    }
    return false;
}

static bool is_host_char(uint8_t c)
{
    c = ascii_lower(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

/* Whether the last label is a number, decimal, octal or hexadecimal. */
static bool ends_in_number(struct slice host)
{
    size_t start = host.len;

    while (start > 0 && host.data[start - 1] != '.')
        start--;
    host = slice_from(host, start);
    if (host.len > 2 && host.data[0] == '0' && ascii_lower(host.data[1]) == 'x')
        return true;
    for (size_t i = 0; i < host.len; i++) {
        if (host.data[i] < '0' || host.data[i] > '9')
            return false;
    }
    return host.len > 0;
}

static bool parse_address(int family, struct slice host, struct http_url *url)
{
    char text[INET6_ADDRSTRLEN];

    if (host.len >= sizeof(text))
        return false;
    memcpy(text, host.data, host.len);
    text[host.len] = '\0';
    url->address_len = family == AF_INET ? 4 : 16;
    return inet_pton(family, text, url->address) == 1;
}

static bool check_host(struct http_url *url, struct error *e)
{
    struct slice name = url->host;

    if (name.len == 0 || name.len > HOST_MAX)
        return refuse(url->text, "a URL with the name of a host in it", e);
    for (size_t i = 0; i < name.len; i++) {
        if (!is_host_char(name.data[i]))
            return refuse(url->text, "a URL with a host of letters, digits, '-', '.' and '_'", e);
    }
    if (name.data[name.len - 1] == '.')
        name.len--;
    if (ends_in_number(name) && !parse_address(AF_INET, url->host, url))
        return refuse(url->text, "a URL with an IPv4 address of four decimal numbers", e);
    return true;
}

/* Takes the host from the front of the authority. */
static bool take_host(struct slice *authority, struct http_url *url, struct error *e)
{
    size_t end;

    if (authority->len > 0 && authority->data[0] == '[') {
        end = slice_find_byte(*authority, ']');
        if (end == authority->len)
            return refuse(url->text, "a URL with an IPv6 address in brackets", e);
        url->host = slice_of(authority->data + 1, end - 1);
        *authority = slice_from(*authority, end + 1);
        return parse_address(AF_INET6, url->host, url) ||
               refuse(url->text, "a URL with an IPv6 address in the brackets", e);
    }
    end = slice_find_byte(*authority, ':');
    url->host = slice_first(*authority, end);
    *authority = slice_from(*authority, end);
    return check_host(url, e);
}

/* ":8080", ":" or nothing. */
static bool parse_port(struct slice text, struct http_url *url)
{
    uint32_t port = 0;

    url->port = url->https ? 443 : 80;
    if (text.len < 2)
        return text.len == 0 || text.data[0] == ':';
    for (size_t i = 1; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        port = 10 * port + (uint32_t)(text.data[i] - '0');
        if (port > UINT16_MAX)
            return false;
    }
    url->port = (uint16_t)port;
    return text.data[0] == ':' && port > 0;
}

static bool check_characters(struct slice text, struct error *e)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] <= ' ' || text.data[i] >= 0x7F)
            return error_at(e, ERROR_ENCODING, i,
                            "expected a URL of ASCII characters without blanks, found byte 0x%02X",
                            text.data[i]);
    }
    return true;
}

bool http_url_parse(struct slice text, struct http_url *url, struct error *e)
{
    struct slice rest = text;
    size_t end = 0;

    *url = (struct http_url){.text = text};
    if (text.len > LIMIT_URL)
        return error_set(e, ERROR_LIMIT, "expected a URL of at most %d bytes, found %zu", LIMIT_URL,
                         text.len);
    if (!check_characters(text, e))
        return false;
    if (!take_scheme(&rest, &url->https))
        return refuse(text, "a URL with http:// or https://", e);
    while (end < rest.len && strchr("/?#", rest.data[end]) == NULL)
        end++;
    rest = slice_first(rest, end);
    if (slice_find_byte(rest, '@') < rest.len)
        return refuse(text, "a URL without credentials", e);
    return take_host(&rest, url, e) &&
           (parse_port(rest, url) ||
            refuse(text, "a URL with nothing or a port from 1 to 65535 behind the host", e));
}

bool http_url_same_origin(const struct http_url *a, const struct http_url *b)
{
    return a->https == b->https && a->port == b->port && slice_equal_without_case(a->host, b->host);
}

uint64_t http_url_origin_hash(const struct http_url *url)
{
    uint64_t hash = 0xCBF29CE484222325 ^ url->port ^ (uint64_t)url->https << 16; /* FNV-1a */

    for (size_t i = 0; i < url->host.len; i++)
        hash = (hash ^ ascii_lower(url->host.data[i])) * 0x100000001B3;
    return hash;
}
