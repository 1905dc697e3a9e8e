/* SPDX-License-Identifier: Apache-2.0 */
#include "crl-search.h"
#include "describe-crl.h"
#include "describe-notes.h"
#include "fuzz.h"
#include "show-parts.h"
#include "show.h"

static void walk_crl(const struct crl *crl)
{
    struct slice rest = crl->revoked_certificates;
    struct crl_entry entry;
    size_t count = 0;

    REQUIRE(is_inside(rest, crl->tbs_cert_list) && is_inside(crl->tbs_cert_list, crl->der));
    while (crl_entry_next(&rest, &entry)) {
        walk_extensions(&entry.crl_entry_extensions, crl->revoked_certificates);
        count++;
    }
    REQUIRE(count == crl->revoked_count && rest.len == 0);
    walk_name(crl->issuer, crl->tbs_cert_list);
    walk_extensions(&crl->crl_extensions, crl->tbs_cert_list);
}

static void describe_crl_body(struct report *r, const void *view)
{
    const struct crl *crl = view;

    describe_crl(r, crl);
    describe_notes(r, crl->departures, 0);
}

struct search_view {
    struct crl crl;
    struct crl_search search;
};

static void describe_search_body(struct report *r, const void *view)
{
    const struct search_view *v = view;

    describe_crl_search(r, &v->crl, &v->search);
}

/* Serial numbers that the test data has, and one that is nowhere. */
static const struct serial_set *wanted_serials(void)
{
    static const char *const texts[] = {"01",   "0A",   "1001", "1002",
                                        "1003", "2001", "-01",  "123456"};
    static struct serial_set set;

    if (set.count == 0) {
        serial_set_init(&set);
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
            REQUIRE(serial_set_add(&set, slice_of_string(texts[i]), NULL));
    }
    return &set;
}

/* What the search finds on its way is what a look at each entry finds. */
static void search_crl(const struct object *object)
{
    static struct search_view view;
    const struct serial_set *serials = wanted_serials();
    struct slice rest;
    struct crl_entry entry;
    size_t count = 0;
    size_t number;

    if (view.search.serials == NULL)
        crl_search_init(&view.search, serials);
    REQUIRE(crl_search_parse(&view.search, object->der, &view.crl, NULL));
    rest = view.crl.revoked_certificates;
    while (crl_entry_next(&rest, &entry)) {
        if (!serial_set_find(serials, entry.user_certificate, &number))
            continue;
        REQUIRE(crl_search_found(&view.search, number) && count < crl_search_count(&view.search));
        REQUIRE(crl_search_at(&view.search, count++).entry.user_certificate.data ==
                entry.user_certificate.data);
    }
    REQUIRE(count == crl_search_count(&view.search));
    show("certificateList", describe_search_body, &view);
}

bool show_crl(const struct object *object)
{
    struct error e = {0};
    struct crl crl;

    if (!crl_parse(object->der, &crl, &e)) {
        refuse(object, &e);
        return false;
    }
    REQUIRE(slice_equal(crl.der, object->der));
    walk_crl(&crl);
    show("certificateList", describe_crl_body, &crl);
    search_crl(object);
    return true;
}
