/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch-sources.h"

/* By --get; and what is stapled is a response, so that CRLs are not asked for then. */
static bool is_wanted(const struct fetch_settings *settings, enum evidence_kind kind)
{
    if (kind == EVIDENCE_CRL)
        return settings->get != FETCH_OCSP && settings->staple == NULL;
    return settings->get != FETCH_CRL;
}

void fetch_sources_add_issuers(struct fetch_task *task, const struct cert *cert, unsigned hops)
{
    size_t before = task->issuer_urls.count;

    if (hops > FETCH_ISSUER_HOPS)
        return;
    fetch_urls_find_ca_issuers(&task->issuer_urls, cert);
    for (size_t i = before; i < task->issuer_urls.count; i++)
        task->issuer_hops[i] = hops;
}

void fetch_sources_find(struct fetch_task *task, const struct fetch_settings *settings)
{
    if (!settings->offline)
        fetch_sources_add_issuers(task, &task->cert, 1);
    if (settings->offline || settings->responses.count > 0 || settings->get == FETCH_ISSUER)
        return;
    if (is_wanted(settings, EVIDENCE_OCSP) && settings->url != NULL)
        fetch_urls_add(&task->ocsp_urls, slice_of_string(settings->url));
    else if (is_wanted(settings, EVIDENCE_OCSP))
        fetch_urls_find_ocsp(&task->ocsp_urls, &task->cert);
    if (is_wanted(settings, EVIDENCE_CRL))
        fetch_urls_find_crls(&task->crl_urls, &task->cert);
}

void fetch_sources_lack(struct fetch_task *task, const struct fetch_settings *settings,
                        enum evidence_kind kind)
{
    const struct fetch_urls *urls = kind == EVIDENCE_CRL ? &task->crl_urls : &task->ocsp_urls;
    const char *what = kind == EVIDENCE_CRL ? "CRL" : "OCSP response";
    enum reason reason = revocation_missing_reason(&task->cert);

    if (settings->responses.count > 0)
        fetch_evidence_fail(&task->evidence, kind, SLICE_NONE, reason,
                            "expected a saved %s, found none", what);
    else if (settings->offline)
        fetch_evidence_fail(&task->evidence, kind, SLICE_NONE, reason,
                            "expected a saved %s, as nobody is asked, found none", what);
    else if (urls->other.data != NULL)
        fetch_evidence_fail(&task->evidence, kind, urls->other, reason,
                            "expected a URL with http:// or https://, found another scheme");
    else
        fetch_evidence_fail(&task->evidence, kind, SLICE_NONE, reason,
                            kind == EVIDENCE_CRL ? "the certificate names no URL of a CRL"
                                                 : "the certificate names no responder");
}

void fetch_sources_lack_all(struct fetch_task *task, const struct fetch_settings *settings)
{
    if (is_wanted(settings, EVIDENCE_OCSP))
        fetch_sources_lack(task, settings, EVIDENCE_OCSP);
    if (is_wanted(settings, EVIDENCE_CRL))
        fetch_sources_lack(task, settings, EVIDENCE_CRL);
}
