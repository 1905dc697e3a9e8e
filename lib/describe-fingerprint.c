/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-fingerprint.h"

#include "base64.h"
#include "describe-name.h"
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

/* The source and the word of one line, in text. */
static void describe_line_end(struct report *r, const struct fingerprint_view *view, bool compared,
                              bool equal, struct buffer *scratch)
{
    describe_source(r, &CELL, view->source, view->index, scratch);
    if (!compared)
        return;
    if (!equal)
        report_toned(r, &CELL, "differs", TONE_BAD);
    else if (fingerprint_is_weak(view->match))
        report_toned(r, &CELL, "matches (weak)", TONE_WARNING);
    else
        report_toned(r, &CELL, "matches", TONE_GOOD);
}

static void describe_hashes(struct report *r, const struct fingerprint_view *view,
                            struct buffer *scratch)
{
    unsigned compared = view->match != NULL ? view->match->compared : 0;
    unsigned equal = view->match != NULL ? view->match->equal : 0;

    report_begin(r, &FINGERPRINTS);
    for (unsigned d = 0; d < DIGEST_COUNT; d++) {
        unsigned bit = 1U << d;

        if ((view->set->digests & bit) == 0)
            continue;
        report_begin(r, &ROW);
        report_hex(r, &hashes[d], slice_of(view->set->octets[d], digest_size((enum digest)d)));
        describe_line_end(r, view, (compared & bit) != 0, (equal & bit) != 0, scratch);
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
    describe_line_end(r, view, false, false, scratch);
    report_end(r, &ROW);
    report_begin(r, &ROW);
    report_word(r, &PIN, pin);
    describe_line_end(r, view, match != NULL && match->key_pin_compared,
                      match != NULL && match->key_pin_equal, scratch);
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
    if (view->match == NULL)
        return;
    report_boolean(r, &WEAK, fingerprint_is_weak(view->match));
    report_word(r, &VERDICT, fingerprint_matches(view->match) ? "yes" : "no");
}
