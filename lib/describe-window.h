/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of check-window: the windows of one object and what was judged of them. In text a line
 * a window, with times as in data and a bar on which `#` is the moment:
 *
 *     producedAt  2018-01-11T22:44:51Z  2 d 21 h ago
 *     thisUpdate  2018-01-11T22:44:51Z  2 d 21 h ago  |=========#-------------|  in 4 d 2 h  ...
 *
 * A moment outside of the window has no `#`: all `-` before it, all `=` behind it. Without an end
 * the rest is `.`, and a window that ends before it begins is all `?`. The same bar is as wide in
 * UTF-8, where its places are lines.
 */
#ifndef OCSPKIT_DESCRIBE_WINDOW_H
#define OCSPKIT_DESCRIBE_WINDOW_H

#include "ocsp-response.h"
#include "report.h"
#include "window.h"

/* The word of JSON that every record of this type has; no text. */
void describe_window_kind(struct report *r, const char *kind);

/* The line that names the object, where there are several: see describe_source(). */
void describe_window_source(struct report *r, struct slice source, size_t index,
                            struct buffer *scratch);

void describe_window_produced_at(struct report *r, int64_t produced_at, int64_t at);

/* A response that holds no window: its status, and the reason that nothing is known. */
void describe_window_status(struct report *r, const char *response_status, const char *reason);

/* The list around the windows. */
void describe_windows_begin(struct report *r);
void describe_windows_end(struct report *r);

/* What the bar is drawn with. */
enum window_bar {
    WINDOW_BAR_ASCII,
    WINDOW_BAR_UTF8,
};

struct window_view {
    struct slice serial_number; /* contents octets; SLICE_NONE: the object has none */
    bool names_serial;          /* in text too, where there are several windows */
    bool is_revoked;
    int64_t revocation_time;
    enum window_bar bar;
    struct window window;
    struct window_judgement judgement;
};
void describe_window(struct report *r, const struct window_view *view, int64_t at,
                     const struct window_policy *policy);

/* The line of its two ends alone, with the bar. */
void describe_window_ends(struct report *r, const struct window_view *view);

/* "yes", "no" or "undetermined" of the whole record; no text: the lines have said it. */
void describe_window_verdict(struct report *r, const char *verdict);

#endif
