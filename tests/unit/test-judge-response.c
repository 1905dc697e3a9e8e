/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of responders, honest ones and those made to deceive. */
#include "judge-response.c"

#include "tap.h"

#include "judge-case.h"

#define GOOD         REVOCATION_GOOD, "", ""
#define REVOKED      REVOCATION_REVOKED, "revoked", "status"
#define UNKNOWN      REVOCATION_UNKNOWN, "status-unknown", "status"
#define UNDETERMINED REVOCATION_UNDETERMINED

#define LEAF "leaf", "intermediate"

/* A good one stands beside those that fail. */
static const struct judge_case cases[] = {
    {"response-good", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-revoked", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-revoked-no-reason", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-hold", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-never-issued", LEAF, 0, NULL, NULL, NULL, REVOKED},
    {"response-unknown", LEAF, 0, NULL, NULL, NULL, UNKNOWN},
    {"response-delegated", LEAF, 0, NULL, NULL, NULL, GOOD},
    {"response-forged", LEAF, 0, NULL, NULL, NULL, UNDETERMINED, "signature-invalid", "signature"},
};

static void run_case(const struct judge_case *row, const struct step *rows, struct signers *signers,
                     struct judgement *judgement)
{
    struct case_setting setting = {.crl = SLICE_NONE};
    struct inquiry q = {.question = &setting.question,
                        .policy = &setting.policy,
                        .signers = signers,
                        .judgement = judgement};

    case_set(row, &setting);
    judgement_start(judgement);
    judge_by(rows, case_read(row->answer), &q);
}

static void pass(struct inquiry *q, struct check *c)
{
    (void)q;
    check_pass(c);
}

/* Whether a case shows it that the step is missing. */
static void leave_out(size_t number)
{
    static struct step rows[ARRAY_SIZE(steps)];
    struct judgement judgement;
    const char *shown_by = NULL;

    memcpy(rows, steps, sizeof(rows));
    rows[number].check = pass;
    for (size_t i = 0; i < ARRAY_SIZE(cases) && shown_by == NULL; i++) {
        run_case(&cases[i], rows, NULL, &judgement);
        if (!case_holds(&cases[i], &judgement))
            shown_by = cases[i].answer;
    }
    ok(shown_by != NULL, "without the step %s a case comes out wrong: %s", steps[number].name,
       shown_by != NULL ? shown_by : "none does");
}

int main(void)
{
    static struct signers signers;
    struct judgement judgement;

    if (fixtures_folder() == NULL || fixture_read("root.der").data == NULL) {
        printf("1..0 # SKIP the fixtures are not there\n");
        return 0;
    }
    signers_init(&signers);
    /* What was verified before must make no difference. */
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
    return tap_done();
}
