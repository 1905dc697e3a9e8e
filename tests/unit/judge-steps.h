/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs the cases of a judge by all of its steps, and then without each of them. The test includes,
 * in this order, the source of the judge, what its types are, judge-case.h, its `cases`, how it
 * judges an answer, by its name, and this:
 *
 *     #include "judge-crl.c"
 *     typedef struct crl_inquiry judge_inquiry;
 *     typedef struct crl_step judge_step;
 *     static void judge_answer(const judge_step *rows, const char *answer, bool again,
 *                              judge_inquiry *q)
 *
 * Where not `again`, as if nothing had been kept of that answer.
 */
#ifndef OCSPKIT_JUDGE_STEPS_H
#define OCSPKIT_JUDGE_STEPS_H

#include "tap.h"

static void run_case(const struct judge_case *row, const judge_step *rows, struct signers *signers,
                     struct judgement *judgement)
{
    struct case_setting setting = {.crls = {NULL}};
    judge_inquiry q = {.question = &setting.question,
                       .policy = &setting.policy,
                       .signers = signers,
                       .judgement = judgement};

    case_set(row, &setting);
    judgement_start(judgement);
    judge_answer(rows, row->answer, signers != NULL, &q);
}

static void pass(judge_inquiry *q, struct check *c)
{
    (void)q;
    check_pass(c);
}

/* Without that step some case comes out wrong; it is named, one where a lie is believed if there is
 * any. */
static void leave_out(size_t number)
{
    static judge_step rows[ARRAY_SIZE(steps)];
    const struct judge_case *shown_by = NULL;
    bool believed = false;

    memcpy(rows, steps, sizeof(rows));
    rows[number].check = pass;
    for (size_t i = 0; i < ARRAY_SIZE(cases) && !believed; i++) {
        struct judgement judgement;

        run_case(&cases[i], rows, NULL, &judgement);
        believed = judgement.status == REVOCATION_GOOD && cases[i].status != REVOCATION_GOOD;
        if (believed || (shown_by == NULL && !case_holds(&cases[i], &judgement)))
            shown_by = &cases[i];
    }
    ok(shown_by != NULL, "without the step %s: %s %s", steps[number].name,
       shown_by != NULL ? shown_by->answer : "no case",
       believed ? "would be good" : "comes out wrong");
}

/* False: there are no fixtures, and that is said. */
static bool run_cases(void)
{
    static struct signers signers;
    struct judgement judgement;

    if (fixtures_folder() == NULL || fixture_read("root.der").data == NULL) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return false;
    }
    signers_init(&signers);
    /* What is kept from before must make no difference. */
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
            run_case(&cases[i], steps, round == 0 ? NULL : &signers, &judgement);
            if (!ok(case_holds(&cases[i], &judgement), "%s: %s %s", cases[i].answer,
                    revocation_status_word(cases[i].status), cases[i].reason))
                case_explain(&judgement);
        }
    }
    for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
        leave_out(i);
    signers_free(&signers);
    return true;
}

#endif
