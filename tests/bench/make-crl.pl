#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-crl.pl COUNT [ISSUER KEY]: a CRL in DER with that many entries, up to 1,100,000, the
# same every time. An entry has 22 octets: a serial number of three (0x010007 and up by 7) and a
# date. It is signed by the certificate ISSUER, in DER, with its key from tests/data/keys; without
# one its signature is none.

use strict;
use warnings;
use lib $0 =~ s{[^/]+$}{../data}r;
use der;
use pkix;

my ($count, $issuer, $key) = @ARGV;
my $algorithm = defined $key ? rsa_sha256() : algorithm('ecdsa-with-SHA256', '');
my $name      = defined $key ? subject_of(slurp($issuer)) : cn('A CA of the bench');

my $entries = '';
for my $i (1 .. $count) {
    my $second = $i * 31;
    my $time   = sprintf '26%02d%02d%02d%02d%02dZ', 1 + $second / 2_678_400 % 12,
        1 + $second / 86_400 % 28, $second / 3600 % 24, $second / 60 % 60, $second % 60;
    my $serial = substr pack('N', 0x010000 + 7 * $i), 1;
    $entries .= "\x30\x14\x02\x03" . $serial . "\x17\x0D" . $time;
}

my $tbs = seq(
    integer('01'), $algorithm, $name,
    utc('261101000000Z'), utc('261201000000Z'),
    $count > 0 ? seq($entries) : '',
    extensions(0, extension('cRLNumber', integer('05'))),
);

binmode STDOUT;
print seq($tbs, $algorithm,
    bits(defined $key ? sign($key, $tbs) : seq(integer('01'), integer('01'))));
