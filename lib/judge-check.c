/* SPDX-License-Identifier: Apache-2.0 */
#include "judge-check.h"

#include "lookalike.h"
#include "oid.h"
#include "signature-strength.h"

void judgement_start(struct judgement *judgement)
{
    memset(judgement, 0, sizeof(*judgement));
    judgement->status = REVOCATION_UNDETERMINED;
    judgement->reason = REASON_NO_REVOCATION_INFORMATION;
}

static const char *name_of(const struct algorithm *algorithm)
{
    const struct oid *oid = oid_find(algorithm->algorithm);

    return oid != NULL ? oid->name : "an algorithm that is not known";
}

void judge_check_strength(const struct judge_signed *object, const char *what,
                          const struct judge_policy *policy, struct check *c)
{
    struct public_key key;

    switch (signature_strength(object->signature_algorithm, object->signer, policy->allow_sha1)) {
    case STRENGTH_ENOUGH:
        check_pass(c);
        break;
    case STRENGTH_HASH_WEAK:
        check_fail(c, REASON_SIGNATURE_WEAK,
                   "of %s signature, expected SHA-256 or better, found %s", what,
                   name_of(object->signature_algorithm));
        break;
    case STRENGTH_KEY_WEAK:
        public_key_look(object->signer, &key);
        check_fail(
            c, REASON_SIGNATURE_WEAK,
            "of %s signature, expected a key of RSA with %d bits, of EC with %d or of EdDSA, "
            "found %s with %u bits%s",
            what, STRENGTH_RSA_BITS, STRENGTH_EC_BITS, name_of(&object->signer->algorithm),
            key.bits, key.kind == KEY_EC_EXPLICIT ? ", its curve in numbers" : "");
        break;
    case STRENGTH_UNKNOWN:
        check_fail(c, REASON_SIGNATURE_UNSUPPORTED, "of %s signature, found %s", what,
                   name_of(object->signature_algorithm));
        break;
    }
}

void judge_check_verified(const struct judge_signed *object, enum signature_result result,
                          struct check *c)
{
    switch (result) {
    case SIGNATURE_VALID:
        check_pass(c);
        return;
    case SIGNATURE_UNSUPPORTED:
        check_fail(c, REASON_SIGNATURE_UNSUPPORTED, "%s by a key of %s cannot be verified here",
                   name_of(object->signature_algorithm), name_of(&object->signer->algorithm));
        return;
    case SIGNATURE_INVALID:
        break;
    }
    check_fail(c, REASON_SIGNATURE_INVALID, "the signer's key does not verify the signature");
}

void judge_check_signature(const struct judge_signed *object, struct signers *signers,
                           struct check *c)
{
    judge_check_verified(object,
                         signers_verify(signers, object->signer->element,
                                        object->signature_algorithm, object->bytes,
                                        object->signature),
                         c);
}

void judge_check_window(const struct window *window, enum window_reason reason, int64_t at,
                        const struct window_policy *policy, struct check *c)
{
    char text[WINDOW_TEXT_MAX];

    if ((window_find_reasons(window, at, policy) & 1U << reason) == 0)
        check_pass(c);
    else
        check_fail(c, window_reason(WINDOW_UPDATE, reason), "%s",
                   window_explain(window, reason, at, policy, text));
}

void judge_name_other(struct slice bytes, enum object_kind wanted, struct error *e)
{
    enum object_kind kind = object_identify(bytes);
    const char *likely = lookalike_find(bytes);

    if (kind == OBJECT_UNKNOWN && likely != NULL)
        (void)error_set(e, ERROR_CONTENT, "expected %s, found what looks like %s",
                        object_kind_name(wanted), likely);
    else if (kind == OBJECT_UNKNOWN && slice_starts_with(bytes, SLICE("-----BEGIN ")))
        (void)error_set(e, ERROR_CONTENT, "expected %s in DER, found PEM",
                        object_kind_name(wanted));
    else if (kind != OBJECT_UNKNOWN && kind != wanted)
        (void)error_set(e, ERROR_CONTENT, "expected %s, found %s", object_kind_name(wanted),
                        object_kind_name(kind));
}

void judge_fail_malformed(enum reason reason, const struct error *e, struct check *c)
{
    const char *path = error_path(e);

    if (e->has_offset)
        check_fail(c, reason, "%s%s%s (byte %zu)", path, *path != '\0' ? ": " : "", e->text,
                   e->offset);
    else
        check_fail(c, reason, "%s%s%s", path, *path != '\0' ? ": " : "", e->text);
}

static bool holds(const struct check *c, bool may_skip)
{
    return c->result == CHECK_PASS || (c->result == CHECK_SKIP && may_skip);
}

void judge_conclude(struct judgement *judgement, uint32_t may_skip)
{
    const struct verdict *verdict = &judgement->verdict;
    const struct check *failure = verdict_failure(verdict);
    const struct check *last = &verdict->checks[verdict->count - 1];

    judgement->status = REVOCATION_UNDETERMINED;
    judgement->reason = failure != NULL ? failure->reason : REASON_NO_REVOCATION_INFORMATION;
    for (size_t i = 0; i + 1 < verdict->count; i++) {
        if (!holds(&verdict->checks[i], (may_skip & UINT32_C(1) << i) != 0))
            return;
    }
    if (last->result == CHECK_PASS) {
        judgement->status = REVOCATION_GOOD;
        judgement->reason = REASON_NONE;
    } else if (last->reason == REASON_REVOKED) {
        judgement->status = REVOCATION_REVOKED;
    } else if (last->reason == REASON_STATUS_UNKNOWN) {
        judgement->status = REVOCATION_UNKNOWN;
    }
}
