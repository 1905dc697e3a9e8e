/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit fingerprint: is it the published one. Hashes bytes; no signature is verified. */
#include "cert.h"
#include "csr.h"
#include "describe-fingerprint.h"
#include "help.h"
#include "object-check.h"
#include "session.h"

#include <stdlib.h>

struct fingerprint_settings {
    struct common_settings common;
    const char *hashes;
    bool spki;
    struct texts expected;
};

static const struct option rows[] = {
    {0, "hash", "NAME[,NAME...]", OPTION_TEXT, offsetof(struct fingerprint_settings, hashes),
     "these hashes (sha1,sha256)"},
    {0, "spki", NULL, OPTION_FLAG, offsetof(struct fingerprint_settings, spki),
     "the public key's too, and its pin as curl takes it"},
    {0, "expect", "VALUE", OPTION_TEXTS, offsetof(struct fingerprint_settings, expected),
     "hold each input against this fingerprint or pin"},
    OPTION_ROWS_INPUT(fingerprint_settings),
    OPTION_ROWS_OUTPUT(fingerprint_settings),
    OPTION_ROWS_PROGRESS(fingerprint_settings),
    OPTION_ROWS_REPORT(fingerprint_settings),
};

/* What is asked of every object. */
struct wanted {
    unsigned digests; /* mask of 1 << enum digest */
    bool spki;
    struct fingerprint *expected; /* allocated; null where nothing is expected */
    size_t expected_count;
};

static bool read_expected(struct wanted *wanted, const struct texts *texts, struct error *e)
{
    if (texts->count == 0)
        return true;
    wanted->expected = calloc(texts->count, sizeof(*wanted->expected));
    if (wanted->expected == NULL)
        return error_set(e, ERROR_MEMORY, "no memory for the values of --expect");
    for (size_t i = 0; i < texts->count; i++) {
        struct fingerprint *expected = &wanted->expected[i];

        if (!fingerprint_parse(slice_of_string(texts->items[i]), expected, e))
            return error_in(e, "--expect");
        if (expected->is_key_pin)
            wanted->spki = true;
        else
            wanted->digests |= 1U << expected->digest;
    }
    wanted->expected_count = texts->count;
    return true;
}

static bool read_wanted(struct wanted *wanted, const struct fingerprint_settings *settings,
                        struct error *e)
{
    *wanted = (struct wanted){
        .digests = 1U << DIGEST_SHA1 | 1U << DIGEST_SHA256,
        .spki = settings->spki,
    };
    if (settings->hashes != NULL &&
        !fingerprint_parse_hashes(slice_of_string(settings->hashes), &wanted->digests, e))
        return error_in(e, "--hash");
    return read_expected(wanted, &settings->expected, e);
}

static bool look_at_cert(const struct object *object, struct fingerprint_view *view,
                         struct slice *spki, struct error *e)
{
    struct cert cert;

    if (!cert_parse(object->der, &cert, e))
        return false;
    view->subject = cert.subject;
    *spki = cert.subject_public_key_info.element;
    return true;
}

static bool look_at_csr(const struct object *object, struct fingerprint_view *view,
                        struct slice *spki, struct error *e)
{
    struct csr csr;

    if (!csr_parse(object->der, &csr, e))
        return false;
    view->subject = csr.subject;
    *spki = csr.subject_pk_info.element;
    return true;
}

/* That it is one whole object; of a certificate or request also what is shown beside the hashes. */
static bool look(const struct object *object, struct fingerprint_view *view, struct slice *spki,
                 struct error *e)
{
    static const char *const kinds[OBJECT_KIND_COUNT] = {
        [OBJECT_CERTIFICATE] = "certificate",  [OBJECT_CRL] = "certificateList",
        [OBJECT_OCSP_REQUEST] = "ocspRequest", [OBJECT_OCSP_RESPONSE] = "ocspResponse",
        [OBJECT_CSR] = "certificationRequest", [OBJECT_PUBLIC_KEY] = "subjectPublicKeyInfo",
    };

    view->kind = kinds[object->kind];
    if (view->kind == NULL)
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a CRL, an OCSP request or response, a "
                         "certificate request or a public key, found %s",
                         object_kind_name(object->kind));
    switch (object->kind) {
    case OBJECT_CERTIFICATE:
        return look_at_cert(object, view, spki, e);
    case OBJECT_CSR:
        return look_at_csr(object, view, spki, e);
    case OBJECT_PUBLIC_KEY:
        *spki = object->der;
        return object_check(object, e);
    default:
        return object_check(object, e);
    }
}

static bool fingerprint_object(struct session *s, void *context, const struct object *object,
                               enum exit_status *status, struct error *e)
{
    const struct wanted *wanted = context;
    struct fingerprint_view view = {.source = s->source_name, .index = object->index};
    struct fingerprint_set set;
    struct fingerprint_match match;
    struct slice spki = SLICE_NONE;

    if (!look(object, &view, &spki, e))
        return false;
    if (wanted->spki && spki.data == NULL)
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a certificate request or a public key, which "
                         "--spki and key pins are about, found %s",
                         object_kind_name(object->kind));
    fingerprint_compute(&set, wanted->digests, object->der, wanted->spki ? spki : SLICE_NONE);
    view.set = &set;
    if (wanted->expected_count > 0) {
        match = fingerprint_compare(&set, wanted->expected, wanted->expected_count);
        view.match = &match;
        if (!fingerprint_matches(&match))
            *status = EXIT_NO;
    }
    session_begin_record(s, "fingerprint", object);
    describe_fingerprints(&s->report, &view, &s->scratch);
    report_end_record(&s->report);
    return true;
}

static enum exit_status run(const struct invocation *invocation)
{
    struct fingerprint_settings settings = {.common = COMMON_SETTINGS_INIT};
    enum exit_status status;
    struct session session;
    struct wanted wanted;
    struct error e;
    char **operands;
    int count;

    if (!command_begin(invocation, &settings, &operands, &count, &status)) {
        texts_free(&settings.expected);
        return status;
    }
    if (!read_wanted(&wanted, &settings, &e)) {
        status = help_refuse(invocation->command->name, &e);
    } else if (!session_open(&session, invocation, &settings.common)) {
        status = EXIT_TROUBLE;
    } else {
        session.judges = wanted.expected_count > 0;
        session_each(&session, operands, count, fingerprint_object, &wanted);
        status = session_close(&session);
    }
    texts_free(&settings.expected);
    free(wanted.expected);
    return status;
}

const struct command cmd_fingerprint = {
    .name = "fingerprint",
    .synopsis = "[--hash=NAME[,NAME...]] [--spki] [--expect=VALUE]... [INPUT...]",
    .description =
        "Shows the hashes of certificates, CRLs, OCSP requests and responses, certificate "
        "requests and public keys, of the whole DER "
        "whatever the encoding, and with --expect says whether they are the ones that were "
        "published. An input matches when for every hash algorithm among the values one value is "
        "equal. A match on SHA-1 or MD5 alone is marked weak.",
    .exits = "0 every input matches, or nothing was asked for, 1 one does not, 2 trouble",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
