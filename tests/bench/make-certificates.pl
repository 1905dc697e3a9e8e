#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-certificates.pl COUNT: that many distinct certificates in PEM, the same every time, as
# public CAs issue them to servers: an EC key, an RSA signature, ten extensions. The signatures
# verify nowhere: nobody here looks at them.

use strict;
use warnings;
use MIME::Base64 qw(encode_base64);

my $state = 1;
sub octets { join '', map { $state = ($state * 69069 + 1) % 2**32; chr($state >> 24) } 1 .. $_[0] }

sub tlv {
    my ($tag, $contents) = @_;
    my $len = length $contents;
    my $header = $len < 0x80 ? chr $len : $len < 0x100 ? pack('CC', 0x81, $len) : pack('Cn', 0x82, $len);
    return chr($tag) . $header . $contents;
}
sub sequence { tlv(0x30, join '', @_) }
sub oid      { tlv(0x06, pack 'H*', $_[0]) }

sub rdn { tlv(0x31, sequence(oid($_[0]), tlv($_[1], $_[2]))) }

sub extension {
    my ($oid, $value, $critical) = @_;
    return sequence(oid($oid), $critical ? "\x01\x01\xFF" : '', tlv(0x04, $value));
}

# RFC 6962 3.3: a list of two, each with its length.
sub scts {
    my @list = map { my $sct = "\0" . octets(32) . pack('Q>', 1_700_000_000_000 + $_)
            . "\0\0\x04\x03" . pack('n/a*', "\x30\x45\x02\x20" . octets(32) . "\x02\x21\x00" . octets(32));
        pack 'n/a*', $sct } 1 .. 2;
    return tlv(0x04, pack 'n/a*', join '', @list);
}

sub extensions {
    my ($host) = @_;
    my $names = join '', map { tlv(0x82, $_) } $host, "www.$host", "mail.$host", "*.$host";
    return tlv(0xA3, sequence(
        extension('551d0f', "\x03\x02\x07\x80", 1),
        extension('551d25', sequence(oid('2b06010505070301'), oid('2b06010505070302'))),
        extension('551d13', sequence(), 1),
        extension('551d0e', tlv(0x04, octets(20))),
        extension('551d23', sequence(tlv(0x80, octets(20)))),
        extension('2b06010505070101', sequence(
            sequence(oid('2b06010505073001'), tlv(0x86, 'http://ocsp.ca.example.com')),
            sequence(oid('2b06010505073002'), tlv(0x86, 'http://certs.ca.example.com/ca.der')))),
        extension('551d11', sequence($names)),
        extension('551d20', sequence(sequence(oid('67810c010202')),
            sequence(oid('2b0601040182df13010101'), sequence(sequence(oid('2b06010505070201'),
                tlv(0x16, 'http://cps.ca.example.com')))))),
        extension('551d1f', sequence(sequence(tlv(0xA0, tlv(0xA0, tlv(0x86,
            'http://crl.ca.example.com/shard-17.crl')))))),
        extension('2b06010401d679020402', scts())));
}

my $algorithm = pack 'H*', '300d06092a864886f70d01010b0500';
# The generator of P-256 (SEC 2, 2.4.2) is a public key that every library takes.
my $key = sequence(sequence(oid('2a8648ce3d0201'), oid('2a8648ce3d030107')), tlv(0x03, "\0" . pack 'H*',
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'
    . '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'));
my $issuer = sequence(rdn('550406', 0x13, 'US'), rdn('55040a', 0x0C, 'Example Trust Services LLC'),
    rdn('550403', 0x0C, 'Example Server CA 7'));

for my $i (1 .. $ARGV[0]) {
    my $host = "host$i.customer.example.com";
    my $tbs = sequence("\xA0\x03\x02\x01\x02", tlv(0x02, chr(1 + $i % 127) . pack('N', $i) . octets(11)),
        $algorithm, $issuer, sequence(tlv(0x17, '260101000000Z'), tlv(0x17, '260401000000Z')),
        sequence(rdn('550406', 0x13, 'DE'), rdn('550407', 0x0C, 'Hamburg'),
            rdn('55040a', 0x0C, 'Customer & Sons GmbH'), rdn('550403', 0x0C, $host)),
        $key, extensions($host));
    my $text = encode_base64(sequence($tbs, $algorithm, tlv(0x03, "\0" . octets(256))), '');
    $text =~ s/(.{1,64})/$1\n/g;
    print "-----BEGIN CERTIFICATE-----\n$text-----END CERTIFICATE-----\n";
}
