#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-issuers.pl CAS CERTIDS FOLDER: as many CA certificates in DER, one after another, into
# FOLDER/issuers, and GET URLs that ask about certificates of theirs, a line each, into FOLDER/asked.
# The same every time. Names and keys are all distinct; the keys are bytes without meaning, and the
# signatures verify nowhere: nobody here looks at them.

use strict;
use warnings;
use lib $0 =~ s{[^/]+$}{.}r, $0 =~ s{[^/]+$}{../data}r;
use bench;
use der;
use pkix;
use Digest::SHA qw(sha1);

my ($cas, $certids, $folder) = @ARGV;
my $rsa = algorithm('1.2.840.113549.1.1.1');
my (@names, @keys);

sub serial { return tlv(0x02, "\x01" . random_octets(15)) }

open my $issuers, '>:raw', "$folder/issuers" or die "$folder/issuers: $!\n";
for my $i (1 .. $cas) {
    my $name = name(rdn(C => printable('DE')), rdn(O => utf8('Example Trust Services LLC')),
        rdn(CN => utf8("Example Issuing CA $i")));
    my $key = seq(tlv(0x02, "\0\x80" . random_octets(255)), integer('010001'));
    my $identifier = sha1($key);
    my $tbs = seq(explicit(0, integer('02')), serial(), rsa_sha256(), $name,
        seq(utc('160101000000Z'), utc('360101000000Z')), $name, seq($rsa, bits($key)),
        extensions(3, extension('basicConstraints', seq(boolean(1)), boolean(1)),
            extension('keyUsage', bits("\x06", 1), boolean(1)),
            extension('subjectKeyIdentifier', octets($identifier)),
            extension('2.5.29.35', seq(implicit(0, $identifier)))));
    print $issuers seq($tbs, rsa_sha256(), bits(random_octets(256)));
    push @names, sha1($name);
    push @keys, $identifier;
}
close $issuers or die "$folder/issuers: $!\n";

open my $asked, '>', "$folder/asked" or die "$folder/asked: $!\n";
for my $i (1 .. $certids) {
    my $ca      = ($i * 7919) % $cas;
    my $cert_id = seq(algorithm('sha1'), octets($names[$ca]), octets($keys[$ca]), serial());
    print $asked get_url('ocsp.example.com', seq(seq(seq(seq($cert_id))))), "\n";
}
close $asked or die "$folder/asked: $!\n";
