/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rows of oid_find(): hashes, signature algorithms, public keys, curves. For oid-table.h alone.
 */
#ifndef OCSPKIT_OID_ALGORITHMS_H
#define OCSPKIT_OID_ALGORITHMS_H

#include "oid-row.h"

/* clang-format off */

/* 1.3.14.3.2: Hash algorithms, and the signature algorithms of the same arcs */
#define OIW 0x2B, 0x0E, 0x03, 0x02
static const struct oid oiw_oids[] = {
    SAME(OIW, 3, "md5WithRSA"),
    OID(OIW, 12, "dsa-old", "dsaEncryption-old"),
    SAME(OIW, 13, "dsaWithSHA"),
    OID(OIW, 15, "shaWithRSA", "shaWithRSAEncryption"),
    SAME(OIW, 18, "sha"),
    SAME(OIW, 26, "sha1"),
    SAME(OIW, 27, "dsaWithSHA1-old"),
    SAME(OIW, 29, "sha1WithRSA"),
};

/* 1.2.840.113549.2 */
#define RSADSI_DIGEST 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02
static const struct oid rsadsi_digest_oids[] = {
    SAME(RSADSI_DIGEST, 2, "md2"),
    SAME(RSADSI_DIGEST, 4, "md4"),
    SAME(RSADSI_DIGEST, 5, "md5"),
    SAME(RSADSI_DIGEST, 7, "hmacWithSHA1"),
    SAME(RSADSI_DIGEST, 9, "hmacWithSHA256"),
};

/* 2.16.840.1.101.3.4.2 */
#define NIST_HASH 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02
static const struct oid nist_hash_oids[] = {
    SAME(NIST_HASH, 1, "sha256"),
    SAME(NIST_HASH, 2, "sha384"),
    SAME(NIST_HASH, 3, "sha512"),
    SAME(NIST_HASH, 4, "sha224"),
    SAME(NIST_HASH, 5, "sha512-224"),
    SAME(NIST_HASH, 6, "sha512-256"),
    SAME(NIST_HASH, 7, "sha3-224"),
    SAME(NIST_HASH, 8, "sha3-256"),
    SAME(NIST_HASH, 9, "sha3-384"),
    SAME(NIST_HASH, 10, "sha3-512"),
    SAME(NIST_HASH, 11, "shake128"),
    SAME(NIST_HASH, 12, "shake256"),
};

/* 1.3.36.3.2 */
#define TELETRUST_HASH 0x2B, 0x24, 0x03, 0x02
static const struct oid teletrust_hash_oids[] = {
    SAME(TELETRUST_HASH, 1, "ripemd160"),
};

/* 1.3.36.3.3.1 */
#define TELETRUST_SIGNATURE 0x2B, 0x24, 0x03, 0x03, 0x01
static const struct oid teletrust_signature_oids[] = {
    SAME(TELETRUST_SIGNATURE, 2, "ripemd160WithRSA"),
};

/* 2.16.840.1.101.3.4.3 */
#define NIST_SIGNATURE 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03
static const struct oid nist_signature_oids[] = {
    OID(NIST_SIGNATURE, 1, "id-dsa-with-sha224", "dsa_with_SHA224"),
    OID(NIST_SIGNATURE, 2, "id-dsa-with-sha256", "dsa_with_SHA256"),
    OID(NIST_SIGNATURE, 3, "id-dsa-with-sha384", "dsa_with_SHA384"),
    OID(NIST_SIGNATURE, 4, "id-dsa-with-sha512", "dsa_with_SHA512"),
    OID(NIST_SIGNATURE, 9, "id-ecdsa-with-sha3-224", "ecdsa_with_SHA3-224"),
    OID(NIST_SIGNATURE, 10, "id-ecdsa-with-sha3-256", "ecdsa_with_SHA3-256"),
    OID(NIST_SIGNATURE, 11, "id-ecdsa-with-sha3-384", "ecdsa_with_SHA3-384"),
    OID(NIST_SIGNATURE, 12, "id-ecdsa-with-sha3-512", "ecdsa_with_SHA3-512"),
    OID(NIST_SIGNATURE, 13, "id-rsassa-pkcs1-v1_5-with-sha3-224", "RSA-SHA3-224"),
    OID(NIST_SIGNATURE, 14, "id-rsassa-pkcs1-v1_5-with-sha3-256", "RSA-SHA3-256"),
    OID(NIST_SIGNATURE, 15, "id-rsassa-pkcs1-v1_5-with-sha3-384", "RSA-SHA3-384"),
    OID(NIST_SIGNATURE, 16, "id-rsassa-pkcs1-v1_5-with-sha3-512", "RSA-SHA3-512"),
    OID(NIST_SIGNATURE, 17, "id-ml-dsa-44", "ML-DSA-44"),
    OID(NIST_SIGNATURE, 18, "id-ml-dsa-65", "ML-DSA-65"),
    OID(NIST_SIGNATURE, 19, "id-ml-dsa-87", "ML-DSA-87"),
    OID(NIST_SIGNATURE, 20, "id-slh-dsa-sha2-128s", "SLH-DSA-SHA2-128s"),
    OID(NIST_SIGNATURE, 21, "id-slh-dsa-sha2-128f", "SLH-DSA-SHA2-128f"),
    OID(NIST_SIGNATURE, 22, "id-slh-dsa-sha2-192s", "SLH-DSA-SHA2-192s"),
    OID(NIST_SIGNATURE, 23, "id-slh-dsa-sha2-192f", "SLH-DSA-SHA2-192f"),
    OID(NIST_SIGNATURE, 24, "id-slh-dsa-sha2-256s", "SLH-DSA-SHA2-256s"),
    OID(NIST_SIGNATURE, 25, "id-slh-dsa-sha2-256f", "SLH-DSA-SHA2-256f"),
    OID(NIST_SIGNATURE, 26, "id-slh-dsa-shake-128s", "SLH-DSA-SHAKE-128s"),
    OID(NIST_SIGNATURE, 27, "id-slh-dsa-shake-128f", "SLH-DSA-SHAKE-128f"),
    OID(NIST_SIGNATURE, 28, "id-slh-dsa-shake-192s", "SLH-DSA-SHAKE-192s"),
    OID(NIST_SIGNATURE, 29, "id-slh-dsa-shake-192f", "SLH-DSA-SHAKE-192f"),
    OID(NIST_SIGNATURE, 30, "id-slh-dsa-shake-256s", "SLH-DSA-SHAKE-256s"),
    OID(NIST_SIGNATURE, 31, "id-slh-dsa-shake-256f", "SLH-DSA-SHAKE-256f"),
};

/* 1.2.840.113549.1.1: RFC 8017, RFC 4055 */
#define PKCS1 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01
static const struct oid pkcs1_oids[] = {
    SAME(PKCS1, 1, "rsaEncryption"),
    SAME(PKCS1, 2, "md2WithRSAEncryption"),
    SAME(PKCS1, 3, "md4WithRSAEncryption"),
    SAME(PKCS1, 4, "md5WithRSAEncryption"),
    SAME(PKCS1, 5, "sha1WithRSAEncryption"),
    OID(PKCS1, 7, "id-RSAES-OAEP", "rsaesOaep"),
    OID(PKCS1, 8, "id-mgf1", "mgf1"),
    OID(PKCS1, 9, "id-pSpecified", "pSpecified"),
    OID(PKCS1, 10, "id-RSASSA-PSS", "rsassaPss"),
    SAME(PKCS1, 11, "sha256WithRSAEncryption"),
    SAME(PKCS1, 12, "sha384WithRSAEncryption"),
    SAME(PKCS1, 13, "sha512WithRSAEncryption"),
    SAME(PKCS1, 14, "sha224WithRSAEncryption"),
    SAME(PKCS1, 15, "sha512-224WithRSAEncryption"),
    SAME(PKCS1, 16, "sha512-256WithRSAEncryption"),
};

/* 1.3.6.1.5.5.7.6: RFC 8692 */
#define ALGORITHMS 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x06
static const struct oid algorithms_oids[] = {
    SAME(ALGORITHMS, 30, "id-RSASSA-PSS-SHAKE128"),
    SAME(ALGORITHMS, 31, "id-RSASSA-PSS-SHAKE256"),
    SAME(ALGORITHMS, 32, "id-ecdsa-with-shake128"),
    SAME(ALGORITHMS, 33, "id-ecdsa-with-shake256"),
};

/* 1.2.840.10040.4: RFC 3279 */
#define DSA 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04
static const struct oid dsa_oids[] = {
    OID(DSA, 1, "id-dsa", "dsaEncryption"),
    OID(DSA, 3, "id-dsa-with-sha1", "dsaWithSHA1"),
};

/* 1.2.840.10046.2 */
#define X942 0x2A, 0x86, 0x48, 0xCE, 0x3E, 0x02
static const struct oid x942_oids[] = {
    OID(X942, 1, "dhpublicnumber", "X9.42 DH"),
};

/* 1.2.840.113549.1.3 */
#define PKCS3 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x03
static const struct oid pkcs3_oids[] = {
    SAME(PKCS3, 1, "dhKeyAgreement"),
};

/* 1.2.840.113549.1.5: PKCS #5, RFC 8018: what private keys are encrypted with */
#define PKCS5 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05
static const struct oid pkcs5_oids[] = {
    SAME(PKCS5, 1, "pbeWithMD2AndDES-CBC"),
    SAME(PKCS5, 3, "pbeWithMD5AndDES-CBC"),
    SAME(PKCS5, 4, "pbeWithMD2AndRC2-CBC"),
    SAME(PKCS5, 6, "pbeWithMD5AndRC2-CBC"),
    SAME(PKCS5, 10, "pbeWithSHA1AndDES-CBC"),
    SAME(PKCS5, 11, "pbeWithSHA1AndRC2-CBC"),
    OID(PKCS5, 12, "id-PBKDF2", "PBKDF2"),
    OID(PKCS5, 13, "id-PBES2", "PBES2"),
    OID(PKCS5, 14, "id-PBMAC1", "PBMAC1"),
};

/* 1.2.840.113549.1.12.1: PKCS #12, RFC 7292 appendix C */
#define PKCS12_PBE 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01
static const struct oid pkcs12_pbe_oids[] = {
    OID(PKCS12_PBE, 1, "pbeWithSHAAnd128BitRC4", "pbeWithSHA1And128BitRC4"),
    OID(PKCS12_PBE, 2, "pbeWithSHAAnd40BitRC4", "pbeWithSHA1And40BitRC4"),
    OID(PKCS12_PBE, 3, "pbeWithSHAAnd3-KeyTripleDES-CBC", "pbeWithSHA1And3-KeyTripleDES-CBC"),
    OID(PKCS12_PBE, 4, "pbeWithSHAAnd2-KeyTripleDES-CBC", "pbeWithSHA1And2-KeyTripleDES-CBC"),
    OID(PKCS12_PBE, 5, "pbeWithSHAAnd128BitRC2-CBC", "pbeWithSHA1And128BitRC2-CBC"),
    OID(PKCS12_PBE, 6, "pbewithSHAAnd40BitRC2-CBC", "pbeWithSHA1And40BitRC2-CBC"),
};

/* 1.2.840.10045.2: RFC 5480 */
#define EC_KEY 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02
static const struct oid ec_key_oids[] = {
    SAME(EC_KEY, 1, "id-ecPublicKey"),
};

/* 1.3.132.1 */
#define EC_SCHEME 0x2B, 0x81, 0x04, 0x01
static const struct oid ec_scheme_oids[] = {
    SAME(EC_SCHEME, 12, "id-ecDH"),
    SAME(EC_SCHEME, 13, "id-ecMQV"),
};

/* 1.2.840.10045.4 */
#define ECDSA 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04
static const struct oid ecdsa_oids[] = {
    SAME(ECDSA, 1, "ecdsa-with-SHA1"),
};

/* 1.2.840.10045.4.3 */
#define ECDSA_SHA2 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03
static const struct oid ecdsa_sha2_oids[] = {
    SAME(ECDSA_SHA2, 1, "ecdsa-with-SHA224"),
    SAME(ECDSA_SHA2, 2, "ecdsa-with-SHA256"),
    SAME(ECDSA_SHA2, 3, "ecdsa-with-SHA384"),
    SAME(ECDSA_SHA2, 4, "ecdsa-with-SHA512"),
};

/* 1.3.101: RFC 8410 */
#define EDWARDS 0x2B, 0x65
static const struct oid edwards_oids[] = {
    OID(EDWARDS, 110, "id-X25519", "X25519"),
    OID(EDWARDS, 111, "id-X448", "X448"),
    OID(EDWARDS, 112, "id-Ed25519", "ED25519"),
    OID(EDWARDS, 113, "id-Ed448", "ED448"),
};

/* 1.2.643.2.2: RFC 4491, RFC 9215 */
#define GOST 0x2A, 0x85, 0x03, 0x02, 0x02
static const struct oid gost_oids[] = {
    OID(GOST, 3, "id-GostR3411-94-with-GostR3410-2001", "GOST R 34.11-94 with GOST R 34.10-2001"),
    OID(GOST, 19, "id-GostR3410-2001", "GOST R 34.10-2001"),
};

/* 1.2.643.7.1.1.1 */
#define GOST_KEY 0x2A, 0x85, 0x03, 0x07, 0x01, 0x01, 0x01
static const struct oid gost_key_oids[] = {
    OID(GOST_KEY, 1, "id-tc26-gost3410-12-256", "GOST R 34.10-2012 with 256 bit modulus"),
    OID(GOST_KEY, 2, "id-tc26-gost3410-12-512", "GOST R 34.10-2012 with 512 bit modulus"),
};

/* 1.2.643.7.1.1.3 */
#define GOST_SIGNATURE 0x2A, 0x85, 0x03, 0x07, 0x01, 0x01, 0x03
static const struct oid gost_signature_oids[] = {
    OID(GOST_SIGNATURE, 2, "id-tc26-signwithdigest-gost3410-12-256",
        "GOST R 34.10-2012 with GOST R 34.11-2012 (256 bit)"),
    OID(GOST_SIGNATURE, 3, "id-tc26-signwithdigest-gost3410-12-512",
        "GOST R 34.10-2012 with GOST R 34.11-2012 (512 bit)"),
};

/* 1.2.156.10197.1.256 on: RFC 8998 */
#define SM_300 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82
static const struct oid sm_300_oids[] = {
    SAME(SM_300, 45, "sm2"), /* .301 */
};

/* 1.2.156.10197.1.384 on */
#define SM_400 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x83
static const struct oid sm_400_oids[] = {
    SAME(SM_400, 17, "sm3"), /* .401 */
    OID(SM_400, 117, "sm2-with-sm3", "SM2-with-SM3"), /* .501 */
    SAME(SM_400, 120, "sm3WithRSAEncryption"), /* .504 */
};

/* 1.2.840.10045.3.1: Named curves: RFC 5480 2.1.1.1, SEC 2, RFC 5639 */
#define PRIME_CURVE 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01
static const struct oid prime_curve_oids[] = {
    OID(PRIME_CURVE, 1, "secp192r1", "prime192v1"),
    SAME(PRIME_CURVE, 2, "prime192v2"),
    SAME(PRIME_CURVE, 3, "prime192v3"),
    SAME(PRIME_CURVE, 4, "prime239v1"),
    SAME(PRIME_CURVE, 5, "prime239v2"),
    SAME(PRIME_CURVE, 6, "prime239v3"),
    OID(PRIME_CURVE, 7, "secp256r1", "prime256v1"),
};

/* 1.3.132.0 */
#define CERTICOM_CURVE 0x2B, 0x81, 0x04, 0x00
static const struct oid certicom_curve_oids[] = {
    SAME(CERTICOM_CURVE, 1, "sect163k1"),
    SAME(CERTICOM_CURVE, 2, "sect163r1"),
    SAME(CERTICOM_CURVE, 10, "secp256k1"),
    SAME(CERTICOM_CURVE, 15, "sect163r2"),
    SAME(CERTICOM_CURVE, 16, "sect283k1"),
    SAME(CERTICOM_CURVE, 17, "sect283r1"),
    SAME(CERTICOM_CURVE, 26, "sect233k1"),
    SAME(CERTICOM_CURVE, 27, "sect233r1"),
    SAME(CERTICOM_CURVE, 31, "secp192k1"),
    SAME(CERTICOM_CURVE, 32, "secp224k1"),
    SAME(CERTICOM_CURVE, 33, "secp224r1"),
    SAME(CERTICOM_CURVE, 34, "secp384r1"),
    SAME(CERTICOM_CURVE, 35, "secp521r1"),
    SAME(CERTICOM_CURVE, 36, "sect409k1"),
    SAME(CERTICOM_CURVE, 37, "sect409r1"),
    SAME(CERTICOM_CURVE, 38, "sect571k1"),
    SAME(CERTICOM_CURVE, 39, "sect571r1"),
};

/* 1.3.36.3.3.2.8.1.1 */
#define BRAINPOOL 0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01
static const struct oid brainpool_oids[] = {
    SAME(BRAINPOOL, 1, "brainpoolP160r1"),
    SAME(BRAINPOOL, 2, "brainpoolP160t1"),
    SAME(BRAINPOOL, 3, "brainpoolP192r1"),
    SAME(BRAINPOOL, 4, "brainpoolP192t1"),
    SAME(BRAINPOOL, 5, "brainpoolP224r1"),
    SAME(BRAINPOOL, 6, "brainpoolP224t1"),
    SAME(BRAINPOOL, 7, "brainpoolP256r1"),
    SAME(BRAINPOOL, 8, "brainpoolP256t1"),
    SAME(BRAINPOOL, 9, "brainpoolP320r1"),
    SAME(BRAINPOOL, 10, "brainpoolP320t1"),
    SAME(BRAINPOOL, 11, "brainpoolP384r1"),
    SAME(BRAINPOOL, 12, "brainpoolP384t1"),
    SAME(BRAINPOOL, 13, "brainpoolP512r1"),
    SAME(BRAINPOOL, 14, "brainpoolP512t1"),
};

/* clang-format on */

#endif
