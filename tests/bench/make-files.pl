#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
#
# usage: make-files.pl COUNT FOLDER <CERTIFICATES: certificates in DER, one after another, of 256
# bytes or more, as COUNT files in FOLDER, from the first again where there are fewer; prints their
# names.

use strict;
use warnings;

my ($count, $folder) = @ARGV;
binmode STDIN;
local $/;
my $all = <STDIN>;
my @certificates;
for (my $at = 0; $at < length $all;) {
    my $len = 4 + unpack 'n', substr $all, $at + 2, 2;
    push @certificates, substr $all, $at, $len;
    $at += $len;
}
for my $i (0 .. $count - 1) {
    my $name = "$folder/$i.der";
    open my $file, '>:raw', $name or die "$name: $!\n";
    print $file $certificates[$i % @certificates];
    close $file or die "$name: $!\n";
    print "$name\n";
}
