#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-urls.pl COUNT: that many distinct OCSP GET URLs, a line each, the same every time. The
# shape of real ones: SHA-1 CertIDs of some hundred issuers, serial numbers of 16 octets.

use strict;
use warnings;
use MIME::Base64 qw(encode_base64);

my $state = 1;
sub octets { join '', map { $state = ($state * 69069 + 1) % 2**32; chr($state >> 24) } 1 .. $_[0] }
sub tlv    { chr($_[0]) . chr(length $_[1]) . $_[1] }

my @hosts   = map { "http://ocsp.$_.example.com/" } qw(alpha beta gamma delta);
my @issuers = map { tlv(0x04, octets(20)) . tlv(0x04, octets(20)) } 1 .. 300;
my $sha1    = pack('H*', '300906052b0e03021a0500');

for my $i (1 .. $ARGV[0]) {
    my $serial  = chr(1 + $i % 127) . pack('N', $i) . octets(11);
    my $request = $sha1 . $issuers[$i % @issuers] . tlv(0x02, $serial);
    $request = tlv(0x30, $request) for 1 .. 5;
    my $text = encode_base64($request, '');
    $text =~ s/([\/+=])/sprintf '%%%02X', ord $1/ge;
    print $hosts[$i % @hosts], $text, "\n";
}
