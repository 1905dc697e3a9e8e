/* SPDX-License-Identifier: Apache-2.0 */
#include "fingerprints-load.h"

#include "lines.h"

#define SHOWN_MAX 200 /* as much of the file's name as an error shows */

static bool is_passed_over(struct slice line)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] != ' ' && line.data[i] != '\t')
            return line.data[i] == '#';
    }
    return true;
}

static bool load_lines(struct fingerprint_table *table, const char *path, struct lines *lines,
                       struct error *e)
{
    bool any = false;

    for (;;) {
        struct fingerprint fingerprint;
        struct slice line;
        bool found;

        if (!lines_next(lines, &line, &found, e))
            return lines_fail(path, found ? lines->number : 0, e);
        if (!found)
            break;
        if (is_passed_over(line))
            continue;
        if (!fingerprint_parse(line, &fingerprint, e) ||
            !fingerprint_table_add(table, &fingerprint, 0, e))
            return lines_fail(path, lines->number, e);
        any = true;
    }
    return any ||
           error_set(e, ERROR_USAGE, "expected fingerprints in %.*s, found none", SHOWN_MAX, path);
}

bool fingerprints_load(struct fingerprint_table *table, const char *path, struct error *e)
{
    struct lines lines;
    bool loaded;

    if (!lines_open(&lines, path, false, e))
        return lines_fail(path, 0, e);
    loaded = load_lines(table, path, &lines, e);
    lines_close(&lines);
    return loaded;
}
