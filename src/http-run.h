/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The loop of ocspkit-http: frames in, exchanges, frames out. Memory is bounded: what waits, what
 * is under way, and what was not taken yet by whom the answers are for each have their limit, and
 * where one is reached nothing more is read.
 */
#ifndef OCSPKIT_HTTP_RUN_H
#define OCSPKIT_HTTP_RUN_H

#include "http-transfer.h"

struct http_run_settings {
    struct http_policy policy;
    size_t jobs;     /* exchanges at a time, 1 to LIMIT_HTTP_JOBS */
    size_t per_host; /* of them, with one host */
};

/*
 * Until `in` ends and everything is answered on `out`; also true where nobody reads the answers any
 * more: *gone. Errors: those of the frames, ERROR_SYSTEM, ERROR_MEMORY.
 */
bool http_run(const struct http_run_settings *settings, int in, int out, bool *gone,
              struct error *e) MUST_USE;

#endif
