#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-responses.pl COUNT [SIGNER]: that many distinct OCSP responses in DER, one behind the
# other, the same every time. With SIGNER, a certificate in DER, they are as a delegated responder
# signs them; without, as a CA does. The signatures verify nowhere: nobody here looks at them.

use strict;
use warnings;

my ($count, $signer) = @ARGV;
my $state = 1;
sub octets { join '', map { $state = ($state * 69069 + 1) % 2**32; chr($state >> 24) } 1 .. $_[0] }

sub tlv {
    my ($tag, $contents) = @_;
    my $len = length $contents;
    my $header = $len < 0x80 ? chr $len : $len < 0x100 ? pack('CC', 0x81, $len) : pack('Cn', 0x82, $len);
    return chr($tag) . $header . $contents;
}

my $sha1 = pack 'H*', '300906052b0e03021a0500';
my ($algorithm, $signature_len) = $signer
    ? (pack('H*', '300d06092a864886f70d01010b0500'), 256)     # sha256WithRSAEncryption
    : (pack('H*', '300a06082a8648ce3d040302'), 71);           # ecdsa-with-SHA256
my $certs = '';

if ($signer) {
    open my $file, '<:raw', $signer or die "$signer: $!\n";
    local $/;
    $certs = tlv(0xA0, tlv(0x30, <$file>));
}
binmode STDOUT;
my @issuers = map { tlv(0x04, octets(20)) . tlv(0x04, octets(20)) } 1 .. 300;

for my $i (1 .. $count) {
    my $serial = tlv(0x02, chr(1 + $i % 127) . pack('N', $i) . octets(11));
    my $status = $i % 10 ? "\x80\x00"
        : tlv(0xA1, tlv(0x18, '20240105101112Z') . tlv(0xA0, tlv(0x0A, "\x01")));
    my $single = tlv(0x30, tlv(0x30, $sha1 . $issuers[$i % @issuers] . $serial) . $status
        . tlv(0x18, '20240110000000Z') . tlv(0xA0, tlv(0x18, '20240117000000Z')));
    my $data = tlv(0x30, tlv(0xA2, tlv(0x04, octets(20))) . tlv(0x18, '20240110000000Z')
        . tlv(0x30, $single));
    my $basic = tlv(0x30, $data . $algorithm . tlv(0x03, "\0" . octets($signature_len)) . $certs);
    my $bytes = tlv(0x30, pack('H*', '06092b0601050507300101') . tlv(0x04, $basic));
    print tlv(0x30, tlv(0x0A, "\0") . tlv(0xA0, $bytes));
}
