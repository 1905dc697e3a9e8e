/* SPDX-License-Identifier: Apache-2.0 */
#include "show-parts.h"

#include "describe-dump.h"
#include "extension-value.h"
#include "fuzz.h"
#include "name.h"
#include "oid.h"
#include "show.h"
#include "well-formed.h"

/* Paths that meet values of every kind of record. */
static const char paths[] =
    "type,source,index,version,serialNumber,issuer,subject,validity.notBefore,signatureAlgorithm,"
    "subjectPublicKeyInfo.algorithm,subjectPublicKeyInfo.bits,extensions.extnID,"
    "extensions.critical,extensions.subjectAltName,notes,thisUpdate,nextUpdate,"
    "revokedCertificates.userCertificate,revokedCertificates.crlEntryExtensions.reasonCode,"
    "crlExtensions.extnID,responder,requestList.reqCert.serialNumber,requestExtensions.nonce,"
    "responseStatus,responderID.byName,responses.certID.serialNumber,responses.certStatus,"
    "responses.singleExtensions.extnID,certs.subject,certs.extensions.extnID";
#define PATH_COUNT 30

/* A report of each format, kept from run to run. */
static struct report *report_in(enum report_format format)
{
    static struct report reports[REPORT_QUIET + 1];
    struct report *r = &reports[format];

    if (r->writer == NULL) {
        report_init(r, format, false);
        if (format == REPORT_FIELDS) {
            REQUIRE(report_select(r, SLICE(paths), NULL));
            REQUIRE(r->path_count == PATH_COUNT);
        }
    }
    r->out.len = 0;
    return r;
}

static struct slice written(enum report_format format, const struct record_head *head,
                            describe_body describe, const void *view)
{
    struct report *r = report_in(format);
    struct error e;

    report_begin_record(r, head);
    describe(r, view);
    report_end_record(r);
    REQUIRE(report_check(r, &e));
    REQUIRE(r->indent == 0 && r->depth == 0 && !r->in_row);
    return buffer_slice(&r->out);
}

void show(const char *type, describe_body describe, const void *view)
{
    struct record_head head = {type, SLICE("a file \"\\\n"), 0};

    require_text(written(REPORT_TEXT, &head, describe, view), false);
    require_json_lines(written(REPORT_JSON, &head, describe, view), 1);
    require_fields(written(REPORT_FIELDS, &head, describe, view), PATH_COUNT);
}

static bool is_plain(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text <= ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;
    }
    return true;
}

void require_error(const struct error *e, size_t len)
{
    static const struct record_head head = {"error", SLICE_CONST("file"), 0};
    struct report *r = report_in(REPORT_JSON);

    REQUIRE(e->code != ERROR_NONE && e->code != ERROR_MEMORY && e->text[0] != '\0');
    REQUIRE(memchr(e->text, '\0', sizeof(e->text)) != NULL && is_plain(error_path(e)));
    REQUIRE(!e->has_offset || e->offset <= len);
    report_error(r, &head, e, 0);
    require_json_lines(buffer_slice(&r->out), 1);
}

void refuse(const struct object *object, const struct error *e)
{
    static struct buffer text = BUFFER_INIT(LIMIT_TEXT);
    struct dump dump = {
        .der = object->der,
        .has_place = e->has_offset,
        .place = e->offset,
        .hides_octets = object->der.len % 2 == 0,
    };

    require_error(e, object->der.len);
    text.len = 0;
    REQUIRE(dump_append(&text, &dump, NULL));
    require_text(buffer_slice(&text), false);
}

void walk_name(struct slice name, struct slice whole)
{
    struct name_walk walk = name_walk(name);
    struct name_attribute attribute;

    REQUIRE(is_inside(name, whole));
    while (name_next(&walk, &attribute)) {
        REQUIRE(is_inside(attribute.type, name) && oid_check(attribute.type, NULL));
        REQUIRE(is_inside(attribute.element, name));
        REQUIRE(is_inside(attribute.value, attribute.element));
    }
    REQUIRE(walk.rdns.len == 0 && walk.attributes.len == 0);
}

void walk_extensions(const struct extensions *extensions, struct slice whole)
{
    struct extensions rest = *extensions;
    struct extension extension;
    struct extension other;
    size_t count = 0;

    REQUIRE(is_inside(extensions->list, whole));
    while (extensions_next(&rest, &extension)) {
        departure_set departures = 0;
        struct der d = der_over(extension.extn_value, &departures);

        count++;
        REQUIRE(is_inside(extension.extn_value, extensions->list));
        REQUIRE(oid_check(extension.extn_id, NULL) && extension_check(&d, &extension, NULL));
        for (struct extensions behind = rest; extensions_next(&behind, &other);)
            REQUIRE(!slice_equal(other.extn_id, extension.extn_id)); /* no OID twice */
    }
    REQUIRE(count == extensions->count && rest.list.len == 0);
}
