/* SPDX-License-Identifier: Apache-2.0 */
#include "http-url.h"

#include "buffer.h"
#include "tap.h"

static const struct {
    const char *text;
    bool https;
    const char *host;
    uint16_t port;
    size_t address_len;
} cases[] = {
    {"http://example.org", false, "example.org", 80, 0},
    {"HTTP://Example.ORG/", false, "Example.ORG", 80, 0},
    {"https://example.org?x@y:z/", true, "example.org", 443, 0},
    {"https://example.org#x@y", true, "example.org", 443, 0},
    {"https://example.org:8443/a/b", true, "example.org", 8443, 0},
    {"http://example.org:/", false, "example.org", 80, 0},
    {"http://example.org:65535/", false, "example.org", 65535, 0},
    {"http://example.org./", false, "example.org.", 80, 0},
    {"http://my_host-1/", false, "my_host-1", 80, 0},
    {"http://192.0.2.1:81/x", false, "192.0.2.1", 81, 4},
    {"http://1.example/", false, "1.example", 80, 0},
    {"http://0x7f.example/", false, "0x7f.example", 80, 0},
    {"http://[2001:db8::1]", false, "2001:db8::1", 80, 16},
    {"https://[::ffff:192.0.2.1]:8443/", true, "::ffff:192.0.2.1", 8443, 16},
    {"http://x/%41%zz\\\"", false, "x", 80, 0},
};

static const struct {
    const char *text;
    const char *says;
} refused[] = {
    {"", "expected a URL with http:// or https://, found ''"},
    {"example.org", "expected a URL with http:// or https://, found 'example.org'"},
    {"ftp://example.org/", "expected a URL with http:// or https://, found 'ftp://example.org/'"},
    {"file:///etc/passwd", "expected a URL with http:// or https://, found 'file:///etc/passwd'"},
    {"gopher://x/", "expected a URL with http:// or https://, found 'gopher://x/'"},
    {"ldap://x/cn=a", "expected a URL with http:// or https://, found 'ldap://x/cn=a'"},
    {"http:/x/", "expected a URL with http:// or https://, found 'http:/x/'"},
    {"http://", "expected a URL with the name of a host in it, found 'http://'"},
    {"http:///path", "expected a URL with the name of a host in it, found 'http:///path'"},
    {"http://:80/", "expected a URL with the name of a host in it, found 'http://:80/'"},
    {"http://a@b/", "expected a URL without credentials, found 'http://a@b/'"},
    {"http://a:b@c/", "expected a URL without credentials, found 'http://a:b@c/'"},
    {"http://@c/", "expected a URL without credentials, found 'http://@c/'"},
    {"http://a\\@c/", "expected a URL without credentials, found 'http://a\\@c/'"},
    {"http://a b/", "expected a URL of ASCII characters without blanks, found byte 0x20"},
    {"http://a/\r\nHost: b", "expected a URL of ASCII characters without blanks, found byte 0x0D"},
    {"http://\303\244/", "expected a URL of ASCII characters without blanks, found byte 0xC3"},
    {"http://a%41/",
     "expected a URL with a host of letters, digits, '-', '.' and '_', found 'http://a%41/'"},
    {"http://a\\b/",
     "expected a URL with a host of letters, digits, '-', '.' and '_', found 'http://a\\b/'"},
    {"http://127.1/",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://127.1/'"},
    {"http://2130706433/",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://2130706433/'"},
    {"http://0x7f000001/",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://0x7f000001/'"},
    {"http://127.0.0.0x1/",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://127.0.0.0x1/'"},
    {"http://127.0.0.1./",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://127.0.0.1./'"},
    {"http://127.0.0.256/",
     "expected a URL with an IPv4 address of four decimal numbers, found 'http://127.0.0.256/'"},
    {"http://[::1/", "expected a URL with an IPv6 address in brackets, found 'http://[::1/'"},
    {"http://[x]/", "expected a URL with an IPv6 address in the brackets, found 'http://[x]/'"},
    {"http://[fe80::1%25lo]/",
     "expected a URL with an IPv6 address in the brackets, found 'http://[fe80::1%25lo]/'"},
    {"http://[::1]x/", "expected a URL with nothing or a port from 1 to 65535 behind the host, "
                       "found 'http://[::1]x/'"},
    {"http://a:0/", "expected a URL with nothing or a port from 1 to 65535 behind the host, "
                    "found 'http://a:0/'"},
    {"http://a:65536/", "expected a URL with nothing or a port from 1 to 65535 behind the host, "
                        "found 'http://a:65536/'"},
    {"http://a:99999999999999/", "expected a URL with nothing or a port from 1 to 65535 behind "
                                 "the host, found 'http://a:99999999999999/'"},
    {"http://a:8x/", "expected a URL with nothing or a port from 1 to 65535 behind the host, "
                     "found 'http://a:8x/'"},
    {"http://a:80:80/", "expected a URL with nothing or a port from 1 to 65535 behind the host, "
                        "found 'http://a:80:80/'"},
};

static const struct {
    const char *a, *b;
    bool same;
} origins[] = {
    {"http://a/x", "HTTP://A:80/y", true},     {"https://a/", "https://a:443", true},
    {"http://a/", "https://a/", false},        {"http://a:443/", "https://a/", false},
    {"http://a/", "http://a:8080/", false},    {"http://a/", "http://b/", false},
    {"http://[::1]/", "http://[::1]/x", true},
};

static void test_limit(size_t len)
{
    static char text[LIMIT_URL + 2];
    struct http_url url;
    struct error e = {.code = ERROR_NONE};

    memset(text, 'a', sizeof(text));
    memcpy(text, "http://x/", 9);
    ok(http_url_parse(slice_of(text, len), &url, &e) == (len <= LIMIT_URL) &&
           (len <= LIMIT_URL || e.code == ERROR_LIMIT),
       "a URL of %zu bytes", len);
}

int main(void)
{
    struct http_url url, other;
    struct error e;

    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        if (!ok(http_url_parse(slice_of_string(cases[i].text), &url, &e), "%s", cases[i].text)) {
            printf("# %s\n", e.text);
            continue;
        }
        ok(url.https == cases[i].https && slice_is(url.host, cases[i].host) &&
               url.port == cases[i].port && url.address_len == cases[i].address_len,
           "its parts");
    }
    for (size_t i = 0; i < ARRAY_SIZE(refused); i++) {
        ok(!http_url_parse(slice_of_string(refused[i].text), &url, &e), "refused %zu", i);
        is_string(e.text, refused[i].says, "says why");
    }
    for (size_t i = 0; i < ARRAY_SIZE(origins); i++) {
        ok(http_url_parse(slice_of_string(origins[i].a), &url, &e) &&
               http_url_parse(slice_of_string(origins[i].b), &other, &e) &&
               http_url_same_origin(&url, &other) == origins[i].same &&
               (http_url_origin_hash(&url) == http_url_origin_hash(&other)) == origins[i].same,
           "%s and %s", origins[i].a, origins[i].b);
    }
    for (size_t len = LIMIT_URL - 1; len <= LIMIT_URL + 1; len++)
        test_limit(len);
    return tap_done();
}
