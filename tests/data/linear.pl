# SPDX-License-Identifier: Apache-2.0
#
# Objects with many of one kind of thing, for tests/cmd/decode-linear.sh: KIND-COUNT.der in the
# current directory for a count, twice and four times as many; a line "KIND COUNT" for each kind. The
# last count is the limit where there is one. FIXTURES and KEYS are as in tests/data/make.

use strict;
use warnings;
use der;
use pkix;

my $leaf    = fixture('leaf.der');
my $signer  = fixture('signer.der');
my $past    = utc('180109120000Z');
my $reason  = extension(reasonCode => enumerated(1));
my $unknown = '1.3.6.1.4.1.32473.9';
my ($tbs, @signature) = parts($leaf);
my @fields = parts($tbs);
my $hashes = body(cert_id(serial => ''));

sub number { return sprintf '%06X', 0x100000 + $_[0] }
sub dns    { return implicit(2, "host$_[0].example.test") }
sub uri    { return implicit(6, "http://host$_[0].example.test/") }
sub purpose { return oid("$unknown.$_[0]") }

# The leaf with another subject, with other extensions.
sub named { return seq(seq(@fields[0 .. 4], seq(@_), @fields[6 .. $#fields]), @signature) }
sub extended { return seq(seq(@fields[0 .. 6], explicit(3, seq(@_))), @signature) }

# The leaf with one extension: a list.
sub listed { my $id = shift; return extended(extension($id => seq(@_))) }

sub sct {
    my $body = "\0" . 'i' x 32 . pack('NN', 355, $_[0]) . "\0\0\4\3" . pack('n/a*', '0');
    return pack 'n/a*', $body;
}

my @kinds = (
    [certID => 100, sub { request(list => [map { request_item($_) } @_]) },
        sub { seq($hashes, integer(number($_[0]))) }],
    [singleResponse => 100, sub { response(list => [@_]) },
        sub { single(cert_id => seq($hashes, integer(number($_[0])))) }],
    [embedded => 12, sub { response(certs => [@_]) }, sub { $signer }],
    [extension => 32, \&extended, sub { extension("$unknown.$_[0]" => null()) }],
    [crlExtension => 32, sub { crl(extensions => [@_]) },
        sub { extension("$unknown.$_[0]" => null()) }],
    [access => 200, sub { listed(authorityInfoAccess => @_) },
        sub { seq(oid($ID{ocsp}), uri($_[0])) }],
    [name    => 300, sub { listed(subjectAltName => @_) }, \&dns],
    [purpose => 300, sub { listed('2.5.29.37'    => @_) }, \&purpose],
    [policy  => 300, sub { listed('2.5.29.32'    => @_) }, sub { seq(purpose($_[0])) }],
    [mapping => 300, sub { listed('2.5.29.33'    => @_) },
        sub { seq(purpose($_[0]), purpose("$_[0].1")) }],
    [subtree => 300, sub { listed('2.5.29.30' => explicit(0, @_)) }, sub { seq(dns($_[0])) }],
    [point   => 200, sub { listed('2.5.29.31' => @_) },
        sub { seq(explicit(0, explicit(0, uri($_[0])))) }],
    [sct => 100,
        sub { extended(extension('1.3.6.1.4.1.11129.2.4.2' => octets(pack 'n/a*', join '', @_))) },
        \&sct],
    [rdn       => 256, \&named, sub { rdn(OU => utf8("unit $_[0]")) }],
    [attribute => 256, sub { named(set(@_)) },
        sub { seq(oid($ID{OU}), utf8(sprintf 'unit %04d', $_[0])) }],
    [entry => 1000, sub { crl(list => seq(@_)) }, sub { crl_entry(number($_[0]), $past, $reason) }],
);

for my $kind (@kinds) {
    my ($name, $least, $make, $element) = @$kind;
    for my $count ($least, 2 * $least, 4 * $least) {
        open my $file, '>:raw', "$name-$count.der" or die "$name-$count.der: $!\n";
        print {$file} $make->(map { $element->($_) } 1 .. $count);
        close $file or die "$name-$count.der: $!\n";
    }
    print "$name $least\n";
}
