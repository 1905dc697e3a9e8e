/* SPDX-License-Identifier: Apache-2.0 */
/* What stands around certificates: requests for them, bundles of them, keys. */
#include "describe-csr.h"
#include "describe-notes.h"
#include "describe-private-key.h"
#include "describe-public-key.h"
#include "fuzz.h"
#include "pkcs7.h"
#include "show-parts.h"
#include "show.h"

static void walk_attribute(const struct attribute *attribute, struct slice whole)
{
    struct slice values = attribute->values;
    struct attribute_value value;
    size_t count = 0;

    REQUIRE(is_inside(attribute->type, whole) && is_inside(values, whole));
    for (; attribute_values_next(&values, &value); count++) {
        REQUIRE(is_inside(value.element, attribute->values));
        REQUIRE(is_inside(value.contents, value.element) && value.element.data[0] == value.tag);
    }
    REQUIRE(count == attribute->value_count && count > 0 && values.len == 0);
    if (csr_attribute_type(attribute->type) == CSR_EXTENSION_REQUEST) {
        struct extensions extensions = csr_requested_extensions(attribute);

        walk_extensions(&extensions, attribute->values);
    }
}

static void walk_csr(const struct csr *csr)
{
    struct slice rest = csr->attributes.list;
    struct attribute attribute;
    size_t count = 0;

    REQUIRE(is_inside(csr->certification_request_info, csr->der));
    walk_name(csr->subject, csr->certification_request_info);
    for (; attributes_next(&rest, &attribute); count++)
        walk_attribute(&attribute, csr->certification_request_info);
    REQUIRE(count == csr->attributes.count && rest.len == 0);
}

static void describe_csr_body(struct report *r, const void *view)
{
    const struct csr *csr = view;

    describe_csr(r, csr);
    describe_notes(r, csr->departures, 0);
}

bool show_csr(const struct object *object)
{
    struct error e = {0};
    struct csr csr;

    if (!csr_parse(object->der, &csr, &e)) {
        refuse(object, &e);
        return false;
    }
    REQUIRE(slice_equal(csr.der, object->der));
    walk_csr(&csr);
    show("certificationRequest", describe_csr_body, &csr);
    return true;
}

/* Every object in it lies there whole. */
bool show_pkcs7(const struct object *object)
{
    struct error e = {0};
    struct object inside = *object;
    struct pkcs7 rest;
    size_t count = 0;

    if (!pkcs7_parse(object->der, &rest, &e)) {
        refuse(object, &e);
        return false;
    }
    for (; pkcs7_next(&rest, &inside.kind, &inside.der); count++) {
        REQUIRE(inside.kind == OBJECT_CERTIFICATE || inside.kind == OBJECT_CRL);
        REQUIRE(is_inside(inside.der, object->der) && inside.der.data[0] == DER_SEQUENCE);
        (void)show_object(&inside);
    }
    REQUIRE(count > 0 && rest.certificates.len == 0 && rest.crls.len == 0);
    return true;
}

static void describe_public_key_body(struct report *r, const void *view)
{
    describe_public_key(r, view);
}

bool show_public_key(const struct object *object)
{
    bool is_rsa = object->kind == OBJECT_RSA_PUBLIC_KEY;
    struct subject_public_key_info info;
    departure_set departures;
    struct error e = {0};

    if (!(is_rsa ? public_key_parse_rsa(object->der, &info, &departures, &e)
                 : public_key_parse(object->der, &info, &departures, &e))) {
        refuse(object, &e);
        return false;
    }
    REQUIRE(is_inside(info.subject_public_key, object->der));
    show("subjectPublicKeyInfo", describe_public_key_body, &info);
    return true;
}

static void describe_private_key_body(struct report *r, const void *view)
{
    describe_private_key(r, view);
}

/* No error says where in the key it is wrong by its octets: what is refused is not dumped. */
bool show_private_key(const struct object *object)
{
    struct error e = {0};
    struct private_key key;

    if (object->kind == OBJECT_PEM_ENCRYPTED_KEY) {
        private_key_look_at_label(object->label, &key);
    } else if (!private_key_parse(object->kind, object->der, &key, &e)) {
        require_error(&e, object->der.len);
        return false;
    }
    show("privateKey", describe_private_key_body, &key);
    return true;
}
