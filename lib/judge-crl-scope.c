/* SPDX-License-Identifier: Apache-2.0 */
#include "judge-crl-scope.h"

#include "buffer.h"
#include "distribution-point.h"
#include "extension-value.h"
#include "name-match.h"

/* How many names a search goes on with, for it holds each of one list against each of another. */
struct names {
    struct slice rest;
    size_t count;
};

static bool next_name(struct names *names, struct general_name *name)
{
    return names->count++ < LIMIT_POINT_NAMES && general_names_next(&names->rest, name);
}

static bool match_general_names(const struct general_name *a, const struct general_name *b)
{
    if (a->type != b->type)
        return false;
    if (a->type == DIRECTORY_NAME)
        return name_match(a->value, b->value);
    return slice_equal(a->type_id, b->type_id) && slice_equal(a->value, b->value);
}

bool crl_names_issuer(struct slice general_names, struct slice issuer)
{
    struct names names = {general_names, 0};
    struct general_name name;

    while (next_name(&names, &name)) {
        if (name.type == DIRECTORY_NAME && name_match(name.value, issuer))
            return true;
    }
    return false;
}

/* One name of the one is one of the other. */
static bool match_full_names(struct slice a, struct slice b)
{
    struct names names = {a, 0};
    struct general_name name, other;

    while (next_name(&names, &name)) {
        struct names others = {b, 0};

        while (next_name(&others, &other)) {
            if (match_general_names(&name, &other))
                return true;
        }
    }
    return false;
}

static bool match_points(const struct distribution_point_name *a,
                         const struct distribution_point_name *b)
{
    if (a->full_name.data != NULL && b->full_name.data != NULL)
        return match_full_names(a->full_name, b->full_name);
    return a->name_relative_to_crl_issuer.data != NULL &&
           slice_equal(a->name_relative_to_crl_issuer, b->name_relative_to_crl_issuer);
}

static bool find_issuing_point(const struct crl *crl, struct issuing_distribution_point *point)
{
    departure_set known;
    struct der d;

    if (!extensions_open(&crl->crl_extensions, EXTENSION_ISSUING_DISTRIBUTION_POINT, &known, &d))
        return false;
    return issuing_distribution_point_parse(&d, point, NULL);
}

/* The certificate's distribution points; false where it has none. */
static bool find_points(const struct cert *cert, struct slice *points)
{
    departure_set known;
    struct der d;

    if (!extensions_open(&cert->extensions, EXTENSION_CRL_DISTRIBUTION_POINTS, &known, &d))
        return false;
    return distribution_points_parse(&d, points, NULL);
}

/* Whether what is to be found there is a CRL by the certificate's own issuer. */
static bool is_by_issuer(const struct distribution_point *point, const struct cert *cert)
{
    return point->crl_issuer.data == NULL || crl_names_issuer(point->crl_issuer, cert->issuer);
}

/* The next of them whose CRL is the issuer's. */
static bool next_point(struct slice *points, const struct cert *cert, size_t *count,
                       struct distribution_point *point)
{
    while ((*count)++ < LIMIT_POINT_NAMES && distribution_points_next(points, point)) {
        if (is_by_issuer(point, cert))
            return true;
    }
    return false;
}

/* 6.3.3 (b) (1) */
static bool is_elsewhere(const struct cert *cert)
{
    struct distribution_point point;
    struct slice points;
    size_t count = 0;

    return find_points(cert, &points) && !next_point(&points, cert, &count, &point);
}

enum crl_scope crl_find_issuer_scope(const struct crl *crl, const struct judge_question *question)
{
    struct issuing_distribution_point point;

    if (!name_match(crl->issuer, question->issuer->subject))
        return CRL_SCOPE_ISSUER;
    if (find_issuing_point(crl, &point) && point.indirect_crl)
        return CRL_SCOPE_INDIRECT;
    return is_elsewhere(question->cert) ? CRL_SCOPE_ELSEWHERE : CRL_SCOPE_COVERS;
}

static bool has_name(const struct distribution_point_name *name)
{
    return name->full_name.data != NULL || name->name_relative_to_crl_issuer.data != NULL;
}

/*
 * 6.3.3 (b) (2) (i), (d). Whether the CRL is that of a distribution point of the certificate's, any
 * of them where it names none; *reasons: for which reasons they lead to it. A certificate without
 * distribution points has one, named as its issuer is.
 */
static bool find_point_reasons(const struct distribution_point_name *name, const struct cert *cert,
                               uint32_t *reasons)
{
    struct distribution_point point;
    bool found = false;
    struct slice points;
    size_t count = 0;

    *reasons = REASONS_ALL;
    if (!find_points(cert, &points))
        return !has_name(name) || crl_names_issuer(name->full_name, cert->issuer);
    *reasons = 0;
    while (next_point(&points, cert, &count, &point)) {
        if (has_name(name) && !match_points(name, &point.distribution_point))
            continue;
        found = true;
        *reasons |= point.has_reasons ? point.reasons : REASONS_ALL;
    }
    return found;
}

enum crl_scope crl_find_scope(const struct crl *crl, const struct judge_question *question)
{
    struct issuing_distribution_point point = {.indirect_crl = false};
    bool is_ca = cert_is_ca(question->cert);
    uint32_t reasons;

    (void)find_issuing_point(crl, &point);
    if (!find_point_reasons(&point.distribution_point, question->cert, &reasons))
        return CRL_SCOPE_NAME;
    if (point.only_contains_user_certs && is_ca)
        return CRL_SCOPE_USERS;
    if (point.only_contains_ca_certs && !is_ca)
        return CRL_SCOPE_CAS;
    if (point.only_contains_attribute_certs)
        return CRL_SCOPE_ATTRIBUTES;
    if (point.has_only_some_reasons)
        reasons &= point.only_some_reasons;
    return (reasons & REASONS_ALL) == REASONS_ALL ? CRL_SCOPE_COVERS : CRL_SCOPE_REASONS;
}
