/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a key verifies a signature: that and nothing else. The only user of GnuTLS.
 *
 * Not checked: how strong the hash and the key are (signature-strength.h does, and a store of old
 * certificates has SHA-1 and MD5 in it), whose the key is, what it may be used for.
 */
#ifndef OCSPKIT_SIGNATURE_H
#define OCSPKIT_SIGNATURE_H

#include "algorithm.h"

enum signature_result {
    SIGNATURE_INVALID = 0,
    SIGNATURE_VALID,
    SIGNATURE_UNSUPPORTED, /* the algorithm, its parameters or the key are not known here, or
                              refused by the library */
};

/*
 * `subject_public_key_info` is the DER of the signer's (RFC 5280 4.1.2.7), `signature` the octets
 * in the BIT STRING. Anything that goes wrong is SIGNATURE_UNSUPPORTED or SIGNATURE_INVALID. A key
 * of another kind than the algorithm's is invalid: it did not make the signature. Of RSASSA-PSS the
 * parameters are followed (RFC 4055 3.1): its hash has to be the one of its MGF1.
 */
enum signature_result signature_verify(struct slice subject_public_key_info,
                                       const struct algorithm *signature_algorithm,
                                       struct slice signed_bytes, struct slice signature) MUST_USE;

/*
 * The same in two steps, for a key that verifies many. A null key is not supported, or there is no
 * memory. RSASSA-PSS is SIGNATURE_UNSUPPORTED here: its parameters would be set in the key.
 */
struct signature_key;
struct signature_key *signature_key_load(struct slice subject_public_key_info);
void signature_key_free(struct signature_key *key);
enum signature_result signature_key_verify(struct signature_key *key,
                                           const struct algorithm *signature_algorithm,
                                           struct slice signed_bytes,
                                           struct slice signature) MUST_USE;

#endif
