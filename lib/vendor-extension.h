/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values of extensions that no RFC has: Microsoft's, as [MS-WCCE] 2.2.2.7 and AD CS write them, the
 * CA/Browser Forum's and Entrust's. Where a value is not as said here it is shown undecoded, see
 * extension_type_of().
 *
 * CertificateTemplateOID ::= SEQUENCE {                       -- szOID_CERTIFICATE_TEMPLATE
 *     templateID            OBJECT IDENTIFIER,
 *     templateMajorVersion  INTEGER (0..4294967295) OPTIONAL,
 *     templateMinorVersion  INTEGER (0..4294967295) OPTIONAL }
 * CAVersion ::= INTEGER            -- 65536 times the key's index, and the certificate's
 * NtdsCaSecurity ::= SEQUENCE OF GeneralName  -- one otherName: the SID, characters in an OCTET
 * STRING
 * CABFOrganizationIdentifier ::= SEQUENCE {    -- CA/Browser Forum EV Guidelines 9.8.2
 *     registrationSchemeIdentifier  PrintableString,
 *     registrationCountry           PrintableString,
 *     registrationStateOrProvince   [0] PrintableString OPTIONAL,
 *     registrationReference         UTF8String }
 * EntrustVersInfoSyntax ::= SEQUENCE {         -- Entrust's; read as its certificates have it
 *     entrustVers       GeneralString,
 *     entrustInfoFlags  BIT STRING }
 */
#ifndef OCSPKIT_VENDOR_EXTENSION_H
#define OCSPKIT_VENDOR_EXTENSION_H

#include "der.h"

struct certificate_template {
    struct slice template_id;            /* the OID's contents octets */
    struct slice template_major_version; /* an INTEGER's contents octets; SLICE_NONE where absent */
    struct slice template_minor_version; /* the same */
};

bool certificate_template_parse(struct der *d, struct certificate_template *read,
                                struct error *e) MUST_USE;

struct ca_version {
    unsigned certificate_index;
    unsigned key_index;
};

bool ca_version_parse(struct der *d, struct ca_version *version, struct error *e) MUST_USE;

/* The characters of the SID, "S-1-5-21-...". */
bool ntds_ca_security_parse(struct der *d, struct slice *object_sid, struct error *e) MUST_USE;

struct cabf_organization_identifier {
    struct slice registration_scheme_identifier; /* contents octets, as those below */
    struct slice registration_country;
    struct slice registration_state_or_province; /* SLICE_NONE where absent */
    struct slice registration_reference;
};

bool cabf_organization_identifier_parse(struct der *d, struct cabf_organization_identifier *id,
                                        struct error *e) MUST_USE;

struct entrust_vers_info {
    struct slice entrust_vers; /* characters, "V7.1" */
    struct slice entrust_info_flags;
};

bool entrust_vers_info_parse(struct der *d, struct entrust_vers_info *info,
                             struct error *e) MUST_USE;

#endif
