/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Certificates in the order in which a server sends them (RFC 8446 4.4.2): a leaf, its issuer, that
 * one's issuer, and so on. A leaf is no CA and issued none of the others. First come the chains of
 * leaves whose issuer is here, then leaves without, then chains of CAs that are nobody's issuer
 * here, each in the order of what they begin with. What is left keeps its order.
 *
 * An issuer is who has the name, and the key identifier where both have one; where there are
 * several, one of them. No signature is verified, so this says nothing of trust.
 */
#ifndef OCSPKIT_CHAIN_ORDER_H
#define OCSPKIT_CHAIN_ORDER_H

#include "buffer.h"

/*
 * Puts the certificates of `list`, which follow one another there, into *ordered as an array of
 * struct slice. Where one of them is malformed, that is left empty. Errors: those of
 * buffer_append().
 */
bool chain_order(struct slice list, struct buffer *ordered, struct error *e) MUST_USE;

#endif
