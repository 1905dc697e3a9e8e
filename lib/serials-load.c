/* SPDX-License-Identifier: Apache-2.0 */
#include "serials-load.h"

#include "lines.h"

static bool load_lines(struct serial_set *set, const char *path, struct lines *lines,
                       struct error *e)
{
    for (;;) {
        struct slice line;
        bool found;

        if (!lines_next(lines, &line, &found, e))
            return lines_fail(path, found ? lines->number : 0, e);
        if (!found)
            return true;
        if (!serial_set_add(set, line, e))
            return lines_fail(path, lines->number, e);
    }
}

bool serials_load(struct serial_set *set, const char *path, struct error *e)
{
    struct lines lines;
    bool loaded;

    if (!lines_open(&lines, path, false, e))
        return lines_fail(path, 0, e);
    loaded = load_lines(set, path, &lines, e);
    lines_close(&lines);
    return loaded;
}
