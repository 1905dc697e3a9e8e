/* SPDX-License-Identifier: Apache-2.0 */
#include "compare-values.h"
#include "divergence.h"
#include "extension-value.h"

#include <openssl/ct.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

static void free_value(const X509V3_EXT_METHOD *method, void *value)
{
    if (method->it != NULL)
        ASN1_item_free(value, ASN1_ITEM_ptr(method->it));
    else
        method->ext_free(value);
}

/* Of what is read, what departs from DER. */
static departure_set departures_of(const struct extension *extension)
{
    departure_set departures = 0;
    struct der d = der_over(extension->extn_value, &departures);

    (void)require_same(extension_check(&d, extension, NULL), "extnValue: read by itself");
    return departures;
}

static void refuse_value(const struct extension *extension, int nid)
{
    if (is_refused_string())
        return;
    if (ERR_GET_LIB(ERR_peek_error()) == ERR_LIB_CT)
        divergence_allow(DIVERGENCE_SCT);
    else if (may_hold_structure(extension->extn_value))
        divergence_allow(DIVERGENCE_GENERAL_NAME);
    else if (!require_same(false, OBJ_nid2sn(nid)))
        divergence_note(ERR_reason_error_string(ERR_peek_error()));
}

static void compare_value(const struct extension *extension, X509_EXTENSION *other)
{
    const X509V3_EXT_METHOD *method = X509V3_EXT_get(other);
    departure_set departures = departures_of(extension);
    X509_EXTENSION *again;
    void *value;

    if (method == NULL || extension_type_of(extension) == EXTENSION_OTHER)
        return;
    ERR_clear_error();
    value = X509V3_EXT_d2i(other);
    if (value == NULL) {
        refuse_value(extension, method->ext_nid);
        return;
    }
    compare_extension_values(extension, method->ext_nid, value);
    again = X509V3_EXT_i2d(method->ext_nid, extension->critical, value);
    if (again == NULL && extension->extn_value.len == 0)
        divergence_allow(DIVERGENCE_NONCE_EMPTY);
    else if (again == NULL || departures == 0) /* what departs from DER is written as DER */
        compare_octets(extension->extn_value, again != NULL ? X509_EXTENSION_get_data(again) : NULL,
                       OBJ_nid2sn(method->ext_nid));
    X509_EXTENSION_free(again);
    free_value(method, value);
}

void compare_extensions(const struct extensions *extensions,
                        const STACK_OF(X509_EXTENSION) * others)
{
    struct extensions rest = *extensions;
    struct extension extension;
    int count = X509v3_get_ext_count(others);

    if (!require_same((size_t)(count < 0 ? 0 : count) == extensions->count, "extensions: count"))
        return;
    for (int i = 0; extensions_next(&rest, &extension); i++) {
        X509_EXTENSION *other = X509v3_get_ext(others, i);

        compare_oid(extension.extn_id, X509_EXTENSION_get_object(other), "extensions: extnID");
        compare_octets(extension.extn_value, X509_EXTENSION_get_data(other),
                       "extensions: extnValue");
        (void)require_same((X509_EXTENSION_get_critical(other) != 0) == extension.critical,
                           "extensions: critical");
        compare_value(&extension, other);
    }
}
