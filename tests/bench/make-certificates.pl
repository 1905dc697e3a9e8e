#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-certificates.pl COUNT: that many distinct certificates in PEM, the same every time, as
# public CAs issue them to servers: an EC key, an RSA signature, ten extensions. The signatures
# verify nowhere: nobody here looks at them.

use strict;
use warnings;
use lib $0 =~ s{[^/]+$}{.}r, $0 =~ s{[^/]+$}{../data}r;
use bench;
use der;
use pkix;

sub uri { return implicit(6, $_[0]) }

# RFC 6962 3.3: a list of two, each with its length.
sub scts {
    my @list = map { my $sct = "\0" . random_octets(32) . pack('Q>', 1_700_000_000_000 + $_)
            . "\0\0\x04\x03" . pack('n/a*', "\x30\x45\x02\x20" . random_octets(32) . "\x02\x21\x00"
            . random_octets(32));
        pack 'n/a*', $sct } 1 .. 2;
    return octets(pack 'n/a*', join '', @list);
}

sub server_extensions {
    my ($host) = @_;
    return extensions(3,
        extension('keyUsage', bits("\x80", 7), boolean(1)),
        extension('2.5.29.37', seq(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2'))),
        extension('basicConstraints', seq(), boolean(1)),
        extension('subjectKeyIdentifier', octets(random_octets(20))),
        extension('2.5.29.35', seq(implicit(0, random_octets(20)))),
        extension('authorityInfoAccess', seq(
            seq(oid($ID{ocsp}), uri('http://ocsp.ca.example.com')),
            seq(oid('1.3.6.1.5.5.7.48.2'), uri('http://certs.ca.example.com/ca.der')))),
        extension('subjectAltName',
            seq(map { implicit(2, $_) } $host, "www.$host", "mail.$host", "*.$host")),
        extension('2.5.29.32', seq(seq(oid('2.23.140.1.2.2')),
            seq(oid('1.3.6.1.4.1.44947.1.1.1'), seq(seq(oid('1.3.6.1.5.5.7.2.1'),
                ia5('http://cps.ca.example.com')))))),
        extension('2.5.29.31', seq(seq(explicit(0, explicit(0,
            uri('http://crl.ca.example.com/shard-17.crl')))))),
        extension('1.3.6.1.4.1.11129.2.4.2', scts()));
}

# The generator of P-256 (SEC 2, 2.4.2) is a public key that every library takes.
my $key = seq(seq(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bits(unhex(
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'
    . '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5')));
my $issuer = name(rdn(C => printable('US')), rdn(O => utf8('Example Trust Services LLC')),
    rdn(CN => utf8('Example Server CA 7')));

for my $i (1 .. $ARGV[0]) {
    my $host = "host$i.customer.example.com";
    my $tbs = seq(explicit(0, integer('02')), serial_number($i), rsa_sha256(), $issuer,
        seq(utc('260101000000Z'), utc('260401000000Z')),
        name(rdn(C => printable('DE')), rdn(L => utf8('Hamburg')),
            rdn(O => utf8('Customer & Sons GmbH')), rdn(CN => utf8($host))),
        $key, server_extensions($host));
    print pem('CERTIFICATE', seq($tbs, rsa_sha256(), bits(random_octets(256))));
}
