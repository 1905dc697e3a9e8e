# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: certificates with the rarer extensions and keys, all by the intermediate.

use strict;
use warnings;
use der;
use pkix;

my $odd  = '1.3.6.1.4.1.32473';      # for examples, RFC 5612
my $ms   = '1.3.6.1.4.1.311';        # Microsoft's
my $ns   = '2.16.840.1.113730.1';    # Netscape's
my $ce   = '2.5.29';
my $pda  = '1.3.6.1.5.5.7.9';        # of a person, RFC 3739
my $qcs  = '0.4.0.1862.1';           # ETSI EN 319 412-5
my $from = '20180101000000Z';
my $to   = '20190101000000Z';

sub attribute { my $type = shift; return seq(oid($type), set(@_)) }
sub statement { my $id   = shift; return seq(oid("$qcs.$id"), @_) }

# Of logotype: HashAlgAndValue, LogotypeDetails
my $logo_hashes = seq(seq(algorithm('sha256'), octets('h' x 32)));

sub logo_details {
    my ($type, @uris) = @_;
    return seq(ia5($type), $logo_hashes, seq(map { ia5($_) } @uris));
}

# id-ad-caRepository
sub repository { return seq(oid('1.3.6.1.5.5.7.48.5'), implicit(6, $_[0])) }

my $sid = seq(explicit(0, oid("$ms.25.2.1"), explicit(0, octets('S-1-5-21-1-2-3-500'))));

# extension-WORD: each alone in its certificate.
my @extensions = (
    ['key-usage-period', 'privateKeyUsagePeriod', "$ce.16" => seq(implicit(0, $from),
            implicit(1, $to))],
    ['key-usage-until',  'privateKeyUsagePeriod without notBefore', "$ce.16" =>
            seq(implicit(1, $to))],
    ['attributes',       'subjectDirectoryAttributes', "$ce.9" => seq(
            attribute("$pda.4", printable('GB'), printable('FR')),
            attribute("$pda.1", generalized('19700101120000Z')))],
    ['repository',       'subjectInfoAccess', '1.3.6.1.5.5.7.1.11' => seq(
            repository('http://repository.example.test/'))],
    ['point-of-rdn',     'a distribution point relative to the issuer, with reasons', "$ce.31" =>
            seq(seq(tlv(0xA0, tlv(0xA1, body(rdn(CN => utf8('point'))))),
                implicit(1, "\x05\x60"), explicit(2, explicit(4, cn('CRL issuer')))))],
    ['freshest',         'freshestCRL', "$ce.46" =>
            seq(seq(tlv(0xA0, tlv(0xA0, implicit(6, 'http://crl.example.test/delta.crl')))))],
    ['issuer-name',      'issuerAltName', "$ce.18" => seq(implicit(2, 'ca.example.test'))],
    ['no-revocation',    'noRevAvail', "$ce.56" => null()],
    ['poison',           'of a precertificate', '1.3.6.1.4.1.11129.2.4.3' => null()],
    ['netscape-type',    'nsCertType', "$ns.1" => tlv(0x03, "\x02\xC4")],
    ['netscape-url',     'nsCaRevocationUrl', "$ns.4" => ia5('http://ca.example.test/revoked')],
    ['netscape-comment', 'nsComment', "$ns.13" => ia5('For tests only')],
    ['ms-template-name', 'the name of a certificate template', "$ms.20.2" =>
            tlv(0x1E, "\0D\0C")],
    ['ms-template',      'a certificate template and its version', "$ms.21.7" =>
            seq(oid("$ms.21.8.1.2"), integer('64'), integer('04'))],
    ['ms-ca-version',    'the second certificate of the CA, the first key', "$ms.21.1" =>
            integer('01')],
    ['ms-previous-hash', 'the hash of the certificate before', "$ms.21.2" => octets('h' x 20)],
    ['ms-policies',      'application policies', "$ms.21.10" =>
            seq(seq(oid('1.3.6.1.5.5.7.3.2')), seq(oid("$ms.20.2.2")))],
    ['ms-sid',           'the SID of an account', "$ms.25.2" => $sid],
    ['ms-sid-undecodable', 'what should be a SID and is not', "$ms.25.2" => seq(
            implicit(2, 'host.example.test'))],
    ['qualified',        'statements of a qualified certificate', '1.3.6.1.5.5.7.1.3' => seq(
            statement(1), statement(4),
            statement(2, seq(printable('EUR'), integer('64'), integer('02'))),
            statement(3, integer('0F')),
            statement(5, seq(seq(ia5('https://pds.example.test/en'), printable('en')))),
            statement(6, seq(oid("$qcs.6.3"))),
            statement(6, utf8('no list')), seq(oid("$odd.9"), boolean(1)))],
    ['organization',     'cabfOrganizationIdentifier', '2.23.140.3.1' => seq(printable('NTR'),
            printable('GB'), implicit(0, 'EN'), utf8('12345678'))],
    ['addresses',        'IP addresses', '1.3.6.1.5.5.7.1.7' => seq(
            seq(octets("\0\1"), seq(bits("\x0A"), bits("\xAC\x10", 4),
                seq(bits("\xC0\xA8", 3), bits("\xC0\xA8\x02")))),
            seq(octets("\0\1\2"), null()),
            seq(octets("\0\2"), seq(bits(''), bits("\x20\x01\x0D\xB8"),
                seq(bits("\x20\x01\x0D\xB8\x00\x01"), bits("\x20\x01\x0D\xB8\x00\x02", 1)))),
            seq(octets("\0\3\x09"), seq(bits("\x12\x34", 2))))],
    ['as-numbers',       'AS numbers', '1.3.6.1.5.5.7.1.8' => seq(explicit(0, seq(integer('00FBF0'),
                    seq(integer('00FBF4'), integer('00FBFF')))), explicit(1, null()))],
    ['addresses-v2',     'the same, of RFC 8360', '1.3.6.1.5.5.7.1.28' => seq(
            seq(octets("\0\2"), null()))],
    ['as-numbers-v2',    'the same', '1.3.6.1.5.5.7.1.29' => seq(explicit(0, null()))],
    ['addresses-undecodable', 'an IPv4 address of five octets', '1.3.6.1.5.5.7.1.7' => seq(
            seq(octets("\0\1"), seq(bits("\x0A\0\0\0\0"))))],
    ['proxy',            'proxyCertInfo', '1.3.6.1.5.5.7.1.14' => seq(integer('03'),
            seq(oid('1.3.6.1.5.5.7.21.0'), octets('a policy')))],
    ['proxy-inherit',    'proxyCertInfo without a limit', '1.3.6.1.5.5.7.1.14' => seq(
            seq(oid('1.3.6.1.5.5.7.21.1')))],
    ['biometric',        'biometricInfo', '1.3.6.1.5.5.7.1.2' => seq(
            seq(integer('00'), algorithm('sha256'), octets('h' x 32),
                ia5('https://www.example.test/face')),
            seq(oid("$odd.8"), algorithm('sha1', ''), octets('h' x 20)))],
    ['logotype',         'logotype, of every kind', '1.3.6.1.5.5.7.1.12' => seq(
            explicit(0, seq(tlv(0xA1, $logo_hashes, seq(ia5('https://www.example.test/logo.der'))),
                    tlv(0xA0))),
            explicit(1, tlv(0xA0, seq(seq(logo_details('image/png',
                                'https://www.example.test/logo.png'))))),
            explicit(2, tlv(0xA0,
                    seq(seq(logo_details('image/svg+xml', 'data:image/svg+xml;base64,H4sIAAAA',
                                'https://www.example.test/logo.svgz'),
                            seq(implicit(0, "\0"), integer('0400'), integer('20'),
                                integer('00F0'), implicit(1, "\x08"), implicit(4, 'en'))),
                        seq(logo_details('image/gif', 'https://www.example.test/logo.gif'),
                            seq(integer('00'), integer('01'), integer('02'),
                                implicit(2, "\x00\xFF")))),
                    tlv(0xA1, seq(logo_details('audio/mpeg', 'https://www.example.test/jingle'),
                            seq(integer('7F'), integer('03E8'), integer('02'),
                                implicit(3, "\x00\xAC\x44"), implicit(4, 'en-GB')))))),
            explicit(3, seq(seq(oid('1.3.6.1.5.5.7.20.3'), tlv(0xA0,
                        seq(seq(logo_details('application/pdf', 'https://www.example.test/pdf'))))))))],
    ['logotype-undecodable', 'logotype without a hash', '1.3.6.1.5.5.7.1.12' => seq(
            explicit(1, tlv(0xA1, seq(), seq(ia5('https://www.example.test/logo.der')))))],
    ['entrust',          'entrustVersInfo', '1.2.840.113533.7.65.0' => seq(
            tlv(0x1B, 'V7.1'), bits("\x90", 4))],
    ['acme',             'acmeIdentifier', '1.3.6.1.5.5.7.1.31' => octets('d' x 32)],
);

for my $row (@extensions) {
    my ($word, $point, @extension) = @$row;
    save_both("extension-$word", 'certificate', $point,
        certificate(extensions => [extension(@extension)]));
}

# Refused: what an RFC says of these, they are not.
my @bad = (
    ['key-usage-period', 'notBefore is no time', "$ce.16" => seq(implicit(0, '2018'))],
    ['attributes',       'an attribute without values', "$ce.9" => seq(seq(oid("$pda.4")))],
    ['netscape-url',     'a UTF8String for an IA5String', "$ns.4" => utf8('http://a/')],
);

for my $row (@bad) {
    my ($word, $point, @extension) = @$row;
    save("bad/extension-$word.der", 'certificate', 'bad', $point,
        certificate(extensions => [extension(@extension)]));
}

# Keys of the other kinds. Their octets are arbitrary: nobody checks that they make a key.
my $dsa_p   = integer('00' . 'C5' x 128);
my $dsa     = seq($dsa_p, integer('00' . 'B7' x 20), integer('5A' x 128));
my $rsa     = (parts(spki('rsa-signer')))[1];
my $rsa_pss = '1.2.840.113549.1.1.10';
my $mgf1    = algorithm('1.2.840.113549.1.1.8', algorithm('sha384'));
my $allowed = seq(explicit(0, algorithm('sha384')), explicit(1, $mgf1), explicit(2, integer('30')));

sub key { my ($algorithm, $octets) = @_; return seq($algorithm, bits($octets)) }

sub ec_key {
    my ($curve, $point) = @_;
    return key(algorithm('1.2.840.10045.2.1', oid($curve)), unhex($point));
}

# The base points of two curves (SEC 2): these have to lie on them.
my $p521_base = <<'HEX';
    04 00C6858E06B70404E9CD9E3ECB662395B4429C648139053FB521F828AF606B4D3DBAA14B5E77EFE75928FE1DC127
    A2FFA8DE3348B3C1856A429BF97E7E31C2E5BD66 011839296A789A3BC0045C8A5FB42C7D1BD998F54449579B446817
    AFBD17273E662C97EE72995EF42640C550B9013FAD0761353C7086A272C24088BE94769FD16650
HEX
my $k256_base = <<'HEX';
    04 79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798
    483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8
HEX

# key-WORD
my @keys = (
    ['dsa',       'DSA', key(algorithm('1.2.840.10040.4.1', $dsa), integer('6B' x 128))],
    ['ed448',     'Ed448', key(algorithm('1.3.101.113', ''), 'k' x 57)],
    ['x25519',    'X25519', key(algorithm('1.3.101.110', ''), 'k' x 32)],
    ['p521',      'P-521', ec_key('1.3.132.0.35', $p521_base)],
    ['secp256k1', 'secp256k1', ec_key('1.3.132.0.10', $k256_base)],
    ['pss',       'RSA for RSASSA-PSS alone', seq(algorithm($rsa_pss, ''), $rsa)],
    ['pss-restricted', 'RSA for RSASSA-PSS with SHA-384 alone',
        seq(algorithm($rsa_pss, $allowed), $rsa)],
    ['p256-explicit', 'P-256, the curve in numbers', spki('p256-explicit')],
    ['unknown',   'of an algorithm that nobody knows', key(algorithm("$odd.10"), 'k' x 16)],
);

for my $row (@keys) {
    my ($word, $point, $spki) = @$row;
    save_both("key-$word", 'certificate', "a key: $point", certificate(spki => $spki));
}

# A signature whose parameters are the defaults, and one whose parameters are none.
save_both('pss-default', 'certificate', 'RSASSA-PSS with the default parameters',
    certificate(signature => algorithm($rsa_pss, seq())));
save_both('pss-malformed', 'certificate', 'RSASSA-PSS with parameters that are malformed',
    certificate(signature => algorithm($rsa_pss, seq(integer('01')))));
