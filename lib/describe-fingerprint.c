/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-fingerprint.h"

#include "base64.h"
#include "describe-name.h"
#include "describe-published.h"
#include "describe-source.h"

static const struct field KIND = FIELD("kind", "", LAYOUT_LINE);
static const struct field SUBJECT = FIELD("subject", "", LAYOUT_LINE);
static const struct field FINGERPRINTS = FIELD_LEVEL("fingerprints", "", LEVEL_OBJECT, 0);
static const struct field SPKI = FIELD_LEVEL("spki", "", LEVEL_OBJECT, 0);
static const struct field SPKI_SHA256 = FIELD("sha256", "sha256 SPKI Fingerprint", LAYOUT_EQUALS);
static const struct field PIN = FIELD("pin", "", LAYOUT_BARE);
static const struct field WEAK = FIELD("weak", "", LAYOUT_LINE);
static const struct field VERDICT = FIELD("verdict", "", LAYOUT_LINE);

static const struct field hashes[DIGEST_COUNT] = {
    [DIGEST_MD5] = FIELD("md5", "md5 Fingerprint", LAYOUT_EQUALS),
    [DIGEST_SHA1] = FIELD("sha1", "sha1 Fingerprint", LAYOUT_EQUALS),
    [DIGEST_SHA224] = FIELD("sha224", "sha224 Fingerprint", LAYOUT_EQUALS),
    [DIGEST_SHA256] = FIELD("sha256", "sha256 Fingerprint", LAYOUT_EQUALS),
    [DIGEST_SHA384] = FIELD("sha384", "sha384 Fingerprint", LAYOUT_EQUALS),
    [DIGEST_SHA512] = FIELD("sha512", "sha512 Fingerprint", LAYOUT_EQUALS),
};

/* Text alone. */
static const struct field ROW = FIELD_LEVEL(NULL, "", LEVEL_ROW, 0);
static const struct field CELL = FIELD(NULL, "", LAYOUT_BARE);

bool fingerprint_view_matches(const struct fingerprint_view *view)
{
    return (view->match == NULL || fingerprint_matches(view->match)) &&
           (!view->looked_up || view->entry != NULL);
}

/* Whether nothing that it matches is stronger than SHA-1. */
static bool is_weak(const struct fingerprint_view *view)
{
    return fingerprint_view_matches(view) &&
           (view->match == NULL || fingerprint_is_weak(view->match)) &&
           (!view->looked_up || digest_is_weak(view->entry->digest));
}

/* The word for a value that was given. */
static void describe_comparison(struct report *r, const struct fingerprint_view *view, bool equal)
{
    if (!equal)
        report_toned(r, &CELL, "differs", TONE_BAD);
    else if (fingerprint_is_weak(view->match))
        report_toned(r, &CELL, "matches (weak)", TONE_WARNING);
    else
        report_toned(r, &CELL, "matches", TONE_GOOD);
}

static void describe_lookup(struct report *r, const struct fingerprint_view *view,
                            struct buffer *scratch)
{
    if (view->entry == NULL) {
        report_toned(r, &CELL, "not published", TONE_BAD);
        return;
    }
    if (digest_is_weak(view->entry->digest))
        report_toned(r, &CELL, "published (weak)", TONE_WARNING);
    else
        report_toned(r, &CELL, "published", TONE_GOOD);
    describe_published_cells(r, view->entry, scratch);
}

/* The hash whose line says what the lists have: the one that was found, else the strongest. */
static unsigned lookup_digest(const struct fingerprint_view *view)
{
    unsigned d = DIGEST_COUNT - 1;

    if (!view->looked_up)
        return DIGEST_COUNT;
    if (view->entry != NULL)
        return view->entry->digest;
    while (d > 0 && (view->shown & 1U << d) == 0)
        d--;
    return d;
}

static void describe_hashes(struct report *r, const struct fingerprint_view *view,
                            struct buffer *scratch)
{
    unsigned compared = view->match != NULL ? view->match->compared : 0;
    unsigned equal = view->match != NULL ? view->match->equal : 0;

    report_begin(r, &FINGERPRINTS);
    for (unsigned d = 0; d < DIGEST_COUNT; d++) {
        unsigned bit = 1U << d;

        if ((view->shown & bit) == 0)
            continue;
        report_begin(r, &ROW);
        report_hex(r, &hashes[d], slice_of(view->set->octets[d], digest_size((enum digest)d)));
        describe_source(r, &CELL, view->source, view->index, scratch);
        if ((compared & bit) != 0)
            describe_comparison(r, view, (equal & bit) != 0);
        if (d == lookup_digest(view))
            describe_lookup(r, view, scratch);
        report_end(r, &ROW);
    }
    report_end(r, &FINGERPRINTS);
}

/* Both spellings of a key pin, a line each; the verdict stands behind the one that is accepted. */
static void describe_spki(struct report *r, const struct fingerprint_view *view,
                          struct buffer *scratch)
{
    const struct fingerprint_match *match = view->match;
    struct slice octets = slice_of(view->set->key_pin, digest_size(DIGEST_SHA256));
    char pin[sizeof("sha256//") + BASE64_LEN(DIGEST_MAX)] = "sha256//";
    size_t len = strlen(pin);

    len += base64_encode((uint8_t *)pin + len, octets);
    pin[len] = '\0';
    report_begin(r, &SPKI);
    report_begin(r, &ROW);
    report_hex(r, &SPKI_SHA256, octets);
    describe_source(r, &CELL, view->source, view->index, scratch);
    report_end(r, &ROW);
    report_begin(r, &ROW);
    report_word(r, &PIN, pin);
    describe_source(r, &CELL, view->source, view->index, scratch);
    if (match != NULL && match->key_pin_compared)
        describe_comparison(r, view, match->key_pin_equal);
    report_end(r, &ROW);
    report_end(r, &SPKI);
}

void describe_fingerprints(struct report *r, const struct fingerprint_view *view,
                           struct buffer *scratch)
{
    report_word(r, &KIND, view->kind);
    if (view->subject.data != NULL && !report_is_text(r))
        describe_name(r, &SUBJECT, view->subject);
    describe_hashes(r, view, scratch);
    if (view->set->has_key_pin)
        describe_spki(r, view, scratch);
    if (view->match == NULL && !view->looked_up)
        return;
    if (view->entry != NULL)
        describe_published(r, view->entry);
    report_boolean(r, &WEAK, is_weak(view));
    report_word(r, &VERDICT, fingerprint_view_matches(view) ? "yes" : "no");
}
