/* SPDX-License-Identifier: Apache-2.0 */
/* What the judges of responses and of CRLs share. */
#ifndef OCSPKIT_JUDGE_CHECK_H
#define OCSPKIT_JUDGE_CHECK_H

#include "judge.h"
#include "object.h"
#include "window.h"

/* Undetermined, with nothing checked. */
void judgement_start(struct judgement *judgement);

/* What is signed, by whom. */
struct judge_signed {
    const struct algorithm *signature_algorithm;
    struct slice bytes;
    struct slice signature;
    const struct subject_public_key_info *signer;
};

/* Passes where it is strong enough. `what` names it in the detail: "the response's". */
void judge_check_strength(const struct judge_signed *object, const char *what,
                          const struct judge_policy *policy, struct check *c);

void judge_check_signature(const struct judge_signed *object, struct signers *signers,
                           struct check *c);

/* The same, where it is known what verifying came to. */
void judge_check_verified(const struct judge_signed *object, enum signature_result result,
                          struct check *c);

/* Passes unless the window of an update has that reason against it. */
void judge_check_window(const struct window *window, enum window_reason reason, int64_t at,
                        const struct window_policy *policy, struct check *c);

/* Where bytes that could not be read are something else altogether, `e` says what; otherwise it
 * stays as it is. */
void judge_name_other(struct slice bytes, enum object_kind wanted, struct error *e);

/* The malformed object: where, and what was wanted and found. */
void judge_fail_malformed(enum reason reason, const struct error *e, struct check *c);

/*
 * The answer counts where every check has passed, but for those that may be skipped, and for the
 * last, which is what the answer says: its reason is then the status. `may_skip` is a mask by
 * the number of the check.
 */
void judge_conclude(struct judgement *judgement, uint32_t may_skip);

#endif
