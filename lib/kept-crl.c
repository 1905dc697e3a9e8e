/* SPDX-License-Identifier: Apache-2.0 */
#include "kept-crl.h"

#include "digest.h"
#include "extension-value.h"
#include "judge-check.h"
#include "judge-crl-scope.h"

#define KNOWN_CRITICAL_IN_ENTRY                                                                    \
    (EXTENSION_MASK(EXTENSION_REASON_CODE) | EXTENSION_MASK(EXTENSION_INVALIDITY_DATE) |           \
     EXTENSION_MASK(EXTENSION_HOLD_INSTRUCTION_CODE) |                                             \
     EXTENSION_MASK(EXTENSION_CERTIFICATE_ISSUER))

/* A pass over the entries, from the first to the last. */
struct entry_pass {
    struct kept_crl *kept;
    const struct cert *cert;
    struct crl_listing *listing;
    bool is_of_other; /* the entry in hand is another issuer's */
};

void kept_crl_init(struct kept_crl *kept, struct slice der)
{
    memset(kept, 0, sizeof(*kept));
    kept->der = der;
}

void kept_crl_free(struct kept_crl *kept)
{
    crl_index_free(&kept->index);
}

/* --- an entry */

static bool read_reason(const struct extensions *extensions, enum crl_reason *reason)
{
    departure_set known;
    struct der d;

    if (!extensions_open(extensions, EXTENSION_REASON_CODE, &known, &d))
        return false;
    return crl_reason_parse(&d, reason, NULL);
}

/* RFC 5280 5.3.3: it holds for the entries behind it too, until another one is named. */
static void look_at_issuer(struct entry_pass *pass, const struct extensions *extensions)
{
    departure_set known;
    struct slice names;
    struct der d;

    if (!extensions_open(extensions, EXTENSION_CERTIFICATE_ISSUER, &known, &d))
        return;
    pass->kept->has_certificate_issuer = true;
    pass->is_of_other = !general_names_parse(&d, DER_SEQUENCE, &names, NULL) ||
                        !crl_names_issuer(names, pass->cert->issuer);
    pass->listing->has_other_issuer = pass->listing->has_other_issuer || pass->is_of_other;
}

static void look_at_extensions(struct kept_crl *kept, const struct extensions *extensions)
{
    struct extension extension;
    enum crl_reason reason;

    if (extensions_find_critical(extensions, KNOWN_CRITICAL_IN_ENTRY, &extension))
        kept->has_unknown_critical = true;
    if (read_reason(extensions, &reason) && reason == CRL_REASON_REMOVE_FROM_CRL)
        kept->has_remove_from_crl = true;
}

static void take_entry(struct crl_listing *listing, const struct crl_entry *entry)
{
    listing->is_listed = true;
    listing->revocation_date = entry->revocation_date;
    listing->has_reason = read_reason(&entry->crl_entry_extensions, &listing->reason);
}

static inline void match_entry(struct entry_pass *pass, const struct crl_entry *entry)
{
    if (entry->crl_entry_extensions.count > 0)
        look_at_issuer(pass, &entry->crl_entry_extensions);
    if (UNLIKELY(slice_equal(entry->user_certificate, pass->cert->serial_number)) &&
        !pass->is_of_other && !pass->listing->is_listed)
        take_entry(pass->listing, entry);
}

/* --- reading and searching */

static bool read_entry(void *context, const struct crl_entry *entry, struct error *e)
{
    struct entry_pass *pass = context;

    (void)e;
    if (entry->crl_entry_extensions.count > 0)
        look_at_extensions(pass->kept, &entry->crl_entry_extensions);
    match_entry(pass, entry);
    return true;
}

/* The first question is answered while the CRL is read. */
static void read_crl(struct entry_pass *pass)
{
    struct kept_crl *kept = pass->kept;

    kept->is_read = true;
    kept->is_well_formed = crl_parse_each(kept->der, &kept->crl, read_entry, pass, &kept->error);
    if (kept->is_well_formed)
        return;
    /* What was found before the place where it ends to be a CRL counts for nothing. */
    *pass->listing = (struct crl_listing){.is_listed = false};
    judge_name_other(kept->der, OBJECT_CRL, &kept->error);
}

static void pass_over(struct entry_pass *pass)
{
    struct slice rest = pass->kept->crl.revoked_certificates;
    struct crl_entry entry;

    while (crl_entry_next(&rest, &entry))
        match_entry(pass, &entry);
}

/* Where entries name issuers, whose an entry is depends on those before it. */
static bool has_index(struct kept_crl *kept)
{
    return !kept->has_certificate_issuer &&
           (crl_index_is_built(&kept->index) || crl_index_build(&kept->index, &kept->crl, NULL));
}

bool kept_crl_search(struct kept_crl *kept, const struct cert *cert, struct crl_listing *listing)
{
    struct entry_pass pass = {.kept = kept, .cert = cert, .listing = listing};
    struct crl_entry entry;

    *listing = (struct crl_listing){.is_listed = false};
    if (!kept->is_read)
        read_crl(&pass);
    else if (kept->is_well_formed && !has_index(kept))
        pass_over(&pass);
    else if (kept->is_well_formed && crl_index_find(&kept->index, cert->serial_number, &entry))
        take_entry(listing, &entry);
    return kept->is_well_formed;
}

/* --- the signature */

enum signature_result kept_crl_verify(struct kept_crl *kept, struct slice subject_public_key_info,
                                      struct signers *signers)
{
    uint8_t digest[DIGEST_MAX];

    digest_compute(DIGEST_SHA256, subject_public_key_info, digest);
    if (!kept->has_result || memcmp(kept->key_digest, digest, SIGNERS_DIGEST_SIZE) != 0) {
        kept->result =
            signers_verify(signers, subject_public_key_info, &kept->crl.signature_algorithm,
                           kept->crl.tbs_cert_list, kept->crl.signature_value);
        memcpy(kept->key_digest, digest, SIGNERS_DIGEST_SIZE);
        kept->has_result = true;
    }
    return kept->result;
}
