/* SPDX-License-Identifier: Apache-2.0 */
#include "http-proxy.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <strings.h>

static const char *first_of(const char *a, const char *b)
{
    const char *value = getenv(a);

    return value != NULL ? value : getenv(b);
}

void http_proxies_load(struct http_proxies *proxies, const char *option)
{
    const char *all = option != NULL ? option : first_of("all_proxy", "ALL_PROXY");
    const char *http = option != NULL ? option : getenv("http_proxy");
    const char *https = option != NULL ? option : first_of("https_proxy", "HTTPS_PROXY");

    proxies->http = http != NULL ? http : all;
    proxies->https = https != NULL ? https : all;
    proxies->exempt = first_of("no_proxy", "NO_PROXY");
}

/* What stands behind the slash. */
static bool read_bits(struct slice text, size_t *bits)
{
    *bits = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i == 3)
            return false;
        *bits = 10 * *bits + (size_t)(text.data[i] - '0');
    }
    return text.len > 0;
}

/* "192.0.2.0/24", "2001:db8::1", "[2001:db8::1]". */
static bool is_in_network(const struct http_url *url, struct slice entry)
{
    char text[INET6_ADDRSTRLEN];
    uint8_t network[16];
    size_t slash, bits = 8 * url->address_len;

    if (entry.len > 1 && entry.data[0] == '[' && entry.data[entry.len - 1] == ']')
        entry = slice_of(entry.data + 1, entry.len - 2);
    slash = slice_find_byte(entry, '/');
    if (slash >= sizeof(text))
        return false;
    memcpy(text, entry.data, slash);
    text[slash] = '\0';
    if (slash < entry.len && !read_bits(slice_from(entry, slash + 1), &bits))
        return false;
    if (bits > 8 * url->address_len ||
        inet_pton(url->address_len == 4 ? AF_INET : AF_INET6, text, network) != 1)
        return false;
    for (size_t i = 0; i < bits; i++) {
        if (((network[i / 8] ^ url->address[i / 8]) & 0x80 >> i % 8) != 0)
            return false;
    }
    return true;
}

/* The host itself, or a domain that it is in; dots at either end do not count. */
static bool is_in_domain(struct slice host, struct slice entry)
{
    size_t before;

    while (entry.len > 0 && entry.data[0] == '.')
        entry = slice_from(entry, 1);
    if (entry.len > 0 && entry.data[entry.len - 1] == '.')
        entry.len--;
    if (host.len > 0 && host.data[host.len - 1] == '.')
        host.len--;
    if (entry.len == 0 || entry.len > host.len)
        return false;
    before = host.len - entry.len;
    return strncasecmp((const char *)host.data + before, (const char *)entry.data, entry.len) ==
               0 &&
           (before == 0 || host.data[before - 1] == '.');
}

static bool is_exempt(const char *list, const struct http_url *url)
{
    while (list != NULL && *list != '\0') {
        struct slice entry = {(const uint8_t *)list, strcspn(list, ", \t")};

        if (slice_is(entry, "*") ||
            (url->address_len > 0 ? is_in_network(url, entry) : is_in_domain(url->host, entry)))
            return true;
        list += entry.len;
        list += strspn(list, ", \t");
    }
    return false;
}

const char *http_proxy_find(const struct http_proxies *proxies, const struct http_url *url)
{
    const char *proxy = url->https ? proxies->https : proxies->http;

    if (proxy == NULL || proxy[0] == '\0' || is_exempt(proxies->exempt, url))
        return NULL;
    return proxy;
}
