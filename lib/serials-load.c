/* SPDX-License-Identifier: Apache-2.0 */
#include "serials-load.h"

#include "lines.h"

#define SHOWN_MAX 200 /* as much of the file's name as an error shows */

static bool fail_in_line(const char *path, size_t line, struct error *e)
{
    struct error inner;

    if (e == NULL)
        return false;
    inner = *e;
    return error_set(e, inner.code, "line %zu of %.*s: %s", line, SHOWN_MAX, path, inner.text);
}

static bool load_lines(struct serial_set *set, const char *path, struct lines *lines,
                       struct error *e)
{
    for (;;) {
        struct slice line;
        bool found;

        if (!lines_next(lines, &line, &found, e))
            return false;
        if (!found)
            return true;
        if (!serial_set_add(set, line, e))
            return fail_in_line(path, lines->number, e);
    }
}

bool serials_load(struct serial_set *set, const char *path, struct error *e)
{
    struct lines lines;
    bool loaded;

    if (!lines_open(&lines, path, false, e))
        return error_in(e, "%s", path);
    loaded = load_lines(set, path, &lines, e);
    lines_close(&lines);
    return loaded;
}
