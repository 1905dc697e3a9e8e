/* SPDX-License-Identifier: Apache-2.0 */
/*
 * NameConstraints ::= SEQUENCE {                              -- RFC 5280 4.2.1.10
 *     permittedSubtrees  [0] GeneralSubtrees OPTIONAL,
 *     excludedSubtrees   [1] GeneralSubtrees OPTIONAL }
 * GeneralSubtrees ::= SEQUENCE SIZE (1..MAX) OF GeneralSubtree
 * GeneralSubtree ::= SEQUENCE {
 *     base     GeneralName,
 *     minimum  [0] BaseDistance DEFAULT 0,
 *     maximum  [1] BaseDistance OPTIONAL }
 *
 * Read only: no name is held against them here.
 */
#ifndef OCSPKIT_NAME_CONSTRAINTS_H
#define OCSPKIT_NAME_CONSTRAINTS_H

#include "general-name.h"

struct name_constraints {
    struct slice permitted_subtrees; /* contents; SLICE_NONE where absent */
    struct slice excluded_subtrees;  /* the same */
};

struct general_subtree {
    struct general_name base;
    struct slice minimum; /* an INTEGER's contents octets; SLICE_NONE where absent */
    struct slice maximum; /* the same */
};

bool name_constraints_parse(struct der *d, struct name_constraints *constraints,
                            struct error *e) MUST_USE;

/* Takes the first from the front of *subtrees; false at its end. Only after a parse. */
bool general_subtrees_next(struct slice *subtrees, struct general_subtree *subtree);

#endif
