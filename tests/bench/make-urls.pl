#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-urls.pl COUNT: that many distinct OCSP GET URLs, a line each, the same every time. The
# shape of real ones: SHA-1 CertIDs of some hundred issuers, serial numbers of 16 octets.

use strict;
use warnings;
use lib $0 =~ s{[^/]+$}{.}r, $0 =~ s{[^/]+$}{../data}r;
use bench;
use der;
use pkix;

my @hosts   = map { "ocsp.$_.example.com" } qw(alpha beta gamma delta);
my @issuers = map { octets(random_octets(20)) . octets(random_octets(20)) } 1 .. 300;
my $sha1    = algorithm('sha1');

for my $i (1 .. $ARGV[0]) {
    my $cert_id = seq($sha1, $issuers[$i % @issuers], serial_number($i));
    print get_url($hosts[$i % @hosts], seq(seq(seq(seq($cert_id))))), "\n";
}
