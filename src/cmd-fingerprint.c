/* SPDX-License-Identifier: Apache-2.0 */
/* ocspkit fingerprint: is it the published one. Hashes bytes; no signature is verified. */
#include "cert.h"
#include "csr.h"
#include "describe-fingerprint.h"
#include "fingerprints-load.h"
#include "help.h"
#include "object-check.h"
#include "published-lists.h"
#include "session.h"

struct fingerprint_settings {
    struct common_settings common;
    const char *hashes;
    bool spki;
    struct texts expected;
    struct texts published;
};

static const struct option rows[] = {
    {0, "hash", "NAME[,NAME...]", OPTION_TEXT, offsetof(struct fingerprint_settings, hashes),
     "these hashes (sha1,sha256)"},
    {0, "spki", NULL, OPTION_FLAG, offsetof(struct fingerprint_settings, spki),
     "the public key's too, and its pin as curl takes it"},
    {0, "expect", "VALUE", OPTION_TEXTS, offsetof(struct fingerprint_settings, expected),
     "hold each input against this fingerprint or pin (@FILE: a list of them)"},
    {0, "published", "FILE|system", OPTION_TEXTS, offsetof(struct fingerprint_settings, published),
     "look each input up in this list of fingerprints or certificates"},
    OPTION_ROWS_INPUT(fingerprint_settings),
    OPTION_ROWS_OUTPUT(fingerprint_settings),
    OPTION_ROWS_PROGRESS(fingerprint_settings),
    OPTION_ROWS_REPORT(fingerprint_settings),
};

/* What is asked of every object. */
struct wanted {
    unsigned shown; /* mask of 1 << enum digest */
    bool spki;
    struct fingerprint_table expected;
    bool looks_up;
    struct published_set published;
};

static void free_wanted(struct wanted *wanted)
{
    fingerprint_table_free(&wanted->expected);
    published_set_free(&wanted->published);
}

/* A fingerprint or pin, or "@" and a file of them. */
static bool read_value(struct fingerprint_table *expected, const char *text, struct error *e)
{
    struct fingerprint fingerprint;

    if (text[0] == '@')
        return fingerprints_load(expected, text + 1, e);
    return fingerprint_parse(slice_of_string(text), &fingerprint, e) &&
           fingerprint_table_add(expected, &fingerprint, 0, e);
}

static bool read_expected(struct wanted *wanted, const struct texts *texts, struct error *e)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (!read_value(&wanted->expected, texts->items[i], e))
            return error_in(e, "--expect");
    }
    wanted->shown |= fingerprint_table_digests(&wanted->expected);
    wanted->spki = wanted->spki || fingerprint_table_has_key_pins(&wanted->expected);
    return true;
}

static bool read_wanted(struct wanted *wanted, const struct fingerprint_settings *settings,
                        struct error *e)
{
    wanted->shown = 1U << DIGEST_SHA1 | 1U << DIGEST_SHA256;
    wanted->spki = settings->spki;
    wanted->looks_up = settings->published.count > 0;
    for (size_t i = 0; i < settings->published.count; i++) {
        if (settings->published.items[i][0] == '\0')
            return error_set(e, ERROR_USAGE, "--published: expected a FILE or system, found ''");
    }
    if (settings->hashes != NULL &&
        !fingerprint_parse_hashes(slice_of_string(settings->hashes), &wanted->shown, e))
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
    struct published_entry entry;
    struct slice spki = SLICE_NONE;

    if (!look(object, &view, &spki, e))
        return false;
    if (wanted->spki && spki.data == NULL)
        return error_set(e, ERROR_CONTENT,
                         "expected a certificate, a certificate request or a public key, which "
                         "--spki and key pins are about, found %s",
                         object_kind_name(object->kind));
    fingerprint_compute(&set, wanted->shown | fingerprint_table_digests(&wanted->published.table),
                        object->der, wanted->spki ? spki : SLICE_NONE);
    view.set = &set;
    view.shown = wanted->shown;
    if (wanted->expected.count > 0) {
        match = fingerprint_table_compare(&wanted->expected, &set);
        view.match = &match;
    }
    view.looked_up = wanted->looks_up;
    if (wanted->looks_up && published_set_find(&wanted->published, &set, &entry)) {
        view.entry = &entry;
        view.shown |= 1U << entry.digest;
    }
    if (!fingerprint_view_matches(&view))
        *status = EXIT_NO;
    session_begin_record(s, "fingerprint", object);
    describe_fingerprints(&s->report, &view, &s->scratch);
    report_end_record(&s->report);
    return true;
}

static enum exit_status fingerprint(const struct invocation *invocation,
                                    const struct fingerprint_settings *settings,
                                    struct wanted *wanted, char **operands, int count)
{
    struct session session;

    if (!session_open(&session, invocation, &settings->common))
        return EXIT_TROUBLE;
    if (published_lists_load(&session, &settings->published, &wanted->published)) {
        session.judges = wanted->looks_up || wanted->expected.count > 0;
        session_each(&session, operands, count, fingerprint_object, wanted);
    }
    return session_close(&session);
}

static enum exit_status run(const struct invocation *invocation)
{
    struct fingerprint_settings settings = {.common = COMMON_SETTINGS_INIT};
    struct wanted wanted CLEANUP(free_wanted) = {.expected = FINGERPRINT_TABLE_INIT};
    enum exit_status status;
    struct error e;
    char **operands;
    int count;

    published_set_init(&wanted.published);
    if (command_begin(invocation, &settings, &operands, &count, &status)) {
        if (read_wanted(&wanted, &settings, &e))
            status = fingerprint(invocation, &settings, &wanted, operands, count);
        else
            status = help_refuse(invocation->command->name, &e);
    }
    texts_free(&settings.expected);
    texts_free(&settings.published);
    return status;
}

const struct command cmd_fingerprint = {
    .name = "fingerprint",
    .synopsis = "[--hash=NAME[,NAME...]] [--spki] [--expect=VALUE]... [--published=FILE|system]... "
                "[INPUT...]",
    .description =
        "Shows the hashes of certificates, CRLs, OCSP requests and responses, certificate "
        "requests and public keys, of the whole DER whatever the encoding, and says whether they "
        "are known: with --expect whether for every hash algorithm among the values one value is "
        "equal, with --published whether one of the lists has them; with both, both. A match on "
        "SHA-1 or MD5 alone is marked weak.",
    .exits = "0 every input matches, or nothing was asked for, 1 one does not, 2 trouble",
    .options = {.rows = rows, .count = ARRAY_SIZE(rows)},
    .run = run,
};
