/* SPDX-License-Identifier: Apache-2.0 */
#include "describe-published.h"

#include "describe-source.h"

static const struct field MATCHED = FIELD_LEVEL("matched", "", LEVEL_OBJECT, 0);
static const struct field HASH = FIELD("hash", "", LAYOUT_LINE);
static const struct field LIST = FIELD("list", "", LAYOUT_LINE);
static const struct field LINE = FIELD("line", "", LAYOUT_LINE);
static const struct field INDEX = FIELD("index", "", LAYOUT_LINE);
static const struct field LABEL = FIELD("label", "", LAYOUT_LINE);
static const struct field TRUST = FIELD_LEVEL("trust", "", LEVEL_OBJECT, 0);

static const struct field trusts[PUBLISHED_ABOUT_COUNT] = {
    [PUBLISHED_SERVER_AUTH] = FIELD("serverAuth", "", LAYOUT_LINE),
    [PUBLISHED_EMAIL_PROTECTION] = FIELD("emailProtection", "", LAYOUT_LINE),
    [PUBLISHED_CODE_SIGNING] = FIELD("codeSigning", "", LAYOUT_LINE),
    [PUBLISHED_SERVER_DISTRUST_AFTER] = FIELD("serverDistrustAfter", "", LAYOUT_LINE),
    [PUBLISHED_EMAIL_DISTRUST_AFTER] = FIELD("emailDistrustAfter", "", LAYOUT_LINE),
    [PUBLISHED_TRUST_BITS] = FIELD("trustBits", "", LAYOUT_LINE),
};

/* Text alone. */
static const struct field CELL = FIELD(NULL, "", LAYOUT_BARE);

static void describe_trust(struct report *r, const struct slice *about)
{
    bool any = false;

    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++)
        any = any || (i != PUBLISHED_LABEL && about[i].data != NULL);
    if (!any)
        return;
    report_begin(r, &TRUST);
    for (size_t i = 0; i < PUBLISHED_ABOUT_COUNT; i++) {
        if (i != PUBLISHED_LABEL && about[i].data != NULL)
            report_string(r, &trusts[i], about[i]);
    }
    report_end(r, &TRUST);
}

void describe_published(struct report *r, const struct published_entry *entry)
{
    if (report_is_text(r))
        return;
    report_begin(r, &MATCHED);
    report_word(r, &HASH, digest_name(entry->digest));
    report_string(r, &LIST, entry->list);
    if (entry->place.line > 0)
        report_number(r, &LINE, (int64_t)entry->place.line);
    else
        report_number(r, &INDEX, (int64_t)entry->place.index);
    if (entry->about[PUBLISHED_LABEL].data != NULL)
        report_string(r, &LABEL, entry->about[PUBLISHED_LABEL]);
    describe_trust(r, entry->about);
    report_end(r, &MATCHED);
}

/* --- text */

static bool append_string(struct buffer *b, const char *text, struct error *e)
{
    return buffer_append(b, slice_of_string(text), e);
}

/* What Mozilla's CK_TRUST words mean. */
static bool is_trusted(struct slice word)
{
    return slice_is(word, "CKT_NSS_TRUSTED_DELEGATOR") || slice_is(word, "CKT_NSS_TRUSTED");
}

static bool is_distrusted(struct slice word)
{
    return slice_is(word, "CKT_NSS_NOT_TRUSTED");
}

/* "serverAuth (issued until 2024-11-30T23:59:59Z)" */
static bool append_purpose(struct buffer *b, const char *purpose, struct slice until,
                           struct error *e)
{
    return append_string(b, b->len > 0 ? ", " : "trusted for ", e) &&
           append_string(b, purpose, e) &&
           (until.data == NULL || (append_string(b, " (issued until ", e) &&
                                   buffer_append(b, until, e) && append_string(b, ")", e)));
}

static bool append_purposes(struct buffer *b, const struct slice *about, struct error *e)
{
    const struct slice *bits = &about[PUBLISHED_TRUST_BITS];
    const struct slice *server_until = &about[PUBLISHED_SERVER_DISTRUST_AFTER];
    const struct slice *email_until = &about[PUBLISHED_EMAIL_DISTRUST_AFTER];

    if (bits->data != NULL)
        return append_string(b, "trusted for ", e) && buffer_append(b, *bits, e) &&
               (server_until->data == NULL || (append_string(b, ", TLS distrusted after ", e) &&
                                               buffer_append(b, *server_until, e))) &&
               (email_until->data == NULL || (append_string(b, ", S/MIME distrusted after ", e) &&
                                              buffer_append(b, *email_until, e)));
    return (!is_trusted(about[PUBLISHED_SERVER_AUTH]) ||
            append_purpose(b, "serverAuth", *server_until, e)) &&
           (!is_trusted(about[PUBLISHED_EMAIL_PROTECTION]) ||
            append_purpose(b, "emailProtection", *email_until, e)) &&
           (!is_trusted(about[PUBLISHED_CODE_SIGNING]) ||
            append_purpose(b, "codeSigning", SLICE_NONE, e));
}

/* Nothing where the list does not speak of trust. */
static void describe_trust_cells(struct report *r, const struct slice *about,
                                 struct buffer *scratch)
{
    static const enum published_about words[] = {PUBLISHED_SERVER_AUTH, PUBLISHED_EMAIL_PROTECTION,
                                                 PUBLISHED_CODE_SIGNING};
    bool told = about[PUBLISHED_TRUST_BITS].data != NULL;
    bool distrusted = false;

    for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
        told = told || about[words[i]].data != NULL;
        distrusted = distrusted || is_distrusted(about[words[i]]);
    }
    if (!told)
        return;
    if (distrusted)
        report_toned(r, &CELL, "distrusted", TONE_BAD);
    scratch->len = 0;
    if (!append_purposes(scratch, about, &r->trouble))
        r->failed = true;
    else if (scratch->len > 0)
        report_string(r, &CELL, buffer_slice(scratch));
    else if (!distrusted)
        report_toned(r, &CELL, "trusted for nothing", TONE_WARNING);
}

void describe_published_cells(struct report *r, const struct published_entry *entry,
                              struct buffer *scratch)
{
    if (!report_is_text(r))
        return;
    if (entry->place.line > 0)
        describe_source_line(r, &CELL, entry->list, entry->place.line, scratch);
    else
        describe_source(r, &CELL, entry->list, entry->place.index, scratch);
    if (entry->about[PUBLISHED_LABEL].data != NULL)
        report_string(r, &CELL, entry->about[PUBLISHED_LABEL]);
    describe_trust_cells(r, entry->about, scratch);
}
