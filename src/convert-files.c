/* SPDX-License-Identifier: Apache-2.0 */
#include "convert-files.h"

#include "lines.h"
#include "output.h"

#include <errno.h>
#include <fcntl.h>
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

/* Whether the file is an input of this run, or was written by it. */
static bool is_kept(const struct convert_files *files, const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && file_set_has(&files->kept, &status);
}

/* Whether the file holds these bytes and nothing else. */
static bool holds(const char *path, struct slice bytes)
{
    uint8_t block[4096];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t got = fd < 0 ? -1 : 1;

    while (got > 0) {
        got = read(fd, block, sizeof(block));
        if (got > 0 && !slice_starts_with(bytes, slice_of(block, (size_t)got)))
            got = -1;
        if (got > 0)
            bytes = slice_from(bytes, (size_t)got);
    }
    if (fd >= 0)
        (void)close(fd);
    return got == 0 && bytes.len == 0;
}

/* An object of the input, and the path that it is written to; null: no memory. */
struct target {
    const char *path;
    struct slice bytes;
    bool is_private;
};

static size_t count_targets(const struct convert_files *files)
{
    return files->ends.len / sizeof(struct convert_end);
}

static struct target target_at(struct convert_files *files, struct slice stem, size_t i,
                               struct error *e)
{
    const struct convert_end *ends = (const void *)files->ends.data;
    size_t start = i > 0 ? ends[i - 1].end : 0;

    return (struct target){
        .path = target_path(files, stem, count_targets(files) > 1 ? i + 1 : 0, e),
        .bytes = slice_of(files->staged.data + start, ends[i].end - start),
        .is_private = ends[i].is_private,
    };
}

/* What must not be written over is no obstacle where it holds the bytes already. */
static bool check_target(const struct convert_files *files, const struct target *target,
                         struct error *e)
{
    if (target->path == NULL)
        return false;
    return !is_kept(files, target->path) || holds(target->path, target->bytes) ||
           error_set(e, ERROR_SYSTEM,
                     "expected a file to write that is no input and was not written before, found "
                     "'%.200s'",
                     target->path);
}

static bool write_target(struct convert_files *files, const struct target *target, struct error *e)
{
    if (target->path == NULL || is_kept(files, target->path))
        return target->path != NULL;
    return write_file(target->path, target->bytes, target->is_private, e) &&
           convert_files_keep(files, target->path, e);
}

/* All of them are looked at before one is written. */
static bool write_targets(struct convert_files *files, struct slice stem, struct error *e)
{
    struct target target;

    for (size_t i = 0; i < count_targets(files); i++) {
        target = target_at(files, stem, i, e);
        if (!check_target(files, &target, e))
            return false;
    }
    for (size_t i = 0; i < count_targets(files); i++) {
        target = target_at(files, stem, i, e);
        if (!write_target(files, &target, e))
            return false;
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
