#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-issuers.pl CAS CERTIDS FOLDER: as many CA certificates in DER, one after another, into
# FOLDER/issuers, and GET URLs that ask about certificates of theirs, a line each, into FOLDER/asked.
# The same every time. Names and keys are all distinct; the keys are bytes without meaning, and the
# signatures verify nowhere: nobody here looks at them.

use strict;
use warnings;
use Digest::SHA  qw(sha1);
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
sub rdn      { tlv(0x31, sequence(oid($_[0]), tlv($_[1], $_[2]))) }

sub extension {
    my ($oid, $value, $critical) = @_;
    return sequence(oid($oid), $critical ? "\x01\x01\xFF" : '', tlv(0x04, $value));
}

my ($cas, $certids, $folder) = @ARGV;
my $algorithm = pack 'H*', '300d06092a864886f70d01010b0500';
my $rsa = pack 'H*', '300d06092a864886f70d0101010500';
my (@names, @keys);

open my $issuers, '>:raw', "$folder/issuers" or die "$folder/issuers: $!\n";
for my $i (1 .. $cas) {
    my $name = sequence(rdn('550406', 0x13, 'DE'), rdn('55040a', 0x0C, 'Example Trust Services LLC'),
        rdn('550403', 0x0C, "Example Issuing CA $i"));
    my $key = sequence(tlv(0x02, "\0\x80" . octets(255)), "\x02\x03\x01\x00\x01");
    my $identifier = sha1($key);
    my $tbs = sequence("\xA0\x03\x02\x01\x02", tlv(0x02, "\x01" . octets(15)), $algorithm, $name,
        sequence(tlv(0x17, '160101000000Z'), tlv(0x17, '360101000000Z')), $name,
        sequence($rsa, tlv(0x03, "\0$key")),
        tlv(0xA3, sequence(extension('551d13', sequence("\x01\x01\xFF"), 1),
            extension('551d0f', "\x03\x02\x01\x06", 1), extension('551d0e', tlv(0x04, $identifier)),
            extension('551d23', sequence(tlv(0x80, $identifier))))));
    print $issuers sequence($tbs, $algorithm, tlv(0x03, "\0" . octets(256)));
    push @names, sha1($name);
    push @keys, $identifier;
}
close $issuers or die "$folder/issuers: $!\n";

open my $asked, '>', "$folder/asked" or die "$folder/asked: $!\n";
for my $i (1 .. $certids) {
    my $ca = ($i * 7919) % $cas;
    my $der = sequence(sequence(sequence(sequence(sequence(pack('H*', '300906052b0e03021a0500'),
        tlv(0x04, $names[$ca]), tlv(0x04, $keys[$ca]), tlv(0x02, "\x01" . octets(15)))))));
    my $base64 = encode_base64($der, '');
    $base64 =~ s/([+\/=])/sprintf '%%%02X', ord $1/ge;
    print $asked "http://ocsp.example.com/$base64\n";
}
close $asked or die "$folder/asked: $!\n";
