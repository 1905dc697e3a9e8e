/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The textual encoding "-----BEGIN LABEL-----", RFC 7468, read laxly (its section 2 and appendix):
 * any text around and between blocks, LF, CRLF or CR, indentation, blanks behind the dashes, lines
 * of any length, the header lines of RFC 1421 section 4.6, a UTF-8 byte order mark in front. A
 * block that stands wholly on one line, as in JSON or in an environment variable, may begin and end
 * anywhere in it.
 *
 * Does not check the base64 (base64_decode does), nor that label and content agree, nor that a
 * label is known. Does not decrypt.
 */
#ifndef OCSPKIT_PEM_H
#define OCSPKIT_PEM_H

#include "buffer.h"
#include "compiler.h"
#include "error.h"
#include "slice.h"

/* All slices are of the text. Offsets are from the start of *text as pem_next() was given it. */
struct pem_block {
    struct slice label; /* "CERTIFICATE" */
    struct slice body;  /* base64 with line ends and blanks, without header lines */
    size_t offset;      /* of the first dash of the BEGIN line */
    size_t body_offset;
    bool on_line;   /* all of it stands on one line; line ends in its body may be spelt "\n" */
    bool encrypted; /* a header line "Proc-Type: 4,ENCRYPTED" stood in front: the body is no DER */
};

/*
 * How long the block is that begins at the front of `text`, to the last dash of its END, where it
 * stands wholly on that line and is of at most LIMIT_LINE bytes; else 0. Its labels may differ.
 * PEM_UNKNOWN: that cannot be told before more of the text is there, which `is_all` says is not to
 * be had.
 */
#define PEM_UNKNOWN SIZE_MAX
size_t pem_length_on_line(struct slice text, bool is_all);

/*
 * Finds the next block and moves *text behind its END line, or of a block on one line its END.
 * *found is false where no block is left; *text is then empty. A lone END line is text like any
 * other. False: ERROR_ENCODING with the offset of the line (a BEGIN line without its five dashes at
 * the end, no END line, an END line with another label, a second BEGIN line inside); *text and
 * *block are then as they were, *found is false.
 */
bool pem_next(struct slice *text, struct pem_block *block, bool *found, struct error *e) MUST_USE;

/*
 * Appends a block as OpenSSL's PEM_write() does, byte for byte: lines of 64 characters, LF. False:
 * ERROR_LIMIT or ERROR_MEMORY; `out` then holds what it held.
 */
bool pem_append(struct buffer *out, const char *label, struct slice der, struct error *e) MUST_USE;

#endif
