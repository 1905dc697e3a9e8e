/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Certificates from files into a set of issuers (issuers.h): a file of one or many, DER or PEM; a
 * directory, hashed or not; the system's store.
 *
 * A file that is named has to be whole. In a directory and in the system's store what is broken is
 * told and passed over, since it is not the user's doing, and files without any certificate in them
 * are passed over in silence.
 */
#ifndef OCSPKIT_ISSUERS_LOAD_H
#define OCSPKIT_ISSUERS_LOAD_H

#include "issuers.h"
#include "source.h"

struct issuers_load {
    struct issuers *set;
    /* Told of everything that is wrong: where, in which object of it (from 0), and what. */
    void (*told)(void *context, const char *path, size_t index, const struct error *e);
    void *context;
    bool incomplete; /* a certificate is missing that a named file should have given */

    /* private */
    struct source source;
    size_t found;  /* certificates, also those that the set had */
    size_t broken; /* objects that were told of */
};

void issuers_load_init(struct issuers_load *load, struct issuers *set);
void issuers_load_free(struct issuers_load *load);

/*
 * Every certificate of a file ("-": standard input), or of the regular files right in a directory,
 * in the order of their names, links by hash (1a2b3c4d.0) last: so a certificate is known by the
 * name that says more. Other objects, such as keys, are passed over. False, when that has been
 * told: it cannot be read, or has no certificate.
 */
bool issuers_load_path(struct issuers_load *load, const char *path) MUST_USE;

/*
 * The system's store: `file`, and the directories of `directories`, with ":" between them; either
 * may be null or empty. False, when that has been told: one of them cannot be read or has no
 * certificate.
 */
bool issuers_load_system(struct issuers_load *load, const char *file,
                         const char *directories) MUST_USE;

#endif
