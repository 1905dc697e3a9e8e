# SPDX-License-Identifier: Apache-2.0
#
# DER for the test data: writing values, changing one place in a finished value, saving files.
# It writes whatever it is told to, wrong values too; nothing is checked here.
#
#   seq(oid('1.3.14.3.2.26'), null())               values are byte strings, put together by nesting
#   edit($der, [0, 2, 1], sub { ... })    the TLV at that path replaced; lengths are made anew
#   save('leaf.der', 'certificate', 'good', 'its point', $der)    a file, its line of the manifest
package der;

use strict;
use warnings;
use Exporter 'import';
use IPC::Open2 'open2';

our @EXPORT = qw(tlv seq set octets bits oid null integer enumerated boolean utf8 printable ia5
    utc generalized explicit implicit unhex length_octets tag_of body parts pick edit base64 pem
    fixture slurp save save_both save_seed openssl digest);

# What has that name in the directory that is being filled.
sub path {
    my ($name) = @_;
    return ($ENV{FIXTURES} // die "FIXTURES: not set; run tests/data/make\n") . "/$name";
}

# Values -----------------------------------------------------------------------------------------

sub length_octets {
    my ($length) = @_;
    return chr $length if $length < 0x80;
    my $octets = pack('N', $length) =~ s/^\0+//r;
    return chr(0x80 | length $octets) . $octets;
}

# The tag is its first octet; the parts are joined.
sub tlv {
    my ($tag, @parts) = @_;
    my $body = join '', @parts;
    return chr($tag) . length_octets(length $body) . $body;
}

sub unhex { return pack 'H*', $_[0] =~ s/\s+//gr }

sub seq    { return tlv(0x30, @_) }
sub set    { return tlv(0x31, sort @_) }
sub octets { return tlv(0x04, @_) }
sub null   { return tlv(0x05) }
sub bits   { return tlv(0x03, chr($_[1] // 0), $_[0]) }

# In hex, as it is to stand in the file: '00FF', not 'FF', for 255.
sub integer    { return tlv(0x02, unhex($_[0])) }
sub enumerated { return tlv(0x0A, chr $_[0]) }
sub boolean    { return tlv(0x01, $_[0] ? "\xFF" : "\0") }

# Strings are given as their octets.
sub utf8        { return tlv(0x0C, $_[0]) }
sub printable   { return tlv(0x13, $_[0]) }
sub ia5         { return tlv(0x16, $_[0]) }
sub utc         { return tlv(0x17, $_[0]) }
sub generalized { return tlv(0x18, $_[0]) }

sub explicit { my $number = shift; return tlv(0xA0 + $number, @_) }
sub implicit { my $number = shift; return tlv(0x80 + $number, @_) }

sub oid {
    my ($first, $second, @rest) = split /[.]/, $_[0];
    return tlv(0x06, pack 'w*', 40 * $first + $second, @rest);
}

# Finished values --------------------------------------------------------------------------------

# (tag octet, octets before the contents, octets of the contents) of the TLV at the offset.
sub header_at {
    my ($der, $offset) = @_;
    my ($tag, $length) = unpack 'CC', substr $der, $offset, 2;
    return ($tag, 2, $length) if $length < 0x80;
    my $octets = substr $der, $offset + 2, $length & 0x7F;
    return ($tag, 2 + length $octets, unpack 'N', substr "\0\0\0\0$octets", -4);
}

sub tag_of { return ord $_[0] }

sub body {
    my ($der) = @_;
    my (undef, $before) = header_at($der, 0);
    return substr $der, $before;
}

# The TLVs inside a TLV; an OCTET STRING may be looked into as well.
sub parts {
    my $body = body($_[0]);
    my ($offset, @parts) = (0);
    while ($offset < length $body) {
        my (undef, $before, $length) = header_at($body, $offset);
        push @parts, substr $body, $offset, $before + $length;
        $offset += $before + $length;
    }
    return @parts;
}

# The TLV at the path: an index a level.
sub pick {
    my ($der, @path) = @_;
    $der = (parts($der))[$_] for @path;
    return $der;
}

# The value with the TLV at the path replaced by what $change makes of it.
sub edit {
    my ($der, $path, $change) = @_;
    my ($index, @deeper) = @$path;
    return $change->($der) if !defined $index;
    my @parts = parts($der);
    $parts[$index] = edit($parts[$index], \@deeper, $change);
    return tlv(tag_of($der), @parts);
}

# Text encodings ---------------------------------------------------------------------------------

# Not wrapped. (perl-base has no MIME::Base64; uuencoding differs in its alphabet only.)
sub base64 {
    my ($bytes) = @_;
    my $text = join '', map { substr $_, 1 } split /\n/, pack 'u', $bytes;
    $text =~ tr{`!-_}{AB-Za-z0-9+/};
    my $padding = (3 - length($bytes) % 3) % 3;
    substr($text, -$padding) = '=' x $padding if $padding > 0;
    return $text;
}

sub pem {
    my ($label, $bytes) = @_;
    my $lines = base64($bytes) =~ s/(.{1,64})/$1\n/gr;
    return "-----BEGIN $label-----\n$lines-----END $label-----\n";
}

# Files ------------------------------------------------------------------------------------------

sub slurp {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/ = undef;
    return scalar <$file>;
}

sub fixture { return slurp(path($_[0])) }

sub spew {
    my ($mode, $path, $bytes) = @_;
    open my $file, "$mode:raw", $path or die "$path: $!\n";
    print {$file} $bytes;
    close $file or die "$path: $!\n";
    return;
}

sub save {
    my ($name, $kind, $verdict, $point, $bytes) = @_;
    spew('>', path($name), $bytes);
    spew('>>', path('manifest.tsv'), join("\t", $name, $kind, $verdict, $point) . "\n");
    return;
}

my %label = (
    certificate     => 'CERTIFICATE',
    certificateList => 'X509 CRL',
    ocspRequest     => 'OCSP REQUEST',
    ocspResponse    => 'OCSP RESPONSE',
);

# NAME.der and NAME.pem, both good.
sub save_both {
    my ($name, $kind, $point, $bytes) = @_;
    save("$name.der", $kind, 'good', $point, $bytes);
    save("$name.pem", $kind, 'good', $point, pem($label{$kind}, $bytes));
    return;
}

# A seed of the fuzz target: fuzz/TARGET/NAME. It is in no manifest, for no verdict is known of it.
sub save_seed {
    my ($target, $name, $bytes) = @_;
    mkdir $_ for grep { !-d } path('fuzz'), path("fuzz/$target");
    spew('>', path("fuzz/$target/$name"), $bytes);
    return;
}

# openssl ----------------------------------------------------------------------------------------

# What `openssl WORD...` makes of the bytes on its standard input. It reads all before it writes.
sub openssl {
    my ($bytes, @words) = @_;
    my $pid = open2(my $from, my $to, 'openssl', @words);
    binmode $to;
    binmode $from;
    print {$to} $bytes;
    close $to or die "openssl @words: $!\n";
    local $/ = undef;
    my $output = <$from>;
    waitpid $pid, 0;
    die "openssl @words: failed\n" if $? != 0;
    return $output;
}

my %digest;

sub digest {
    my ($hash, $bytes) = @_;
    return $digest{$hash}{$bytes} //= openssl($bytes, 'dgst', "-$hash", '-binary');
}

1;
