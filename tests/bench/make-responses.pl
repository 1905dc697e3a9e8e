#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-responses.pl COUNT [SIGNER]: that many distinct OCSP responses in DER, one behind the
# other, the same every time. With SIGNER, a certificate in DER, they are as a delegated responder
# signs them; without, as a CA does. The signatures verify nowhere: nobody here looks at them.

use strict;
use warnings;
use lib $0 =~ s{[^/]+$}{.}r, $0 =~ s{[^/]+$}{../data}r;
use bench;
use der;
use pkix;

my ($count, $signer) = @ARGV;
my $sha1 = algorithm('sha1');
my ($algorithm, $signature_len) = $signer ? (rsa_sha256(), 256) : (algorithm('ecdsa-with-SHA256', ''), 71);
my $certs   = $signer ? explicit(0, seq(slurp($signer))) : '';
my @issuers = map { octets(random_octets(20)) . octets(random_octets(20)) } 1 .. 300;

binmode STDOUT;
for my $i (1 .. $count) {
    my $single = single(
        cert_id => seq($sha1, $issuers[$i % @issuers], serial_number($i)),
        status  => $i % 10 ? good() : revoked('20240105101112Z', 1),
        this    => '20240110000000Z',
        next    => '20240117000000Z',
    );
    my $data = seq(explicit(2, octets(random_octets(20))), generalized('20240110000000Z'),
        seq($single));
    my $basic = seq($data, $algorithm, bits(random_octets($signature_len)), $certs);
    print seq(enumerated(0), explicit(0, seq(oid($ID{ocspBasic}), octets($basic))));
}
