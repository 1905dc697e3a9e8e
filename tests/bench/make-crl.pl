#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-crl.pl COUNT: a CRL in DER with that many entries, up to 1,100,000, the same every time.
# An entry has 22 octets: a serial number of three (0x010007 and up by 7) and a date. Its signature
# is no signature.

use strict;
use warnings;

my $count = $ARGV[0];

sub length_octets {
    my $length = shift;
    return chr $length if $length < 0x80;
    my $octets = pack('N', $length) =~ s/^\0+//r;
    return chr(0x80 | length $octets) . $octets;
}

sub tlv {
    my $tag  = shift;
    my $body = join '', @_;
    return chr($tag) . length_octets(length $body) . $body;
}

my $algorithm = tlv(0x30, tlv(0x06, pack 'H*', '2a8648ce3d040302'));
my $name      = tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x06, "\x55\x04\x03"), tlv(0x0C, 'A CA of the bench'))));
my $number    = tlv(0x30, tlv(0x06, "\x55\x1D\x14"), tlv(0x04, tlv(0x02, "\x05")));

my $entries = '';
for my $i (1 .. $count) {
    my $second = $i * 31;
    my $time   = sprintf '26%02d%02d%02d%02d%02dZ', 1 + $second / 2_678_400 % 12,
        1 + $second / 86_400 % 28, $second / 3600 % 24, $second / 60 % 60, $second % 60;
    my $serial = substr pack('N', 0x010000 + 7 * $i), 1;
    $entries .= "\x30\x14\x02\x03" . $serial . "\x17\x0D" . $time;
}

binmode STDOUT;
print tlv(0x30,
    tlv(0x30, "\x02\x01\x01", $algorithm, $name, "\x17\x0D261101000000Z", "\x17\x0D261201000000Z",
        $count > 0 ? tlv(0x30, $entries) : '', tlv(0xA0, tlv(0x30, $number))),
    $algorithm, tlv(0x03, "\0" . "\x30\x06\x02\x01\x01\x02\x01\x01"));
