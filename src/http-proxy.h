/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Through which proxy a URL is asked: the one of --proxy, else the environment's, by the rules of
 * curl. http_proxy (in lower case alone: a CGI program's HTTP_PROXY is the client's word),
 * https_proxy, all_proxy; and no_proxy, a list of hosts, domains, addresses and networks that are
 * asked directly, "*" being all.
 */
#ifndef OCSPKIT_HTTP_PROXY_H
#define OCSPKIT_HTTP_PROXY_H

#include "http-url.h"

/* Null or empty: none. */
struct http_proxies {
    const char *http;
    const char *https;
    const char *exempt;
};

/* `option`: --proxy, null where it was not given; empty: no proxy at all. */
void http_proxies_load(struct http_proxies *proxies, const char *option);

/* The proxy's URL, or null. */
const char *http_proxy_find(const struct http_proxies *proxies, const struct http_url *url);

#endif
