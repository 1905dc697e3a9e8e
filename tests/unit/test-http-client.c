/* SPDX-License-Identifier: Apache-2.0 */
/* The client, with programs of the shell in the place of ocspkit-http. */
#include "http-client.h"
#include "tap.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* Reads a frame with $id of its line, and the parts. */
#define READ_FRAME                                                                                 \
    "while read -r kind id method url fields body rest; do "                                       \
    "head -c $((url + fields + body)) >/dev/null; "

/* An answer a request. */
static const char answers_in_turn[] =
    READ_FRAME "printf 'answer %s answered 0 5 1 -\\nhello' \"$id\"; done";

/* A long answer for each, before the next request is read. */
static const char answers_long[] =
    READ_FRAME "printf 'answer %s answered 0 30000 1 -\\n%30000d' \"$id\" 0; done";

static bool start(struct http_client *client, const char *script, struct error *e)
{
    const char *arguments[] = {"-c", script, NULL};

    return http_client_start(client, "/bin/sh", arguments, e);
}

static bool ask(struct http_client *client, uint64_t id, size_t body, struct error *e)
{
    static const uint8_t bytes[10000];
    struct http_request request = {
        .id = id,
        .method = SLICE_CONST("POST"),
        .url = SLICE_CONST("http://example.org/"),
        .body = {bytes, body},
        .timeout = 15000,
        .body_max = KIB,
    };

    return http_client_send(client, &request, e);
}

static void test_one(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct http_answer answer;
    struct error e = {.code = ERROR_NONE};
    bool received;

    ok(start(&client, answers_in_turn, &e), "a program is started");
    ok(http_client_receive(&client, -1, &answer, &received, &e) && !received,
       "nothing is waited for where nothing was asked");
    ok(ask(&client, 42, 100, &e) && client.outstanding == 1, "asked");
    ok(http_client_receive(&client, -1, &answer, &received, &e) && received, "answered");
    ok(received && answer.id == 42 && slice_is(answer.message, "hello"), "with what was said");
    ok(client.outstanding == 0, "nothing is outstanding");
}

/* Everything is sent before anything is received, more than any pipe holds, both ways. */
static void test_many(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    enum {
        COUNT = 300
    };
    struct http_answer answer;
    struct error e = {.code = ERROR_NONE};
    bool received = true;
    size_t count = 0;

    ok(start(&client, answers_long, &e), "another one is started");
    for (uint64_t id = 0; id < COUNT; id++) {
        if (!ask(&client, id, 10000, &e))
            break;
    }
    is_int((intmax_t)client.outstanding, COUNT, "all are sent at once");
    while (received && client.outstanding > 0) {
        if (!http_client_receive(&client, -1, &answer, &received, &e) || answer.id != count ||
            answer.message.len != 30000)
            break;
        count++;
    }
    if (!is_int((intmax_t)count, COUNT, "all are answered"))
        printf("# %s\n", e.text);
}

static void test_wait(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct http_answer answer;
    struct error e;
    bool received;

    ok(start(&client, "exec sleep 60", &e) && ask(&client, 1, 10, &e), "one that is silent");
    ok(http_client_receive(&client, 50, &answer, &received, &e) && !received &&
           client.outstanding == 1,
       "is waited for as long as was said");
}

/* What is said where no answer can come; the beginning and the end of it. */
static const struct {
    const char *script;
    const char *says;
} failures[] = {
    {"exit 3", "expected 1 more answers from /bin/sh, found it ended with exit status 3"},
    {"kill -9 $$", "expected 1 more answers from /bin/sh, found it ended by signal 9"},
    {"read -r line; echo hello", "expected the word answer in the frame, found 'hello'"},
    {"read -r line; printf 'answer 1 answered 5 5 0 -\\ncut'",
     "expected 1 more answers from /bin/sh, found it ended with exit status 0"},
};

static void test_failure(size_t i)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct http_answer answer;
    struct error e = {.code = ERROR_NONE};
    bool received;

    ok(start(&client, failures[i].script, &e) && ask(&client, 1, 10, &e) &&
           !http_client_receive(&client, -1, &answer, &received, &e),
       "failure %zu", i);
    is_string(e.text, failures[i].says, "what is said of it");
}

static void test_refused(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct http_request request = {.id = 1, .method = SLICE_CONST("GET"), .body_max = SIZE_MAX};
    struct http_answer answer;
    struct error e;
    bool received;

    ok(start(&client, answers_in_turn, &e), "one more");
    ok(!http_client_send(&client, &request, &e) && client.outstanding == 0,
       "a request that cannot be said is refused");
    ok(ask(&client, 2, 0, &e) && http_client_receive(&client, -1, &answer, &received, &e) &&
           received && answer.id == 2,
       "and the next one is asked all the same");
}

/* The program itself, where nobody answers. */
static void test_own(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    const char *const arguments[] = {"--jobs=2", "--proxy=", NULL};
    const char *folder = getenv("builddir");
    struct http_request request = {
        .id = 7,
        .method = SLICE_CONST("GET"),
        .url = SLICE_CONST("http://127.0.0.1:1/x"),
        .body_max = KIB,
    };
    struct http_answer answer;
    struct error e = {.code = ERROR_NONE};
    bool received;
    char path[4096];

    (void)snprintf(path, sizeof(path), "%s/ocspkit-http", folder != NULL ? folder : ".");
    if (!ok(http_client_start(&client, path, arguments, &e) &&
                http_client_send(&client, &request, &e) &&
                http_client_receive(&client, -1, &answer, &received, &e) && received,
            "ocspkit-http answers")) {
        printf("# %s\n", e.text);
        return;
    }
    ok(answer.id == 7 && answer.outcome == HTTP_CONNECT && slice_equal(answer.url, request.url),
       "that nobody is there");
}

static void test_no_program(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct error e;

    ok(!http_client_start(&client, "/nowhere/ocspkit-http", NULL, &e), "no such program");
    is_string(e.text, "expected to run /nowhere/ocspkit-http: No such file or directory",
              "is said");
}

/* One that would not end by itself. */
static void test_stubborn(void)
{
    struct http_client client CLEANUP(http_client_free) = HTTP_CLIENT_INIT;
    struct http_answer answer;
    struct error e;
    bool received;
    pid_t pid;

    ok(start(&client,
             "trap '' TERM; read -r line; echo answer 1 answered 0 0 0 -; "
             "while :; do sleep 1; done",
             &e) &&
           ask(&client, 1, 0, &e) && http_client_receive(&client, -1, &answer, &received, &e),
       "a stubborn one");
    pid = client.pid;
    http_client_free(&client);
    ok(kill(pid, 0) != 0, "is ended");
    http_client_free(&client);
}

int main(void)
{
    struct http_client zeroed = HTTP_CLIENT_INIT;

    test_one();
    test_many();
    test_wait();
    for (size_t i = 0; i < ARRAY_SIZE(failures); i++)
        test_failure(i);
    test_refused();
    test_own();
    test_no_program();
    test_stubborn();
    http_client_free(&zeroed);
    return tap_done();
}
