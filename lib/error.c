/* SPDX-License-Identifier: Apache-2.0 */
#include "error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The macros of the header stand before these. */
#undef error_set
#undef error_at
#undef error_in
#undef error_system

static void start(struct error *e, enum error_code code)
{
    e->code = code;
    e->has_offset = false;
    e->offset = 0;
    e->path_len = 0;
    e->path[ERROR_PATH_MAX - 1] = '\0';
}

bool error_set(struct error *e, enum error_code code, const char *format, ...)
{
    va_list args;

    if (e == NULL)
        return false;
    start(e, code);
    va_start(args, format);
    (void)vsnprintf(e->text, sizeof(e->text), format, args);
    va_end(args);
    return false;
}

bool error_at(struct error *e, enum error_code code, size_t offset, const char *format, ...)
{
    va_list args;

    if (e == NULL)
        return false;
    start(e, code);
    e->has_offset = true;
    e->offset = offset;
    va_start(args, format);
    (void)vsnprintf(e->text, sizeof(e->text), format, args);
    va_end(args);
    return false;
}

bool error_system(struct error *e, const char *format, ...)
{
    int saved = errno;
    size_t used;
    va_list args;

    if (e == NULL)
        return false;
    start(e, ERROR_SYSTEM);
    va_start(args, format);
    (void)vsnprintf(e->text, sizeof(e->text), format, args);
    va_end(args);
    used = strlen(e->text);
    (void)snprintf(e->text + used, sizeof(e->text) - used, ": %s", strerror(saved));
    return false;
}

bool error_in(struct error *e, const char *format, ...)
{
    char component[64];
    size_t len;
    size_t dot;
    va_list args;

    if (e == NULL)
        return false;
    va_start(args, format);
    (void)vsnprintf(component, sizeof(component), format, args);
    va_end(args);
    len = strlen(component);
    dot = e->path_len > 0 && error_path(e)[0] != '[' ? 1 : 0;
    if (e->path_len + len + dot >= ERROR_PATH_MAX)
        return false;
    if (dot != 0)
        e->path[ERROR_PATH_MAX - 1 - ++e->path_len] = '.';
    e->path_len += len;
    memcpy(e->path + ERROR_PATH_MAX - 1 - e->path_len, component, len);
    return false;
}

const char *error_path(const struct error *e)
{
    return e->path + ERROR_PATH_MAX - 1 - e->path_len;
}

const char *error_code_word(enum error_code code)
{
    static const char *const words[] = {
        [ERROR_NONE] = "none",       [ERROR_USAGE] = "usage",       [ERROR_SYSTEM] = "system",
        [ERROR_CONTENT] = "content", [ERROR_ENCODING] = "encoding", [ERROR_DER] = "der",
        [ERROR_LIMIT] = "limit",     [ERROR_MEMORY] = "memory",
    };

    return words[code];
}
