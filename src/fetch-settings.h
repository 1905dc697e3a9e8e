/* SPDX-License-Identifier: Apache-2.0 */
/* The options of fetch; the rows stand in cmd-fetch.c. */
#ifndef OCSPKIT_FETCH_SETTINGS_H
#define OCSPKIT_FETCH_SETTINGS_H

#include "options.h"

/* What is wanted. */
enum fetch_get {
    FETCH_STATUS,
    FETCH_OCSP,
    FETCH_CRL,
    FETCH_ISSUER,
};

enum fetch_method {
    FETCH_METHOD_AUTO,
    FETCH_METHOD_GET,
    FETCH_METHOD_POST,
};

enum fetch_hash {
    FETCH_HASH_AUTO,
    FETCH_HASH_SHA1,
    FETCH_HASH_SHA256,
};

enum fetch_profile {
    FETCH_PROFILE_RFC6960,
    FETCH_PROFILE_LIGHTWEIGHT,
};

/* What --expect names; FETCH_EXPECT_NOTHING where it is not given. */
enum fetch_expect {
    FETCH_EXPECT_NOTHING = -1,
    FETCH_EXPECT_GOOD,
    FETCH_EXPECT_REVOKED,
    FETCH_EXPECT_UNKNOWN,
};

struct fetch_settings {
    struct common_settings common;
    struct texts issuers;
    const char *url;
    int get; /* enum fetch_get */
    struct texts responses;
    bool offline;
    const char *save;
    const char *staple;
    int method;      /* enum fetch_method */
    int certid_hash; /* enum fetch_hash */
    struct setting_text nonce;
    struct setting_time timeout;
    struct setting_time max_time;
    struct setting_time retries;
    const char *proxy;
    struct texts headers;
    bool ipv4;
    bool ipv6;
    struct setting_time jobs;
    struct setting_time per_host;
    bool public_only;
    int expect; /* enum fetch_expect */
    bool verbose;
    struct setting_time skew;
    struct setting_time max_age;
    int profile; /* enum fetch_profile */
    bool allow_sha1;
    bool require_nonce;
    struct texts responders;
    bool strict_responder;
};

#define FETCH_TIMEOUT  15 /* s */
#define FETCH_MAX_TIME 60 /* s */
#define FETCH_RETRIES  2
#define FETCH_JOBS     32
#define FETCH_PER_HOST 4

#endif
