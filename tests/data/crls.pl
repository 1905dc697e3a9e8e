# SPDX-License-Identifier: Apache-2.0
#
# Part of tests/data/make: CRLs that `openssl ca` does not issue, all by the intermediate.

use strict;
use warnings;
use der;
use pkix;

my $true     = boolean(1);
my $unknown  = '1.3.6.1.4.1.32473.9';
my $critical = extension($unknown => octets('x'), boolean(1));
my $default  = extension($unknown => null(), boolean(0));
my $past     = utc('180109120000Z');
my $leaf     = unpack 'H*', body(serial_of(fixture('leaf.der')));
my $number   = extension(cRLNumber => integer('2A'));
my $indirect = extension(issuingDistributionPoint => seq(implicit(4, "\xFF")), $true);
my $other    = extension(certificateIssuer => seq(explicit(4, cn('Other CA'))), $true);

my $point    = seq(explicit(0, explicit(0, implicit(6, 'http://crl.example.test/delta.crl'))));
my $relative = explicit(0, tlv(0xA1, body(rdn(CN => utf8('scope 1')))));
my $named    = explicit(1, explicit(4, subject_of(fixture('root.der'))));
my $issuers  = seq(seq(oid('1.3.6.1.5.5.7.48.2'), implicit(6, 'http://ca.example.test/ca.crt')));

sub unknown_extensions {
    return [map { extension("$unknown.$_" => null()) } 1 .. $_[0]];
}

sub entries { return list => seq(@_) }

# crl-WORD
my @crls = (
    ['v1', 'version 1, without nextUpdate',
        version => '', next => '', entries(crl_entry('1001', $past))],
    ['v1-empty', 'version 1, no entries', version => ''],
    ['no-next-update', 'version 2, without nextUpdate', next => '', extensions => [$number]],
    ['empty-list', 'revokedCertificates empty, which RFC 5280 5.1.2.6 forbids', entries(),
        extensions => [$number]],
    ['100', 'a hundred entries', extensions => [$number],
        entries(map { crl_entry(sprintf('%04X', 0x1000 + $_), $past) } 1 .. 100)],
    ['10000', 'ten thousand entries', extensions => [$number],
        entries(map { crl_entry(sprintf('%06X', 0x100000 + $_), $past) } 1 .. 10_000)],
    ['hold', 'a hold instruction', extensions => [$number], entries(crl_entry('1001', $past,
            extension(reasonCode => enumerated(6)),
            extension('2.5.29.23' => oid('1.2.840.10040.2.2'))))],
    ['delta-base', 'freshestCRL, expiredCertsOnCRL, the next to be published',
        extensions => [$number,
            extension('2.5.29.46' => seq(seq(tlv(0xA0, tlv(0xA0, implicit(6,
                'http://crl.example.test/delta.crl')))))),
            extension('2.5.29.60' => generalized('20100101000000Z')),
            extension('1.3.6.1.4.1.311.21.4' => utc('180118120000Z'))]],
    ['entry-2050', 'revocationDate is GeneralizedTime', extensions => [$number],
        entries(crl_entry('1001', generalized('20500101000000Z')))],
    ['serials', 'serials that are negative, zero, of 21 octets', extensions => [$number], entries(
            crl_entry('EDCC', $past), crl_entry('00', $past), crl_entry('7F' . '5A' x 20, $past))],
    ['number-20-octets', 'CRL number of 20 octets',
        extensions => [extension(cRLNumber => integer('7F' . '5A' x 19))]],
    ['indirect', 'indirect CRL, with certificateIssuer', entries(
            crl_entry('1001', $past), crl_entry('1002', $past, $other), crl_entry($leaf, $past)),
        extensions => [$number, $indirect]],
    ['reasons', 'every reason there is', extensions => [$number], entries(
            map { crl_entry(sprintf('%02X', 0x20 + $_), $past,
                extension(reasonCode => enumerated($_))) } 0 .. 6, 8 .. 10)],
    ['entry-all', 'an entry with every extension', extensions => [$number, $indirect], entries(
            crl_entry('1001', $past, extension(reasonCode => enumerated(1)),
                extension(invalidityDate => generalized('20180101000000Z')), $other))],
    ['freshest', 'freshestCRL', extensions => [$number, extension('2.5.29.46' => seq($point))]],
    ['authority', 'authorityKeyIdentifier with a name, authorityInfoAccess, issuerAltName',
        extensions => [$number, extension(authorityInfoAccess => $issuers),
            extension('2.5.29.35' => seq(implicit(0, 'k' x 20), $named, implicit(2, "\x1F\x47"))),
            extension('2.5.29.18' => seq(implicit(1, 'ca@example.test')))]],
    ['scope-reasons', 'issuingDistributionPoint of some reasons and a relative name', extensions =>
            [$number, extension(issuingDistributionPoint =>
                seq($relative, implicit(1, "\xFF"), implicit(3, "\x01\x06")), $true)]],
    ['unknown-critical', 'unknown critical extension',
        extensions => [$number, $critical]],
    ['entry-critical', 'unknown critical extension of an entry', extensions => [$number],
        entries(crl_entry('1001', $past, $critical))],
    ['entry-critical-leaf', 'the leaf is revoked, with an unknown critical extension',
        extensions => [$number],
        entries(crl_entry($leaf, $past, $critical))],
    ['remove', 'removeFromCRL in a complete CRL', extensions => [$number],
        entries(crl_entry('1001', $past, extension(reasonCode => enumerated(8))))],
    ['other-key', 'signed with another key', key => 'rsa-signer', extensions => [$number]],
    ['extensions-128', '128 extensions', extensions => unknown_extensions(128)],

    # Departures from DER that are read with a note.
    ['critical-false', 'critical FALSE written out',
        extensions => [$number, $default]],
);

for my $row (@crls) {
    my ($word, $point, @fields) = @$row;
    save_both("crl-$word", 'certificateList', $point, crl(@fields));
}

# Malformed in the production, not in its DER.
my @bad = (
    ['algorithms-differ', 'inner and outer signature algorithm differ',
        edit(crl(), [1], sub { algorithm('sha1WithRSAEncryption') })],
    ['v1-extensions', 'version 1 with extensions', crl(version => '', extensions => [$number])],
    ['extensions-129', '129 extensions',
        crl(extensions => unknown_extensions(129))],
    ['entry-serial-129', 'an entry whose serial has 129 octets',
        crl(entries(crl_entry('7F' . '5A' x 128, $past)))],
);

for my $row (@bad) {
    my ($word, $point, $bytes) = @$row;
    save("bad/crl-$word.der", 'certificateList', 'bad', $point, $bytes);
}
