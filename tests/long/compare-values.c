/* SPDX-License-Identifier: Apache-2.0 */
#include "compare-values.h"

#include "divergence.h"
#include "general-name.h"

#include <openssl/asn1err.h>
#include <openssl/err.h>

enum reading reading_of(bool ours, bool theirs)
{
    if (ours)
        return theirs ? READ_BY_BOTH : READ_BY_US;
    return theirs ? READ_BY_LIBCRYPTO : READ_BY_NONE;
}

void compare_oid(struct slice oid, const ASN1_OBJECT *object, const char *what)
{
    (void)require_same(object != NULL &&
                           slice_equal(oid, slice_of(OBJ_get0_data(object), OBJ_length(object))),
                       what);
}

void compare_octets(struct slice octets, const ASN1_STRING *string, const char *what)
{
    (void)require_same(string != NULL &&
                           slice_equal(octets, slice_of(ASN1_STRING_get0_data(string),
                                                        (size_t)ASN1_STRING_length(string))),
                       what);
}

/* The contents octets, which libcrypto makes anew from sign and magnitude. */
void compare_integer(struct slice octets, const ASN1_INTEGER *integer, const char *what)
{
    unsigned char *der = NULL;
    int len = integer != NULL ? i2d_ASN1_INTEGER(integer, &der) : -1;

    (void)require_same(len > 0 && (size_t)len > octets.len &&
                           memcmp(der + len - octets.len, octets.data, octets.len) == 0 &&
                           (size_t)len - octets.len == (octets.len < 0x80 ? 2 : 3),
                       what);
    OPENSSL_free(der);
}

void compare_time(int64_t time, const ASN1_TIME *other, const char *what)
{
    static ASN1_TIME *epoch;
    int days = 0;
    int seconds = 0;

    if (epoch == NULL)
        epoch = ASN1_TIME_set(NULL, 0);
    (void)require_same(other != NULL && ASN1_TIME_diff(&days, &seconds, epoch, other) == 1 &&
                           (int64_t)days * 86400 + seconds == time,
                       what);
}

/* libcrypto keeps the bytes that it has read. */
void compare_name(struct slice name, const X509_NAME *other, const char *what)
{
    unsigned char *der = NULL;
    int len = other != NULL ? i2d_X509_NAME(other, &der) : -1;

    (void)require_same(len > 0 && slice_equal(name, slice_of(der, (size_t)len)), what);
    OPENSSL_free(der);
}

void compare_algorithm(const struct algorithm *algorithm, const X509_ALGOR *other, const char *what)
{
    const ASN1_OBJECT *object = NULL;
    int type = V_ASN1_UNDEF;

    if (other != NULL)
        X509_ALGOR_get0(&object, &type, NULL, other);
    compare_oid(algorithm->algorithm, object, what);
    (void)require_same((algorithm->parameters.data == NULL) == (type == V_ASN1_UNDEF), what);
    if (algorithm->parameters.data != NULL && type != V_ASN1_UNDEF)
        (void)require_same((algorithm->parameters.data[0] == 0x05) == (type == V_ASN1_NULL), what);
}

/* Whether libcrypto gave this reason, on its way up. */
static bool is_reason(unsigned long error, int reason)
{
    return ERR_GET_LIB(error) == ERR_LIB_ASN1 && ERR_GET_REASON(error) == reason;
}

static bool is_of_characters(unsigned long error)
{
    return is_reason(error, ASN1_R_INVALID_UTF8STRING) ||
           is_reason(error, ASN1_R_ILLEGAL_CHARACTERS) ||
           is_reason(error, ASN1_R_BMPSTRING_IS_WRONG_LENGTH) ||
           is_reason(error, ASN1_R_INVALID_BMPSTRING_LENGTH) ||
           is_reason(error, ASN1_R_UNIVERSALSTRING_IS_WRONG_LENGTH) ||
           is_reason(error, ASN1_R_INVALID_UNIVERSALSTRING_LENGTH);
}

bool may_hold_structure(struct slice der)
{
    return slice_find_byte(der, DER_CONTEXT(X400_ADDRESS)) < der.len ||
           slice_find_byte(der, DER_CONTEXT(EDI_PARTY_NAME)) < der.len;
}

bool is_refused_string(void)
{
    unsigned long error = ERR_peek_error(); /* the first is the innermost */

    if (is_reason(error, ASN1_R_MSTRING_WRONG_TAG) ||
        is_reason(error, ASN1_R_MSTRING_NOT_UNIVERSAL)) {
        divergence_allow(DIVERGENCE_ATTRIBUTE_TYPE);
        return true;
    }
    if (!is_of_characters(error))
        return false;
    divergence_allow(DIVERGENCE_STRING_CHARACTERS);
    return true;
}

void compare_refused(const char *what)
{
    if (!is_refused_string() && !require_same(false, what))
        divergence_note(ERR_reason_error_string(ERR_peek_error()));
}
