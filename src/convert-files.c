/* SPDX-License-Identifier: Apache-2.0 */
#include "convert-files.h"

#include "lines.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

void convert_files_free(struct convert_files *files)
{
    file_set_free(&files->kept);
    buffer_free(&files->staged);
    buffer_free(&files->ends);
    buffer_free(&files->path);
}

bool convert_files_open(struct convert_files *files, const char *directory, const char *ending,
                        struct error *e)
{
    struct stat status;

    if (stat(directory, &status) != 0)
        return error_system(e, "expected a directory, found '%.200s'", directory);
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return error_system(e, "expected a directory, found '%.200s'", directory);
    }
    files->directory = directory;
    files->ending = ending;
    return true;
}

bool convert_files_keep(struct convert_files *files, const char *path, struct error *e)
{
    struct stat status;
    bool found =
        strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0;

    return !found || file_set_add(&files->kept, &status, e);
}

static bool keep_line(struct convert_files *files, struct slice line, struct error *e)
{
    files->path.len = 0;
    if (!buffer_append(&files->path, line, e) || !buffer_append(&files->path, slice_of("", 1), e))
        return false;
    return convert_files_keep(files, (const char *)files->path.data, e);
}

bool convert_files_keep_list(struct convert_files *files, const char *list, bool null,
                             struct error *e)
{
    struct stat status;
    struct lines lines;
    struct slice line;
    bool found = true;
    bool kept = true;

    if (strcmp(list, "-") == 0 || stat(list, &status) != 0 || !S_ISREG(status.st_mode) ||
        !lines_open(&lines, list, null, NULL))
        return true;
    while (found && kept) {
        if (lines_next(&lines, &line, &found, NULL) && found)
            kept = keep_line(files, line, e);
    }
    lines_close(&lines);
    return kept;
}

bool convert_files_mark(struct convert_files *files, bool is_private, struct error *e)
{
    struct convert_end end;

    memset(&end, 0, sizeof(end)); /* its padding too */
    end.end = files->staged.len;
    end.is_private = is_private;
    return buffer_append(&files->ends, slice_of(&end, sizeof(end)), e);
}

void convert_files_drop(struct convert_files *files)
{
    files->staged.len = 0;
    files->ends.len = 0;
}

/* What stands behind the last slash, without the last ending; a leading dot begins none. */
static struct slice stem_of(struct slice path)
{
    size_t start = path.len;
    size_t end;

    while (start > 0 && path.data[start - 1] != '/')
        start--;
    path = slice_from(path, start);
    end = path.len;
    while (end > 1 && path.data[end - 1] != '.')
        end--;
    return end > 1 ? slice_first(path, end - 1) : path;
}

/* DIRECTORY/STEM.ENDING, or DIRECTORY/STEM-N.ENDING where `number` is not 0. */
static const char *target_path(struct convert_files *files, struct slice stem, size_t number,
                               struct error *e)
{
    struct buffer *path = &files->path;
    char end[64];

    if (number > 0)
        (void)snprintf(end, sizeof(end), "-%zu.%s", number, files->ending);
    else
        (void)snprintf(end, sizeof(end), ".%s", files->ending);
    path->len = 0;
    if (!buffer_append(path, slice_of_string(files->directory), e) ||
        !buffer_append(path, SLICE("/"), e) || !buffer_append(path, stem, e) ||
        !buffer_append(path, slice_of(end, strlen(end) + 1), e))
        return NULL;
    return (const char *)path->data;
}

/* What failed, with the file in front. */
static bool fail_at(const char *path, struct error *e)
{
    struct error cause;

    if (e == NULL)
        return false;
    cause = *e;
    return error_set(e, cause.code, "%.200s: %s", path, cause.text);
}

static bool write_file(const char *path, struct slice bytes, bool is_private, struct error *e)
{
    struct output output;

    if (output_open(&output, path, 0666, e) && (!is_private || output_make_private(&output, e)) &&
        output_write(&output, bytes, e) && output_commit(&output, e))
        return true;
    output_discard(&output);
    return fail_at(path, e);
}

/* Whether the file may be written. */
static bool check_target(struct convert_files *files, struct slice stem, size_t number,
                         struct error *e)
{
    const char *path = target_path(files, stem, number, e);
    struct stat status;

    if (path == NULL)
        return false;
    if (stat(path, &status) != 0 || !file_set_has(&files->kept, &status))
        return true;
    return error_set(e, ERROR_SYSTEM,
                     "expected a file to write that is no input and was not written before, found "
                     "'%.200s'",
                     path);
}

static bool write_target(struct convert_files *files, struct slice stem, size_t number,
                         struct slice bytes, bool is_private, struct error *e)
{
    const char *path = target_path(files, stem, number, e);

    return path != NULL && write_file(path, bytes, is_private, e) &&
           convert_files_keep(files, path, e);
}

/* All of them are looked at before one is written. */
static bool write_targets(struct convert_files *files, struct slice stem, struct error *e)
{
    size_t count = files->ends.len / sizeof(struct convert_end);
    size_t start = 0;

    for (size_t i = 0; i < count; i++) {
        if (!check_target(files, stem, count > 1 ? i + 1 : 0, e))
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct convert_end end;

        memcpy(&end, files->ends.data + i * sizeof(end), sizeof(end));
        if (!write_target(files, stem, count > 1 ? i + 1 : 0,
                          slice_of(files->staged.data + start, end.end - start), end.is_private, e))
            return false;
        start = end.end;
    }
    return true;
}

bool convert_files_write(struct convert_files *files, struct slice source, const char *path,
                         struct error *e)
{
    bool is_stdin = path != NULL && strcmp(path, "-") == 0;
    bool written;

    if (path == NULL)
        written = error_set(e, ERROR_USAGE,
                            "expected a file, whose name --outdir goes on with, found data");
    else
        written = convert_files_keep(files, path, e) &&
                  write_targets(files, is_stdin ? SLICE("stdin") : stem_of(source), e);
    convert_files_drop(files);
    return written;
}
