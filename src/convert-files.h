/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What convert --outdir writes: for each input NAME.* the file NAME.pem or NAME.der, NAME-1.der and
 * so on where it holds several objects. Each appears whole or not at all, and none of them in the
 * place of an input, or of another file of the same run: two inputs may have one NAME. What is
 * there already, byte for byte, is left alone, so that a run may be repeated over its own results.
 */
#ifndef OCSPKIT_CONVERT_FILES_H
#define OCSPKIT_CONVERT_FILES_H

#include "buffer.h"
#include "file-set.h"

/* Where a staged object ends. */
struct convert_end {
    size_t end;
    bool is_private; /* its file is the owner's alone */
};

struct convert_files {
    const char *directory; /* null: none was asked for */
    const char *ending;    /* "pem", "der" */
    struct file_set kept;  /* the inputs, and what was written */
    struct buffer staged;  /* the objects of the input that is being read, one after another */
    struct buffer ends;    /* struct convert_end */
    struct buffer path;
};

#define CONVERT_FILES_INIT                                                                         \
    {                                                                                              \
        .staged = BUFFER_INIT(LIMIT_OUTPUT), .ends = BUFFER_INIT(LIMIT_OUTPUT),                    \
        .path = BUFFER_INIT(LIMIT_LINE)                                                            \
    }

void convert_files_free(struct convert_files *files);

/* The directory has to be there. Errors: ERROR_SYSTEM. */
bool convert_files_open(struct convert_files *files, const char *directory, const char *ending,
                        struct error *e) MUST_USE;

/* A file that is not to be written over; none where nothing has that name. */
bool convert_files_keep(struct convert_files *files, const char *path, struct error *e) MUST_USE;

/* All files of a list. One that can be read but once tells its inputs only as they come. */
bool convert_files_keep_list(struct convert_files *files, const char *list, bool null,
                             struct error *e) MUST_USE;

/* An object ends here, at the end of `staged`. */
bool convert_files_mark(struct convert_files *files, bool is_private, struct error *e) MUST_USE;

/* Forgets the objects of an input. */
void convert_files_drop(struct convert_files *files);

/*
 * Writes the objects of an input, and forgets them. `source` is its name as given, `path` that of
 * its file; "-" is called "stdin"; null, for data that has no name, is an error. Errors name the
 * file.
 */
bool convert_files_write(struct convert_files *files, struct slice source, const char *path,
                         struct error *e) MUST_USE;

#endif
