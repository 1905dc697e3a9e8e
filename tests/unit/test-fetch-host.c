/* SPDX-License-Identifier: Apache-2.0 */
/* When a host is asked no more for a while, and who waits for it in which order. */
#include "fetch-host.h"

#include "tap.h"

#define EVENTS_MAX 8

/* So many requests sent at one moment, and what came of them at another, in ms. */
struct batch {
    int64_t sent, over;
    unsigned count;
    bool failed;
};

static const struct {
    const char *name;
    struct batch batches[EVENTS_MAX];
    int64_t at; /* ms: whether it rests then */
    bool rests;
} cases[] = {
    {"nothing was asked", {{0}}, 1, false},
    {"7 in a row", {{1000, 6000, 7, true}}, 6000, false},
    {"8 in a row", {{1000, 6000, 8, true}}, 6000, true},
    {"8 in turns", {{1000, 6000, 4, true}, {6001, 11000, 4, true}}, 11000, true},
    {"an answer between",
     {{1000, 6000, 7, true}, {6001, 6100, 1, false}, {6101, 11000, 7, true}},
     11000,
     false},
    {"8 behind an answer", {{1000, 1100, 9, false}, {1101, 6000, 8, true}}, 6000, true},
    {"8 that were sent as the answer came",
     {{1000, 1100, 1, false}, {1100, 6000, 8, true}},
     6000,
     false},
    {"8 slow ones beside good ones", {{1000, 5900, 9, false}, {1000, 6000, 8, true}}, 6000, false},
    {"slow ones again and again, good ones all the while",
     {{1000, 1100, 60, false},
      {1000, 6000, 4, true},
      {6000, 6100, 60, false},
      {6000, 11000, 4, true},
      {11000, 11100, 60, false},
      {11000, 16000, 4, true}},
     16000,
     false},
    {"slow ones, and then it is dead",
     {{1000, 1100, 9, false}, {1000, 6000, 8, true}, {6000, 11000, 8, true}},
     11000,
     true},
    {"7 late ones do not count among the 8",
     {{1000, 1100, 1, false}, {1000, 6000, 7, true}, {6000, 11000, 7, true}},
     11000,
     false},
    {"just before the rest is over", {{1000, 6000, 8, true}}, 35999, true},
    {"the rest is over", {{1000, 6000, 8, true}}, 36000, false},
    {"and one failure more", {{1000, 6000, 8, true}, {36000, 41000, 1, true}}, 41000, true},
    {"an answer while it rests", {{1000, 6000, 8, true}, {5000, 7000, 1, false}}, 7001, false},
};

static void test_rest(size_t i)
{
    struct fetch_host host = {.failures = 0};

    for (size_t j = 0; j < EVENTS_MAX; j++) {
        const struct batch *batch = &cases[i].batches[j];

        for (unsigned n = 0; n < batch->count; n++)
            fetch_host_count(&host, batch->failed, batch->sent, batch->over);
    }
    ok(fetch_host_rests(&host, cases[i].at) == cases[i].rests, "%s", cases[i].name);
}

/* Those whose time runs come first, the last of them before the others; the rest in their order. */
static void test_order(void)
{
    static const size_t wanted[] = {3, 1, 0, 2};
    struct exchange exchanges[5] = {{.deadline = 0}};
    struct fetch_host host = {.failures = 0};

    exchanges[1].deadline = exchanges[3].deadline = 5000;
    for (size_t i = 0; i < ARRAY_SIZE(exchanges); i++)
        fetch_host_add(&host, &exchanges[i]);
    fetch_host_drop(&host, &exchanges[4]);
    for (size_t i = 0; i < ARRAY_SIZE(wanted); i++)
        ok(fetch_host_take(&host) == &exchanges[wanted[i]], "turn %zu", i);
    ok(fetch_host_take(&host) == NULL, "one that was dropped has none");
}

static void test_find(void)
{
    struct fetch_hosts hosts = {.buckets = {NULL}};
    struct fetch_host *host;
    struct error e;

    host = fetch_hosts_find(&hosts, SLICE("http://a.example.test/x"), &e);
    ok(host != NULL, "a host");
    ok(fetch_hosts_find(&hosts, SLICE("http://a.example.test:80/y"), &e) == host, "the same");
    ok(fetch_hosts_find(&hosts, SLICE("http://a.example.test:81/x"), &e) != host, "another port");
    ok(fetch_hosts_find(&hosts, SLICE("https://a.example.test/x"), &e) != host, "another scheme");
    ok(fetch_hosts_find(&hosts, SLICE("ftp://a.example.test/x"), &e) == NULL, "not to be asked");
    fetch_hosts_free(&hosts);
}

int main(void)
{
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
        test_rest(i);
    test_order();
    test_find();
    return tap_done();
}
