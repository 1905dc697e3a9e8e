# SPDX-License-Identifier: Apache-2.0
#
# What the makers of the bench's inputs share, beside the values of tests/data: octets that are the
# same every time, and GET URLs.
package bench;

use strict;
use warnings;
use Exporter 'import';
use der;
use MIME::Base64 qw(encode_base64);

our @EXPORT = qw(random_octets serial_number get_url);

my $state = 1;

sub random_octets {
    return join '', map { $state = ($state * 69069 + 1) % 2**32; chr($state >> 24) } 1 .. $_[0];
}

# Of sixteen octets; no two are the same.
sub serial_number {
    my ($i) = @_;
    return tlv(0x02, chr(1 + $i % 127) . pack('N', $i) . random_octets(11));
}

sub get_url {
    my ($host, $request) = @_;
    my $text = encode_base64($request, '') =~ s/([\/+=])/sprintf '%%%02X', ord $1/ger;
    return "http://$host/$text";
}

1;
