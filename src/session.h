/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The run of a command over its inputs: arguments, then the lines of -i, else standard input. For
 * each object in each input it calls the command; what fails becomes one diagnostic and one error
 * record. It owns the output, the report and the diagnostics, and keeps the gravest exit status.
 */
#ifndef OCSPKIT_SESSION_H
#define OCSPKIT_SESSION_H

#include "command.h"
#include "object.h"
#include "output.h"
#include "progress.h"
#include "report.h"
#include "source.h"

struct session;

/*
 * What a command does once an input was read to its end; `whole`: nothing of it failed. False: an
 * error, and with whole_inputs nothing of the input is written.
 */
typedef bool (*session_input_end)(struct session *s, void *context, bool whole, struct error *e);

/* An input, or an object of it, that failed: it has been said, and has its error record. */
typedef void (*session_failed)(const struct session *s, void *context, const struct error *e);

/* More of a list is to be read from `fd`, for which it may have to be waited: a command that has
 * something to do meanwhile does it until there is something to be read. */
typedef void (*session_list_wait)(struct session *s, void *context, int fd);

struct session {
    const struct command *command;
    const struct common_settings *common;
    int64_t at; /* --at, or now: seconds since 1970 UTC */
    struct report report;
    struct output output;
    int error_fd;
    struct progress progress;
    struct source source;
    struct buffer scratch;
    enum exit_status status;
    bool judges;  /* a command sets it: its status is yes or no, and of no input at all neither */
    bool started; /* an input was read, well or not */
    bool broken;  /* the output cannot be written */
    bool ended;   /* nothing more is read; a command may set it */
    bool wrote;   /* something went out */
    bool
        whole_inputs; /* a command sets it: an input with a failure in it leaves no output at all */
    bool holds;       /* a command sets it: all output stays in session_out() while it is set */
    session_input_end input_end; /* a command may set it */
    session_failed failed;       /* the same */
    session_list_wait list_wait; /* the same */
    void *context;               /* the command's, of session_each() */
    bool dumps; /* a command sets it: of DER that fails, its elements up to the place are said */
    bool skip_other; /* a command sets it: a list's lines are data, and those that hold no request
                        are passed over */
    size_t passed_over;

    /* The input being read. */
    struct slice source_name; /* as given: the argument, or the line; not of a private key */
    bool in_key;              /* the lines before began a private key in PEM, and did not end it */
    const char *path; /* of its file, "-" being standard input; null: it is data. In `scratch` */
    bool may_be_file; /* what a file may be called too: no -r, no --skip-other */
    const char *list; /* the list that it is a line of, or null */
    int list_fd;
    size_t line;  /* which line, from 1 */
    size_t index; /* which object of it, from 0 */
};

/*
 * What a command does with one object: parse, judge, describe. Its record is begun by
 * session_begin_record() once nothing can fail any more, and ended by report_end_record(); false
 * leaves no record and an error. *status is preset to EXIT_YES.
 */
typedef bool (*session_object)(struct session *s, void *context, const struct object *object,
                               enum exit_status *status, struct error *e);

/* Opens what the common settings name. A failure has been said; exit with EXIT_TROUBLE then. */
bool session_open(struct session *s, const struct invocation *invocation,
                  const struct common_settings *common) MUST_USE;

/* Every object of every input: the operands, then the list. Neither: standard input, if that is no
 * terminal. */
void session_each(struct session *s, char **operands, int count, session_object each,
                  void *context);

/* One input that is data whatever it looks like. */
void session_each_in_data(struct session *s, const char *data, session_object each, void *context);

/* What is written out next, for a command that has no report: it appends here. */
static inline struct buffer *session_out(struct session *s)
{
    return &s->report.out;
}

/* Writes bytes out, some time; for what a command held. */
void session_write(struct session *s, struct slice bytes);

/* What was written may go out, where it has come to be much. Not before its input is known to be
 * whole, where a command wants whole inputs. */
void session_relieve(struct session *s);

/* Writes out what is there, unless the session holds it. */
void session_flush(struct session *s);

/* Begins the record of an object of the current input. */
void session_begin_record(struct session *s, const char *type, const struct object *object);

/* One line on the diagnostics, "ocspkit: SOURCE: PATH: WHAT (byte N)", and the status for trouble.
 */
void session_fail(struct session *s, const struct error *e);

/* Writes, checks and closes the output: the status to exit with. Frees everything. */
enum exit_status session_close(struct session *s);

#endif
