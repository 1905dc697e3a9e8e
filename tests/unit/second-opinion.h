/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An object as libtasn1's engine has decoded it, and the comparison of its values with those of a
 * view. Each same_*() takes the name of a node below the one where the comparison stands (as
 * libtasn1 writes it) and the view's value; what differs is printed with its path.
 */
#ifndef OCSPKIT_SECOND_OPINION_H
#define OCSPKIT_SECOND_OPINION_H

#include "algorithm.h"
#include "extension.h"
#include "oid.h"
#include "tap.h"

#include <libtasn1.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PATH_MAX_LEN   256
#define ENGINE_OID_MAX 127
#define OBJECT_MAX     (1024 * 1024)

static uint8_t value[OBJECT_MAX];

/* An object as the engine has decoded it, where in it the comparison stands, and how it went. */
struct opinion {
    asn1_node node;
    struct slice der;
    char path[PATH_MAX_LEN];
    size_t path_len;
    bool agrees;
};

/* The node PATH.NAME; an empty name is the path itself. */
static inline const char *at(const struct opinion *o, const char *name)
{
    static char full[2 * PATH_MAX_LEN];

    (void)snprintf(full, sizeof(full), "%s%s%s", o->path,
                   o->path_len > 0 && name[0] != '\0' ? "." : "", name);
    return full;
}

/* Steps down: ".NAME", or with a number not 0 ".NAME.?NUMBER"; the length to go back to. */
static inline size_t enter(struct opinion *o, const char *name, size_t number)
{
    size_t before = o->path_len;
    int len = snprintf(o->path + before, sizeof(o->path) - before,
                       number > 0 ? "%s%s.?%zu" : "%s%s", before > 0 ? "." : "", name, number);

    o->path_len += (size_t)len;
    return before;
}

static inline void leave(struct opinion *o, size_t before)
{
    o->path_len = before;
    o->path[before] = '\0';
}

static inline void agree(struct opinion *o, bool same, const char *name)
{
    if (same)
        return;
    o->agrees = false;
    printf("# differs: %s\n", at(o, name));
}

static inline bool is_present(const struct opinion *o, const char *name)
{
    int start;
    int end;

    return asn1_der_decoding_startEnd(o->node, o->der.data, (int)o->der.len, at(o, name), &start,
                                      &end) == ASN1_SUCCESS &&
           end >= start;
}

/* The value as the engine gives it: octets, or a string with its NUL, or bits with their number. */
static inline bool read_value(const struct opinion *o, const char *name, int *len)
{
    *len = sizeof(value);
    return asn1_read_value(o->node, at(o, name), value, len) == ASN1_SUCCESS;
}

/* INTEGER, OCTET STRING, ENUMERATED, ANY; SLICE_NONE is absent. */
static inline void same_octets(struct opinion *o, const char *name, struct slice have)
{
    int len;
    bool present = read_value(o, name, &len);

    agree(o,
          present ? have.data != NULL && slice_equal(have, slice_of(value, (size_t)len))
                  : have.data == NULL,
          name);
}

static inline void same_bits(struct opinion *o, const char *name, struct slice have)
{
    int bits;
    bool present = read_value(o, name, &bits);

    agree(o,
          present ? have.data != NULL && slice_equal(have, slice_of(value, ((size_t)bits + 7) / 8))
                  : have.data == NULL,
          name);
}

static inline void same_word(struct opinion *o, const char *name, const char *have)
{
    int len;

    agree(o, read_value(o, name, &len) && strcmp((const char *)value, have) == 0, name);
}

static inline void same_number(struct opinion *o, const char *name, unsigned have)
{
    int len;

    agree(o, read_value(o, name, &len) && len == 1 && value[0] == have, name);
}

/* libtasn1 gives the first ENGINE_OID_MAX characters of a longer one. */
static inline void same_oid(struct opinion *o, const char *name, struct slice have)
{
    char dotted[OID_DOTTED_MAX] = "";

    agree(o, oid_to_dotted(have, dotted, NULL), name);
    if (strlen(dotted) > ENGINE_OID_MAX)
        dotted[ENGINE_OID_MAX] = '\0';
    same_word(o, name, dotted);
}

/* A whole element, tag and length included. */
static inline void same_element(struct opinion *o, const char *name, struct slice have)
{
    int start;
    int end;

    agree(o,
          asn1_der_decoding_startEnd(o->node, o->der.data, (int)o->der.len, at(o, name), &start,
                                     &end) == ASN1_SUCCESS &&
              have.data == o->der.data + start && have.len == (size_t)(end - start) + 1,
          name);
}

static inline void same_presence(struct opinion *o, const char *name, bool have)
{
    agree(o, is_present(o, name) == have, name);
}

static inline void same_count(struct opinion *o, const char *name, size_t have)
{
    int count = 0;

    if (asn1_number_of_elements(o->node, at(o, name), &count) != ASN1_SUCCESS)
        count = 0;
    agree(o, (size_t)count == have, name);
}

/* The seconds go through the C library's calendar, not through ours. `skip` digits of the year are
 * not written. */
static inline void same_time_without(struct opinion *o, const char *name, int64_t have, size_t skip)
{
    time_t seconds = (time_t)have;
    struct tm parts;
    char text[32] = "";

    if (gmtime_r(&seconds, &parts) != NULL)
        (void)strftime(text, sizeof(text), "%Y%m%d%H%M%SZ", &parts);
    same_word(o, name, text + skip);
}

static inline void same_generalized_time(struct opinion *o, const char *name, int64_t have)
{
    same_time_without(o, name, have, 0);
}

/* CHOICE { utcTime, generalTime } */
static inline void same_time(struct opinion *o, const char *name, int64_t have)
{
    size_t before = enter(o, name, 0);
    int len;

    if (read_value(o, "", &len) && strcmp((const char *)value, "utcTime") == 0)
        same_time_without(o, "utcTime", have, 2);
    else
        same_generalized_time(o, "generalTime", have);
    leave(o, before);
}

static inline void same_algorithm(struct opinion *o, const char *name, const struct algorithm *have)
{
    size_t before = enter(o, name, 0);

    same_oid(o, "algorithm", have->algorithm);
    same_octets(o, "parameters", have->parameters);
    leave(o, before);
}

static inline void same_extensions(struct opinion *o, const char *name, struct extensions rest)
{
    struct extension extension;

    same_count(o, name, rest.count);
    for (size_t i = 1; extensions_next(&rest, &extension); i++) {
        size_t before = enter(o, name, i);

        same_oid(o, "extnID", extension.extn_id);
        same_word(o, "critical", extension.critical ? "TRUE" : "FALSE");
        same_octets(o, "extnValue", extension.extn_value);
        leave(o, before);
    }
}

static asn1_node pkix, ocsp;
static uint8_t object[OBJECT_MAX];

/* Decodes `der` into the opinion, which opinion_free() frees. */
static inline bool opinion_load(struct opinion *o, asn1_node grammar, const char *type,
                                struct slice der)
{
    char why[ASN1_MAX_ERROR_DESCRIPTION_SIZE] = "";
    int len = (int)der.len;
    int result;

    *o = (struct opinion){.der = der, .agrees = true};
    result = asn1_create_element(grammar, type, &o->node);
    if (result == ASN1_SUCCESS)
        result = asn1_der_decoding2(&o->node, der.data, &len, ASN1_DECODE_FLAG_STRICT_DER, why);
    if (result != ASN1_SUCCESS || (size_t)len != der.len) {
        printf("# %s: %s %s\n", type, asn1_strerror(result), why);
        o->agrees = false;
    }
    return o->agrees;
}

static inline void opinion_free(struct opinion *o)
{
    (void)asn1_delete_structure(&o->node);
}

static inline bool say_refused(const struct error *e)
{
    printf("# refused: %s: %s (byte %zu)\n", error_path(e), e->text, e->offset);
    return false;
}

static inline void compare_file(const char *folder, const char *name,
                                bool (*compare)(struct slice der))
{
    char path[1024];
    FILE *file;
    size_t len;

    (void)snprintf(path, sizeof(path), "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL) {
        ok(false, "%s is there", path);
        return;
    }
    len = fread(object, 1, sizeof(object), file);
    (void)fclose(file);
    ok(compare(slice_of(object, len)), "%s: both agree", name);
}

struct compared_kind {
    const char *kind; /* in the manifest */
    bool (*compare)(struct slice der);
};

/* The good ones of the manifest (file, kind, good or bad, the point) that are DER. */
static inline void compare_manifest(const char *folder, const struct compared_kind *kinds,
                                    size_t kind_count)
{
    char line[1024];
    char name[256];
    char kind[64];
    FILE *manifest;
    size_t compared = 0;

    (void)snprintf(line, sizeof(line), "%s/manifest.tsv", folder);
    manifest = fopen(line, "r");
    if (!ok(manifest != NULL, "%s is there", line))
        return;
    while (fgets(line, sizeof(line), manifest) != NULL) {
        if (sscanf(line, "%255[^\t]\t%63[^\t]\tgood\t", name, kind) != 2 ||
            strstr(line, ".der\t") == NULL || strstr(line, "\tgood\t") == NULL)
            continue;
        for (size_t i = 0; i < kind_count; i++) {
            if (strcmp(kind, kinds[i].kind) == 0) {
                compare_file(folder, name, kinds[i].compare);
                compared++;
            }
        }
    }
    (void)fclose(manifest);
    ok(compared > 0, "%zu fixtures were compared", compared);
}

static inline bool load_grammar(const char *name, asn1_node *grammar)
{
    const char *srcdir = getenv("srcdir");
    char why[ASN1_MAX_ERROR_DESCRIPTION_SIZE] = "";
    char path[1024];

    (void)snprintf(path, sizeof(path), "%s/tests/asn1/%s", srcdir != NULL ? srcdir : ".", name);
    return ok(asn1_parser2tree(path, grammar, why) == ASN1_SUCCESS, "%s is a grammar %s", name,
              why);
}

/* All of a test: the good fixtures of those kinds. */
static inline int compare_fixtures(const struct compared_kind *kinds, size_t kind_count)
{
    const char *folder = getenv("fixtures");

    if (folder == NULL) {
        printf("1..0 # SKIP the variable fixtures is not set\n");
        return 0;
    }
    if (load_grammar("pkix.asn", &pkix) && load_grammar("ocsp.asn", &ocsp))
        compare_manifest(folder, kinds, kind_count);
    (void)asn1_delete_structure(&pkix);
    (void)asn1_delete_structure(&ocsp);
    return tap_done();
}

#endif
